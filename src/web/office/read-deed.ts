// What a posted form says: the fields that a deed needs, or what is wrong with each of them.
import { type LocalDate, parseLocalDate } from '#kernel'
import { type RequestKey, parseRequestKey } from '#receipts'
import type { OfficeWords } from '../words/office/kk.ts'
import type { Typed } from './deed-form.tsx'

export type Posted = { readonly [field: string]: unknown }
export type Wrong = { readonly [field: string]: string | undefined }
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: Wrong }

/** The text fields of a form, trimmed; files and lists are no text. */
export const typedOf = (posted: Posted): Typed =>
  Object.fromEntries(
    Object.entries(posted).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )

/** The words by which a form is known again; what its writer saw is none of them, for he may read the page anew in between. */
export const wordsIn = (typed: object): string =>
  JSON.stringify({ ...typed, key: '', csrf: '', revision: '' })

/** The key of the form and the revision that it saw; without them the page is too old or not ours. */
export function readStamp(typed: Typed): { key: RequestKey; revision: number } | null {
  const key = parseRequestKey(typed['key'])
  const revision = /^\d{1,9}$/.test(typed['revision'] ?? '0') ? Number(typed['revision'] ?? 0) : null
  return key === undefined || revision === null ? null : { key, revision }
}

/** Control signs, which no text of the database may hold (NUL), and marks that turn the words of a page around. */
const unwritable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u

/** A document's number or a reason: there, writable, and not too long. */
export function readWords(typed: Typed, name: 'number' | 'reason', words: OfficeWords): Read<string> {
  const value = typed[name] ?? ''
  const limit = name === 'number' ? 60 : 500
  if (value === '') return { ok: false, wrong: { [name]: words.wrong[name] } }
  if (unwritable.test(value)) return { ok: false, wrong: { [name]: words.wrong.unwritable } }
  if ([...value].length > limit) return { ok: false, wrong: { [name]: words.wrong[`${name}Long`] } }
  return { ok: true, value }
}

/** A day and an hour. */
export function readMoment(typed: Typed, { wrong }: OfficeWords): Read<{ day: LocalDate; start: string }> {
  const day = parseLocalDate(typed['day'])
  const start = typed['start'] ?? ''
  const isClock = /^([01]\d|2[0-3]):[0-5]\d$/.test(start)
  return day && isClock
    ? { ok: true, value: { day, start } }
    : {
        ok: false,
        wrong: { ...(day ? {} : { day: wrong.day }), ...(isClock ? {} : { start: wrong.start }) },
      }
}

/** A new day, hour and reason. */
export function readMove(
  typed: Typed,
  words: OfficeWords,
): Read<{ day: LocalDate; start: string; reason: string }> {
  const moment = readMoment(typed, words)
  const reason = readWords(typed, 'reason', words)
  return moment.ok && reason.ok
    ? { ok: true, value: { ...moment.value, reason: reason.value } }
    : { ok: false, wrong: { ...(moment.ok ? {} : moment.wrong), ...(reason.ok ? {} : reason.wrong) } }
}
