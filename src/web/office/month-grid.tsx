// A month as a grid of weeks, Monday first; a phone shows the list below it instead.
import { type LocalDate, addDays, lastOfMonth, localDate, weekday } from '#kernel'
import type { Entry } from '#calendar'
import { type Holidays, isWorkingDay } from '#calendar'
import { seenOf } from './assembly/both-versions.tsx'
import type { Desk } from './desk.ts'
import type { CalendarView } from './read-calendar.ts'
import { dayNumeral } from '../words/format.ts'

/** The days shown for a month: whole weeks. */
export function weeksOf(year: number, month: number): LocalDate[][] {
  const first = localDate(`${year}-${String(month).padStart(2, '0')}-01`)
  const last = lastOfMonth(first)
  const weeks: LocalDate[][] = []
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)))
  return weeks
}

/** So many meetings are named in one cell; the rest is counted. */
const most = 3

type Props = {
  readonly desk: Desk
  readonly view: CalendarView
  readonly month: number
  readonly entries: readonly Entry[]
  readonly holidays: Holidays
  readonly href: (entry: Entry) => string
  /** Whether this hand may move the meeting. */
  readonly mayMove: (entry: Entry) => boolean
}

export function MonthGrid({ desk, view, month, entries, holidays, href, mayMove }: Props) {
  const { here } = desk
  const { format, language } = here
  const words = here.words.office
  const weeks = weeksOf(view.year, month)
  const byDay = Map.groupBy(entries, ({ day }) => day)
  const inMonth = (day: LocalDate) => Number(day.slice(5, 7)) === month
  return (
    <table
      class="month"
      {...(entries.some(mayMove) ? { 'data-movable': '', 'aria-describedby': 'drag-hint' } : {})}
    >
      <caption class="unseen">{words.grid(format.monthOfYear(weeks[1]![0]!))}</caption>
      <thead>
        <tr>
          {weeks[1]!.map((day) => (
            <th key={day} scope="col">
              {format.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const own = byDay.get(day) ?? []
              return (
                <td
                  key={day}
                  {...(inMonth(day) ? { 'data-day': day } : {})}
                  class={inMonth(day) ? (isWorkingDay(holidays, day) ? '' : 'month-off') : 'month-out'}
                >
                  {inMonth(day) && (
                    <>
                      <span class={day === here.today ? 'month-day month-today' : 'month-day'}>
                        {dayNumeral(day)}
                      </span>
                      {own.slice(0, most).map((entry) => (
                        <a
                          key={entry.id}
                          class={`month-entry stand-${markOf(view, entry)}${view.locked.has(entry.id) ? ' is-locked' : ''}`}
                          href={href(entry)}
                          {...(mayMove(entry)
                            ? {
                                'data-meeting': entry.id,
                                'data-start': entry.start,
                                'data-seen': seenOf(entry),
                              }
                            : {})}
                        >
                          {entry.start} {view.units.get(entry.unit)?.short[language]}
                          {view.locked.has(entry.id) && (
                            <span class="unseen">, {here.words.plan.locked}</span>
                          )}
                        </a>
                      ))}
                      {own.length > most && <span class="soft small">{words.more(own.length - most)}</span>}
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How a date stands: as proposed, moved by a person, or approved. */
export function markOf({ calendar }: CalendarView, entry: Entry): 'proposed' | 'moved' | 'approved' {
  if (calendar?.approvedAt) return 'approved'
  return entry.moveReason === null ? 'proposed' : 'moved'
}
