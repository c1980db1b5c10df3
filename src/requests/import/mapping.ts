// How the rows of another system become requests: a file in YAML, written once for each system.
import { LineCounter, parseDocument } from 'yaml'
import { type LocalDate, type Result, done, parseLocalDate, refuse } from '#kernel'
import { type Kind, kinds } from '#reading'
import { type UnitCode, foldName, isUnitCode } from '#territory'
import type { RequestChannel } from '../request.ts'
import { isFormat } from './read-moment.ts'

/** What a column may hold; received and words are needed in every row. */
export const importFields = ['external-id', 'received', 'time', 'words', 'place', 'kind', 'closes'] as const
export type ImportField = (typeof importFields)[number]

/** By which ways what was collected elsewhere came in (A826-3.4.b, A863-3.5.b). */
export const importChannels = [
  'hotline-109',
  'e-otinish',
  'open-data-portal',
  'akims-blog',
  'ministers-blog',
  'social',
  'akims-meetings',
  'other',
] as const satisfies readonly RequestChannel[]
export type ImportChannel = (typeof importChannels)[number]

export type Mapping = {
  /** The name of the other system: with the id of a row there it makes the row known here. */
  readonly source: string
  readonly channel: ImportChannel
  /** Headings, or beginnings of their words, by which a column is known. */
  readonly columns: Readonly<Partial<Record<ImportField, readonly string[]>>>
  /** Forms of days and hours, `DD.MM.YYYY HH:mm`; without any the usual ones are tried. */
  readonly days: readonly string[]
  /** The clock of the other system: that of the place, or so far from UTC. */
  readonly zone: 'local' | `${'+' | '-'}${number}:${number}`
  /** The place of a row that names none; null: the unit of the office. */
  readonly place: UnitCode | null
  /** What the other system calls a kind of request, folded; what is not here is read from the words. */
  readonly kinds: Readonly<Record<string, Kind>>
  /** The day after which the other system took no more words, where its rows do not say. */
  readonly closes: LocalDate | null
}

export type MappingFault = { readonly line: number; readonly reason: string }

/** Characters of a mapping file. */
const longest = 32 * 1024

/** Reads a mapping; what is wrong is named with its line, in English, for whoever wrote the file. */
export function readMapping(text: string): Result<Mapping, readonly MappingFault[]> {
  if (text.length > longest) return refuse([{ line: 1, reason: `longer than ${longest} characters` }])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const wrong = document.errors.map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    reason: `not YAML: ${message}`,
  }))
  if (wrong.length > 0) return refuse(wrong.slice(0, 20))
  let written: unknown
  try {
    written = document.toJS({ maxAliasCount: 0 })
  } catch {
    return refuse([{ line: 1, reason: 'aliases are not taken' }])
  }
  const lineOf = (key: string) => {
    const at = text.search(new RegExp(`^${key}\\s*:`, 'm'))
    return at < 0 ? 1 : lines.linePos(at).line
  }
  const faults: MappingFault[] = []
  const fault = (key: string, reason: string) =>
    void faults.push({ line: lineOf(key), reason: `${key}: ${reason}` })
  const of = isRecord(written) ? written : {}
  if (!isRecord(written)) faults.push({ line: 1, reason: 'must be a list of names with values' })
  for (const key of Object.keys(of))
    if (!keys.includes(key)) faults.push({ line: 1, reason: `${key.slice(0, 40)}: nobody knows this word` })

  const source = of['source']
  if (!isSource(source)) fault('source', 'must be 2 to 40 letters, digits, spaces and hyphens')
  const channel = importChannels.find((one) => one === of['channel'])
  if (!channel) fault('channel', `must be one of ${importChannels.join(', ')}`)
  const columns = readColumns(of['columns'], fault)
  const days = textsOf(of['days'] ?? [])
  if (!days?.every(isFormat)) fault('days', 'must be a list such as [DD.MM.YYYY HH:mm]')
  const zone = of['zone'] ?? 'local'
  if (!isZone(zone)) fault('zone', 'must be local or a distance from UTC such as "+05:00"')
  const place = of['place'] ?? null
  if (place !== null && !isUnitCode(place)) fault('place', 'must be a KATO code in quotes, or null')
  const known = readKinds(of['kinds'] ?? {}, fault)
  const closes = of['closes'] ?? null
  const day = closes === null ? null : parseLocalDate(closes)
  if (day === undefined) fault('closes', 'must be a day in quotes, such as "2026-11-20"')
  return faults.length > 0
    ? refuse(faults.slice(0, 20))
    : done({
        source: source as string,
        channel: channel!,
        columns,
        days: days!,
        zone: zone as Mapping['zone'],
        place: place as UnitCode | null,
        kinds: known,
        closes: day ?? null,
      })
}

const keys = ['source', 'channel', 'columns', 'days', 'zone', 'place', 'kinds', 'closes']
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isSource = (value: unknown): value is string =>
  typeof value === 'string' && /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,38}[\p{L}\p{N}]$/u.test(value)
export const isZone = (value: unknown): value is Mapping['zone'] =>
  value === 'local' || (typeof value === 'string' && /^[+-](0\d|1[0-4]):[0-5]\d$/.test(value))

/** Texts, one alone or a list; at most forty of at most a hundred characters. */
function textsOf(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value : [value]
  return list.length <= 40 &&
    list.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= 100)
    ? (list as string[])
    : undefined
}

type Fault = (key: string, reason: string) => void

function readColumns(value: unknown, fault: Fault): Mapping['columns'] {
  const columns: Partial<Record<ImportField, readonly string[]>> = {}
  if (!isRecord(value)) fault('columns', `must name the headings of ${importFields.join(', ')}`)
  for (const [key, words] of Object.entries(isRecord(value) ? value : {})) {
    const field = importFields.find((one) => one === key)
    const texts = textsOf(words)
    if (!field) fault('columns', `${key.slice(0, 40)} is no field; there are ${importFields.join(', ')}`)
    else if (!texts) fault('columns', `${field} must be headings, one or a list`)
    else columns[field] = texts
  }
  for (const needed of ['received', 'words'] as const)
    if (isRecord(value) && !columns[needed]) fault('columns', `${needed} is needed`)
  return columns
}

function readKinds(value: unknown, fault: Fault): Mapping['kinds'] {
  const read = new Map<string, Kind>()
  if (!isRecord(value)) fault('kinds', 'must be words with kinds')
  for (const [words, kind] of Object.entries(isRecord(value) ? value : {})) {
    const known = kinds.find((one) => one === kind)
    if (!known) fault('kinds', `${words.slice(0, 40)} must be one of ${kinds.join(', ')}`)
    else read.set(foldName(words), known)
  }
  return Object.fromEntries(read)
}
