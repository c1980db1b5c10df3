// A month of the country: a grid of days on a wide screen, a list of days on a narrow one; each day leads to its list.
import type { DayCount } from '#flows'
import type { LocalDate } from '#kernel'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { weeksOf } from '../office/month-grid.tsx'
import { choiceOf } from '../pages/national.tsx'
import { type NationalReading, named } from '../pages/read-national.ts'
import { dayNumeral } from '../words/format.ts'
import { EmptyState } from './empty-state.tsx'

type Props = { here: Here; reading: NationalReading; month: LocalDate }

export function CountryMonth({ here, reading, month }: Props) {
  const { words, format } = here
  const { days } = reading
  if (days.length === 0)
    return (
      <EmptyState title={words.national.emptyTitle}>
        <p>{words.national.empty}</p>
      </EmptyState>
    )
  const weeks = weeksOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <>
      <table class="month">
        <caption class="unseen">{format.monthOfYear(month)}</caption>
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
              {week.map((day) => (
                <td key={day} class={day.slice(0, 7) === month.slice(0, 7) ? '' : 'month-out'}>
                  {day.slice(0, 7) === month.slice(0, 7) && (
                    <Day here={here} reading={reading} day={day} of={byDay.get(day)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="plain rows month-days">
        {days.map(({ day, count }) => (
          <li key={day}>
            <a href={dayAddress(here, reading, day)}>{format.weekdayOfYear(day)}</a>{' '}
            <span class="soft">{words.national.dayCount(count)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const dayAddress = ({ language }: Here, reading: NationalReading, day: LocalDate) =>
  addresses[language].national({ ...choiceOf(reading), from: day, to: day })

type DayProps = { here: Here; reading: NationalReading; day: LocalDate; of: DayCount | undefined }

function Day({ here, reading, day, of }: DayProps) {
  const { words, language } = here
  return (
    <>
      <span class={day === here.today ? 'month-day month-today' : 'month-day'}>{dayNumeral(day)}</span>
      {of?.first.map(({ id, start, unit }) => (
        <a key={id} class="month-entry" href={addresses[language].meeting(id)}>
          {start} {reading.units.get(unit)?.short[language]}
        </a>
      ))}
      {of && of.count > named && (
        <a class="small" href={dayAddress(here, reading, day)}>
          {words.national.more(of.count - named)}
        </a>
      )}
    </>
  )
}
