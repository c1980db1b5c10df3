// Groups that were moved by hand and rebuilt from what is stored are the groups they were.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Features } from './features-of.ts'
import { Grouper } from './group-requests.ts'

const villages = [null, 'Ақтоғай', 'Бесарық']
const streets = ['абай', 'достық']
const topics = ['water', 'waste', 'road', 'bus']
const stems = ['насос', 'қоқыс', 'шұңқыр', 'сорғы', 'тоқта', 'үш', 'күн']

const features: fc.Arbitrary<Features> = fc
  .record({
    place: fc.constantFrom(...villages),
    streets: fc.subarray(streets, { maxLength: 1 }),
    institutions: fc.subarray(['school:3'], { maxLength: 1 }),
    topics: fc
      .subarray(topics, { minLength: 1 })
      .chain((some) =>
        fc.tuple(
          ...some.map((topic) =>
            fc.double({ min: 0.1, max: 1, noNaN: true }).map((by) => [topic, by] as const),
          ),
        ),
      ),
    stems: fc.subarray(stems),
    problem: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
    letter: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ topics: weights, letter, ...rest }) => ({
    ...rest,
    sphere: weights[0]![0],
    topics: new Map(weights),
    // Letters of one number are copies.
    sketch: Uint32Array.from({ length: 64 }, (_, at) => Math.imul(letter * 64 + at + 1, 0x9e3779b1) >>> 0),
  }))

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('add' as const), features }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('move' as const), who: fc.nat(40), to: fc.nat(12) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), who: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('read anew' as const), who: fc.nat(40), features }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never
const history = fc.array(deed, { minLength: 5, maxLength: 40 })
const probes = fc.array(features, { minLength: 10, maxLength: 10 })

const named = (prefix: string) => {
  let opened = 0
  return () => `${prefix}${++opened}`
}

type Kept = { id: string; features: Features; group: string }

/** Plays a history; what an office would have stored of it, in the order in which requests came or were read anew. */
function play(deeds: readonly Deed[], grouper: Grouper) {
  let kept: Kept[] = []
  deeds.forEach((one, at) => {
    if (one.does === 'add') {
      const { group } = grouper.add(`r${at}`, one.features)
      kept.push({ id: `r${at}`, features: one.features, group })
      return
    }
    const there = kept[one.who]
    if (!there) return
    if (one.does === 'move') {
      there.group = kept[one.to]?.group ?? `by hand ${one.to}`
      expect(grouper.move(there.id, there.group)).toBe(true)
    } else {
      kept = kept.filter((other) => other !== there)
      if (one.does === 'remove') grouper.remove(there.id)
      else
        kept.push({ id: there.id, features: one.features, group: grouper.add(there.id, one.features).group })
    }
  })
  return kept
}

const rebuilt = (kept: readonly Kept[]) => {
  const grouper = new Grouper(named('new'))
  for (const { id, features: own, group } of kept) grouper.place(id, own, group)
  return grouper
}

test('moved, removed and read anew: each request is in the group that was said, once', () => {
  fc.assert(
    fc.property(history, (deeds) => {
      const grouper = new Grouper(named('g'))
      const kept = play(deeds, grouper)
      expect(grouper.size).toBe(kept.length)
      for (const [group, members] of Map.groupBy(kept, (one) => one.group))
        expect(grouper.membersOf(group)).toEqual(members.map(({ id }) => id))
      for (const { id, group } of kept) expect(grouper.group(id)).toBe(group)
    }),
    { numRuns: 300 },
  )
})

test('rebuilt by what is stored, it proposes the same for the same reasons', () => {
  fc.assert(
    fc.property(history, probes, (deeds, asked) => {
      const grouper = new Grouper(named('g'))
      const twin = rebuilt(play(deeds, grouper))
      for (const one of asked) expect(twin.likeliest(one)).toEqual(grouper.likeliest(one))
    }),
    { numRuns: 300 },
  )
})

test('asking leaves no trace, and adding does what was asked', () => {
  fc.assert(
    fc.property(history, probes, (deeds, asked) => {
      const grouper = new Grouper(named('g'))
      play(deeds, grouper)
      const proposals = asked.map((one) => grouper.likeliest(one))
      expect(asked.map((one) => grouper.likeliest(one))).toEqual(proposals)
      const { group, ...rest } = grouper.add('one more', asked[0]!)
      const { group: proposed, ...why } = proposals[0] ?? { copyOf: null, surety: 0, reasons: [] }
      expect(rest).toEqual(why)
      if (proposed !== undefined) expect(group).toBe(proposed)
      else expect(grouper.membersOf(group)).toEqual(['one more'])
    }),
    { numRuns: 200 },
  )
})

test('all taken out again, nothing is left to be found', () => {
  fc.assert(
    fc.property(history, probes, (deeds, asked) => {
      const grouper = new Grouper(named('g'))
      for (const { id } of play(deeds, grouper)) grouper.remove(id)
      expect(grouper.size).toBe(0)
      for (const one of asked) expect(grouper.likeliest(one)).toBeUndefined()
    }),
    { numRuns: 100 },
  )
})

test('control: a group that is not moved when its request is, is seen', () => {
  class Forgetful extends Grouper {
    override move(id: string, to: string) {
      return to === 'g1' || super.move(id, to)
    }
  }
  expect(() =>
    fc.assert(
      fc.property(history, probes, (deeds, asked) => {
        const grouper = new Forgetful(named('g'))
        const twin = rebuilt(play(deeds, grouper))
        for (const one of asked) expect(twin.likeliest(one)).toEqual(grouper.likeliest(one))
      }),
      // Stops at the first that shows it.
      { numRuns: 3000, endOnFailure: true },
    ),
  ).toThrow()
})
