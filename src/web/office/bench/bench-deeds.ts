// What is done at the bench to what is looked at: a group, one request, those that are ticked; and to the last deed.
import { spheres } from '#calendar'
import { type Stores, answerAndTell, setAsideAndTell } from '#flows'
import { refuse } from '#kernel'
import { kinds, levels } from '#reading'
import {
  type Chosen,
  type DeedId,
  type GroupId,
  type RequestId,
  type Seen,
  acceptGroup,
  correctGroup,
  correctRequests,
  decideMerge,
  mergeGroups,
  moveRequests,
  setAsideReasons,
  shippedAnswers,
  splitGroup,
  undoDeed,
} from '#requests'
import { isName } from '../../asked.ts'
import type { Typed } from '../deed-form.tsx'
import { benchDeed, countIn, seenAs } from './at-bench.ts'
import type { BenchDeed } from './bench-addresses.ts'

/** What is no name names nothing. */
const name = <Id extends string>(typed: Typed, field: string) =>
  (isName(typed[field]) ? typed[field] : '-') as Id
const group = (typed: Typed) => seenAs(name<GroupId>(typed, 'group'), typed)
const alone = (typed: Typed) => [seenAs(name<RequestId>(typed, 'request'), typed)]
const ticked = (typed: Typed) =>
  Object.keys(typed).flatMap((field) =>
    field.startsWith('tick.') && isName(field.slice(5))
      ? [seenAs(field.slice(5) as RequestId, typed, field)]
      : [],
  )
const chosen = (typed: Typed): Chosen =>
  typed['group'] === undefined ? { requests: alone(typed) } : { group: group(typed) }
const ofDeed = (typed: Typed) => ({ deed: name<DeedId>(typed, 'deed') })

export const benchDeeds = {
  accept: benchDeed(
    'accept',
    (typed) => ({ group: group(typed), upTo: countIn(typed, 'upTo') }),
    acceptGroup,
  ),
  merge: benchDeed(
    'merge',
    (typed) => ({
      one: seenAs(name<GroupId>(typed, 'other'), typed, 'otherRevision'),
      other: group(typed),
    }),
    async (stores, act, { office, one, other }) => {
      const [into, from] = await largerFirst(stores, one, other)
      return mergeGroups(stores, act, { office, into, from: [from] })
    },
  ),
  split: benchDeed(
    'split',
    (typed) => ({ group: group(typed), requests: ticked(typed).map(({ id }) => id) }),
    splitGroup,
  ),
  move: benchDeed(
    'move',
    (typed) => {
      const [id, revision] = (typed['to'] ?? '').split(' ')
      const to = isName(id) ? { id: id as GroupId, revision: Number(revision) } : null
      return { requests: ticked(typed), to }
    },
    moveRequests,
  ),
  correct: benchDeed(
    'correct',
    (typed, form) => ({
      group: group(typed),
      to:
        typed['level'] === undefined
          ? { sphere: form.choice('sphere', spheres) }
          : { level: form.choice('level', levels) },
    }),
    correctGroup,
  ),
  kind: benchDeed(
    'correct',
    (typed, form) => ({
      requests: isOfTicked(typed) ? ticked(typed) : alone(typed),
      to: { kind: form.choice('kind', kinds) },
    }),
    correctRequests,
  ),
  answer: benchDeed(
    'answer',
    (typed, form, { here }) => {
      const { template } = typed
      const shipped = shippedAnswers.find((one) => one === template)
      const own = template === undefined ? form.both('answer', { most: 2000, needed: true }) : null
      return { chosen: chosen(typed), template, own: shipped ? here.words.bench.answers[shipped] : own }
    },
    async (stores, act, { office, chosen, template, own }) => {
      const words = own ?? (await stores.triage.templates(office)).find(({ id }) => id === template)?.words
      return words
        ? answerAndTell(stores, act, { office, chosen, words: { kk: words.kk, ru: words.ru } })
        : refuse({ code: 'no-such-template' })
    },
  ),
  aside: benchDeed(
    'aside',
    (typed, form) => ({
      chosen: chosen(typed),
      reason: form.choice('reason', setAsideReasons),
      note: form.text('note', { most: 300 }),
    }),
    setAsideAndTell,
  ),
  undo: benchDeed('undo', ofDeed, undoDeed),
  confirm: benchDeed('confirm', (typed) => ({ ...ofDeed(typed), confirmed: true }), decideMerge),
  decline: benchDeed('decline', (typed) => ({ ...ofDeed(typed), confirmed: false }), decideMerge),
} satisfies Record<BenchDeed, unknown>

/** A kind is one request's: it is corrected of one by itself, or of those that are ticked in a group. */
export const isOfTicked = (typed: Typed): boolean => typed['request'] === undefined

/** The smaller group moves: fewer requests change where they lie. */
async function largerFirst(
  { groups }: Stores,
  one: Seen<GroupId>,
  other: Seen<GroupId>,
): Promise<[Seen<GroupId>, Seen<GroupId>]> {
  const found = await groups.counted([one.id, other.id])
  const voices = (of: Seen<GroupId>) => found.find(({ id }) => id === of.id)?.voices ?? 0
  return voices(other) > voices(one) ? [other, one] : [one, other]
}
