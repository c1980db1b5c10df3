// Days and hours as other systems write them, by their own forms or by the usual ones.
import { readDay, readStart } from '#calendar'
import { type LocalDate, parseLocalDate } from '#kernel'

export type Moment = {
  readonly day: LocalDate
  /** `HH:MM`; null where no hour was told. */
  readonly start: string | null
  /** Where the cell itself says how far from UTC its clock stands, `Z` or `+06:00`. */
  readonly offset: string | null
}

const parts = {
  YYYY: '(?<year>\\d{4})',
  DD: '(?<day>\\d{1,2})',
  MM: '(?<month>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
}
const rest = { mm: '(?<minute>\\d{2})', ss: '\\d{2}' }
const tokens: Readonly<Record<string, string>> = { ...parts, ...rest }

/** A form such as `DD.MM.YYYY HH:mm`: day, month and year once each, hours only with minutes. */
export function isFormat(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > 30 || !/^(?:YYYY|DD|MM|HH|mm|ss|[-.,:/ T])+$/.test(text))
    return false
  const found: readonly string[] = text.match(/YYYY|DD|MM|HH|mm|ss/g) ?? []
  const has = (token: string) => found.includes(token)
  return (
    new Set(found).size === found.length &&
    ['YYYY', 'DD', 'MM'].every(has) &&
    has('HH') === has('mm') &&
    (!has('ss') || has('mm'))
  )
}

/** The moment of a cell by the first form that fits; without forms by the usual ones. */
export function readMoment(cell: string, formats: readonly string[]): Moment | undefined {
  const text = cell.trim()
  if (text.length > 60) return undefined
  if (formats.length === 0) return usual(text)
  for (const format of formats) {
    const moment = byFormat(text, format)
    if (moment) return moment
  }
  return undefined
}

function byFormat(text: string, format: string): Moment | undefined {
  // Nothing in it repeats without end, so nothing in a cell can make it slow.
  const pattern = format.replace(/YYYY|DD|MM|HH|mm|ss|\./g, (token) => tokens[token] ?? '\\.')
  const found = new RegExp(`^${pattern}$`).exec(text)?.groups
  if (!found) return undefined
  const two = (name: string) => found[name]!.padStart(2, '0')
  const day = parseLocalDate(`${found['year']}-${two('month')}-${two('day')}`)
  const start = found['hour'] === undefined ? null : readStart(`${two('hour')}:${found['minute']}`)
  return day && start !== undefined ? { day, start, offset: null } : undefined
}

/** ISO 8601 with or without a zone, 20.11.2026 09:30, 20/11/26, the numbers of a spreadsheet. */
function usual(text: string): Moment | undefined {
  const iso =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    )
  if (iso) {
    const [, day, start, zone] = iso
    const read = parseLocalDate(day)
    const hour = start === undefined ? null : readStart(start)
    return read && hour !== undefined ? { day: read, start: hour, offset: zone ?? null } : undefined
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const day = readDay(text)
    const start = text.includes('.') ? readStart(`0.${text.split('.')[1]}`) : undefined
    return day && { day, start: start ?? null, offset: null }
  }
  const [, date = '', clock] =
    /^([\d./-]{6,10})(?:[ ,T]{1,3}(\d{1,2}[:.]\d{2}(?::\d{2})?))?$/.exec(text) ?? []
  const day = readDay(date)
  const start = clock === undefined ? null : readStart(clock)
  return day && start !== undefined ? { day, start, offset: null } : undefined
}
