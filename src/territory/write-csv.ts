// Rows for a spreadsheet: UTF-8 with its mark, and no cell that a spreadsheet would run.

/** A cell that begins like a formula gets an apostrophe before it (CWE-1236). */
const safe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => `"${safe(cell).replaceAll('"', '""')}"`

/** Semicolons: where a comma is the decimal sign, spreadsheets open nothing else by a double click. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`
