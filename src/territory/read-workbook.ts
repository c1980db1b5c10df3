// Reads the first sheet of an XLSX workbook as rows of text: values only, no formula is evaluated, nothing is fetched.
import { BadArchive, openArchive } from './zip.ts'

const mega = 1024 * 1024
/** Unpacked sizes beyond these are no register of territory. */
const limits = { sheet: 48 * mega, strings: 16 * mega, book: mega, rows: 100_000, texts: 500_000, cells: 64 }

export type SheetRow = { readonly line: number; readonly cells: readonly string[] }

/**
 * The rows of the first sheet that have a value, cells by their column.
 *
 * A small reader of our own instead of a library: it unpacks only what it needs, up to a bound, and knows neither
 * entities of documents, nor merged ranges, nor formulas. Throws `BadArchive` for what is no such workbook.
 */
export function readWorkbook(bytes: Buffer): SheetRow[] {
  const archive = openArchive(bytes)
  const sheet = firstSheet(archive.names, (name) => xml(archive.read(name, limits.book)))
  const strings = archive.names.includes('xl/sharedStrings.xml')
    ? sharedStrings(xml(archive.read('xl/sharedStrings.xml', limits.strings)))
    : []
  return rowsOf(xml(archive.read(sheet, limits.sheet)), strings)
}

function xml(bytes: Buffer): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (fault) {
    throw new BadArchive('a part is not UTF-8', { cause: fault })
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new BadArchive('a part declares entities')
  return text
}

/** The path of the sheet that stands first in the book. */
function firstSheet(names: readonly string[], part: (name: string) => string): string {
  const id = /<(?:\w+:)?sheet\b[^<>]*?\b\w+:id="([^"<>]*)"/.exec(part('xl/workbook.xml'))?.[1]
  const links = part('xl/_rels/workbook.xml.rels')
  for (const [link] of links.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)) {
    if (attribute(link, 'Id') !== id) continue
    const target = attribute(link, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    if (names.includes(path)) return path
  }
  throw new BadArchive('no sheet')
}

/** The strings of the book, in order; runs of one string are joined, phonetic readings left out. */
function sharedStrings(text: string): string[] {
  const strings: string[] = []
  for (const { inner } of elements(text, 'si')) {
    strings.push(textOf(inner.split(/<(?:\w+:)?rPh\b/, 1)[0]!))
    if (strings.length > limits.texts) throw new BadArchive('too many texts')
  }
  return strings
}

const textOf = (inner: string): string =>
  elements(inner, 't')
    .map(({ inner }) => decode(inner))
    .toArray()
    .join('')

function rowsOf(text: string, strings: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = []
  let seen = 0
  for (const { head, inner } of elements(text, 'row')) {
    const cells: string[] = []
    for (const cell of elements(inner, 'c')) {
      const column = columnOf(attribute(cell.head, 'r'), cells.length)
      if (column >= limits.cells) break
      cells[column] = valueOf(cell.head, cell.inner, strings)
    }
    if (cells.some((value) => value !== undefined && value !== ''))
      rows.push({ line: Number(attribute(head, 'r')) || seen + 1, cells: Array.from(cells, (c) => c ?? '') })
    seen += 1
    if (seen > limits.rows) throw new BadArchive('too many rows')
  }
  return rows
}

function valueOf(head: string, inner: string, strings: readonly string[]): string {
  const kind = attribute(head, 't')
  if (kind === 'inlineStr') return textOf(inner)
  const value = decode(elements(inner, 'v').next().value?.inner ?? '')
  return kind === 's' ? (strings[Number(value)] ?? '') : value
}

/** Elements of this name that stand in the text, none inside another of its own name; one pass, no backtracking. */
function* elements(text: string, name: ElementName): Generator<{ head: string; inner: string }, undefined> {
  const opening = openings[name]
  for (let at = 0; ;) {
    // Shared by all readings: each says where it stands.
    opening.lastIndex = at
    const start = opening.exec(text)
    if (!start) return undefined
    const from = opening.lastIndex
    const to = start[0].endsWith('/>') ? from : text.indexOf(`</${start[1]}>`, from)
    if (to < 0) throw new BadArchive(`a part breaks off in ${name}`)
    at = to
    yield { head: start[0], inner: text.slice(from, to) }
  }
}

const opening = (name: string) => new RegExp(`<((?:\\w+:)?${name})(?=[\\s/>])[^<>]*>`, 'g')
const openings = { si: opening('si'), t: opening('t'), row: opening('row'), c: opening('c'), v: opening('v') }
type ElementName = keyof typeof openings

function attribute(head: string, name: string): string | undefined {
  const at = head.indexOf(` ${name}="`)
  const start = at + name.length + 3
  return at < 0 ? undefined : head.slice(start, head.indexOf('"', start))
}

/** The column of a cell like `AB12`, from 0; cells without an address follow one another. */
function columnOf(address: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0]
  if (letters === undefined) return next
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (given, hex, decimal, name) => {
    if (name) return entities[name] ?? given
    const point = hex ? parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  })
