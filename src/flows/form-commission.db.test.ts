import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#calendar'
import { type Instant, type LocalDate, type Result, localDate } from '#kernel'
import type { Category, PersonId, Role } from '#people'
import { type OfficeId, localDay } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../test/demonstration.ts'
import { type Stores, dutiesOf, formCommission, linkMember } from './index.ts'

const office = 'akim.315430000' as OfficeId
const other = 'akim.315400000' as OfficeId
let house: Demonstration
beforeAll(async () => void (house = await demonstrationAt('2027-02-02T05:00:00.000Z')))
afterAll(() => house?.close())

const as = (person: string, role: Role = 'author', at = '2027-02-03T05:00:00.000Z' as Instant): Act => {
  const day = localDay(at, null)
  const id = person as PersonId
  return {
    actor: {
      person: { id, name: person },
      grants: [{ person: id, office, role, from: day, to: null }],
      signedInAt: at,
    },
    at,
    today: day,
    asserted: false,
    ...chance,
  }
}
const run = <T, R>(verb: (stores: Stores) => Promise<Result<T, R>>) =>
  house.storage.transaction<T, R>({ person: 'a', offices: [office] }, verb)
const read = <T>(verb: (stores: Stores) => Promise<T>, offices = [office]) =>
  house.storage.readOffice({ person: 'a', offices }, verb)
const code = (outcome: Result<unknown, { code: string }>) => (outcome.ok ? 'done' : outcome.refusal.code)

const council: Category = { word: 'public-council' }
const veterans: Category = { name: { kk: 'Ардагерлер кеңесі', ru: 'Совет ветеранов' } }
const members = [
  { name: 'Бірінші Мүше', category: veterans },
  { name: 'Екінші Мүше', category: council },
  { name: 'Үшінші Мүше', category: veterans },
]
const wish = (seen: number, number: string, day: LocalDate = localDate('2027-02-03'), of = members) => ({
  office,
  order: { number, day },
  members: of,
  absent: ['community-assembly'],
  seen,
})
const form = (wanted: ReturnType<typeof wish>, act = as('a')) => run((s) => formCommission(s, act, wanted))
const factsSince = async () =>
  (
    await house.owner.query(
      `select at::text, asserted, payload, live from entries
       where type = 'commission-formed' and office = $1 and actor = 'a' order by seq`,
      [office],
    )
  ).rows

