// `kezdesu import requests FILE`: citizens' requests of another system, row by row, and a receipt for each.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { MeetingId } from '#calendar'
import { type ImportHouse, type Storage, importRequests, isReadable, readImport, receiptOfRow } from '#flows'
import { type Instant, type Result, done, refuse } from '#kernel'
import { spacedCode } from '#receipts'
import {
  type ImportFault,
  type ImportReading,
  type Mapping,
  type RowsRefusal,
  importLimits,
  readMapping,
  readRows,
  readingOf,
  shippedMappings,
} from '#requests'
import { type OfficeId, localDay, writeCsv } from '#territory'
import { number } from './import-words.ts'
import { readGivenFile } from './read-given-file.ts'

export type RequestsWish = {
  readonly file: string
  readonly office: string
  readonly map: { readonly shipped: string } | { readonly file: string }
  /** The id of the meeting that the whole file is for; without it the requests go to the office. */
  readonly meeting: string | undefined
  /** Where the receipts are written; without it they are not. */
  readonly receipts: string | undefined
}

type World = {
  readonly house: ImportHouse
  readonly at: Instant
  readonly newId: () => string
  readonly newSalt: () => string
  readonly print: (line: string) => void
}

/** Faulty rows that are printed; the rest is counted. */
const mostLines = 100

/** Imports what can be taken; the exit code is 1 when no row could. */
export async function importRequestsFile(storage: Storage, wish: RequestsWish, world: World): Promise<0 | 1> {
  const { house, at, print } = world
  const nothing = (why: string): 1 => {
    print(`${why}; nothing was imported`)
    return 1
  }
  const mapping = mappingOf(wish.map)
  if (!mapping.ok) return nothing(mapping.refusal)
  const bytes = readGivenFile(wish.file, importLimits.bytes)
  if (!bytes.ok) return nothing(bytes.refusal)
  const sheet = readRows(bytes.value)
  if (!sheet.ok) return nothing(`${basename(wish.file)}: ${fileWords[sheet.refusal.code]}`)
  const office = wish.office as OfficeId
  const reading = readingOf(mapping.value, sheet.value.headers)
  if (!isReadable(reading)) return nothing(headingsWords(mapping.value, sheet.value.headers, reading))
  const [today, acting] = [localDay(at, null), { person: null, offices: [office] }]
  const read = await storage.readOffice(acting, async (stores) =>
    (await stores.territory.office(office))
      ? readImport(stores, house, { office, rows: sheet.value.rows, reading, now: at, today })
      : null,
  )
  if (!read) return nothing(`there is no office ${wish.office}`)
  const by = { actor: null, acting, at, today, newId: world.newId, newSalt: world.newSalt }
  const mark = house.mark(bytes.value.toString('latin1'))
  const meeting = (wish.meeting ?? null) as MeetingId | null
  const file = { office, mark, reading, meeting, lines: read.lines }
  const outcome = await importRequests(storage, house, by, file)
  if (!outcome.ok) return nothing(refusalWords(outcome.refusal))
  const { taken, known, faulty, late, elsewhere, rows, faults } = outcome.value
  for (const fault of faults.slice(0, mostLines)) print(faultWords(fault))
  if (faults.length > mostLines) print(`… and ${number(faults.length - mostLines)} more`)
  if (late > 0) print(`${number(late)} of them written after the other system had closed`)
  if (elsewhere > 0)
    print(`${number(elsewhere)} known before for another meeting or for the office: they stay there`)
  if (wish.receipts !== undefined) {
    const ids = rows.map(({ externalId }) => externalId)
    const meetings = await storage.readOffice(acting, ({ requestImports }) =>
      requestImports.known(office, reading.source, ids),
    )
    const receipts = rows.map(({ line, externalId, fate }) => [
      String(line),
      externalId,
      spacedCode(receiptOfRow(house, office, reading.source, externalId)),
      fate,
      meetings.get(externalId) ?? '',
    ])
    const head = ['line', 'id', 'receipt', 'fate', 'meeting']
    writeFileSync(wish.receipts, writeCsv([head, ...receipts]), { mode: 0o600 })
  }
  print(`${number(taken)} requests taken, ${number(known)} known before, ${number(faulty)} faulty`)
  return rows.length === 0 ? 1 : 0
}

function mappingOf(map: RequestsWish['map']): Result<Mapping, string> {
  if ('shipped' in map) {
    const shipped = shippedMappings()
    const found = shipped.get(map.shipped)
    return found
      ? done(found)
      : refuse(`there is no mapping ${map.shipped}; there are ${[...shipped.keys()].join(', ')}`)
  }
  let text: string
  try {
    text = readFileSync(map.file, 'utf8')
  } catch {
    return refuse(`${map.file} cannot be read`)
  }
  const read = readMapping(text)
  return read.ok
    ? read
    : refuse(
        read.refusal.map(({ line, reason }) => `${basename(map.file)} line ${line}: ${reason}`).join('\n'),
      )
}

function headingsWords({ columns }: Mapping, headers: readonly string[], { columns: found }: ImportReading) {
  const missing = (['received', 'words'] as const).filter((field) => !found.includes(field))
  return `no column for ${missing.map((field) => `${field} (${columns[field]?.join(', ')})`).join(' and ')} among: ${headers.join(', ')}`
}

const faultWords = ({ line, field, code }: Pick<ImportFault, 'field' | 'code'> & { line: number }) =>
  `row ${line}: ${field ? `${field} ` : ''}${rowWords[code]}`

const refusalWords = (refusal: { readonly code: string; readonly meeting?: MeetingId }) =>
  refusal.meeting === undefined
    ? refusal.code
    : `the office has no meeting ${refusal.meeting}, or it was cancelled`

const rowWords = {
  missing: 'is missing',
  'not-a-moment': 'is no day and hour that its forms know',
  ahead: 'lies ahead',
  'too-long': 'is too long',
  'broken-line': 'cannot be read: quotes are not closed, or it is too long',
  'no-such-place': 'is no place of this office',
  'place-not-then': 'was no place on that day',
  'place-ambiguous': 'fits several places: write the code',
} as const satisfies Record<ImportFault['code'], string>

const fileWords = {
  'empty-file': 'is empty',
  'file-too-large': `is larger than ${importLimits.bytes / 1024 / 1024} MB`,
  'has-macros': 'holds macros',
  'old-format': 'is an old XLS; save it as XLSX or CSV',
  'not-utf8': 'is not UTF-8',
  'not-a-spreadsheet': 'is no CSV, XLSX or JSON',
  'not-json': 'is no JSON: a list, or one thing a line',
  'too-many-rows': `has more than ${number(importLimits.rows)} rows`,
  'no-lines': 'has no rows',
} as const satisfies Record<RowsRefusal['code'], string>
