// A file of requests between its upload and its import: sealed in the database, opened to be shown and taken in.
import { gunzipSync, gzipSync } from 'node:zlib'
import type { MeetingId, Spreadsheet } from '#calendar'
import { type Stores, isReadable, readImport } from '#flows'
import {
  type ImportLine,
  type ImportReading,
  type RequestImport,
  importLimits,
  isSource,
  readRows,
  readWords,
} from '#requests'
import { type Unit, placesOf } from '#territory'
import type { WebHouse } from '../../house.ts'
import type { Desk } from '../desk.ts'
import { type MeetingChoice, meetingChoices, meetingNames } from './meeting-choices.ts'

type House = Pick<WebHouse, 'intake' | 'clock'>

export const sealFile = ({ intake }: House, bytes: Buffer): Uint8Array =>
  intake.seal(gzipSync(bytes).toString('base64'))

function openFile({ intake }: House, sealed: Uint8Array): Spreadsheet {
  const packed = Buffer.from(intake.open(sealed), 'base64')
  const rows = readRows(gunzipSync(packed, { maxOutputLength: importLimits.bytes }))
  if (!rows.ok) throw new Error(`a file that was brought is ${rows.refusal.code}`)
  return rows.value
}

export type ImportView = {
  readonly file: RequestImport
  readonly units: readonly Unit[]
  /** What the rows say; empty once they were taken in, and while nobody has said which columns hold day and words. */
  readonly lines: readonly ImportLine[]
  /** Rows that stand here already, by their ids there, and for which meeting. */
  readonly known: Known
  /** For which the file can be. */
  readonly meetings: readonly MeetingChoice[]
  /** Names of the meetings that are told: that of the file, and those of shown rows that stand here already. */
  readonly names: ReadonlyMap<MeetingId, string>
  /** The words of the rows that are shown, by line. */
  readonly masked: MaskedWords
}
type Known = ReadonlyMap<string, MeetingId | null>
type MaskedWords = ReadonlyMap<number, string>

/** Rows that are shown as they would be kept. */
const mostShown = 8

/** Whether a file can be taken in as it is read. */
export const isReady = (reading: ImportReading): boolean => isReadable(reading) && isSource(reading.source)

/** The file of this office with what its rows say today; `null` when it has none of this id. */
export async function viewImport(
  house: House,
  stores: Stores,
  desk: Desk,
  id: string,
): Promise<ImportView | null> {
  const { office, here } = desk
  const file = await stores.requestImports.find(id)
  if (!file || file.office !== office.id) return null
  const sealed = await stores.requestImports.sealed(id)
  const units = await placesOf(stores.territory, office.unit, here.today)
  const meetings = file.outcome ? [] : await meetingChoices(stores, desk)
  if (!sealed || !isReadable(file.reading)) {
    const names = await meetingNames(stores, here, [file.outcome?.meeting ?? null])
    return { file, units, lines: [], known: new Map(), meetings, names, masked: new Map() }
  }
  const { lines } = await readImport(stores, house.intake, {
    office: office.id,
    rows: openFile(house, sealed).rows,
    reading: file.reading,
    now: house.clock(),
    today: here.today,
  })
  const rows = lines.flatMap(({ line, row }) => (row ? [{ line, row }] : []))
  const known = await stores.requestImports.known(
    office.id,
    file.reading.source,
    rows.map(({ row }) => row.externalId),
  )
  const reader = await house.intake.readers.of(stores, office.id, here.today)
  const shown = rows.slice(0, mostShown)
  const masked = new Map(shown.map(({ line, row }) => [line, readWords(row.words, reader).masked] as const))
  const stand = shown.map(({ row }) => known.get(row.externalId) ?? null)
  const names = await meetingNames(stores, here, stand)
  return { file, units, lines, known, meetings, names, masked }
}
