// A statutory fact in words: what it is, on which day, and what its members say.
import { type LocalDate, type Period, parseInstant, parseLocalDate } from '#kernel'
import { type Fact, type FactType, factShapes } from '#law'
import { localDay } from '#territory'
import type { Here } from '../here.ts'
import { periodName } from './act-name.ts'
import { bodyName, flagOf, listed, memberName, wordName } from './rule/vocabulary.ts'

/** How the things that a fact points at are called; null for what needs no name here. */
export type Names = {
  readonly office: (id: string) => string
  readonly unit: (code: string) => string
  /** A meeting, demand, issue … by its id. */
  readonly thing: (id: string) => string | null
}

type Shapes = typeof factShapes
type Shape = { [T in FactType]: Shapes[T][keyof Shapes[T]] }[FactType]
type Held = Extract<Shape, string>

/** Members that speak for themselves, without a label before them. */
const plain = new Set([
  'office',
  'unit',
  'status',
  'form',
  'channel',
  'kind',
  'period',
  'decision',
  'body',
  'minutes',
  'meeting',
  'demand',
  'issue',
  'correction',
])
/** What is so in most cases and is told only when it is otherwise. */
const ordinary: Readonly<Record<string, unknown>> = { in_calendar: true, held_by: 'holder' }

/** "объявление опубликовано (официальный сайт)". */
export function factWords(here: Here, fact: Fact, names: Names): string {
  const members = fact as unknown as Readonly<Record<string, unknown>>
  const details = Object.entries(factShapes[fact.type] as Readonly<Record<string, Shape>>).flatMap(
    ([key, shape]) => {
      const name = key.replace('?', '')
      const value = members[name]
      if (value === undefined || name === 'id' || name === 'day' || value === ordinary[name]) return []
      const told = valueWords(here, names, name, shape, value)
      if (told === null) return []
      return [
        plain.has(name) || shape === 'flag' || (shape === 'day' && name === 'to')
          ? told
          : here.words.record.by(memberName(here, name), told),
      ]
    },
  )
  const name = here.words.fact[fact.type]
  return details.length === 0 ? name : here.words.record.with(name, here.words.site.list(details))
}

/** The local day of a fact; facts of a meeting without a day of their own have none. */
export function factDay(fact: Fact): LocalDate | null {
  const { day, at, from } = fact as { day?: string; at?: string; from?: string }
  const text = day ?? at ?? from
  const plainDay = parseLocalDate(text)
  if (plainDay) return plainDay
  const instant = parseInstant(text)
  return instant ? localDay(instant, null) : null
}

function valueWords(here: Here, names: Names, name: string, shape: Shape, value: unknown): string | null {
  if (typeof shape !== 'string')
    return Array.isArray(value) ? wordsOrBlank(here, value as string[]) : wordName(here, String(value))
  return heldWords(here, names, name, shape, value)
}

const wordsOrBlank = (here: Here, words: readonly string[]): string =>
  words.length === 0 ? here.words.record.blank : listed(here, words)

/** One way of telling for each sort of member; a sort without one does not compile. */
function heldWords(here: Here, names: Names, name: string, held: Held, value: unknown): string | null {
  const { words, format } = here
  const { record, site } = words
  const text = String(value)
  const all = (Array.isArray(value) ? value : [value]) as readonly string[]
  switch (held) {
    case 'at':
      return null
    case 'day': {
      const day = format.day(text as LocalDate)
      return name === 'to' ? record.until(day) : day
    }
    case 'id':
      return name === 'office' ? names.office(text) : names.thing(text)
    case 'ids':
      return site.list(all.map((id) => (name === 'offices' ? names.office(id) : (names.thing(id) ?? id))))
    case 'code':
    case 'codes':
      return site.list(all.map(names.unit))
    case 'slug':
      return bodyName(here, text)
    case 'text':
      if (text.trim() === '') return record.blank
      return name === 'excuse' ? record.written : wordName(here, text)
    case 'words':
      return wordsOrBlank(here, all)
    case 'flag': {
      const flag = flagOf(record.flag, name)
      return flag ? (value === true ? flag.yes : flag.no) : null
    }
    case 'clock':
      return text
    case 'minutes':
      return record.minutes(Number(value))
    case 'year':
    case 'half':
    case 'quarter':
    case 'year-or-half':
      return periodName(here, text as Period)
    case 'plan-lines':
    case 'list-lines':
      return linesWords(here, value as readonly Readonly<Record<string, string>>[])
  }
}

/** Of each line what it says of its term, and whether the rest is filled in. */
function linesWords(
  { words: { record, site }, format }: Here,
  lines: readonly Readonly<Record<string, string>>[],
): string {
  const labels = record.lineMember as Readonly<Record<string, string>>
  if (lines.length === 0) return record.noLines
  return site.list(
    lines.map((line, index) => {
      const said = Object.entries(line).flatMap(([name, value]) => {
        if (name === 'issue') return []
        const day = parseLocalDate(value)
        const told =
          value.trim() === ''
            ? record.blank
            : day
              ? format.day(day)
              : name === 'deadline'
                ? value
                : record.written
        return [record.by(labels[name] ?? name, told)]
      })
      return record.line(index + 1, site.list(said))
    }),
  )
}
