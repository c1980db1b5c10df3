// How acts, periods and minutes are named in the reader's language.
import { type Period, yearOf } from '#kernel'
import type { Act } from '#law'
import type { Here } from '../here.ts'
import { partOfYear } from '../words/format.ts'

/** By kind and number, or by kind and year: titles of acts are not ours to repeat. */
export function actName({ words }: Here, act: Act): string {
  const kind = words.law.issuer[act.issuer]
  return act.number === null
    ? words.law.actWithoutNumber(kind, (act.date ?? act.in_force?.from ?? '').slice(0, 4))
    : words.law.act(kind, act.number)
}

export function periodName({ words }: Here, period: Period): string {
  const year = yearOf(period)
  const part = partOfYear(period)
  if (part === null) return words.period.year(year)
  return period[5] === 'H' ? words.period.half(year, part) : words.period.quarter(year, part)
}

/** "2(1)-тармақ"; the preamble, the final part and lists of a summary have no such number. */
export function paragraphName({ words: { law } }: Here, paragraph: string): string {
  if (paragraph === 'preamble') return law.preamble
  if (paragraph === 'final') return law.finalPart
  const [, list] = /^list (\d+)$/.exec(paragraph) ?? []
  return list === undefined ? law.paragraph(paragraph) : law.listed(list)
}
