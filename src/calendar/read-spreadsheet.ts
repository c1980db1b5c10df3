// A spreadsheet as an office has it, CSV or XLSX by its first bytes: headings, and the lines below them.
import { type Result, done, refuse } from '#kernel'
import { BadArchive, csvRecords, csvRows, openArchive, readWorkbook } from '#territory'

export type Spreadsheet = {
  readonly headers: readonly string[]
  /** Lines as the spreadsheet counts them, from 1; a word for a line that could not be read. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] | string }[]
}

export type SpreadsheetLimits = {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  /** Characters of a cell; what is longer is cut. */
  readonly cell: number
  /** Whether cells hold texts with line ends, which then are kept. */
  readonly texts: boolean
}
export const spreadsheetLimits: SpreadsheetLimits = {
  bytes: 2 * 1024 * 1024,
  rows: 1000,
  columns: 40,
  cell: 500,
  texts: false,
}

export type SpreadsheetRefusal =
  | { readonly code: 'empty-file' }
  | { readonly code: 'file-too-large' }
  | { readonly code: 'has-macros' }
  | { readonly code: 'old-format' }
  | { readonly code: 'not-utf8' }
  | { readonly code: 'not-a-spreadsheet' }
  | { readonly code: 'too-many-rows' }
  | { readonly code: 'no-lines' }

/** Reads the first sheet. Nothing in it is run or fetched; a file with macros is refused whatever it is called. */
export function readSpreadsheet(
  bytes: Buffer,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Result<Spreadsheet, SpreadsheetRefusal> {
  if (bytes.length === 0) return refuse({ code: 'empty-file' })
  if (bytes.length > limits.bytes) return refuse({ code: 'file-too-large' })
  const start = bytes.subarray(0, 4).toString('latin1')
  if (start === '\xd0\xcf\x11\xe0') return refuse({ code: 'old-format' })
  return start.startsWith('PK') ? readXlsx(bytes, limits) : readCsv(bytes, limits)
}

function readXlsx(bytes: Buffer, limits: SpreadsheetLimits): Result<Spreadsheet, SpreadsheetRefusal> {
  try {
    const { names } = openArchive(bytes)
    if (
      names.some(
        (name) => /vbaProject|\.bin$|macrosheets|dialogsheets/i.test(name) && !/printerSettings/i.test(name),
      )
    )
      return refuse({ code: 'has-macros' })
    return sheetOf(readWorkbook(bytes), limits)
  } catch (fault) {
    if (fault instanceof BadArchive) return refuse({ code: 'not-a-spreadsheet' })
    throw fault
  }
}

function readCsv(bytes: Buffer, limits: SpreadsheetLimits): Result<Spreadsheet, SpreadsheetRefusal> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse({ code: 'not-utf8' })
  }
  if (text.trim() === '') return refuse({ code: 'empty-file' })
  if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text)) return refuse({ code: 'not-a-spreadsheet' })
  // Where a comma is the decimal sign, spreadsheets part their cells by semicolons.
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const count = (sign: string) => head.split(sign).length
  const separator = [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0]!
  const rows = (limits.texts ? csvRecords : csvRows)(text, separator)
  // Far beyond the limit nothing has to be read to say so.
  return sheetOf([...rows.take(limits.rows + 100)], limits)
}

function sheetOf(
  rows: Spreadsheet['rows'],
  limits: SpreadsheetLimits,
): Result<Spreadsheet, SpreadsheetRefusal> {
  // The head is the first line with two cells or more: a title may stand above it.
  const at = rows.findIndex(
    ({ cells }) => typeof cells !== 'string' && cells.filter((cell) => cell.trim()).length > 1,
  )
  const head = rows[at]
  if (!head || typeof head.cells === 'string') return refuse({ code: 'not-a-spreadsheet' })
  const lines = rows.slice(at + 1)
  if (lines.length === 0) return refuse({ code: 'no-lines' })
  if (lines.length > limits.rows) return refuse({ code: 'too-many-rows' })
  const tidy = (cells: readonly string[]) =>
    cells.slice(0, limits.columns).map((cell) => tidyCell(cell, limits))
  return done({
    headers: tidy(head.cells),
    rows: lines.map(({ line, cells }) => ({ line, cells: typeof cells === 'string' ? cells : tidy(cells) })),
  })
}

/** Control signs and half letters can stand in no database; white space is folded. */
const tidyCell = (text: string, { cell, texts }: SpreadsheetLimits): string =>
  text
    .toWellFormed()
    .replace(
      texts ? /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu : /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
      ' ',
    )
    .replace(texts ? /[^\S\n]+/g : /\s+/g, ' ')
    .trim()
    .slice(0, cell)
