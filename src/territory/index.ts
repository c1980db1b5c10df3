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
  councilOf,
  maslikhatOffice,
  meetsPeople,
  officesOf,
  posts,
  publicCouncilOffice,
  unitOfOffice,
  upperAkims,
} from './office.ts'
export { placesOf } from './places-of.ts'
export {
  type Body,
  administrationOffice,
  authorisedBodyOffice,
  bodiesOn,
  governmentOffice,
  officeOfBody,
} from './bodies.ts'
export { localDay, localTime, offsetHours, zoneName } from './zone.ts'
export type { Edition, MapStore, RegisterStore, RegisterSummary, TerritoryStore } from './store.ts'
export { type CsvRow, csvRecords, csvRows } from './csv.ts'
export { writeCsv } from './write-csv.ts'
export { readWorkbook } from './read-workbook.ts'
export { BadArchive, openArchive } from './zip.ts'
export { foldName, plainWords } from './fold.ts'
export { type PlaceFault, type PlaceGround, placeFinder } from './place-finder.ts'
export { type NameKeys, type NameQuery, answers, nameKeys, readNameQuery } from './name-query.ts'
export { type RefusedRow, type RegisterRow, type RegisterUnit, type RowReason, unitsOf } from './kato.ts'
export { type FileRefusal, type RegisterFile, largestFile, readRegisterFile } from './read-register.ts'
export { type Point, type PointFault, type UnitPoint, pointFault } from './point.ts'
export {
  type PointReason,
  type PointRow,
  type RefusedPoint,
  firstOfEach,
  readPointFile,
} from './read-points.ts'
export { type Flat, project } from './project.ts'
export { type Border, type Outline, type Position, type Ring, areaOf, thin } from './border.ts'
export {
  type AreaReason,
  type BorderFileRefusal,
  type NamedArea,
  type RefusedArea,
  largestBorderFile,
  readBorders,
} from './read-borders.ts'
export { type Match, type MatchReason, type Unmatched, matchAreas } from './match-areas.ts'
export { type ImportRefusal, importRegister } from './import-register.ts'
export {
  type DemonstrationMap,
  demonstrationSource,
  loadDemonstration,
  readDemonstration,
  readDemonstrationMap,
} from './demonstration.ts'
export { romanise } from './romanise.ts'
