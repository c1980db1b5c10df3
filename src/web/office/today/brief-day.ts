// How the page "Today" names a day.
import { type LocalDate, yearOf } from '#kernel'
import type { Here } from '../../here.ts'

/** Days of the running year need no year. */
export const briefDay = ({ format, today }: Here, day: LocalDate): string =>
  yearOf(day) === yearOf(today) ? format.dayOfYear(day) : format.day(day)
