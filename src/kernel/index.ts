export {
  type LocalDate,
  addDays,
  addMonth,
  dayNumber,
  daysBetween,
  earlier,
  fromDayNumber,
  lastOfMonth,
  later,
  localDate,
  parseLocalDate,
  weekday,
} from './local-date.ts'
export { type Instant, instantOf, milliseconds, parseInstant } from './instant.ts'
export {
  type Period,
  type PeriodKind,
  firstDay,
  kindOfPeriod,
  lastDay,
  nextPeriod,
  parsePeriod,
  periodOf,
  periodsOfYear,
  yearOf,
} from './period.ts'
export { type Result, done, refuse } from './result.ts'
export type { Id } from './id.ts'
export { type Language, type Text, isLanguage, languages } from './text.ts'
export { type Disguise, type Posing, disguiseOf, posingIn } from './disguise.ts'
