// Files of requests that an office brings: sealed until they are taken in, then which row became what.
import type { MeetingId } from '#calendar'
import type { Instant } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId } from '#territory'
import type { ImportFault, ImportReading } from './read-lines.ts'

export type ImportedRow = {
  readonly line: number
  readonly externalId: string
  readonly fate: 'taken' | 'known'
}

export type ImportOutcome = {
  readonly taken: number
  readonly known: number
  readonly faulty: number
  /** Of those that were taken: written after the other system had closed. */
  readonly late: number
  /** For which meeting rows were taken. */
  readonly meeting: MeetingId | null
  /** Of those that were known: for another meeting, or for none; they stay there. */
  readonly elsewhere: number
  readonly rows: readonly ImportedRow[]
  /** What was wrong in rows that were not taken, without what stood there. */
  readonly faults: readonly (Pick<ImportFault, 'field' | 'code'> & { readonly line: number })[]
}

export type RequestImport = {
  readonly id: string
  readonly office: OfficeId
  readonly name: string
  /** What stands for its bytes: the same file is known by it, and nobody can guess the words in it. */
  readonly mark: string
  readonly headers: readonly string[]
  readonly reading: ImportReading
  readonly broughtBy: PersonId
  readonly broughtAt: Instant
  readonly importedAt: Instant | null
  readonly outcome: ImportOutcome | null
  readonly revision: number
}

export type RequestImportStore = {
  add(file: RequestImport, sealed: Uint8Array): Promise<void>
  find(id: string): Promise<RequestImport | null>
  /** The file as it came, sealed; null once it was taken in. */
  sealed(id: string): Promise<Uint8Array | null>
  /** Those of an office, the newest first. */
  ofOffice(office: OfficeId): Promise<RequestImport[]>
  /** Saves the reading, or the outcome and lets go of the file; `false` when somebody was faster. */
  save(file: RequestImport): Promise<boolean>
  drop(id: string): Promise<void>
  /** Files that nobody took in within three days go. */
  forgetOld(): Promise<void>
  /** Which of these rows of another system stand here already, by their ids there, and for which meeting. */
  known(
    office: OfficeId,
    source: string,
    externalIds: readonly string[],
  ): Promise<ReadonlyMap<string, MeetingId | null>>
}