describe('a commission in the database', () => {
  test('is formed by one of two who do it at once, and the other learns of it', async () => {
    const both = await Promise.all([form(wish(0, '1-ө')), form(wish(0, '2-ө'))])
    expect(both.map(code).toSorted()).toEqual(['done', 'formed-meanwhile'])
    expect(code(await form(wish(0, '3-ө')))).toBe('formed-meanwhile')
    expect((await read((s) => s.commissions.ofOffice(office))).length).toBe(1)
  })
  test('tells the law whom its members stand for, and no name', async () => {
    const [fact] = await factsSince()
    expect(fact.asserted).toBe(false)
    expect(fact.payload).toEqual({
      office,
      members: ['public-council', 'Ардагерлер кеңесі'],
      absent_bodies: ['community-assembly'],
    })
  })
  test('formed again, stands; the earlier ones stay as they were', async () => {
    const [before] = await read((s) => s.commissions.ofOffice(office))
    expect(code(await form(wish(1, '40-ө', localDate('2027-01-20'), members.slice(0, 2))))).toBe('done')
    const [standing, earlier] = await read((s) => s.commissions.ofOffice(office))
    expect(earlier).toEqual(before)
    expect(standing!.members.map(({ name }) => name)).toEqual(['Екінші Мүше', 'Бірінші Мүше'])
    expect(await read((s) => s.commissions.standing(office))).toEqual(standing)
    const facts = await factsSince()
    // A typed day is dated so, and marked as what somebody said.
    expect(facts.map(({ at, asserted, live }) => [at.slice(0, 10), asserted, live])).toEqual([
      ['2027-02-03', false, true],
      ['2027-01-20', true, true],
    ])
  })
  test('written once more under the same order, corrects what the law knew of it', async () => {
    expect(code(await form(wish(2, '40-ө', localDate('2027-01-20'))))).toBe('done')
    expect((await factsSince()).map(({ live }) => live)).toEqual([true, false, true])
  })
  test('is formed by the authors of its office alone', async () => {
    for (const role of ['signer', 'commission-member', 'auditor'] as const)
      expect(code(await form(wish(3, '5-ө'), as('a', role)))).toBe('not-allowed')
    const foreign = await run((s) => formCommission(s, as('a'), { ...wish(0, '6-ө'), office: other }))
    expect(code(foreign)).toBe('not-allowed')
  })
  test('is counted by everybody and named by its office alone', async () => {
    const shown = await house.storage.readPublic(({ readings }) => readings.commissionOf(office))
    expect(shown?.categories).toEqual([
      { category: council, members: 1 },
      { category: veterans, members: 2 },
    ])
    expect(shown?.order).toEqual({ number: '40-ө', day: '2027-01-20' })
    expect(JSON.stringify(shown)).not.toContain('Мүше')
    expect((await read((s) => s.commissions.standing(office)))!.members).toHaveLength(3)
    expect((await read((s) => s.commissions.standing(office), [other]))!.members).toEqual([])
    await expect(house.storage.readPublic(({ commissions }) => commissions.standing(office))).rejects.toThrow(
      'permission denied',
    )
  })
  test('of an old order serves today, and makes nothing owed of the years before', async () => {
    const judged = async () => {
      const [asOf, horizon] = [localDate('2027-02-04'), localDate('2027-12-31')]
      const duties = await read((s) => dutiesOf(s, house.books.law, office, { asOf, horizon }))
      const years = duties!.verdicts.flatMap(({ due, period }) => (due ?? period)?.slice(0, 4) ?? [])
      return { first: years.toSorted()[0], of: years.length }
    }
    const before = await judged()
    expect(code(await form(wish(3, '7-ө', localDate('2022-05-01'))))).toBe('done')
    expect(await judged()).toEqual(before)
    expect((await factsSince()).at(-1).at.slice(0, 10)).toBe('2022-05-01')
  })
  test('never changes, whoever asks the database', async () => {
    await expect(house.owner.query(`update commissions set order_number = '9'`)).rejects.toThrow(
      'insert-only',
    )
    await expect(house.owner.query(`update grants set role = 'king'`)).rejects.toThrow('a_role_is_known')
  })
})

describe('an account of a member', () => {
  const person = 'p.member' as PersonId
  const link = async (place: number, who: PersonId | null, act = as('a')) => {
    const id = (await read((s) => s.commissions.standing(office)))!.id
    return code(await run((s) => linkMember(s, act, { office, id, place, person: who })))
  }
  test('is of somebody who has the role, one member each, and goes on with him', async () => {
    await run(async (s) => {
      await s.people.addPerson({ id: person, name: 'Бірінші Мүше' })
      return { ok: true, value: undefined }
    })
    expect(await link(1, person)).toBe('not-of-the-commission')
    await run(async (s) => {
      const grant = { person, office, role: 'commission-member' as const, from: localDate('2027-02-03') }
      await s.people.addGrant({ ...grant, to: null }, { by: null, at: as('a').at })
      return { ok: true, value: undefined }
    })
    expect(await link(1, person, as('a', 'signer'))).toBe('not-allowed')
    expect(await link(1, person)).toBe('done')
    expect(await link(2, person)).toBe('linked-already')
    expect(await link(7, person)).toBe('no-such-member')
    expect(code(await form(wish(4, '50-ө')))).toBe('done')
    const standing = await read((s) => s.commissions.standing(office))
    expect(standing!.members.map(({ person }) => person)).toEqual([null, person, null])
    expect(await link(1, null)).toBe('done')
  })
})
