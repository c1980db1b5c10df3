// What the import says to the operator: one sentence for each way of saying no.
import type {
  AreaReason,
  BorderFileRefusal,
  FileRefusal,
  ImportRefusal,
  MatchReason,
  PointFault,
  PointReason,
  RowReason,
} from '#territory'

/** 15594 → 15,594. */
export const number = (n: number): string => new Intl.NumberFormat('en').format(n)

type Words<R extends { code: string }> = {
  readonly [C in R['code']]: (facts: Extract<R, { code: C }>) => string
}

const rows: Words<RowReason> = {
  'bad-code': ({ given }) => `the code "${given}" is not nine digits`,
  'duplicate-code': ({ firstLine }) => `the code stands already in line ${firstLine}`,
  'empty-name': () => 'a name is missing',
  'name-too-long': ({ length }) => `a name has ${number(length)} characters`,
  'control-character': () => 'a name holds a control character',
  'unknown-type': ({ given }) =>
    given === '' ? 'no abbreviation tells its type' : `the type "${given}" is not known`,
  'level-contradicts-code': ({ given, byCode }) =>
    `the level is "${given}", but the code is one of ${byCode}`,
  'type-not-at-level': ({ type, level }) => `${type} does not stand at the level ${level}`,
  'akim-contradicts-type': ({ type, akim }) =>
    akim === '' ? `${type} must have an akim` : `the akim "${akim}" does not fit the type ${type}`,
  'parent-missing': ({ parent }) => `the unit above it, ${parent}, is not in the register`,
  'parent-not-above': ({ parent }) => `${parent} does not stand above it by its code`,
  'parent-refused': ({ parent }) => `the unit above it, ${parent}, was refused`,
  'parent-impossible': ({ kind, parentKind }) =>
    parentKind === null
      ? `${kind} must stand under another unit`
      : `${kind} cannot stand under ${parentKind}`,
  'wrong-number-of-cells': ({ cells, columns }) => `${cells} cells where the header has ${columns}`,
  'broken-quotes': () => 'its quotation marks are broken',
  'row-too-long': () => 'the row is too long',
  'code-contradicts-parts': ({ given, parts }) => `the code is ${given}, but its parts spell ${parts}`,
}

const files: Words<FileRefusal> = {
  'empty-file': () => 'the file is empty',
  'file-too-large': ({ limit }) => `the file is larger than ${number(limit / 1024 / 1024)} MB`,
  'not-utf8': () => 'the file is neither UTF-8 text nor an XLSX workbook',
  'missing-column': ({ columns }) => `the header lacks ${columns.join(', ')}`,
  'not-a-workbook': ({ why }) => `not a workbook that can be read (${why})`,
  'too-many-rows': ({ limit }) => `more than ${number(limit)} rows`,
}

const imports: Words<ImportRefusal> = {
  'no-units': () => 'no row could be taken',
  'edition-older-than-last': ({ edition, last }) =>
    `the edition of ${edition} is older than the last one imported, of ${last}`,
  'too-many-vanish': ({ vanishing, held }) =>
    `${number(vanishing)} of ${number(held)} units would vanish: the file seems to be cut off`,
}

const pointFaults: Readonly<Record<PointFault, string>> = {
  'not-on-earth': 'latitude and longitude are no degrees on the globe',
  swapped: 'latitude and longitude seem to be exchanged',
  'outside-country': 'it lies outside the country',
}

const points: Words<PointReason> = {
  'bad-code': ({ given }) => `the code "${given}" is not nine digits`,
  'bad-point': ({ fault }) => pointFaults[fault],
  'listed-before': ({ line }) => `the code stands already in line ${line}`,
  'broken-quotes': () => 'its quotation marks are broken',
  'row-too-long': () => 'the row is too long',
}

const borderFiles: Words<BorderFileRefusal> = {
  'file-too-large': files['file-too-large'],
  'not-json': () => 'the file is not JSON in UTF-8',
  'not-geojson': () => 'the file is JSON, but not a FeatureCollection of GeoJSON',
  'other-coordinate-system': ({ named }) =>
    `the coordinates are not degrees of WGS 84${named === null ? '' : ` (the file names ${named})`}; convert them, for example with ogr2ogr -t_srs EPSG:4326`,
}

const areas: Words<AreaReason> = {
  'no-area': () => 'it has no Polygon or MultiPolygon',
  'broken-ring': () => 'a line of it is not closed or holds something that is no position',
  'bad-point': ({ fault }) => pointFaults[fault],
  'no-name': () => 'it has neither a code nor a name (properties code, name_kk, name_ru, name)',
}

const matches: Words<MatchReason> = {
  'no-such-unit': () => 'no unit of the register has this code or name',
  'several-units': ({ units }) =>
    `several units have this name: ${units.join(', ')}; give it a code or a region`,
  'drawn-before': ({ place }) => `its unit was drawn already by area ${place}`,
}

const say =
  <R extends { code: string }>(words: Words<R>) =>
  (refusal: R): string =>
    (words[refusal.code as R['code']] as (facts: R) => string)(refusal)

export const rowWords = say(rows)
export const fileWords = (refusal: FileRefusal): string => `${refusal.file}: ${say(files)(refusal)}`
export const importWords = say(imports)
export const pointWords = say(points)
export const borderFileWords = (refusal: BorderFileRefusal): string =>
  `${refusal.file}: ${say(borderFiles)(refusal)}`
export const areaWords = say(areas)
export const matchWords = say(matches)
