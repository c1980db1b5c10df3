// How pools say things: why an issue stands where it stands, how many said it, by which way.
import type { LocalDate } from '#kernel'
import type { Both } from '#meetings'
import type { PoolIssue, PriorityReason } from '#requests'
import type { Here } from '../here.ts'

/** The title in the language of the page; an English page reads it in Kazakh, and says so to screen readers. */
export const titleIn = (here: Here, { kk, ru }: Both): string => (here.language === 'ru' ? ru : kk)

export const titleLanguage = ({ language }: Here): 'kk' | 'ru' => (language === 'ru' ? 'ru' : 'kk')

/** The attribute of what residents wrote; a text of two languages has none of its own to be read in. */
export const langOf = (language: string) => (language === 'kk' || language === 'ru' ? { lang: language } : {})

export function reasonWords({ words }: Here, { kind, of }: PriorityReason): string {
  const told = words.pool.reasons
  return kind === 'by-hand' ? told['by-hand'](String(of)) : told[kind](Number(of))
}

/** "12 people · by site, by telephone" */
export const voicesLine = (
  { words }: Here,
  { voices, channels }: Pick<PoolIssue, 'voices' | 'channels'>,
): string =>
  `${words.pool.voices(voices)} · ${words.site.list(channels.map((one) => words.ask.receipt.channels[one]))}`

/** Where it stands, whose power it takes, and whether it takes money. */
export const levelLine = (
  { words }: Here,
  { level, funding }: Pick<PoolIssue, 'level' | 'funding'>,
  body: string | null,
): string =>
  `${body ?? words.ask.levels[level]} · ${funding ? words.pool.needsMoney : words.pool.needsNoMoney}`

/** "2027 ж. қаңтар" of `2027-01`; one month, or from one to another. */
export const monthsLine = ({ format }: Here, { first, last }: Pick<PoolIssue, 'first' | 'last'>): string => {
  const name = (month: string) => format.monthOfYear(`${month}-01` as LocalDate)
  return first === last ? name(first) : `${name(first)} – ${name(last)}`
}
