// Verdicts that follow the facts: a new, corrected or withdrawn fact, or another day, judges again only what can change.
import { type LocalDate, type Result, done, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { NormId } from './act.ts'
import { type Readers, type Tasks, addAffected, noTasks, readersOf } from './affected.ts'
import { type Asked, type Question, ask, judgeMeeting, judgeOffice } from './ask.ts'
import { growingWorld } from './build-world.ts'
import type { Law } from './compile.ts'
import { addDue, addPassedDays } from './days-passed.ts'
import { explain } from './evaluate.ts'
import type { Fact } from './fact.ts'
import type { FactRefusal } from './read-facts.ts'
import type { Explained, Verdict, VerdictKey } from './verdict.ts'
import type { WorldInput } from './world.ts'

/** Facts are named by their position: those given first from 0, later ones as `Changed` tells. */
export type Change =
  { readonly add: Fact } | { readonly correct: number; readonly to: Fact } | { readonly withdraw: number }

export type Changed = {
  /** Positions of the facts that were added or took the place of others, in the order of the changes. */
  readonly positions: readonly number[]
  /** Results that are no more, or read otherwise now; and what there is instead. */
  readonly before: readonly Verdict[]
  readonly after: readonly Verdict[]
  /** How many results were judged again. */
  readonly judged: number
}

export type KeptVerdicts = {
  /** All verdicts, as `evaluate` would give them for the same facts; proofs name facts by position. */
  readonly verdicts: () => Verdict[]
  readonly ofMeeting: (id: string) => readonly Verdict[]
  /** What an office owes as such, without what it owes meeting by meeting. */
  readonly ofOffice: (id: OfficeId) => readonly Verdict[]
  readonly fact: (position: number) => Fact | undefined
  readonly explain: (key: VerdictKey) => Explained | undefined
  /** Takes all of the changes or none; refuses an id used twice and a position without a fact. */
  readonly change: (changes: readonly Change[]) => Result<Changed, FactRefusal>
  /** Puts the same question on another day. */
  readonly moveTo: (asOf: LocalDate) => Changed
}

/** Judges everything once and keeps it. `readers` is what the norms look at; given only to test that it matters. */
export function keepVerdicts(
  law: Law,
  input: WorldInput,
  first: Question,
  readers: Readers = readersOf(law),
): KeptVerdicts {
  const { world, put, take } = growingWorld(input)
  const facts: (Fact | undefined)[] = [...input.facts]
  const ids = new Map<string, Fact>()
  for (const fact of input.facts) if ('id' in fact && fact.id !== undefined) ids.set(fact.id, fact)
  const offices = new Map<OfficeId, readonly Verdict[]>()
  const meetings = new Map<string, readonly Verdict[]>()
  let question = first
  let asked = ask(law, world, question, null)
  settle(judge(asked, everything()))

  function everything(): Tasks {
    const tasks = noTasks()
    for (const office of world.offices.values()) addOffice(tasks, office.id)
    for (const id of world.meetings.keys()) tasks.meetings.set(id, null)
    return tasks
  }

  function addOffice(tasks: Tasks, id: OfficeId): void {
    const { post } = world.offices.get(id)!
    const norms = law.ofOffices.get(post)
    if (norms) tasks.offices.set(id, new Set(norms.map(({ norm }) => norm.id)))
  }

  type Judged = {
    readonly lists: readonly (() => void)[]
    readonly before: Verdict[]
    readonly after: Verdict[]
    readonly judged: number
  }

  /** Judges the tasks in the world as it is now; nothing is seen of it before `settle`. */
  function judge(asked: Asked, tasks: Tasks): Judged {
    const lists: (() => void)[] = []
    const before: Verdict[] = []
    const after: Verdict[] = []
    let judged = 0
    const replace = <K>(
      all: Map<K, readonly Verdict[]>,
      key: K,
      norms: ReadonlySet<NormId> | null,
      fresh: Verdict[],
    ) => {
      const held = all.get(key) ?? none
      const old = norms ? held.filter(({ norm }) => norms.has(norm)) : held
      const rest = norms ? held.filter(({ norm }) => !norms.has(norm)) : none
      judged += Math.max(fresh.length, old.length)
      before.push(...without(old, fresh))
      after.push(...without(fresh, old))
      const next = rest.length > 0 ? [...rest, ...fresh] : fresh
      lists.push(() => (next.length > 0 ? all.set(key, next) : all.delete(key)))
    }
    for (const [id, norms] of tasks.offices) {
      if (asked.bearers && !asked.bearers.has(id)) continue
      const fresh: Verdict[] = []
      judgeOffice(asked, world.offices.get(id)!, norms, (verdict) => fresh.push(verdict))
      replace(offices, id, norms, fresh)
    }
    for (const [id, norms] of tasks.meetings) {
      const fresh: Verdict[] = []
      const meeting = world.meetings.get(id)
      if (meeting) judgeMeeting(asked, meeting, norms, (verdict) => fresh.push(verdict))
      replace(meetings, id, meeting ? norms : null, fresh)
    }
    return { lists, before, after, judged }
  }

  function settle({ lists, before, after, judged }: Judged, positions: readonly number[] = []): Changed {
    for (const list of lists) list()
    return { positions, before, after, judged }
  }

  const affect = (tasks: Tasks, fact: Fact) => addAffected(tasks, fact, world, readers, (id) => ids.get(id))

  function putFact(fact: Fact, position: number): void {
    put(fact, position)
    facts[position] = fact
    if ('id' in fact && fact.id !== undefined) ids.set(fact.id, fact)
  }

  function takeFact(fact: Fact, position: number): void {
    take(fact, position)
    facts[position] = undefined
    if ('id' in fact && fact.id !== undefined) ids.delete(fact.id)
  }

  function change(changes: readonly Change[]): Result<Changed, FactRefusal> {
    const refusal = refusalOf(changes, facts, ids)
    if (refusal) return refuse(refusal)
    const tasks = noTasks()
    const undo: (() => void)[] = []
    const positions: number[] = []
    const length = facts.length
    try {
      // All that goes goes first, so that an id may go over to another fact.
      for (const one of changes) {
        if ('add' in one) continue
        const position = 'correct' in one ? one.correct : one.withdraw
        const fact = facts[position]!
        affect(tasks, fact)
        takeFact(fact, position)
        undo.push(() => putFact(fact, position))
      }
      for (const one of changes) {
        if ('withdraw' in one) continue
        const fact = 'add' in one ? one.add : one.to
        const position = facts.length
        positions.push(position)
        putFact(fact, position)
        undo.push(() => takeFact(fact, position))
        affect(tasks, fact)
      }
      return done(settle(judge(asked, tasks), positions))
    } catch (fault) {
      for (const step of undo.reverse()) step()
      facts.length = length
      throw fault
    }
  }

  function moveTo(asOf: LocalDate): Changed {
    const next = { ...question, asOf }
    const askedNext = ask(law, world, next, null)
    const tasks = noTasks()
    if (addPassedDays(law, world, asked.q, askedNext.q, (fact) => affect(tasks, fact)))
      for (const id of world.offices.keys()) addOffice(tasks, id)
    addDue(tasks, offices, meetings, asked.q, askedNext.q)
    const judged = judge(askedNext, tasks)
    question = next
    asked = askedNext
    return settle(judged)
  }

  return {
    verdicts: () => [...offices.values(), ...meetings.values()].flat(),
    ofMeeting: (id) => meetings.get(id) ?? none,
    ofOffice: (id) => offices.get(id) ?? none,
    fact: (position) => facts[position],
    explain: (key) => explain(law, world, key, question),
    change,
    moveTo,
  }
}

const none: readonly Verdict[] = []

function refusalOf(
  changes: readonly Change[],
  facts: readonly (Fact | undefined)[],
  ids: ReadonlyMap<string, Fact>,
): FactRefusal | undefined {
  const gone = new Set<number>()
  const freed = new Set<string | undefined>()
  for (const [i, one] of changes.entries()) {
    if ('add' in one) continue
    const [name, position] = 'correct' in one ? ['correct', one.correct] : ['withdraw', one.withdraw]
    const fact = facts[position]
    if (!fact || gone.has(position))
      return { pointer: `/${i}/${name}`, reason: 'names-nothing', found: String(position) }
    gone.add(position)
    freed.add((fact as { id?: string }).id)
  }
  const taken = new Set<string>()
  for (const [i, one] of changes.entries()) {
    if ('withdraw' in one) continue
    const [path, fact] = 'add' in one ? ['add', one.add] : ['to', one.to]
    const { id } = fact as { id?: string }
    if (id === undefined) continue
    if (taken.has(id) || (ids.has(id) && !freed.has(id)))
      return { pointer: `/${i}/${path}/id`, reason: 'used-twice', found: JSON.stringify(id) }
    taken.add(id)
  }
  return undefined
}

/** Those of which there is none among the others; mostly it stands in the same place there. */
const without = (all: readonly Verdict[], others: readonly Verdict[]): readonly Verdict[] =>
  others.length === 0
    ? all
    : all.filter(
        (one, i) => !(others[i] && isSame(one, others[i])) && !others.some((other) => isSame(one, other)),
      )

const isSame = (a: Verdict, b: Verdict): boolean =>
  a.norm === b.norm &&
  a.subject === b.subject &&
  a.period === b.period &&
  a.bearer === b.bearer &&
  a.verdict === b.verdict &&
  a.due === b.due &&
  a.dueStrict === b.dueStrict &&
  a.done === b.done &&
  a.reason === b.reason &&
  isSameList(a.missing, b.missing) &&
  isSameList(a.marks, b.marks) &&
  isSameList(a.proof, b.proof)

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])
