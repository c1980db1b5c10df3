// What territory needs remembered; storage implements it.
import type { LocalDate } from '#kernel'
import type { Holder, Office, OfficeId } from './office.ts'
import type { Unit, UnitCode } from './unit.ts'

export type TerritoryStore = {
  /** The version of a unit that is in force on the day. */
  unit(code: UnitCode, on: LocalDate): Promise<Unit | null>
  /** The unit and everything above it, from the unit up to its region. */
  lineage(code: UnitCode, on: LocalDate): Promise<Unit[]>
  children(code: UnitCode | null, on: LocalDate): Promise<Unit[]>
  /** A unit and all units below it, parents before children. */
  subtree(code: UnitCode, on: LocalDate): Promise<Unit[]>
  /** Units whose name begins with the words (folded: Latin, missing Kazakh letters), places with an akim first. */
  search(words: string, on: LocalDate, limit: number): Promise<{ unit: Unit; above: Unit[] }[]>
  office(id: OfficeId): Promise<Office | null>
  /** Offices of the units in the subtree, the unit's own first. */
  officesBelow(code: UnitCode, on: LocalDate): Promise<Office[]>
  holder(office: OfficeId, on: LocalDate): Promise<Holder | null>
}
