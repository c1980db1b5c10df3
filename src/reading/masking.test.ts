// The promise of masking: a planted value does not come through, however it is written.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cards,
  emails,
  gaps,
  heads,
  ibans,
  iins,
  lettered,
  phones,
  plainDigits,
  plainSigns,
  plates,
  spokenPhones,
  tails,
  written,
} from '../../test/planted-data.ts'
import { findCodes } from './find-codes.ts'
import { findNumbers } from './find-numbers.ts'
import { findPersonalData, maskPersonalData } from './personal-data.ts'
import { makeNameList } from './name-list.ts'
import { readKnowledge } from './read-knowledge.ts'

const { names } = readKnowledge()
const masked = (text: string) => maskPersonalData(text, findPersonalData(text, names))

type Planted = {
  readonly values: fc.Arbitrary<string>
  readonly seen: (text: string, value: string) => boolean
  readonly between?: readonly string[]
}
const numberSeen = (text: string, value: string) => plainDigits(text).includes(plainDigits(value).slice(-7))
const signsSeen = (text: string, value: string) => plainSigns(text).includes(plainSigns(value))
const planted: Record<string, Planted> = {
  telephone: { values: phones, seen: numberSeen },
  IIN: { values: iins, seen: numberSeen },
  card: { values: cards, seen: numberSeen },
  IBAN: { values: ibans, seen: (text, value) => plainSigns(text).includes(plainSigns(value).slice(-8)) },
  plate: { values: plates, seen: signsSeen, between: gaps.ofPlates },
  'e-mail': {
    values: emails,
    seen: (text, value) => signsSeen(text, value.split('@')[0]!),
    between: gaps.ofMail,
  },
}

test.each(Object.entries(planted))('no planted %s comes through', (_, { values, seen, between }) => {
  fc.assert(
    fc.property(heads, written(values, between), tails, (head, { value, text }, tail) => {
      expect(seen(masked(head + text + tail), value)).toBe(false)
    }),
    { numRuns: 1500 },
  )
})

test('nor in two values of one text, one beside the other', () => {
  fc.assert(
    fc.property(
      written(phones),
      fc.constantFrom(', ', ' және ', '; ', '\n'),
      written(iins),
      (one, gap, other) => {
        const out = masked(`Байланыс: ${one.text}${gap}${other.text}`)
        expect(numberSeen(out, one.value)).toBe(false)
        expect(numberSeen(out, other.value)).toBe(false)
      },
    ),
    { numRuns: 1500 },
  )
})

test('nor with letters in place of digits', () => {
  fc.assert(
    fc.property(heads, lettered(fc.oneof(phones, iins)), tails, (head, { value, text }, tail) => {
      const out = masked(head + text + tail)
      expect(out).not.toContain(text.slice(-7))
      expect(numberSeen(out, value)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('nor said in words', () => {
  fc.assert(
    fc.property(heads, spokenPhones, tails, (head, { groups, text }, tail) => {
      const out = masked(`${head} ${text} ${tail}`)
      for (const two of [groups.slice(0, 2), groups.slice(-2)])
        if (two.join(' ').length > 9) expect(out.replace(/[^\p{L}]+/gu, ' ')).not.toContain(two.join(' '))
    }),
    { numRuns: 1000 },
  )
})

test('numbers that are masked stay as they are when they are masked again', () => {
  const none = makeNameList([])
  const maskedNumbers = (text: string) => maskPersonalData(text, findPersonalData(text, none))
  fc.assert(
    fc.property(heads, written(fc.oneof(phones, iins, cards, ibans)), tails, (head, { text }, tail) => {
      const once = maskedNumbers(`${head + text + tail} ${text}`)
      expect(maskedNumbers(once)).toBe(once)
    }),
    { numRuns: 500 },
  )
})

test('control: finders that see the text as it is written, not as it is read, are caught', () => {
  const careless = (text: string) =>
    [...findCodes(text), ...findNumbers(text)]
      .toSorted((a, b) => b.start - a.start)
      .reduce((left, { start, end }) => `${left.slice(0, start)}•••${left.slice(end)}`, text)
  for (const { values, seen, between } of Object.values(planted))
    expect(() =>
      fc.assert(
        fc.property(written(values, between), ({ value, text }) => {
          expect(seen(careless(text), value)).toBe(false)
        }),
      ),
    ).toThrow()
})

test('control: without the check of letters for digits they are caught', () => {
  const naive = (text: string) => text.replace(/\d{11,16}/g, '•••')
  expect(() =>
    fc.assert(
      fc.property(lettered(phones), ({ value, text }) => {
        expect(numberSeen(naive(text), value) || naive(text).includes(text.slice(-7))).toBe(false)
      }),
    ),
  ).toThrow()
})
