// What the forms of an import of requests say: which system, what its columns mean, and what is meant for the whole file.
import { parseLocalDate } from '#kernel'
import {
  type ImportReading,
  type Mapping,
  importChannels,
  importFields,
  isFormat,
  isSource,
  isZone,
  readingOf,
} from '#requests'
import { isUnitCode } from '#territory'
import type { IntakeWords } from '../../words/intake/kk.ts'
import type { Typed } from '../deed-form.tsx'

export type MappingName = keyof IntakeWords['importing']['mappings']

/** Zones that a form offers; a mapping file may name others. */
export const zones = ['local', '+00:00', '+05:00', '+06:00'] as const

/** How a file is read at first: by the mapping of its system, or by all headings that any of them knows. */
export function firstReading(
  mappings: ReadonlyMap<string, Mapping>,
  name: string,
  headers: readonly string[],
): ImportReading {
  const known = mappings.get(name)
  if (known) return readingOf(known, headers)
  const all = [...mappings.values()]
  const columns = Object.fromEntries(
    importFields.map((field) => [field, all.flatMap((mapping) => mapping.columns[field] ?? [])]),
  )
  const kinds = Object.assign({}, ...all.map((mapping) => mapping.kinds)) as Mapping['kinds']
  return readingOf(
    { source: '', channel: 'other', columns, days: [], zone: 'local', place: null, kinds, closes: null },
    headers,
  )
}

export type ReadingFault = 'source' | 'format' | 'form'

/** The reading that a form says; kinds stay as the mapping had them. */
export function readReadingForm(typed: Typed, before: ImportReading): ImportReading | ReadingFault {
  const source = (typed['source'] ?? '').normalize('NFC')
  const channel = importChannels.find((one) => one === typed['channel'])
  const format = typed['format'] ?? ''
  const place = typed['place'] ?? ''
  const zone = typed['zone']
  const closes = typed['closes'] ? parseLocalDate(typed['closes']) : null
  if (!isSource(source)) return 'source'
  if (format !== '' && !isFormat(format)) return 'format'
  if (!channel || !isZone(zone) || closes === undefined || (place !== '' && !isUnitCode(place))) return 'form'
  return {
    source,
    channel,
    zone,
    closes,
    place: isUnitCode(place) ? place : null,
    days: format === '' ? [] : [format],
    kinds: before.kinds,
    columns: before.columns.map(
      (_, at) => importFields.find((field) => field === typed[`column-${at}`]) ?? null,
    ),
  }
}
