// What reading found is kept: groups made of it are those made of the words, and no word of it is trusted too long.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerRequests, mergeGroups, moveRequests, splitGroup, takeBack, undoDeed } from '#requests'
import { type Commission, invented, office, openCommission } from '../../../test/commission.ts'

let house: Commission
beforeAll(async () => {
  house = await openCommission()
  for (const words of Object.values(invented).flat()) await house.send(words)
  await house.group()
  // Problems that are a little like each other, in each village.
  for (const village of ['Ақтоған', 'Кентай', 'Мерке', 'Сурат'])
    for (const words of ['жол шұңқыр, су да жоқ', 'жарық жоқ, көше қараңғы', 'қоқыс пен жол мәселесі'])
      await house.send(`${village} ауылында ${words}`)
  await house.group()
})
afterAll(() => house?.close())

const sql = async (query: string) => (await house.house.owner.query(query)).rows

/** The groups most like that of each request, as a process that has just started sees them. */
async function seenAnew() {
  const desk = house.desk()
  await desk.group(office)
  const all = await house.read(({ requests }) => requests.ofOffice(office, { limit: 999 }))
  return all.map(({ id }) => ({ id, alike: desk.nearest(office, id, 9) }))
}
/** The same without what is kept. */
async function seenByWords() {
  await sql('delete from kept_readings')
  return seenAnew()
}

test('a start reads nothing again: it sees the same where the words are gone', async () => {
  const before = await seenAnew()
  expect(before.filter(({ alike }) => alike!.length > 0).length).toBeGreaterThan(5)
  await sql('create table words_before as select id, words from requests')
  await sql(`update requests set words = 'сөз жоқ'`)
  expect(await seenAnew()).toEqual(before)
  // Control: without what is kept it has to read, and sees that nothing is there.
  expect(await seenByWords()).not.toEqual(before)
  await sql('update requests r set words = b.words from words_before b where b.id = r.id')
  expect(await seenByWords()).toEqual(before)
})

test('what an older reader found is read again, and kept as the new one reads it', async () => {
  const before = await seenAnew()
  const kept = () => sql('select request, version, packed from kept_readings order by request')
  const rows = await kept()
  const newest = `(select max(packed) from kept_readings)`
  await sql(`update kept_readings set packed = ${newest}`)
  // Control: with what was read in other words it sees other groups.
  expect(await seenAnew()).not.toEqual(before)
  await sql(`update kept_readings set version = 'older'`)
  expect(await seenAnew()).toEqual(before)
  expect(await kept()).toEqual(rows)
})

test('after moves, merges, answers and what was taken back, both see the same', async () => {
  const act = house.as('a')
  const all = await house.read(({ requests }) => requests.ofOffice(office, { fate: 'grouped', limit: 99 }))
  const seen = await Promise.all([...new Set(all.map(({ group }) => group!))].map(house.seen))
  const again = async (id: (typeof all)[number]['id']) => house.seenRequest(id)
  const ids = all.filter(({ group }) => group === seen[0]!.id).map(({ id }) => id)
  await house.run((s) => splitGroup(s, act, { office, group: seen[0]!, requests: ids.slice(0, 2) }))
  await house.run((s) => mergeGroups(s, act, { office, into: seen[1]!, from: [seen[2]!] }))
  const [one, two] = [await again(ids[0]!), await again(all.at(-1)!.id)]
  await house.run((s) => moveRequests(s, act, { office, requests: [two], to: null }))
  const words = { kk: 'Жауап', ru: 'Ответ' }
  await house.run((s) => answerRequests(s, act, { office, chosen: { requests: [one] }, words }))
  await house.group()
  const request = await again(one.id)
  expect((await house.run((s) => takeBack(s, act, { office, request }))).ok).toBe(true)
  await house.group()
  const deed = (await house.read(({ triage }) => triage.lastOf(office, act.actor.person.id)))!.id
  await house.run((s) => undoDeed(s, act, { office, deed }))
  await house.group()
  const [moves] = await sql(`select count(distinct why)::int as ways from request_moves`)
  expect(moves.ways).toBeGreaterThan(3)
  const before = await seenAnew()
  expect(await seenByWords()).toEqual(before)
})
