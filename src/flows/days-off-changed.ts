// What a change of days off touches: published meetings for everybody, the dates of a draft for its own office.
import { type Entry, type HolidayEdit, isWorkingDay, laidOver, changedDays } from '#calendar'
import type { Instant, LocalDate } from '#kernel'
import type { Books } from './propose-calendar.ts'
import type { PublicMeeting } from './readings.ts'
import type { Stores } from './stores.ts'

export type DaysTouched = {
  readonly off: readonly LocalDate[]
  readonly worked: readonly LocalDate[]
  /** Published meetings from today on that stand on a day that became a day off. */
  readonly meetings: readonly PublicMeeting[]
}

/** What the newest of these edits changed; `shipped` are the days without any edit. */
export async function touchedByNewest(
  { national }: Pick<Stores, 'national'>,
  shipped: Books['holidays'],
  edits: readonly HolidayEdit[],
  today: LocalDate,
): Promise<DaysTouched> {
  const { off, worked } = changedDays(laidOver(shipped, edits.slice(0, -1)), laidOver(shipped, edits))
  const meetings: PublicMeeting[] = []
  for (const day of off)
    if (day >= today)
      meetings.push(...(await national.meetingsOn(day)).filter(({ status }) => status === 'planned'))
  return { off, worked, meetings }
}

/**
 * The dates of a calendar that became days off after it was drawn up, and by which edit.
 *
 * Beware: an edit makes off only what was worked before it (`editHolidays`), so the first one since then tells enough.
 */
export async function datesTurnedOff(
  { holidays }: Pick<Stores, 'holidays'>,
  books: Books,
  entries: readonly Entry[],
  since: Instant,
  today: LocalDate,
): Promise<{ readonly entry: Entry; readonly edit: HolidayEdit }[]> {
  const first = new Map<LocalDate, HolidayEdit>()
  for (const edit of await holidays.edits())
    if (edit.editedAt > since)
      for (const { date, kind } of edit.days)
        if (!first.has(date) && kind !== null && kind !== 'moved-working-day') first.set(date, edit)
  return entries.flatMap((entry) => {
    const edit = first.get(entry.day)
    return edit && entry.day >= today && !isWorkingDay(books.holidays, entry.day) ? [{ entry, edit }] : []
  })
}
