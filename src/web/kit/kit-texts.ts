// The pieces of a kit and their names: posters hold both languages, each text is in its own.
import type { MeetingId } from '#calendar'
import type { Language } from '#kernel'
import type { OfficeId } from '#territory'
import { kitTextsKk } from '../words/kit/told-kk.ts'
import { kitTextsRu } from '../words/kit/told-ru.ts'
import type { Kit } from './kit-facts.ts'

export const papers = ['a4', 'a3'] as const
export type Paper = (typeof papers)[number]
export const textKinds = ['press', 'messenger', 'radio'] as const
export type TextKind = (typeof textKinds)[number]
export const tongues = ['kk', 'ru'] as const satisfies readonly Language[]
export type Tongue = (typeof tongues)[number]

export const posterName = (paper: Paper): string => `poster-${paper}.pdf`
export const textName = (kind: TextKind, tongue: Tongue): string => `${kind}-${tongue}.txt`

export const textOf = ({ kk, ru }: Kit, kind: TextKind, tongue: Tongue): string =>
  tongue === 'kk' ? kitTextsKk[kind](kk) : kitTextsRu[kind](ru)

/** Below it lie the pieces of a published kit; they have no language of the site, since they hold their own. */
export const publicKit = (meeting: MeetingId): string => `/kit/${encodeURIComponent(meeting)}`
/** The page of a kit that is signed and waits; its pieces lie below it. */
export const signedKit = (language: Language, office: OfficeId, meeting: MeetingId): string =>
  `/${language}/office/${office}/meetings/${encodeURIComponent(meeting)}/kit`
