export {
  type Unit,
  type UnitCode,
  type UnitKind,
  isRegion,
  isUnitCode,
  regionKinds,
  unitKinds,
} from './unit.ts'
export {
  type Holder,
  type Office,
  type OfficeId,
  type Post,
  akimOffice,
  akimPost,
  maslikhatOffice,
  officesOf,
  posts,
  unitOfOffice,
  upperAkims,
} from './office.ts'
export { localDay, localTime, offsetHours, zoneName } from './zone.ts'
export type { Edition, RegisterStore, TerritoryStore } from './store.ts'
export { type CsvRow, csvRows } from './csv.ts'
export { foldName } from './fold.ts'
export { type NameKeys, type NameQuery, answers, nameKeys, readNameQuery } from './name-query.ts'
export { type RefusedRow, type RegisterRow, type RegisterUnit, type RowReason, unitsOf } from './kato.ts'
export { type FileRefusal, type RegisterFile, largestFile, readRegisterFile } from './read-register.ts'
export { type ImportRefusal, importRegister } from './import-register.ts'
export { loadDemonstration, readDemonstration } from './demonstration.ts'
