// What bringing old meetings along needs remembered: the files of an office, and how it reads its columns.
import type { Instant } from '#kernel'
import type { OfficeId } from '#territory'
import type { Assumed, Columns, OldField } from './import-old.ts'
import type { Spreadsheet } from './read-spreadsheet.ts'

export type ImportFile = Spreadsheet & {
  readonly id: string
  readonly office: OfficeId
  readonly name: string
  /** SHA-256 of the file as it came, hex. */
  readonly sha256: string
  readonly reading: { readonly columns: Columns; readonly assumed: Assumed }
  readonly broughtAt: Instant
  readonly importedAt: Instant | null
  readonly outcome: { readonly taken: number; readonly known: number; readonly faulty: number } | null
  readonly revision: number
}

export type Habits = {
  /** By folded heading. */
  readonly columns: Readonly<Record<string, OldField | null>>
  readonly assumed: Assumed
}

export type ImportStore = {
  add(file: ImportFile): Promise<void>
  find(id: string): Promise<ImportFile | null>
  /** Those of an office, the newest first, without their rows. */
  ofOffice(office: OfficeId): Promise<Omit<ImportFile, 'rows' | 'headers'>[]>
  /** `false` when somebody was faster. */
  save(file: ImportFile): Promise<boolean>
  drop(id: string): Promise<void>
  /** Files of the office that were brought before this instant go. */
  forgetBefore(office: OfficeId, at: Instant): Promise<void>
  habits(office: OfficeId): Promise<Habits | null>
  saveHabits(office: OfficeId, habits: Habits): Promise<void>
}
