// What a derivation looks like on a line of time: rows in the order of the counting, and where their days stand.
import { type LocalDate, daysBetween } from '#kernel'
import type { Explained } from '#law'
import type { Here } from '../here.ts'
import { periodName } from './act-name.ts'

export type Row = { readonly label: string } & (
  | { readonly mark: 'span' | 'count'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly mark: 'event' | 'due' | 'strict' | 'done' | 'asked'; readonly day: LocalDate }
)

/** Empty when there is nothing to draw: no day but the one the question is put on. */
export function timelineRows(
  here: Here,
  { derivation, due, dueStrict }: Explained,
  factName: (index: number) => string,
): Row[] {
  const { words, format } = here
  const { timeline } = words
  const rows: Row[] = []
  const last: Row[] =
    due === null
      ? []
      : dueStrict === null || dueStrict === due
        ? [{ mark: 'due', day: due, label: timeline.due(format.day(due)) }]
        : [
            { mark: 'due', day: due, label: timeline.dueLenient(format.day(due)) },
            { mark: 'strict', day: dueStrict, label: timeline.strict(format.day(dueStrict)) },
          ]
  let isDueTold = false
  const tellDue = () => {
    if (!isDueTold) rows.push(...last)
    isDueTold = true
  }
  for (const step of derivation) {
    switch (step.step) {
      case 'period':
        rows.push({
          mark: 'span',
          from: step.first,
          to: step.day,
          label: timeline.period(periodName(here, step.period), format.day(step.first), format.day(step.day)),
        })
        break
      case 'event':
        rows.push({
          mark: 'event',
          day: step.day,
          label: timeline.event(words.fact[step.event], format.day(step.day)),
        })
        break
      case 'earlier':
      case 'later':
        rows.push({
          mark: 'event',
          day: step.day,
          label: timeline.event(factName(step.fact), format.day(step.day)),
        })
        break
      case 'count':
        if (step.from !== step.day)
          rows.push({
            mark: 'count',
            from: step.from,
            to: step.day,
            label: countLabel(here, step, step.from),
          })
        break
      case 'done':
        tellDue()
        if (step.day !== null)
          rows.push({
            mark: 'done',
            day: step.day,
            label: timeline.done(
              words.site.list([...new Set(step.facts.map(factName))]),
              format.day(step.day),
            ),
          })
        break
      case 'verdict':
        tellDue()
        if (rows.length > 0)
          rows.push({
            mark: 'asked',
            day: step.asOf,
            label: timeline.asOf(words.verdict[step.verdict], format.day(step.asOf)),
          })
        break
      case 'norm':
      case 'date':
      case 'reading':
      case 'measure':
      case 'missing':
      case 'because':
        break
    }
  }
  return rows
}

type Count = Extract<Explained['derivation'][number], { step: 'count' }>

function countLabel({ words: { timeline } }: Here, { months, day }: Count, from: LocalDate): string {
  if (months !== undefined) return timeline.countMonths(months)
  const days = daysBetween(from, day)
  return days < 0 ? timeline.countBack(-days) : timeline.countOn(days)
}

export const daysOf = (row: Row): readonly LocalDate[] => ('day' in row ? [row.day] : [row.from, row.to])

/**
 * Where each day stands, in percent of the width. Gaps are drawn as their square roots, so that a day's difference can
 * be seen beside a year.
 */
export function placesOf(days: readonly LocalDate[], margin = 5): ReadonlyMap<LocalDate, number> {
  const order = [...new Set(days)].toSorted()
  let at = 0
  const raw = order.map(
    (day, index) => (at += index === 0 ? 0 : Math.sqrt(daysBetween(order[index - 1]!, day))),
  )
  const scale = at === 0 ? 0 : (100 - 2 * margin) / at
  return new Map(order.map((day, index) => [day, at === 0 ? 50 : margin + raw[index]! * scale]))
}
