// What territory needs remembered; storage implements it.
import type { Instant, LocalDate } from '#kernel'
import type { Border } from './border.ts'
import type { Holder, Office, OfficeId } from './office.ts'
import type { UnitPoint } from './point.ts'
import type { Unit, UnitCode } from './unit.ts'

/** Reads the division as it was, is or will be on a day. */
export type TerritoryStore = {
  /** The version of a unit that is in force on the day. */
  unit(code: UnitCode, on: LocalDate): Promise<Unit | null>
  /** The unit and everything above it, from the unit up to its region. */
  lineage(code: UnitCode, on: LocalDate): Promise<Unit[]>
  children(code: UnitCode | null, on: LocalDate): Promise<Unit[]>
  /** A unit and all units below it, parents before children. */
  subtree(code: UnitCode, on: LocalDate): Promise<Unit[]>
  /** Every version of a unit, the earliest first. */
  history(code: UnitCode): Promise<Unit[]>
  /**
   * Units whose name begins with the words (folded: Latin, missing Kazakh letters), with what stands above each.
   * Whole names come before beginnings, the kind that was typed before others, places with an akim before the rest.
   */
  search(words: string, on: LocalDate, limit: number): Promise<{ unit: Unit; above: Unit[] }[]>
  /** The office as the newest version of its unit or body makes it. */
  office(id: OfficeId): Promise<Office | null>
  /** Offices of the units in the subtree, the unit's own first. */
  officesBelow(code: UnitCode, on: LocalDate): Promise<Office[]>
  /** Who acts in the office on the day: the acting holder where there is one, otherwise the holder (AMB-01). */
  holder(office: OfficeId, on: LocalDate): Promise<Holder | null>
  /** Everybody who holds, held or will hold the office, or acts in it: the newest first. */
  holders(office: OfficeId): Promise<Holder[]>
  /** `false` when the days touch those of another holder of the same office; those who only act may overlap. */
  addHolder(holder: Holder): Promise<boolean>
  /** Ends every holding of the office that is open, on this day; acting ones too when asked. */
  endHolder(office: OfficeId, to: LocalDate, acting: boolean): Promise<void>
}

/** Where units lie and what maps draw of them; both by code, as they were imported last. */
export type MapStore = {
  /** Waits for an import under way; nobody else imports until this transaction ends. */
  claim(): Promise<void>
  /** The points of those units that have one. */
  points(units: readonly UnitCode[]): Promise<ReadonlyMap<UnitCode, UnitPoint>>
  /** Writes points, over those that stand. */
  keepPoints(points: readonly UnitPoint[]): Promise<void>
  /** The borders of those units that have one, by code. */
  borders(units: readonly UnitCode[]): Promise<Border[]>
  /** Writes borders, over those that stand. */
  keepBorders(borders: readonly Border[]): Promise<void>
  /** Takes away the points or borders that were had from this source. */
  forgetPoints(source: string): Promise<void>
  forgetBorders(source: string): Promise<void>
}

/** The last edition of the classifier: its day, and since when the units it brought are valid. */
export type Edition = { readonly day: LocalDate; readonly from: LocalDate | null }

/** What the import of a register writes. */
export type RegisterSummary = {
  readonly units: number
  readonly edition: { readonly day: LocalDate; readonly importedAt: Instant } | null
  readonly points: number
  readonly borders: number
  readonly mapAt: Instant | null
}

export type RegisterStore = {
  /** Waits for an import under way; nobody else imports until this transaction ends. */
  claim(): Promise<void>
  lastEdition(): Promise<Edition | null>
  addEdition(edition: Edition): Promise<void>
  /** What was imported so far, and when. */
  summary(): Promise<RegisterSummary>
  /** The versions without an end. */
  openUnits(): Promise<Unit[]>
  /** Takes out open versions that never were. */
  remove(codes: readonly UnitCode[]): Promise<void>
  /** Ends open versions on this day. */
  close(codes: readonly UnitCode[], to: LocalDate): Promise<void>
  /** Writes new versions. */
  open(units: readonly Unit[]): Promise<void>
  /** Writes over the open versions of these units. */
  replace(units: readonly Unit[]): Promise<void>
}
