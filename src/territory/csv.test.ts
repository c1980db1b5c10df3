// Rows whose cells hold texts: line ends inside quotes, rows that do not end well, and what was written is read back.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRecords } from './csv.ts'
import { writeCsv } from './write-csv.ts'

const cell = fc.string({ unit: fc.constantFrom('a', 'ж', '"', ';', ',', '\n', ' ', '=', '🏔'), maxLength: 8 })
const written = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })

test('property: what is written is read back, save an apostrophe before what would be run', () => {
  fc.assert(
    fc.property(written, (rows) => {
      const read = [...csvRecords(writeCsv(rows), ';')].map(({ cells }) => cells)
      expect(read).toEqual(rows.map((cells) => cells.map((one) => (one.startsWith('=') ? `'${one}` : one))))
    }),
  )
})

test('property: lines are counted, and every line lies in one row', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r\n'), maxLength: 60 }), (text) => {
      const lines = [...csvRecords(text, ';')].map(({ line }) => line)
      expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b))
      expect(lines.at(-1) ?? 1).toBeLessThanOrEqual(text.split('\n').length)
    }),
  )
})

test('a row that does not end well is broken, and the line below it begins anew', () => {
  const rows = ['a;b', '1;"open', '2;x', '3;"closed" y', '4;z'].join('\r\n')
  expect([...csvRecords(rows, ';')]).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: 'broken-quotes' },
    { line: 3, cells: ['2', 'x'] },
    { line: 4, cells: 'broken-quotes' },
    { line: 5, cells: ['4', 'z'] },
  ])
  const long = `a;b\n1;"${'x'.repeat(70_000)}"\n2;y\n`
  expect([...csvRecords(long, ';')].map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    'row-too-long',
    ['2', 'y'],
  ])
})
