// The texts of a kit, and the address of each piece: one for both languages of the site, since they hold their own.
import type { MeetingId } from '#calendar'
import type { Language } from '#kernel'
import { kitTextsKk } from '../words/kit/told-kk.ts'
import { kitTextsRu } from '../words/kit/told-ru.ts'
import type { Paper } from './draw-poster.ts'
import type { Kit } from './kit-facts.ts'

export const textKinds = ['press', 'messenger', 'radio'] as const
export type TextKind = (typeof textKinds)[number]
export const tongues = ['kk', 'ru'] as const satisfies readonly Language[]
export type Tongue = (typeof tongues)[number]

export const textOf = ({ kk, ru }: Kit, kind: TextKind, tongue: Tongue): string =>
  tongue === 'kk' ? kitTextsKk[kind](kk) : kitTextsRu[kind](ru)

export const kitAddresses = (meeting: MeetingId) => {
  const one = `/kit/${encodeURIComponent(meeting)}`
  return {
    poster: (paper: Paper) => `${one}/poster-${paper}.pdf`,
    text: (kind: TextKind, tongue: Tongue) => `${one}/${kind}-${tongue}.txt`,
  }
}
