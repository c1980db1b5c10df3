// What the forms of the bench do: from the fields of each to the verb, and what is said when it is done.
import type { Act } from '#calendar'
import { type Stores, answerAndTell, setAsideAndTell } from '#flows'
import { type Result, refuse } from '#kernel'
import type { Both } from '#meetings'
import { kinds, levels } from '#reading'
import {
  type Chosen,
  type DeedId,
  type GroupId,
  type RequestId,
  type Seen,
  type TriageRefusal,
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
import type { BenchWords } from '../../words/bench/kk.ts'
import type { Typed } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { FormReader } from '../meetings/read-meeting-forms.ts'
import type { Read } from '../read-deed.ts'
import type { BenchDeed } from './bench-addresses.ts'

/** The value says what was done, where that depends. */
type Verb = (stores: Stores, act: Act) => Promise<Result<unknown, TriageRefusal>>

export const saidAfter: Record<BenchDeed, keyof BenchWords['said']> = {
  accept: 'accept',
  merge: 'merge',
  split: 'split',
  move: 'move',
  correct: 'correct',
  kind: 'correct',
  answer: 'answer',
  aside: 'aside',
  undo: 'undo',
  confirm: 'confirm',
  decline: 'decline',
}

/** Reads a form of the bench; what it says of things is as its page saw them. */
export function benchVerb(desk: Desk, deed: BenchDeed, typed: Typed, revision: number): Read<Verb> {
  const { id: office } = desk.office
  const form = new FormReader(typed, desk.here.words)
  const name = (field: string) => (isName(typed[field]) ? typed[field] : '-')
  const count = (field: string) => (/^\d{1,15}$/.test(typed[field] ?? '') ? Number(typed[field]) : 0)
  const group = { id: name('group') as GroupId, revision }
  const chosen: Chosen =
    typed['group'] === undefined ? { requests: [{ id: name('request') as RequestId, revision }] } : { group }
  const ticked: Seen<RequestId>[] = Object.keys(typed).flatMap((field) =>
    field.startsWith('tick.') && isName(field.slice(5))
      ? [{ id: field.slice(5) as RequestId, revision: count(field) }]
      : [],
  )
  switch (deed) {
    case 'accept':
      return form.done<Verb>((s, act) => acceptGroup(s, act, { office, group, upTo: count('upTo') }))
    case 'merge': {
      const other = { id: name('other') as GroupId, revision: count('otherRevision') }
      return form.done<Verb>(async (s, act) => {
        const [into, from] = await largerFirst(s, other, group)
        return mergeGroups(s, act, { office, into, from: [from] })
      })
    }
    case 'split':
      return form.done<Verb>((s, act) =>
        splitGroup(s, act, { office, group, requests: ticked.map(({ id }) => id) }),
      )
    case 'move': {
      const [id, at] = (typed['to'] ?? '').split(' ')
      const to = isName(id) ? { id: id as GroupId, revision: Number(at) } : null
      return form.done<Verb>((s, act) => moveRequests(s, act, { office, requests: ticked, to }))
    }
    case 'correct': {
      const to =
        typed['level'] === undefined
          ? { sphere: form.choice('sphere', Object.keys(desk.here.words.schedule.spheres)) }
          : { level: form.choice('level', levels) }
      return form.done<Verb>((s, act) => correctGroup(s, act, { office, group, to }))
    }
    case 'kind': {
      // One by itself, or those of a group that are ticked.
      const requests =
        typed['request'] === undefined ? ticked : [{ id: name('request') as RequestId, revision }]
      const kind = form.choice('kind', kinds)
      return form.done<Verb>((s, act) => correctRequests(s, act, { office, requests, to: { kind } }))
    }
    case 'answer': {
      const shipped = shippedAnswers.find((one) => one === typed['template'])
      const own = typed['template'] === undefined ? form.both('answer', { most: 2000, needed: true }) : null
      const { answers } = desk.here.words.bench
      return form.done<Verb>(async (s, act) => {
        const words: Both | undefined =
          own ??
          (shipped
            ? { kk: answers[shipped].kk, ru: answers[shipped].ru }
            : (await s.triage.templates(office)).find(({ id }) => id === typed['template'])?.words)
        if (!words) return refuse({ code: 'no-such-template' })
        return answerAndTell(s, act, { office, chosen, words })
      })
    }
    case 'aside': {
      const reason = form.choice('reason', setAsideReasons)
      const note = form.text('note', { most: 300 })
      return form.done<Verb>((s, act) => setAsideAndTell(s, act, { office, chosen, reason, note }))
    }
    case 'undo':
      return form.done<Verb>((s, act) => undoDeed(s, act, { office, deed: name('deed') as DeedId }))
    case 'confirm':
    case 'decline':
      return form.done<Verb>((s, act) =>
        decideMerge(s, act, { office, deed: name('deed') as DeedId, confirmed: deed === 'confirm' }),
      )
  }
}

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
