export { type Unit, type UnitCode, type UnitKind, isRegion, isUnitCode, unitKinds } from './unit.ts'
export {
  type Holder,
  type Office,
  type OfficeId,
  type Post,
  akimOffice,
  akimPost,
  maslikhatOffice,
  posts,
  upperAkims,
} from './office.ts'
export { localDay, localTime, offsetHours, zoneName } from './zone.ts'
export type { TerritoryStore } from './store.ts'
