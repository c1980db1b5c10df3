// What the page "Today" shows of a desk.
import { type Books, type Stores, dutiesOf, inboxOf } from '#flows'
import { type Instant, addDays, yearOf } from '#kernel'
import type { UnitCode } from '#territory'
import type { Desk } from '../desk.ts'
import type { TodayView } from './today-page.tsx'

/** How far ahead the list of what is owed looks, in days. */
const horizonDays = 120

/** What the office owes, and the demands that some of it is about; `null` when there is no such office. */
export async function readOwed(
  stores: Stores,
  books: Books,
  { office, here: { today } }: Desk,
): Promise<Pick<TodayView, 'duties' | 'demands'> | null> {
  const horizon = addDays(today, horizonDays)
  const duties = await dutiesOf(stores, books.law, office.id, { asOf: today, horizon })
  return duties && { duties, demands: await stores.demands.ofOffice(office.id) }
}

/** `null` when there is no such office. */
export async function readToday(
  stores: Stores,
  books: Books,
  desk: Desk,
  at: Instant,
): Promise<TodayView | null> {
  const { office, actor } = desk
  const { today } = desk.here
  const owed = await readOwed(stores, books, desk)
  if (!owed) return null
  const inbox = await inboxOf(stores, books, { actor, office, today }, at)
  const years = [...new Set([yearOf(today), yearOf(addDays(today, 6))])]
  const meetings = await Array.fromAsync(years, (year) => stores.readings.meetingsOf(office.id, year))
  const others = [...new Set(inbox.map(({ of }) => of))].filter((id) => id !== office.id)
  const offices = (await Array.fromAsync(others, (id) => stores.territory.office(id))).filter(
    (one) => one !== null,
  )
  const codes = [...new Set(inbox.flatMap(({ unit }): UnitCode[] => (unit ? [unit] : [])))]
  const units = codes.length > 0 ? await stores.national.units(codes, today) : []
  return {
    inbox,
    ...owed,
    meetings: meetings.flat(),
    names: {
      offices: new Map(offices.map((one) => [one.id, one])),
      units: new Map(units.map((unit) => [unit.code, unit])),
    },
  }
}
