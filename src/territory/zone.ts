// Which day it was where: UTC+5 everywhere since 1 March 2024, two zones before.
import { type Instant, type LocalDate, milliseconds } from '#kernel'
import type { UnitCode } from './unit.ts'

const western = new Set(['15', '23', '27', '43', '47'])
/** Clocks went from 00:00 of 1 March back to 23:00 of 29 February (facts.md §2). */
const change = Date.UTC(2024, 1, 29, 18)

/** Hours ahead of UTC in the region of this code (any unit of it; null: Astana) at this instant. */
export const offsetHours = (code: UnitCode | null, at: Instant): 5 | 6 =>
  milliseconds(at) >= change || western.has((code ?? '71').slice(0, 2)) ? 5 : 6

/** The local day of an instant in the region of this code. Law: facts.md §2. */
export const localDay = (at: Instant, code: UnitCode | null): LocalDate =>
  new Date(milliseconds(at) + offsetHours(code, at) * 3_600_000).toISOString().slice(0, 10) as LocalDate

/** The local clock, `HH:MM`. */
export const localTime = (at: Instant, code: UnitCode | null): string =>
  new Date(milliseconds(at) + offsetHours(code, at) * 3_600_000).toISOString().slice(11, 16)

/** The zone of the IANA database in which this unit's clocks run today. */
export const zoneName = (code: UnitCode | null): string => zones[(code ?? '71').slice(0, 2)] ?? 'Asia/Almaty'

const zones: Record<string, string> = {
  15: 'Asia/Aqtobe',
  23: 'Asia/Atyrau',
  27: 'Asia/Oral',
  39: 'Asia/Qostanay',
  43: 'Asia/Qyzylorda',
  47: 'Asia/Aqtau',
}
