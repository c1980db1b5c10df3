// Every provision is told in every language, in words and not in the names of its data; so are its examples.
import { describe, expect, test } from 'vitest'
import { type Language, languages, localDate } from '#kernel'
import { type Law, type Provision, factTypes, readActs } from '#law'
import type { Assets } from '../../assets.ts'
import type { Here } from '../../here.ts'
import { formats } from '../../words/format.ts'
import { catalogues } from '../../words/index.ts'
import { exampleNames } from '../example-names.ts'
import { factWords } from '../fact-words.ts'
import { ruleLines } from './rule-lines.ts'

const law = readActs(`${import.meta.dirname}/../../../../acts`)
const readings = law.doubts.flatMap(({ id, readings }) => readings.map((reading) => ({ [id]: reading.id })))

const hereIn = (language: Language, words = catalogues[language]): Here => ({
  language,
  words,
  format: formats[language],
  path: '/',
  today: localDate('2026-09-14'),
  assets: undefined as unknown as Assets,
  demonstration: false,
})

/** Names of the data that a reader must not see: Latin letters in Kazakh and Russian, words with signs in English. */
function leaksIn(language: Language, text: string): string[] {
  const common = /\b(undefined|null|NaN|true|false)\b|\[object/
  if (common.test(text)) return [text]
  if (language !== 'en') return /[a-z]{2,}/i.test(text.replaceAll(/AMB-\d\d/g, '')) ? [text] : []
  const codes = factTypes.filter((type) => type.includes('-'))
  return /\w_\w/.test(text) || codes.some((code) => text.includes(code)) ? [text] : []
}

const sentencesOf = (here: Here, of: Law, provision: Provision): string[] =>
  ruleLines(here, of, provision).flatMap(({ sentences }) => sentences)

describe.each(languages)('in %s', (language) => {
  const here = hereIn(language)

  test('every provision has sentences, and what is needed comes first', () => {
    expect(law.provisions.length).toBeGreaterThanOrEqual(153)
    expect(law.provisions.filter((one) => ruleLines(here, law, one)[0]?.topic !== 'what')).toEqual([])
    expect(law.provisions.flatMap((one) => leaksIn(language, sentencesOf(here, law, one).join(' ')))).toEqual(
      [],
    )
  })

  test('every reading of a doubt has its sentences too', () => {
    const told = readings.flatMap((taken) => {
      const other = law.reread(taken)
      return other.provisions.flatMap((one) => leaksIn(language, sentencesOf(here, other, one).join(' ')))
    })
    expect(told).toEqual([])
  })

  test('the facts of every example are told', () => {
    const told = law.provisions.flatMap(({ examples }) =>
      examples.flatMap((example) =>
        example.given.facts.map((fact) => factWords(here, fact, exampleNames(here, example))),
      ),
    )
    expect(told.length).toBeGreaterThan(300)
    expect(told.flatMap((one) => leaksIn(language, one))).toEqual([])
  })

  test('control: a word that is missing from the catalogue is found', () => {
    const { 'official-site': _, ...word } = here.words.record.word
    const words = { ...here.words, record: { ...here.words.record, word } } as unknown as Here['words']
    const poor = hereIn(language, { ...words, fact: { ...words.fact, 'plan-published': 'plan-published' } })
    expect(
      law.provisions.flatMap((one) => leaksIn(language, sentencesOf(poor, law, one).join(' '))).length,
    ).toBeGreaterThan(0)
  })
})

test('a parameter is a sentence: what another reading changes in a rule changes its words', () => {
  const here = hereIn('ru')
  const silent = law.provisions.flatMap((provision) =>
    provision.doubts.flatMap(({ id, changes }) =>
      changes.flatMap((reading) => {
        const other = law.reread({ [id]: reading })
        const changed = other.provision(provision.id)!
        const isSame = JSON.stringify(changed.rule) === JSON.stringify(provision.rule)
        return !isSame &&
          sentencesOf(here, other, changed).join() === sentencesOf(here, law, provision).join()
          ? [`${provision.id} ${id} ${reading}`]
          : []
      }),
    ),
  )
  expect(silent).toEqual([])
})

test('the term of a notice, of a report and of a calendar, word by word', () => {
  const told = (id: string, language: Language, taken = {}) => {
    const read = law.reread(taken)
    return ruleLines(hereIn(language), read, read.provision(id)!)
      .find(({ topic }) => topic === 'when')
      ?.sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '))
  }
  expect(told('A826-3.4.d.1', 'ru')).toEqual([
    'Последний годный день: за 14 дней до встречи.',
    'При строгом чтении на 1 день раньше.',
  ])
  expect(told('A826-3.4.d.1', 'ru', { 'AMB-04': 'strict' })).toEqual([
    'Последний годный день: за 15 дней до встречи.',
    'При мягком чтении на 1 день позже.',
  ])
  expect(told('A863-2.1', 'kk')).toEqual([
    'Соңғы жарамды күн: алдыңғы жылғы 1 желтоқсан.',
    'Қатаң оқығанда: алдыңғы жылғы 30 қараша.',
  ])
  expect(told('A863-3.7.c', 'en')?.slice(0, 2)).toEqual([
    'Last good day: quarter 1 — 30 June, quarter 2 — 30 September, quarter 3 — 31 December, quarter 4 — 31 March of the next year.',
    'By the strict reading: quarter 1 — 25 April, quarter 2 — 25 July, quarter 3 — 25 October, quarter 4 — 25 January of the next year.',
  ])
})
