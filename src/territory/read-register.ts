// Reads the files of the classifier: the CSV layout with named columns, and the workbook of the statistics bureau.
import { type Result, done, refuse } from '#kernel'
import { type CsvRow, csvRows } from './csv.ts'
import type { RefusedRow, RegisterRow, RowReason } from './kato.ts'
import { cleanName, readPublishedName } from './published-name.ts'
import { readWorkbook } from './read-workbook.ts'
import { levelOf } from './source-type.ts'
import { BadArchive } from './zip.ts'

/** Why a file was refused whole. */
export type FileRefusal =
  | { code: 'empty-file'; file: string }
  | { code: 'file-too-large'; file: string; limit: number }
  | { code: 'not-utf8'; file: string }
  | { code: 'missing-column'; file: string; columns: readonly string[] }
  | { code: 'not-a-workbook'; file: string; why: string }
  | { code: 'too-many-rows'; file: string; limit: number }

export type RegisterFile = { readonly rows: RegisterRow[]; readonly refused: RefusedRow[] }

/** No classifier comes near these. */
export const largestFile = 64 * 1024 * 1024
const mostRows = 100_000

const csvColumns = [
  'code',
  'parent',
  'level',
  'type',
  'akim',
  'name_kk',
  'name_ru',
  'short_kk',
  'short_ru',
] as const
/** Columns of the bureau's workbook (law.md §4.1); `k` and `nn`, of unknown meaning, are not read. */
const sheetColumns = ['te', 'ab', 'cd', 'ef', 'hij', 'name_kaz', 'name_rus'] as const

/** Reads one file, XLSX or CSV by its first bytes. Refuses the whole file or single rows of it. */
export function readRegisterFile(file: string, bytes: Buffer): Result<RegisterFile, FileRefusal> {
  if (bytes.length > largestFile) return refuse({ code: 'file-too-large', file, limit: largestFile })
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readSheet(file, bytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse({ code: 'not-utf8', file })
  }
  return text.trim() === '' ? refuse({ code: 'empty-file', file }) : readCsv(file, text)
}

function readCsv(file: string, text: string): Result<RegisterFile, FileRefusal> {
  const refused: RefusedRow[] = []
  const rows: RegisterRow[] = []
  let header: string[] | undefined
  for (const { line, cells } of csvRows(text)) {
    if (!header) {
      header = Array.isArray(cells) ? cells.map((name: string) => name.trim()) : []
      const absent = csvColumns.filter((name) => !header!.includes(name))
      if (absent.length > 0) return refuse({ code: 'missing-column', file, columns: absent })
      continue
    }
    const reason = faultOfRow(cells, header.length)
    if (reason) refused.push({ file, line, unit: '', reason })
    else rows.push({ file, line, ...csvRow(cellBy(header, cells as readonly string[])) })
    if (rows.length + refused.length > mostRows)
      return refuse({ code: 'too-many-rows', file, limit: mostRows })
  }
  return done({ rows, refused })
}

function faultOfRow(cells: CsvRow['cells'], columns: number): RowReason | undefined {
  if (typeof cells === 'string') return { code: cells }
  return cells.length === columns
    ? undefined
    : { code: 'wrong-number-of-cells', cells: cells.length, columns }
}

const cellBy = (header: readonly string[], cells: readonly string[]) => (name: string) =>
  cells[header.indexOf(name)]?.trim() ?? ''

function csvRow(cell: (name: string) => string): Omit<RegisterRow, 'file' | 'line'> {
  const [level, type] = [cell('level'), cell('type')]
  const repair = type === 'village' ? unslip(cell('src_kk')) : (text: string) => text
  return {
    code: cell('code'),
    parent: cell('parent'),
    level,
    type,
    akim: cell('akim'),
    name: { kk: repair(cleanName(cell('name_kk'))), ru: cleanName(cell('name_ru')) },
    short: { kk: repair(cleanName(cell('short_kk'))), ru: cleanName(cell('short_ru')) },
  }
}

/**
 * Takes back what went wrong when the layout's full Kazakh names were written out from the published ones:
 * "Ақсуат а." became "Ақсуат атындағы ауылы", and a village mark without its dot stayed in the name.
 */
const unslip = (published: string) => (text: string) => {
  const named = published === '' || /(?:^|\s)ат(?:ын)?\.|атындағы/.test(published)
  const straight = named ? text : text.replace(' атындағы ', ' ')
  return straight.replace(/^а\.(?=\p{Lu})/u, '').replace(/ [ас](?= ауылы$|$)/, '')
}

function readSheet(file: string, bytes: Buffer): Result<RegisterFile, FileRefusal> {
  let sheet: ReturnType<typeof readWorkbook>
  try {
    sheet = readWorkbook(bytes)
  } catch (fault) {
    if (!(fault instanceof BadArchive)) throw fault
    return refuse({ code: 'not-a-workbook', file, why: fault.message })
  }
  const [head, ...body] = sheet
  const header = (head?.cells ?? []).map((name) => name.trim().toLowerCase())
  const absent = sheetColumns.filter((name) => !header.includes(name))
  if (absent.length > 0) return refuse({ code: 'missing-column', file, columns: absent })

  const refused: RefusedRow[] = []
  const rows: RegisterRow[] = []
  for (const { line, cells } of body) {
    const cell = cellBy(header, cells)
    const code = cell('te')
    const parts = codeOfParts(cell)
    if (parts !== undefined && parts !== code)
      refused.push({
        file,
        line,
        unit: code.slice(0, 20),
        reason: { code: 'code-contradicts-parts', given: code, parts },
      })
    else rows.push({ file, line, ...publishedRow(code, cell('name_kaz'), cell('name_rus')) })
  }
  return done({ rows: nameCities(rows), refused })
}

/** The code that the columns ab, cd, ef, hij spell; `undefined` when they are left empty. */
function codeOfParts(cell: (name: string) => string): string | undefined {
  const parts = ['ab', 'cd', 'ef', 'hij'].map(cell)
  if (parts.every((part) => part === '')) return undefined
  return parts.map((part, i) => part.padStart(i === 3 ? 3 : 2, '0')).join('')
}

/** A row of which only the code and the published names are known; the rest is found by rule. */
export function publishedRow(code: string, kk: string, ru: string): Omit<RegisterRow, 'file' | 'line'> {
  const found = readPublishedName(levelOf(code), kk, ru)
  const bare = { kk: cleanName(kk), ru: cleanName(ru) }
  return {
    code,
    parent: undefined,
    level: undefined,
    type: found?.type,
    akim: undefined,
    name: found?.name ?? bare,
    short: found?.short ?? bare,
  }
}

/** An administration row of a city is an adjective in Russian ("Шуская г.а."): the city itself stands below it. */
function nameCities(rows: readonly RegisterRow[]): RegisterRow[] {
  const cities = new Map(rows.filter(({ type }) => type === 'city').map((row) => [row.code, row]))
  return rows.map((row) => {
    const city = row.type === 'city_of_district' ? cities.get(`${row.code.slice(0, 6)}100`) : undefined
    return city ? { ...row, name: city.name, short: city.short } : row
  })
}
