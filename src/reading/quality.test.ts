// Requests invented for this product (invented-requests.tsv): what was once understood stays understood.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyseRequests } from './analyse-requests.ts'
import { readKnowledge } from './read-knowledge.ts'

type Row = Record<'set' | 'problem' | 'sphere' | 'kind' | 'level' | 'text', string>
const [head = '', ...lines] = readFileSync(join(import.meta.dirname, 'invented-requests.tsv'), 'utf8')
  .trim()
  .split('\n')
const rows = lines.map(
  (line) => Object.fromEntries(line.split('\t').map((cell, at) => [head.split('\t')[at], cell])) as Row,
)
const knowledge = readKnowledge()

const analysed = (set: string) => {
  const own = rows.filter((row) => row.set === set)
  const read = analyseRequests(
    own.map(({ text }, at) => ({ id: String(at), text })),
    knowledge,
  )
  return own.map((row, at) => ({ row, ...read[at]! }))
}
const share = <T>(list: readonly T[], right: (one: T) => boolean): number =>
  list.filter(right).length / list.length

test.each([
  ['single', 0.85],
  ['district', 0.85],
  ['city', 0.8],
  ['steppe', 0.85],
  ['oil', 0.9],
  ['suburb', 0.84],
  ['village', 0.87],
  ['north', 0.85],
  ['river', 0.75],
  ['plain', 0.9],
])('sphere, kind and level of the set "%s"', (set, levels) => {
  const all = analysed(set)
  expect(share(all, ({ row, reading }) => row.sphere === reading.sphere)).toBeGreaterThan(
    ['north', 'plain'].includes(set) ? 0.86 : 0.93,
  )
  expect(share(all, ({ row, reading }) => row.kind === reading.kind)).toBeGreaterThan(0.85)
  const problems = all.filter(({ row }) => row.level !== '-')
  expect(share(problems, ({ row, reading }) => row.level === reading.level)).toBeGreaterThan(levels)
})

test('sentences that only hint at their sphere (invented-hints.tsv)', () => {
  const hints = readFileSync(join(import.meta.dirname, 'invented-hints.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string])
  const read = analyseRequests(
    hints.map(([, text], at) => ({ id: String(at), text })),
    knowledge,
  )
  expect(share(read, ({ id, reading }) => reading.sphere === hints[Number(id)]![0])).toBeGreaterThan(0.9)
})

test.each([
  ['district', 0.95],
  ['city', 0.95],
  ['steppe', 0.95],
  ['oil', 0.92],
  ['suburb', 0.9],
  ['village', 0.92],
])('problems of the set "%s" (B-cubed F1)', (set, least) => {
  const all = analysed(set).filter(({ row }) => row.problem !== 'n')
  let precision = 0
  let recall = 0
  for (const { row, grouping } of all) {
    const together = all.filter((other) => other.grouping.group === grouping.group)
    const truly = all.filter((other) => other.row.problem === row.problem)
    const both = together.filter((other) => other.row.problem === row.problem).length
    precision += both / together.length / all.length
    recall += both / truly.length / all.length
  }
  expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(least)
})

test('nothing private is seen where nothing private is', () => {
  const numbers = /\d[\d\s]{8,}/
  for (const { row, reading } of [...analysed('single'), ...analysed('city')])
    if (!numbers.test(row.text)) expect(reading.personal, row.text).toEqual([])
})
