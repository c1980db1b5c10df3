import { expect, test } from 'vitest'
import { featuresOf } from './grouping/features-of.ts'
import { Grouper } from './grouping/group-requests.ts'
import { findPersonalData } from './personal-data.ts'
import { PlaceNames } from './place-names.ts'
import { readKnowledge } from './read-knowledge.ts'
import { readRequest } from './read-request.ts'

const knowledge = readKnowledge()
const read = (text: string) => readRequest(text, { ...knowledge, places: new PlaceNames() })
const newGroup = () => {
  let opened = 0
  return () => `g${++opened}`
}

// A text that took quadratic time would run for hours: the limit of the runner is the bound.
test.each([
  ['a megabyte of emoji', '😀👍🏽'.repeat(120_000)],
  ['bidirectional marks', '\u202eсу жоқ\u202c \u2066'.repeat(60_000)],
  ['zero-width letters', 'с\u200bу\u200d '.repeat(150_000)],
  ['combining marks', `а${'\u0301'.repeat(400_000)}`],
  ['one endless word', 'қ'.repeat(500_000)],
  ['digits', '8'.repeat(400_000)],
  ['digits with gaps', '8 7 '.repeat(150_000)],
  ['dashes and digits', '1-'.repeat(250_000)],
  ['at signs', 'a@'.repeat(250_000)],
  ['letters before an at sign', `${'a'.repeat(300_000)}@`],
  ['capitals with full stops', 'А.Б. '.repeat(120_000)],
  ['streets', 'ул. Мира 5, '.repeat(40_000)],
  ['numerals', 'восемь семьсот '.repeat(40_000)],
  ['question marks', '?!.'.repeat(200_000)],
  ['SQL and HTML', `'; DROP TABLE requests; -- <script>alert(1)</script> `.repeat(10_000)],
  ['nothing', ''],
  ['no language', '1234 :) --- ...'],
  ['halves of letters', '\ud83d'.repeat(1000)],
])('%s is read in bounded time', { timeout: 60_000 }, (_, text) => {
  const reading = read(text)
  expect(reading.kind).toBeDefined()
  for (const { start, end } of reading.personal) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(start).toBeLessThan(end)
  }
})

test('a number at the end of a long text is found', () => {
  const text = `${'су жоқ, '.repeat(40_000)} тел 8 701 234 56 78`
  const spans = findPersonalData(text, knowledge.names)
  expect(text.slice(spans.at(-1)!.start, spans.at(-1)!.end)).toBe('8 701 234 56 78')
})

test('ten thousand copies are one group, each a copy of the first', () => {
  const grouper = new Grouper(newGroup())
  const features = featuresOf(read('Ақтоғай ауылында су жоқ, құбыр жарылып жатыр, жөндеп беріңіздер'))
  const first = grouper.add('r0', features)
  for (let at = 1; at < 10_000; at++) {
    const { group, copyOf } = grouper.add(`r${at}`, features)
    expect(group).toBe(first.group)
    expect(copyOf).toBe('r0')
  }
  expect(grouper.membersOf(first.group)).toHaveLength(10_000)
})

test('a text in look-alike letters is read as what it looks like', () => {
  // Latin a, o, c, e, p among Cyrillic ones.
  expect(read('Aуылдa cу жoқ, құбыp жарылған').sphere).toBe('water')
})
