import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LocalDate } from '#kernel'
import { readFacts } from '#law'
import { akimOffice } from '#territory'
import type { UnitCode } from '#territory'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'
import { dutiesOf, factOf, statutory } from './index.ts'

let house: Demonstration
beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
})
afterAll(() => house?.close())

test('every fact of the demonstration is one that the law can read, and is marked as asserted', async () => {
  const entries = await house.storage.readPublic(({ journal }) => journal.entries({}))
  const facts = statutory(entries)
  const read = readFacts(facts.map(factOf))
  expect(read.ok ? 'read' : read.refusal).toBe('read')
  expect(facts.length).toBeGreaterThan(1_000)
  expect(facts.filter(({ asserted }) => !asserted)).toEqual([])
})

test('the demonstration shows every kind of verdict, and nothing that happens after today', async () => {
  const asOf = '2026-11-23' as LocalDate
  const words = new Set<string>()
  for (const unit of ['310000000', '315400000', '315430000', '315453000']) {
    const duties = await house.storage.readPublic((stores) =>
      dutiesOf(stores, house.books.law, akimOffice(unit as UnitCode), { asOf, horizon: asOf }),
    )
    for (const { verdict, done } of duties!.verdicts) {
      words.add(verdict)
      expect(done === null || done <= asOf).toBe(true)
    }
  }
  for (const word of ['met', 'late', 'missed', 'pending', 'excused']) expect(words).toContain(word)
})
