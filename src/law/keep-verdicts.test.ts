// Kept verdicts are what a full evaluation of the same facts would give, whatever came in between.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, dayNumber, fromDayNumber } from '#kernel'
import {
  type Situation,
  eras,
  law,
  offices,
  situation,
  situationOf,
  territory,
} from '../../test/situations.ts'
import { type Readers, readersOf } from './affected.ts'
import { readsOf } from './mechanisms/reads.ts'
import {
  type Change,
  type Changed,
  type Fact,
  type KeptVerdicts,
  type Verdict,
  evaluate,
  keepVerdicts,
  prepareWorld,
} from './index.ts'

const texts = new WeakMap<Fact, string>()
const textOf = (fact: Fact): string => {
  const text = texts.get(fact) ?? JSON.stringify(fact)
  texts.set(fact, text)
  return text
}

/** A verdict as a text that does not depend on positions: its proof is the facts themselves. */
const told = ({ proof, ...verdict }: Verdict, fact: (position: number) => Fact | undefined): string =>
  `${bare(verdict)}#${proof.map((position) => textOf(fact(position)!)).join()}`
const bare = (v: Omit<Verdict, 'proof'>): string =>
  `${v.norm} ${v.bearer} ${v.subject} ${v.period} ${v.verdict} ${v.due} ${v.dueStrict} ${v.done} ${v.reason} ${v.missing} ${v.marks}`
const exact = (verdict: Verdict): string => `${bare(verdict)}#${verdict.proof}`
const all = (verdicts: readonly Verdict[], fact: (position: number) => Fact | undefined) =>
  verdicts.map((verdict) => told(verdict, fact)).sort()

