// How columns come back: days and instants as strings that sort, so that no time zone can move them.
import { types } from 'pg'
import { instantOf } from '#kernel'

const asInstant = (text: string) =>
  instantOf(Date.parse(`${text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')}`))

function asNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a number`)
  return number
}

// The numbers that pg's types know leave out arrays; its parsers do not.
const textArray = types.getTypeParser(1009 as number as 25) as (text: string) => (string | null)[]
const each =
  <T>(parse: (text: string) => T) =>
  (text: string) =>
    textArray(text).map((item) => (item === null ? null : parse(item)))

/** By PostgreSQL's numbers of types: int8, date, timestamptz, and arrays of them. */
const parsers: Record<number, (text: string) => unknown> = {
  20: asNumber,
  1082: (text) => text,
  1184: asInstant,
  1016: each(asNumber),
  1182: textArray,
  1185: each(asInstant),
}

/** `date` as `YYYY-MM-DD`, `timestamptz` as an instant of the kernel, `int8` as a number or a fault. */
export const columns = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    parsers[type] ?? types.getTypeParser(type, format as 'text')) as typeof types.getTypeParser,
}
