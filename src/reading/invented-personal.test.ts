// Sentences invented for this product (invented-personal.tsv): who and where is found, what is nobody's secret is left.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPersonalData, maskPersonalData } from './personal-data.ts'
import { readKnowledge } from './read-knowledge.ts'

const { names } = readKnowledge()

/** «Мен [name|Сәуле], …»: the text, and where in it the marked parts stand. */
function marked(line: string) {
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const piece of line.split(/(\[\w+\|[^\]]*\])/)) {
    const mark = /^\[\w+\|([^\]]*)\]$/.exec(piece)
    if (mark) spans.push({ start: text.length, end: text.length + mark[1]!.length })
    text += mark ? mark[1]! : piece
  }
  return { text, spans }
}
const rows = readFileSync(join(import.meta.dirname, 'invented-personal.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => marked(line.split('\t')[1]!))

type Span = { readonly start: number; readonly end: number }
const meet = (one: Span, other: Span) => one.start < other.end && other.start < one.end

/** Recall and precision by overlap, of a finder. */
function judged(find: (text: string) => readonly Span[]) {
  let [met, all, right, found] = [0, 0, 0, 0]
  for (const { text, spans } of rows) {
    const own = find(text)
    all += spans.length
    found += own.length
    met += spans.filter((span) => own.some((one) => meet(span, one))).length
    right += own.filter((one) => spans.some((span) => meet(span, one))).length
  }
  return { recall: met / all, precision: right / found }
}

test('names and addresses of private persons are found, those of officials, streets and shops are left', () => {
  const { recall, precision } = judged((text) => findPersonalData(text, names))
  expect(recall).toBeGreaterThan(0.95)
  expect(precision).toBeGreaterThan(0.98)
})

test('control: without the list of names it falls short', () => {
  const none = {
    first: new Map(),
    surnames: new Set<string>(),
    kin: new Set<string>(),
    famous: new Set<string>(),
  }
  expect(judged((text) => findPersonalData(text, none)).recall).toBeLessThan(0.8)
})

test('masked again, nothing more is found', () => {
  for (const { text } of rows) {
    const once = maskPersonalData(text, findPersonalData(text, names))
    expect(findPersonalData(once, names), once).toEqual([])
  }
})