const step = fc.record({
  kind: fc.constantFrom('add', 'add', 'add', 'add', 'correct', 'correct', 'withdraw', 'move'),
  pick: fc.nat(),
  other: fc.nat(),
  days: fc.oneof(fc.constant(1), fc.integer({ min: -30, max: 120 })),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
/** What one norm looks at, in the years when it was in force: rare facts meet there. */
function around(id: string): fc.Arbitrary<Situation> {
  const { provision } = law.norms.get(id)!
  const types = readsOf(provision.rule).flatMap(({ types }) => types)
  const { from, until } = provision.inForce
  const then = eras.filter((era) => from <= era && (until === null || era <= until))
  return situationOf(types.some((type) => type !== 'meeting') ? types : undefined, then)
}
const norms = [...law.norms.keys()]

/** A situation of which a part is known at first, the rest comes in any order, and some is taken back. */
const historyOf = (situation: fc.Arbitrary<Situation>) =>
  fc.record({
    situation,
    known: fc.nat(100),
    steps: fc.array(step, { minLength: 12, maxLength: 24 }),
  })
const history = historyOf(fc.oneof(situation, fc.constantFrom(...norms).chain(around)))
type History = typeof history extends fc.Arbitrary<infer H> ? H : never

/** Plays a history; calls `look` after every step. */
function play(
  { situation: { facts, asOf }, known, steps }: History,
  look: (seen: {
    kept: KeptVerdicts
    changed: Changed
    live: readonly Fact[]
    asOf: LocalDate
    before: readonly Verdict[]
  }) => void,
  readers: Readers = readersOf(law),
): void {
  const count = Math.floor((facts.length * known) / 100)
  const kept = keepVerdicts(law, { territory, offices, facts: facts.slice(0, count) }, { asOf }, readers)
  const live = new Map(facts.slice(0, count).map((fact, i) => [i, fact]))
  const coming = facts.slice(count)
  let day = asOf
  for (const one of steps) {
    const before = kept.verdicts()
    const changed = next(one)
    if (changed) look({ kept, changed, live: [...live.values()], asOf: day, before })
  }

  function next({ kind, pick, other, days }: Step): Changed | undefined {
    if (kind === 'move') {
      day = fromDayNumber(dayNumber(day) + days)
      return kept.moveTo(day)
    }
    const positions = [...live.keys()]
    const position = positions[pick % positions.length]
    const fact = coming[other % coming.length]
    if (kind === 'add') return apply(coming.slice(0, 1 + (pick % 8)).map((add) => ({ add })))
    if (position === undefined) return undefined
    if (kind === 'withdraw') return apply([{ withdraw: position }])
    const old = live.get(position)!
    // Half of the corrections are of the same record, half put another in its place.
    const same = facts.filter(({ type }) => type === old.type)
    const id = 'id' in old ? { id: old.id } : {}
    const better = other % 2 && fact ? fact : ({ ...same[other % same.length]!, ...id } as Fact)
    return apply([{ correct: position, to: better }])
  }

  function apply(changes: readonly Change[]): Changed | undefined {
    const result = kept.change(changes)
    if (!result.ok) return undefined
    const positions = [...result.value.positions]
    for (const one of changes) {
      if ('withdraw' in one) live.delete(one.withdraw)
      else if ('correct' in one) live.delete(one.correct)
      const fact = 'add' in one ? one.add : 'to' in one ? one.to : undefined
      if (!fact) continue
      live.set(positions.shift()!, fact)
      if (coming.includes(fact)) coming.splice(coming.indexOf(fact), 1)
    }
    return result.value
  }
}

function agrees({ kept, live, asOf }: Parameters<Parameters<typeof play>[1]>[0]): void {
  const full = evaluate(law, prepareWorld({ territory, offices, facts: live }), { asOf })
  const [found, wanted] = [all(kept.verdicts(), kept.fact), all(full, (position) => live[position])]
  if (found.join('\n') !== wanted.join('\n')) expect(found).toEqual(wanted)
}

test('after every change they are those of a full evaluation', { timeout: 60_000 }, () =>
  fc.assert(
    fc.property(history, (drawn) => play(drawn, agrees)),
    { numRuns: 60 },
  ),
)

test('a change tells exactly what is no more and what there is instead', () =>
  fc.assert(
    fc.property(history, (drawn) =>
      play(drawn, ({ kept, changed, before }) => {
        const gone = new Set(changed.before)
        expect(before.filter((verdict) => gone.has(verdict)).length).toBe(changed.before.length)
        const rest = before.filter((verdict) => !gone.has(verdict))
        expect([...rest, ...changed.after].map(exact).sort()).toEqual(kept.verdicts().map(exact).sort())
      }),
    ),
    { numRuns: 20 },
  ))

// One of each way to look. All were tried once: whatever is left out of what a norm looks at is found.
test.for([
  'own meeting',
  'meeting notice-published',
  'office commission-formed',
  'public channel-unavailable',
  'bodies meeting',
])('control: without "%s" among what the norms look at, they differ', (left) => {
  const readers = readersOf(law)
  const fewer = new Map([...readers].filter(([key]) => key !== left))
  const near = fc.constantFrom(...readers.get(left)!.map(({ id }) => id)).chain(around)
  const broken = fc.property(historyOf(near), (drawn) => play(drawn, agrees, fewer))
  expect(fc.check(broken, { numRuns: 200, endOnFailure: true, seed: 1 }).failed).toBe(true)
})

const oblast = offices.find(({ post }) => post === 'oblast-akim')!.id
const meeting = (id: string, day: string) =>
  ({
    type: 'meeting',
    id,
    office: oblast,
    unit: territory[0]!.code,
    day,
    status: 'held',
    held_by: 'holder',
    form: 'visiting',
    in_calendar: true,
  }) as unknown as Fact
const notice = (of: string, at: string) =>
  ({ type: 'notice-published', meeting: of, channel: 'media', at }) as unknown as Fact
const asOf = '2024-12-31' as LocalDate
const noticeOf = (kept: KeptVerdicts, id: string) =>
  kept.ofMeeting(id).find(({ norm }) => norm === 'A826-3.4.d.1')

test('a fact about a meeting that is not there yet waits for it', () => {
  const kept = keepVerdicts(law, { territory, offices, facts: [] }, { asOf })
  kept.change([{ add: notice('m1', '2024-05-01') }])
  expect(kept.ofMeeting('m1')).toEqual([])
  const added = kept.change([{ add: meeting('m1', '2024-05-16') }])
  expect(added.ok && added.value.positions).toEqual([1])
  expect(noticeOf(kept, 'm1')).toMatchObject({ verdict: 'met', done: '2024-05-01', proof: [0] })
  kept.change([{ correct: 1, to: meeting('m1', '2024-05-08') }])
  expect(noticeOf(kept, 'm1')).toMatchObject({ verdict: 'late', due: '2024-04-24', proof: [0] })
  kept.change([{ withdraw: 2 }])
  expect(kept.ofMeeting('m1')).toEqual([])
})

test('changes are taken all or none: refusals name the member, a fault leaves everything as it was', () => {
  const facts = [meeting('m1', '2024-05-16'), notice('m1', '2024-05-01')]
  const kept = keepVerdicts(law, { territory, offices, facts }, { asOf })
  const before = kept.verdicts()
  const twice = kept.change([{ withdraw: 1 }, { add: meeting('m1', '2024-06-16') }])
  expect(twice).toEqual({
    ok: false,
    refusal: { pointer: '/1/add/id', reason: 'used-twice', found: '"m1"' },
  })
  expect(kept.change([{ withdraw: 1 }, { correct: 1, to: notice('m1', '2024-05-02') }])).toEqual({
    ok: false,
    refusal: { pointer: '/1/correct', reason: 'names-nothing', found: '1' },
  })
  const faulty = { ...notice('m1', '2024-05-02'), at: 'yesterday' } as Fact
  expect(() => kept.change([{ withdraw: 1 }, { add: notice('m1', '2024-04-01') }, { add: faulty }])).toThrow()
  expect(kept.verdicts().map(exact)).toEqual(before.map(exact))
  expect(kept.fact(1)).toBe(facts[1])
  const again = kept.change([{ add: notice('m1', '2024-04-01') }])
  expect(again.ok && again.value.positions).toEqual([2])
  expect(noticeOf(kept, 'm1')).toMatchObject({ done: '2024-04-01', proof: [2] })
})

test('only what can change is judged again', () => {
  const facts = [1, 2, 3, 4].map((i) => meeting(`m${i}`, `2024-0${i}-16`))
  const kept = keepVerdicts(law, { territory, offices, facts }, { asOf })
  const count = kept.verdicts().length
  const coverage = { type: 'issues-systematised', meeting: 'm1', at: '2024-02-01' } as unknown as Fact
  const changed = kept.change([{ add: coverage }])
  expect(count).toBeGreaterThan(150)
  expect(changed.ok && [changed.value.judged, changed.value.after.map(({ norm }) => norm)]).toEqual([
    1,
    ['A826-3.5.b.1'],
  ])
})

test('a report of an office, and one of nobody in particular, reach their results', () => {
  const facts = [
    meeting('m1', '2024-02-16'),
    { type: 'issue-raised', id: 'i1', meeting: 'm1', level: 'local' } as unknown as Fact,
  ]
  const kept = keepVerdicts(law, { territory, offices, facts }, { asOf })
  const after = (add: object) => {
    const changed = kept.change([{ add: add as Fact }])
    return (
      changed.ok && changed.value.after.map(({ norm, period, verdict }) => `${norm} ${period} ${verdict}`)
    )
  }
  const progress = { type: 'progress-published', office: oblast, period: '2024-Q1', channel: 'official-site' }
  expect(after({ ...progress, at: '2024-04-20' })).toEqual(['A826-3.5.d.1 2024-Q1 met'])
  const reported = { type: 'results-reported', period: '2024-H2', at: '2024-12-15' }
  expect(after(reported)).toEqual(['G24-3.3 2024-H2 boundary'])
})
