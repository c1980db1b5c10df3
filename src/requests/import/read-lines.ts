// What each row of another system says of a request, or what is wrong in it: nothing is dropped in silence.
import { type Spreadsheet, guessFields } from '#calendar'
import { type Instant, type LocalDate, instantOf } from '#kernel'
import { instantAt } from '#meetings'
import type { Kind } from '#reading'
import {
  type PlaceFault,
  type PlaceGround,
  type Unit,
  type UnitCode,
  foldName,
  localDay,
  placeFinder,
} from '#territory'
import { mostCharacters, tidyWords } from '../receive-request.ts'
import { type ImportField, type Mapping, importFields } from './mapping.ts'
import { type Moment, readMoment } from './read-moment.ts'

/** How one file is read: a mapping whose columns were found. */
export type ImportReading = Omit<Mapping, 'columns'> & {
  /** The field of each column; null: it is not read. */
  readonly columns: readonly (ImportField | null)[]
}

export type ImportFault = {
  /** Null: the row as a whole. */
  readonly field: ImportField | null
  readonly code: 'missing' | 'not-a-moment' | 'ahead' | 'too-long' | 'broken-line' | PlaceFault['code']
  /** What stood there, or what helps to mend it. */
  readonly words: string
}

export type ImportRow = {
  readonly externalId: string
  /** As they came, not masked. */
  readonly words: string
  readonly receivedAt: Instant
  readonly unit: UnitCode
  /** As the other system calls it; null: it does not say, or in words we do not know. */
  readonly kind: Kind | null
  /** Written after the other system had closed: taken, and told. */
  readonly late: boolean
}

export type ImportLine = {
  /** As the file counts it, from 1. */
  readonly line: number
  readonly row: ImportRow | null
  readonly faults: readonly ImportFault[]
}

export type ImportGround = PlaceGround & {
  readonly reading: ImportReading
  /** The place of rows that name none; null: each has to. */
  readonly otherwise: UnitCode | null
  readonly now: Instant
  /** What stands for words without betraying them: the id of rows that bring none. */
  readonly mark: (words: string) => string
}

/** The columns of a file by the headings of a mapping; a heading that is one of them word for word comes first. */
export function readingOf({ columns, ...mapping }: Mapping, headers: readonly string[]): ImportReading {
  const exact: Record<string, ImportField> = {}
  const words: [ImportField, string][] = []
  for (const field of importFields) {
    const headings = columns[field] ?? []
    const whole = headers.find((header) => headings.some((one) => foldName(one) === foldName(header)))
    if (whole !== undefined && !Object.hasOwn(exact, foldName(whole))) exact[foldName(whole)] = field
    words.push([field, headings.join('|')])
  }
  const taken = new Set(Object.values(exact))
  const open = words.filter(([field, list]) => list !== '' && !taken.has(field))
  return { ...mapping, columns: guessFields(headers, open, exact) }
}

/** Every row in order, each a request or with what is wrong in it. */
export function readImportLines(ground: ImportGround, { rows }: Pick<Spreadsheet, 'rows'>): ImportLine[] {
  const read = lineReader(ground)
  return rows.map(({ line, cells }) =>
    typeof cells === 'string'
      ? { line, row: null, faults: [{ field: null, code: 'broken-line', words: '' }] }
      : { line, ...read(cells) },
  )
}

function lineReader({ reading, otherwise, now, mark, ...places }: ImportGround) {
  const placeOf = placeNamed(placeFinder(places))
  const { columns, days, zone, kinds } = reading
  return (cells: readonly string[]): Omit<ImportLine, 'line'> => {
    const faults: ImportFault[] = []
    const cell = (field: ImportField) => (cells[columns.indexOf(field)] ?? '').trim()
    const fault = (field: ImportField, code: ImportFault['code'], words = cell(field)) =>
      void faults.push({ field, code, words: words.slice(0, 80) })

    const moment = readMoment([cell('received'), cell('time')].filter(Boolean).join(' '), days)
    if (cell('received') === '') fault('received', 'missing')
    else if (!moment) fault('received', 'not-a-moment', `${cell('received')} ${cell('time')}`.trim())

    const place =
      cell('place') === '' ? null : placeOf(cell('place'), moment?.day ?? localDay(now, otherwise))
    if (place && !('kind' in place)) fault('place', place.code, place.words)
    if (place === null && otherwise === null) fault('place', 'missing')
    const unit = place === null ? otherwise : 'kind' in place ? place.code : null

    const words = tidyWords(cell('words'))
    if (words === '') fault('words', 'missing')
    if (words.length > mostCharacters) fault('words', 'too-long', '')

    const receivedAt = moment && instantFor(moment, zone, unit ?? otherwise)
    if (receivedAt && receivedAt > now) fault('received', 'ahead')
    const given = cell('external-id')
    if (given.length > 200) fault('external-id', 'too-long')
    const closing = cell('closes') === '' ? null : readMoment(cell('closes'), days)
    if (closing === undefined) fault('closes', 'not-a-moment')
    const closes: LocalDate | null = closing?.day ?? reading.closes

    if (faults.length > 0 || !receivedAt || !unit) return { row: null, faults }
    return {
      faults,
      row: {
        externalId: given || `row-${mark(JSON.stringify([receivedAt, words]))}`,
        words,
        receivedAt,
        unit,
        kind: (Object.hasOwn(kinds, foldName(cell('kind'))) && kinds[foldName(cell('kind'))]) || null,
        late: closes !== null && localDay(receivedAt, unit) > closes,
      },
    }
  }
}

/** The clock of the cell itself, of the other system, or of the place; without an hour the day begins. */
function instantFor({ day, start, offset }: Moment, zone: Mapping['zone'], unit: UnitCode | null): Instant {
  const far = offset ?? zone
  if (far === 'local') return instantAt(day, start ?? '00:00', unit)
  const iso = far === 'Z' ? far : far.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  const at = Date.parse(`${day}T${start ?? '00:00'}:00${iso}`)
  return Number.isNaN(at) ? instantAt(day, start ?? '00:00', unit) : instantOf(at)
}

/** An address names its place among other things: the whole first, then its parts from the nearest one up. */
const placeNamed =
  (find: (cell: string, day: LocalDate) => Unit | PlaceFault) =>
  (cell: string, day: LocalDate): Unit | PlaceFault => {
    const whole = find(cell, day)
    if ('kind' in whole || !/[,;]/.test(cell)) return whole
    const parts = cell
      .slice(0, 300)
      .split(/[,;]/)
      .slice(0, 8)
      .map((part) => part.trim())
      .filter(Boolean)
    for (const part of parts.toReversed()) {
      const found = find(part, day)
      if ('kind' in found || found.code === 'place-ambiguous') return found
    }
    return whole
  }
