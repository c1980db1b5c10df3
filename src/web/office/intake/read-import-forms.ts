// What the forms of an import of requests say: which system, what its columns mean, and what is meant for the whole file.
import { isReadable } from '#flows'
import { parseLocalDate } from '#kernel'
import {
  type ImportReading,
  type Mapping,
  importChannels,
  importFields,
  isCentral,
  isFormat,
  isSource,
  isZone,
  readingOf,
} from '#requests'
import { type Post, isUnitCode } from '#territory'
import type { IntakeWords } from '../../words/intake/kk.ts'
import type { Typed } from '../deed-form.tsx'

export type MappingName = keyof IntakeWords['importing']['mappings']

const ofAkims: readonly MappingName[] = [
  'hotline-109',
  'e-otinish',
  'akims-blog',
  'open-data-portal',
  'social',
]
const ofBodies: readonly MappingName[] = ['e-otinish', 'ministers-blog', 'open-data-portal', 'social']

/** Systems that this post brings requests from; those that bring most come first. */
export const mappingsFor = (post: Post): readonly MappingName[] => (isCentral(post) ? ofBodies : ofAkims)

/** Zones that a form offers; a mapping file may name others. */
export const zones = ['local', '+00:00', '+05:00', '+06:00'] as const

/** How a file is read at first: by the mapping of its system, or where that finds too little by all headings we know. */
export function firstReading(
  mappings: ReadonlyMap<string, Mapping>,
  name: string,
  headers: readonly string[],
): ImportReading {
  const known = mappings.get(name)
  const own = known && readingOf(known, headers)
  if (own && isReadable(own)) return own
  const all = [...mappings.values()]
  const columns = Object.fromEntries(
    importFields.map((field) => [field, all.flatMap((mapping) => mapping.columns[field] ?? [])]),
  )
  const kinds = Object.assign({}, ...all.map((mapping) => mapping.kinds)) as Mapping['kinds']
  return readingOf(
    {
      ...(known ?? { source: '', channel: 'other', days: [], zone: 'local', place: null, closes: null }),
      columns,
      kinds,
    },
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
