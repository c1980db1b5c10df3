// Reasons as people read them: whole words of the request, never a stem.
import { expect, test } from 'vitest'
import { analyseRequests } from './analyse-requests.ts'
import { quoteReason } from './quote-reason.ts'
import { readKnowledge } from './read-knowledge.ts'

test('words, names and numbers are quoted as they stand in the text', () => {
  const text = 'Екпін ауылы, Абай көшесінің жолы: №2 мектепке су ҚҰБЫРЫ керек. Құбыры тозған!'
  for (const [kind, what, quotes] of [
    ['words', 'жол, кубир, жок', ['жолы', 'ҚҰБЫРЫ']],
    ['street', 'аба', ['Абай']],
    ['place', 'екпин', ['Екпін']],
    ['place', 'name екпін', ['Екпін']],
    ['institution', 'school:2', ['2 мектепке']],
    ['institution', 'school:3', []],
    ['concept', 'water-supply', []],
  ] as const)
    expect([kind, what, quoteReason(text, { kind, what })]).toEqual([kind, what, quotes])
  expect(quoteReason('в\u2060оды', { kind: 'words', what: 'вод' })).toEqual(['в\u2060оды'])
})

test('what the grouping says of a pipe and a road has words for each of its reasons', () => {
  const texts = [
    'Кокжайыкта құбыр жарылды, су жоқ, Сейфуллин көшесі мұз болып қатып қалды',
    'Көкжайықта құбырдан су ағып жатыр, Сейфуллин көшесінде жол жоқ',
    'В Кокжайыке опять прорвало трубу на улице Сейфуллина, дороги нет, воды нет',
  ].map((text, at) => ({ id: String(at), text }))
  const reasons = analyseRequests(texts, readKnowledge()).flatMap(({ id, grouping }) =>
    grouping.reasons
      .filter(({ kind }) => kind !== 'concept')
      .map((reason) => ({ reason, text: texts[Number(id)]!.text })),
  )
  expect(reasons.length).toBeGreaterThan(2)
  for (const { reason, text } of reasons) {
    const quotes = quoteReason(text, reason)
    expect([reason, quotes.length > 0]).toEqual([reason, true])
    for (const quote of quotes) expect(text).toMatch(new RegExp(`(?<!\\p{L})${quote}(?!\\p{L})`, 'u'))
  }
})
