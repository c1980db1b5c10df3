// The poster of a kit as PDF.
import { readFileSync } from 'node:fs'
import { renderSVG } from 'uqr'
import { dayNumeral } from '../words/format.ts'
import { kitTextsKk } from '../words/kit/told-kk.ts'
import { kitTextsRu } from '../words/kit/told-ru.ts'
import type { Kit } from './kit-facts.ts'
import type { Paper } from './kit-texts.ts'
import { breakable, typeset } from './typeset.ts'

let template: string | null = null

/** The same kit gives the same bytes. */
export function drawPoster(kit: Kit, paper: Paper): Uint8Array<ArrayBuffer> {
  template ??= readFileSync(new URL('poster.typ', import.meta.url), 'utf8')
  const { day, start, url, demonstration } = kit.kk
  const data = {
    paper,
    demonstration,
    day: dayNumeral(day),
    start,
    url,
    shownUrl: breakable(url.replace(/^https?:\/\//, '')),
    // Four modules of quiet around it, as readers need them.
    code: renderSVG(url, { ecc: 'M', border: 4 }),
    kk: words(kitTextsKk.poster(kit.kk)),
    ru: words(kitTextsRu.poster(kit.ru)),
  }
  return typeset(template, data)
}

const words = (told: ReturnType<(typeof kitTextsKk)['poster']>) =>
  Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      typeof value === 'string' ? breakable(value) : value.map(breakable),
    ]),
  )
