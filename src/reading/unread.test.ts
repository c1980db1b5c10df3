// Two invented places (unread/) from which nothing was learnt and after which no rule was written: what to expect of the next one.
// What a figure is worth is in docs/quality.md; these bounds only say when it falls. Keep them unread.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyseRequests } from './analyse-requests.ts'
import { withoutMarks } from './learning/examples.ts'
import { readKnowledge } from './read-knowledge.ts'

const knowledge = readKnowledge()

describe.each(['zhanibek', 'qaskeleng'])('%s', (place) => {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, 'unread', `${place}.tsv`), 'utf8')
    .trim()
    .split('\n')
  const rows = lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[head!.split('\t').indexOf(name)]!
    const named = ['problem', 'sphere', 'kind', 'language'] as const
    return {
      ...(Object.fromEntries(named.map((name) => [name, cell(name)])) as Record<
        (typeof named)[number],
        string
      >),
      marked: cell('text'),
    }
  })
  const read = analyseRequests(
    rows.map(({ marked }, at) => ({ id: String(at), text: withoutMarks(marked) })),
    knowledge,
  ).map((one, at) => ({ ...one, row: rows[at]! }))
  const share = (right: (one: (typeof read)[number]) => boolean) => read.filter(right).length / read.length

  test('sphere, kind and language of each request', () => {
    expect(share(({ row, reading }) => row.sphere === reading.sphere)).toBeGreaterThan(0.93)
    expect(share(({ row, reading }) => row.kind === reading.kind)).toBeGreaterThan(0.86)
    expect(share(({ row, reading }) => row.language === reading.language)).toBeGreaterThan(0.98)
  })

  test('groups (B-cubed F1)', () => {
    const problems = read.filter(({ row }) => row.problem !== '-')
    expect(bCubed(problems.map(({ row, grouping }) => [row.problem, grouping.group]))).toBeGreaterThan(0.82)
  })

  test('personal data: nearly all is covered, and little else', () => {
    let told = 0
    let covered = 0
    let masked = 0
    let right = 0
    for (const { row, reading } of read) {
      const spans = spansOf(row.marked)
      const meets = (one: Span, others: readonly Span[]) =>
        others.some(({ start, end }) => start < one.end && one.start < end)
      told += spans.length
      covered += spans.filter((span) => meets(span, reading.personal)).length
      masked += reading.personal.length
      right += reading.personal.filter((span) => meets(span, spans)).length
    }
    expect(covered / told).toBeGreaterThan(0.87)
    expect(right / masked).toBeGreaterThan(0.85)
  })
})

type Span = { readonly start: number; readonly end: number }

/** Where marked words stand in the text without its marks. */
function spansOf(marked: string): Span[] {
  const spans: Span[] = []
  let taken = 0
  for (const found of marked.matchAll(/⟦\w+\|([^⟧]*)⟧/g)) {
    const start = found.index - taken
    spans.push({ start, end: start + found[1]!.length })
    taken += found[0].length - found[1]!.length
  }
  return spans
}

/** Bagga and Baldwin 1998, of pairs of a true and a found label. */
function bCubed(pairs: readonly (readonly [truth: string, found: string])[]): number {
  const together = (at: 0 | 1, label: string) => pairs.filter((pair) => pair[at] === label)
  let precision = 0
  let recall = 0
  for (const [truth, found] of pairs) {
    const both = together(1, found).filter((pair) => pair[0] === truth).length
    precision += both / together(1, found).length / pairs.length
    recall += both / together(0, truth).length / pairs.length
  }
  return (2 * precision * recall) / (precision + recall)
}
