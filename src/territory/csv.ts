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
