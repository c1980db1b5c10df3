// A spreadsheet to take away, and the name of one that was brought.
import type { Context } from 'hono'
import { writeCsv } from '#territory'

/** The last part of the name, without signs that turn words around; at most 200 characters. */
export const fileName = (given: string): string =>
  given
    .toWellFormed()
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .slice(-200) || 'file'

/** Rows as a file to save; nothing keeps it on the way. */
export function csvAnswer(c: Context, name: string, rows: readonly (readonly string[])[]): Response {
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name}"`)
  c.header('cache-control', 'no-store')
  return c.body(writeCsv(rows), 200)
}
