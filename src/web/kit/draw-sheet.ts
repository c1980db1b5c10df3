// The intake sheet of a meeting or of an office as PDF: what is written by hand, and what becomes of it.
import { readFileSync } from 'node:fs'
import { renderSVG } from 'uqr'
import { sheetKk } from '../words/intake/sheet-kk.ts'
import { sheetRu } from '../words/intake/sheet-ru.ts'
import { breakable, typeset } from './typeset.ts'

export const sheetLanguages = ['kk', 'ru'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]
export const sheetWords = { kk: sheetKk, ru: sheetRu }

export type Sheet = {
  readonly language: SheetLanguage
  /** The name of the office. */
  readonly to: string
  /** Day, hour and place of the meeting; empty on the sheet of an office. */
  readonly when: string
  /** Where the same is sent from a telephone. */
  readonly url: string
  readonly demonstration: boolean
}

let layout: string | null = null

/** The same sheet gives the same bytes. */
export function drawSheet(sheet: Sheet): Uint8Array<ArrayBuffer> {
  layout ??= readFileSync(new URL('intake-sheet.typ', import.meta.url), 'utf8')
  return typeset(layout, {
    ...sheet,
    to: breakable(sheet.to),
    when: breakable(sheet.when),
    shownUrl: breakable(sheet.url.replace(/^https?:\/\//, '')),
    code: renderSVG(sheet.url, { ecc: 'M', border: 4 }),
    words: sheetWords[sheet.language],
  })
}
