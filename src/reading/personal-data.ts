// What must not be published: found, shown, and masked. The offsets are those of the text as it was written.
import { cleanText } from './clean-text.ts'
import { findAddresses } from './find-addresses.ts'
import { findCodes } from './find-codes.ts'
import { findNames } from './find-names.ts'
import { findNumbers } from './find-numbers.ts'
import type { NameList } from './name-list.ts'
import { type Word, wordsOf } from './words-of.ts'

/** `firm` is a number that is public (БИН, a service line): found so that nothing else takes it, never told. */
export type PersonalType =
  'phone' | 'iin' | 'card' | 'iban' | 'address' | 'name' | 'email' | 'plate' | 'document' | 'firm'

/** UTF-16 code units of the written text, end exclusive. */
export type PersonalSpan = {
  readonly start: number
  readonly end: number
  readonly type: Exclude<PersonalType, 'firm'>
}

/** Where two finders claim one place, the earlier in this list has it. */
const order: readonly PersonalType[] = [
  'email',
  'iban',
  'document',
  'card',
  'iin',
  'phone',
  'firm',
  'plate',
  'address',
  'name',
]

type Range = { readonly start: number; readonly end: number }

/** Which words stand in any of these spans of the clean text. */
export const personalIn =
  (spans: readonly Range[]) =>
  ({ start, end }: Word): boolean =>
    spans.some((span) => span.start < end && start < span.end)

/** A clean text with its spans masked: what is understood of it is what is understood of masked words. */
export const maskedClean = (text: string, spans: readonly Range[]): string =>
  spans
    .toReversed()
    .reduce((masked, { start, end }) => `${masked.slice(0, start)}•••${masked.slice(end)}`, text)

/** The personal data of a clean text with its words; `isPlace` tells the words that name places. */
export function personalSpans(
  text: string,
  words: readonly Word[],
  names: NameList,
  isPlace: (at: number) => boolean = () => false,
): { start: number; end: number; type: PersonalType }[] {
  const named = findNames(text, words, names, isPlace)
  const codes = /\d|[@＠]|восемь|плюс|сем[ьи]|сегіз|сегиз|собака|жет[іи]/iu.test(text)
  const numbers = codes ? findNumbers(text) : []
  const found = [
    ...(codes ? [...findCodes(text), ...numbers, ...findAddresses(text, [...named, ...numbers])] : []),
    ...named,
  ].toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || b.end - b.start - (a.end - a.start))
  const kept: { start: number; end: number; type: PersonalType }[] = []
  const taken = new Uint8Array(found.length > 200 ? text.length : 0)
  for (const span of found) {
    const clash =
      taken.length > 0
        ? taken[span.start] === 1 || taken[span.end - 1] === 1
        : kept.some((other) => other.start < span.end && span.start < other.end)
    if (clash) continue
    kept.push(span)
    if (taken.length > 0) taken.fill(1, span.start, span.end)
  }
  return kept.filter(({ type }) => type !== 'firm').toSorted((a, b) => a.start - b.start)
}

/** Finds the personal data of a text as it was written, of any length. */
export function findPersonalData(
  written: string,
  names: NameList,
  isPlace?: (at: number) => boolean,
): PersonalSpan[] {
  const clean = cleanText(written)
  const words = wordsOf(clean.text, Infinity)
  return personalSpans(clean.text, words, names, isPlace).map(({ start, end, type }) => ({
    start: clean.startOf(start),
    end: clean.endOf(end - 1),
    type: type as PersonalSpan['type'],
  }))
}

/** The text for the public: each span replaced by its label; `•••` when none is given. */
export function maskPersonalData(
  written: string,
  spans: readonly PersonalSpan[],
  label: (type: PersonalSpan['type']) => string = () => '•••',
): string {
  let out = ''
  let at = 0
  for (const { start, end, type } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    out += written.slice(at, Math.max(at, start)) + label(type)
    at = end
  }
  return out + written.slice(at)
}
