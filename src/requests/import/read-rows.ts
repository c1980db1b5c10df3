// A file of another system as rows: CSV and XLSX as spreadsheets, JSON as a list of things or one thing a line.
import { type Spreadsheet, type SpreadsheetLimits, type SpreadsheetRefusal, readSpreadsheet } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import { mostCharacters } from '../receive-request.ts'

export type RowsRefusal = SpreadsheetRefusal | { readonly code: 'not-json' }

/** What one file may bring; a larger one is divided. */
export const importLimits: SpreadsheetLimits = {
  bytes: 8 * 1024 * 1024,
  rows: 20_000,
  columns: 60,
  // One more than a request may have: what is too long is told, not cut.
  cell: mostCharacters + 1,
  texts: true,
}

/** Reads a file by its first bytes; nothing in it is run or fetched. */
export function readRows(bytes: Buffer): Result<Spreadsheet, RowsRefusal> {
  if (bytes.length > importLimits.bytes) return refuse({ code: 'file-too-large' })
  const start = bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()[0]
  return start === '{' || start === '[' ? readJson(bytes) : readSpreadsheet(bytes, importLimits)
}

type Thing = ReadonlyMap<string, string>
type Row = { readonly line: number; readonly thing: Thing | string }

function readJson(bytes: Buffer): Result<Spreadsheet, RowsRefusal> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse({ code: 'not-utf8' })
  }
  const rows = asOne(text) ?? asLines(text)
  if (!rows) return refuse({ code: 'not-json' })
  if (rows.length === 0) return refuse({ code: 'no-lines' })
  if (rows.length > importLimits.rows) return refuse({ code: 'too-many-rows' })
  const headers: string[] = []
  const known = new Set<string>()
  for (const { thing } of rows)
    for (const name of typeof thing === 'string' ? [] : thing.keys())
      if (!known.has(name) && headers.length < importLimits.columns) {
        known.add(name)
        headers.push(name)
      }
  return done({
    headers,
    rows: rows.map(({ line, thing }) => ({
      line,
      cells: typeof thing === 'string' ? thing : headers.map((name) => thing.get(name) ?? ''),
    })),
  })
}

/** A list of things, or a thing that holds one list of them; rows are counted from 1. */
function asOne(text: string): Row[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const lists = isThing(value)
    ? Object.values(value).filter((one) => Array.isArray(one) && one.some(isThing))
    : []
  const list = Array.isArray(value) ? value : lists.length === 1 ? (lists[0] as unknown[]) : [value]
  // A row too many is enough to say that there are too many.
  return list
    .slice(0, importLimits.rows + 1)
    .map((one: unknown, at) => ({ line: at + 1, thing: isThing(one) ? flat(one) : 'not-a-thing' }))
}

/** One thing a line; `undefined` when the first line is none. */
function asLines(text: string): Row[] | undefined {
  const rows: Row[] = []
  let line = 0
  for (let at = 0; at < text.length && rows.length <= importLimits.rows;) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    line += 1
    const row = text.slice(at, stop).trim()
    at = stop + 1
    if (row === '') continue
    let value: unknown
    try {
      value = JSON.parse(row)
    } catch {
      value = null
    }
    if (rows.length === 0 && !isThing(value)) return undefined
    rows.push({ line, thing: isThing(value) ? flat(value) : 'not-a-thing' })
  }
  return rows.length > 0 ? rows : undefined
}

type Json = Readonly<Record<string, unknown>>
const isThing = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of a thing with what stands there as text; what lies deeper has its way as name, `author.id`, four steps at most. */
function flat(thing: Json, before = '', into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(thing)) {
    if (into.size >= importLimits.columns) break
    const name = `${before}${key.slice(0, 100)}`
    if (isThing(value)) {
      if (name.split('.').length < 4) flat(value, `${name}.`, into)
    } else if (typeof value === 'string') into.set(name, tidy(value))
    else if (typeof value === 'number' || typeof value === 'boolean') into.set(name, String(value))
  }
  return into
}

const tidy = (text: string): string => text.toWellFormed().slice(0, importLimits.cell)
