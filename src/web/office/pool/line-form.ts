// The form of one line: what stands in its fields, and what it says when it is sent.
import { spheres } from '#calendar'
import type { LikelyEarlier } from '#flows'
import type { PersonId } from '#people'
import { type Level, findPersonalData, levels } from '#reading'
import type { LineWords, PoolLine, Reader, RequestId } from '#requests'
import type { UnitCode } from '#territory'
import type { Typed } from '../deed-form.tsx'
import type { Words } from '../../words/index.ts'
import { FormReader } from '../meetings/read-meeting-forms.ts'
import type { Read } from '../read-deed.ts'

/** So many letters a title has at most, and so many quotes a line. */
export const mostTitle = 160
export const mostQuotes = 5

/** The fields as they are stored. */
export const lineFields = (line: PoolLine): Typed => ({
  'title.kk': line.title.kk,
  'title.ru': line.title.ru,
  unit: line.unit,
  sphere: line.sphere,
  level: line.level ?? '',
  body: line.body ?? '',
  funding: line.funding === null ? '' : line.funding ? 'yes' : 'no',
  'priority.value': line.priority ? String(line.priority.value) : '',
  'priority.reason': line.priority?.reason ?? '',
  // Who opens a line that nobody has looked at means to take it in.
  in: line.out && line.revision > 1 ? '' : 'on',
  ...Object.fromEntries(line.quotes.map((quote) => [`quote.${quote}`, 'on'])),
  ...Object.fromEntries(line.earlier.map(({ problem }) => [`earlier.${problem}`, 'on'])),
})

type Offered = {
  readonly units: readonly UnitCode[]
  readonly bodies: readonly string[]
  readonly quotes: readonly RequestId[]
  readonly earlier: readonly Pick<LikelyEarlier, 'problem' | 'why'>[]
  readonly reader: Pick<Reader, 'names'>
}

/** Telephones, personal numbers, cards and the like; names of people and streets cannot be told apart surely enough. */
const hasNumbers = (text: string, { names }: Pick<Reader, 'names'>): boolean =>
  findPersonalData(text, names).some(({ type }) => type !== 'name' && type !== 'address')

/** What was typed, as far as it was offered; a line may still want something, then it is not public. */
export function readLine(typed: Typed, words: Words, by: PersonId, offered: Offered): Read<LineWords> {
  const form = new FormReader(typed, words)
  const told = words.pool.wrong
  const oneLine = (name: string) => form.text(name, { most: mostTitle }).replace(/\s+/g, ' ')
  const title = { kk: oneLine('title.kk'), ru: oneLine('title.ru') }
  const level = typed['level'] ? form.choice<Level>('level', levels) : null
  const body = level === 'central' && typed['body'] ? form.choice('body', offered.bodies) : null
  const value = form.number('priority.value', 0, 100)
  const reason = form.text('priority.reason', { most: 200 })
  if (value !== null && reason === '') form.wrong['priority.reason'] = told.reason
  if (value === null && reason !== '' && !form.wrong['priority.value'])
    form.wrong['priority.value'] = told.value
  // What an office writes here is public: numbers of people have no place in it.
  for (const name of ['title.kk', 'title.ru', 'priority.reason'])
    if (hasNumbers(typed[name] ?? '', offered.reader)) form.wrong[name] ??= told.personal
  const quotes = form.ticked('quote', offered.quotes)
  if (quotes.length > mostQuotes) form.wrong[`quote.${quotes[mostQuotes]!}`] = told.quotes(mostQuotes)
  const ticked = form.ticked(
    'earlier',
    offered.earlier.map(({ problem }) => problem),
  )
  return form.done({
    out: typed['in'] !== 'on',
    title,
    unit: form.choice('unit', offered.units),
    sphere: form.choice('sphere', spheres),
    level,
    body,
    funding: typed['funding'] === 'yes' ? true : typed['funding'] === 'no' ? false : null,
    priority: value === null ? null : { value, reason, by },
    quotes,
    earlier: offered.earlier
      .filter(({ problem }) => ticked.includes(problem))
      .map(({ problem, why }) => ({ problem, why })),
  })
}
