// Reads where units lie: CSV with a code, a latitude and a longitude in each row.
import { type Result, done, refuse } from '#kernel'
import { type CsvRow, csvRows } from './csv.ts'
import { type Point, type PointFault, pointFault } from './point.ts'
import { type FileRefusal, largestFile } from './read-register.ts'
import { type UnitCode, isUnitCode } from './unit.ts'

export type PointReason =
  | { code: 'bad-code'; given: string }
  | { code: 'bad-point'; fault: PointFault }
  | { code: 'listed-before'; file: string; line: number }
  | { code: Extract<CsvRow['cells'], string> }

export type RefusedPoint = {
  readonly file: string
  readonly line: number
  readonly unit: string
  readonly reason: PointReason
}

export type PointRow = {
  readonly file: string
  readonly line: number
  readonly unit: UnitCode
  readonly point: Point
}

const columns = ['code', 'lat', 'lon'] as const
const mostRows = 100_000

/** Reads a CSV file with the columns code, lat and lon; other columns are left alone. */
export function readPointFile(
  file: string,
  bytes: Buffer,
): Result<{ rows: PointRow[]; refused: RefusedPoint[] }, FileRefusal> {
  if (bytes.length > largestFile) return refuse({ code: 'file-too-large', file, limit: largestFile })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse({ code: 'not-utf8', file })
  }
  if (text.trim() === '') return refuse({ code: 'empty-file', file })
  const rows: PointRow[] = []
  const refused: RefusedPoint[] = []
  let at: readonly number[] | undefined
  for (const { line, cells } of csvRows(text)) {
    if (!at) {
      const header = typeof cells === 'string' ? [] : cells.map((name) => name.trim())
      const missing = columns.filter((name) => !header.includes(name))
      if (missing.length > 0) return refuse({ code: 'missing-column', file, columns: missing })
      at = columns.map((name) => header.indexOf(name))
      continue
    }
    const row =
      typeof cells === 'string' ? { code: cells } : rowOf(at.map((column) => cells[column]?.trim() ?? ''))
    if ('point' in row) rows.push({ file, line, ...row })
    else
      refused.push({
        file,
        line,
        unit: typeof cells === 'string' ? '' : (cells[at[0]!] ?? '').slice(0, 20),
        reason: row,
      })
    if (rows.length + refused.length > mostRows)
      return refuse({ code: 'too-many-rows', file, limit: mostRows })
  }
  return done({ rows, refused })
}

function rowOf([code, lat, lon]: readonly string[]): { unit: UnitCode; point: Point } | PointReason {
  if (!isUnitCode(code)) return { code: 'bad-code', given: (code ?? '').slice(0, 20) }
  // An empty cell would read as 0.
  const number = (cell: string | undefined) => (cell ? Number(cell) : Number.NaN)
  const point = { latitude: number(lat), longitude: number(lon) }
  const fault = pointFault(point)
  return fault ? { code: 'bad-point', fault } : { unit: code, point }
}

/** Rows of several files as one list: the first that knows a unit counts. */
export function firstOfEach(rows: readonly PointRow[]): { rows: PointRow[]; refused: RefusedPoint[] } {
  const first = new Map<UnitCode, PointRow>()
  const refused: RefusedPoint[] = []
  for (const row of rows) {
    const before = first.get(row.unit)
    if (!before) first.set(row.unit, row)
    // Two files may know one place; twice in one file is a slip.
    else if (before.file === row.file)
      refused.push({ ...pick(row), reason: { code: 'listed-before', file: before.file, line: before.line } })
  }
  return { rows: [...first.values()], refused }
}

const pick = ({ file, line, unit }: PointRow) => ({ file, line, unit })
