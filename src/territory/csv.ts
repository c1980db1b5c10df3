// Comma-separated rows (RFC 4180), one a line: a register has no line breaks in its cells, so a broken row ends with its line.

export type CsvRow = {
  readonly line: number
  readonly cells: readonly string[] | 'broken-quotes' | 'row-too-long'
}

const longestRow = 64 * 1024

/** The rows of a text, its cells parted by one sign, lines counted from 1, empty ones left out. */
export function* csvRows(text: string, separator = ','): Generator<CsvRow> {
  let line = 0
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    const row = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop)
    line += 1
    at = stop + 1
    if (row.length > longestRow) yield { line, cells: 'row-too-long' }
    else if (row.trim() !== '') yield { line, cells: cellsOf(row, separator) ?? 'broken-quotes' }
  }
}

/**
 * The rows of a text whose quoted cells may hold line ends, lines counted from 1 where each row begins, empty ones left out.
 * A row that does not end well is broken, and the line below it begins a new one.
 */
export function* csvRecords(text: string, separator = ','): Generator<CsvRow> {
  let line = 1
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const window = text.slice(at, at + longestRow)
    const record = recordOf(window, separator)
    const cut = record === 'cut' && at + window.length < text.length
    const broken = typeof record === 'string' || record === undefined
    const end = text.indexOf('\n', at)
    const next = broken ? (end < 0 ? text.length : end + 1) : at + record.length
    if (broken) yield { line, cells: cut ? 'row-too-long' : 'broken-quotes' }
    else if (record.cells.length > 1 || record.cells[0]!.trim() !== '') yield { line, cells: record.cells }
    line += broken ? 1 : linesIn(window, record.length)
    at = next
  }
}

type CsvRecord = { readonly cells: readonly string[]; readonly length: number }

/** The row at the start of a text; `cut` when the text ends before it does, `undefined` when its quotes are wrong. */
function recordOf(text: string, separator: string): CsvRecord | 'cut' | undefined {
  const cells: string[] = []
  for (let at = 0; ;) {
    let stop = at
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close < 0) return 'cut'
      cells.push(
        text
          .slice(at + 1, close)
          .replaceAll('""', '"')
          .replaceAll('\r\n', '\n'),
      )
      stop = close + 1
      if (text[stop] === '\r' && (stop + 1 >= text.length || text[stop + 1] === '\n')) stop += 1
      if (stop < text.length && text[stop] !== separator && text[stop] !== '\n') return undefined
    } else {
      while (stop < text.length && text[stop] !== separator && text[stop] !== '\n') stop += 1
      const cell = text.slice(at, text[stop - 1] === '\r' && stop > at ? stop - 1 : stop)
      if (cell.includes('"')) return undefined
      cells.push(cell)
    }
    if (stop >= text.length) return text.length >= longestRow ? 'cut' : { cells, length: text.length }
    if (text[stop] === '\n') return { cells, length: stop + 1 }
    at = stop + 1
  }
}

function linesIn(text: string, length: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < length; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** The cells of one line; `undefined` when a quotation mark opens, closes or stands where it may not. */
function cellsOf(row: string, separator: string): string[] | undefined {
  const cells: string[] = []
  for (let at = 0; ;) {
    const quoted = row[at] === '"'
    const end = quoted ? closingQuote(row, at + 1) + 1 : row.indexOf(separator, at)
    if (quoted && end === 0) return undefined
    const stop = end < 0 ? row.length : end
    const cell = quoted ? row.slice(at + 1, stop - 1).replaceAll('""', '"') : row.slice(at, stop)
    if (quoted ? stop < row.length && row[stop] !== separator : cell.includes('"')) return undefined
    cells.push(cell)
    if (stop >= row.length) return cells
    at = stop + 1
  }
}

function closingQuote(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2))
    if (row[at + 1] !== '"') return at
  return -1
}
