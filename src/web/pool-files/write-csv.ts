// Rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8; no text is read as a formula.
import type { Cell } from './write-xlsx.ts'

export const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`

/** A spreadsheet takes what begins like this for a formula; an apostrophe before it makes it a text (OWASP). */
const formula = /^[\s\u200b\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell.replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '')
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
