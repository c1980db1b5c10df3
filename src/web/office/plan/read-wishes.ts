// What the form of wishes says: weekdays, hours, seasons and days away, or what is wrong with each field.
import { type OfficeWishes, noWishes, saveWishes, usualMeeting } from '#calendar'
import { type LocalDate, parseLocalDate } from '#kernel'
import type { UnitCode } from '#territory'
import type { PlanWords } from '../../words/plan/kk.ts'
import type { Typed } from '../deed-form.tsx'
import { deed } from '../deed-of.ts'
import type { Read } from '../read-deed.ts'
import { weekdays } from './plan-words.ts'

/** Rows of seasons and of days away that are read. */
const most = 12

/** Rows to show: those with something in them, and an empty one. */
export const rowsOf = (typed: Typed, kind: 'season' | 'away'): number =>
  Math.min(
    most,
    2 +
      Array.from({ length: most }, (_, row) => row).findLastIndex((row) =>
        ['place', 'first', 'last'].some((name) => typed[`${kind}-${row}-${name}`]),
      ),
  )

export type WishesTyped = Pick<OfficeWishes, 'weekdays' | 'hours' | 'seasons' | 'away'>

const clock = /^([01]\d|2[0-3]):[0-5]\d$/
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function readWishes(
  typed: Typed,
  year: number,
  places: ReadonlySet<string>,
  words: PlanWords,
): Read<WishesTyped> {
  const wrong: { [field: string]: string } = {}
  const seasons: OfficeWishes['seasons'][number][] = []
  const away: OfficeWishes['away'][number][] = []
  for (let row = 0; row < most; row += 1) {
    const place = typed[`season-${row}-place`] ?? ''
    const days = readDays(typed, `season-${row}`, year, words, wrong)
    if (place !== '' && !places.has(place)) wrong[`season-${row}-place`] = words.wrong.place
    if (days && place === '') wrong[`season-${row}-place`] = words.wrong.place
    if (place !== '' && !days && !wrong[`season-${row}-last`])
      wrong[`season-${row}-first`] ??= words.wrong.day
    if (days && places.has(place)) seasons.push({ place: place as UnitCode, ...days })
  }
  for (let row = 0; row < most; row += 1) {
    const days = readDays(typed, `away-${row}`, year, words, wrong)
    if (days) away.push(days)
  }
  const hours = readHours(typed, words, wrong)
  return Object.keys(wrong).length === 0
    ? {
        ok: true,
        value: { weekdays: weekdays.filter((day) => typed[`weekday-${day}`]), hours, seasons, away },
      }
    : { ok: false, wrong }
}

function readHours(
  typed: Typed,
  words: PlanWords,
  wrong: { [field: string]: string },
): OfficeWishes['hours'] {
  const [from, to] = [typed['hours-from'] ?? '', typed['hours-to'] ?? '']
  if (from === '' && to === '') return null
  for (const [name, value] of [
    ['hours-from', from],
    ['hours-to', to],
  ] as const)
    if (value === '') wrong[name] = words.wrong.bothHours
    else if (!clock.test(value)) wrong[name] = words.wrong.time
  if (wrong['hours-from'] || wrong['hours-to']) return null
  if (from < usualMeeting.hours.from) wrong['hours-from'] = words.wrong.hoursEarly
  if (minutesOf(to) < minutesOf(from) + usualMeeting.minutes || to > usualMeeting.hours.to)
    wrong['hours-to'] = words.wrong.hoursOrder
  return { from, to }
}

function readDays(
  typed: Typed,
  row: string,
  year: number,
  words: PlanWords,
  wrong: { [field: string]: string },
): { readonly first: LocalDate; readonly last: LocalDate } | null {
  const texts = [typed[`${row}-first`] ?? '', typed[`${row}-last`] ?? ''] as const
  if (texts.every((text) => text === '')) return null
  const [first, last] = texts.map((text) => {
    const day = parseLocalDate(text)
    return day?.startsWith(`${year}`) ? day : undefined
  })
  if (!first) wrong[`${row}-first`] = words.wrong.day
  if (!last) wrong[`${row}-last`] = words.wrong.day
  if (!first || !last) return null
  if (last < first) {
    wrong[`${row}-last`] = words.wrong.daysOrder
    return null
  }
  return { first, last }
}

/** The wishes of one office for a year, written by itself or by its region. */
export const writeWishes = (
  { region, office, year }: Pick<OfficeWishes, 'region' | 'office' | 'year'>,
  places: ReadonlySet<string>,
) =>
  deed(
    'saidWishes',
    (typed, { here }) => readWishes(typed, year, places, here.words.plan),
    (stores, act, revision: number, wishes) =>
      saveWishes(stores, act, { ...noWishes(region, office, year), ...wishes, revision }),
  )

/** The wishes as the form types them. */
export function typedWishes({ weekdays: days, hours, seasons, away }: WishesTyped): Typed {
  const typed: { [field: string]: string } = {}
  for (const day of days) typed[`weekday-${day}`] = '1'
  if (hours) Object.assign(typed, { 'hours-from': hours.from, 'hours-to': hours.to })
  for (const [row, { place, first, last }] of seasons.entries())
    Object.assign(typed, {
      [`season-${row}-place`]: place,
      [`season-${row}-first`]: first,
      [`season-${row}-last`]: last,
    })
  for (const [row, { first, last }] of away.entries())
    Object.assign(typed, { [`away-${row}-first`]: first, [`away-${row}-last`]: last })
  return typed
}
