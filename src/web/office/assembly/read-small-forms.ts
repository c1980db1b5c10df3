// What the small forms of assembling say: a day, a reason, a number, a line to be added.
import type { NewLine } from '#calendar'
import { type LocalDate, parseLocalDate, parsePeriod } from '#kernel'
import { type OfficeId, isUnitCode } from '#territory'
import { isName } from '../../asked.ts'
import type { Typed } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { type Read, readWords } from '../read-deed.ts'

export const reason = (typed: Typed, { here }: Desk) => readWords(typed, 'reason', here.words.office)
export const number = (typed: Typed, { here }: Desk) => readWords(typed, 'number', here.words.office)

export function day(typed: Typed, { here }: Desk): Read<LocalDate> {
  const value = parseLocalDate(typed['day'])
  return value ? { ok: true, value } : { ok: false, wrong: { day: here.words.office.wrong.day } }
}

/** A gap with the planner's day, as its button sends it; whoever types other things gets the page again. */
export function line(typed: Typed, { here }: Desk): Read<NewLine> {
  const day = parseLocalDate(typed['day'])
  const period = parsePeriod(typed['period'])
  const { office, unit, norm, start, form } = typed
  return day &&
    period &&
    isName(office) &&
    isUnitCode(unit) &&
    isName(norm) &&
    /^([01]\d|2[0-3]):[0-5]\d$/.test(start ?? '')
    ? {
        ok: true,
        value: {
          office: office as OfficeId,
          unit,
          norm,
          period,
          day,
          start: start!,
          form: form === 'visiting' ? 'visiting' : 'stationary',
        },
      }
    : { ok: false, wrong: { day: here.words.office.wrong.form } }
}
