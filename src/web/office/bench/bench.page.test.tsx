// The commission at its bench: what it sees, what each form does, and what is said when another was quicker.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invented } from '../../../../test/commission.ts'
import { send as sendRequest } from '../../../../test/requests.ts'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'
import type { Instant } from '#kernel'
import type { GroupId, RequestId } from '#requests'
import type { OfficeId, UnitCode } from '#territory'

const office = 'akim.315400000' as OfficeId
const bench = `/ru/office/${office}/requests`
const unit = '315400000' as UnitCode
const at = '2026-11-23T06:00:00.000Z' as Instant
let desks: Desks
let member: Visit
let sent = 0

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z', at)
  member = await desks.as('district-commission')
  await desks.group(office)
})
afterAll(() => desks?.house.close())

const send = (words: string, proven = true): Promise<RequestId> =>
  sendRequest(desks.house.storage, { id: `bench-${++sent}`, office, unit, words, at, proven })
const sound = (html: string) => unsound(html).filter((fault) => fault !== 'a script in the page')
const read = (id: RequestId) =>
  desks.house.storage.readOffice({ person: null, offices: [office] }, ({ requests }) => requests.find(id))
const groupOf = async (id: RequestId) => (await read(id))!.group as GroupId
/** Presses the button of a deed on the page of what is looked at. */
async function press(deed: string, looked: string, fields: Fields = {}, visit = member) {
  const action = `${bench}/deeds/${deed}`
  return visit.post(action, { ...(await visit.hidden(`${bench}?at=${looked}`, action)), ...fields })
}

test('the bench groups what waits, and shows words, signs, keys and the sum of fates', async () => {
  const ids = []
  for (const words of [...invented.pump, ...invented.lamps, ...invented.thanks]) ids.push(await send(words))
  await send('Кентай ауылында қоқыс шығарылмайды', false)
  await desks.group(office)
  const { status, body } = await member.get(bench)
  expect([status, sound(body)]).toEqual([200, []])
  expect(body).toContain(
    'Всего поступило: 8 = ждут 1 + в группах 7 + отвечено 0 + не взято в работу 0 + отозвано авторами 0',
  )
  // What came without proof of work is looked at first.
  expect(body).toContain('отправлено без проверки')
  const pump = await member.get(`${bench}?at=${await groupOf(ids[0]!)}`)
  expect(pump.body).toContain('Питьевая вода: село Актоган')
  for (const words of invented.pump) expect(pump.body).toContain(words)
  // Why they lie together is told in whole words of their own, never in stems.
  expect(pump.body).toContain('тема: питьевая вода; сфера: вода и канализация')
  expect(pump.body).toContain('общие слова: «насос», «воды»')
  for (const key of ['a', 'f', 'l', 't', 'x', 's', 'v', 'j']) expect(pump.body).toContain(`data-key="${key}"`)
  const kazakh = await member.get(bench.replace('/ru/', '/kk/'))
  expect([kazakh.status, sound(kazakh.body)]).toEqual([200, []])
})

test('after a start the bench waits for nobody: it shows what is stored, and that groups alike are still looked for', async () => {
  const id = await send(invented.pump[0])
  await desks.group(office)
  const page = `${bench}?at=${await groupOf(id)}`
  const later = 'Похожие группы ещё ищутся'
  const { status, body } = await (await desks.as('district-commission', desks.started())).get(page)
  expect([status, sound(body), body.includes(later)]).toEqual([200, [], true])
  for (const words of invented.pump) expect(body).toContain(words)
  // Control: a process that has them says nothing of the kind.
  expect((await member.get(page)).body).not.toContain(later)
})

test('accept, correct, split, merge and undo: each leads on, and says what was done', async () => {
  const [one, two] = [
    await send('Сурат ауылында мектептің төбесі ағады'),
    await send('В Сурате течёт крыша школы'),
  ]
  await desks.group(office)
  const group = await groupOf(one)
  expect(await groupOf(two)).toBe(group)
  const corrected = await press('correct', group, { level: 'okrug' })
  expect([corrected.status, corrected.headers.get('location')]).toEqual([
    303,
    `${bench}?at=${group}&said=correct`,
  ])
  const split = await press('split', group, { [`tick.${two}`]: '2' })
  expect(split.status).toBe(303)
  const other = await groupOf(two)
  expect(other).not.toBe(group)
  const page = await member.get(`${bench}?at=${other}`)
  expect(page.body).toContain(`value="${group}"`)
  const merged = await press('merge', other)
  expect([merged.status, await groupOf(one)]).toEqual([303, await groupOf(two)])
  const undone = await press('undo', await groupOf(one))
  expect([undone.status, await groupOf(two)]).toEqual([303, other])
  const accepted = await press('accept', group)
  expect(accepted.headers.get('location')).toContain('said=accept')
  expect((await member.get(`${bench}?at=${group}`)).body).toContain('принята')
})

test('the kind is corrected of those that are ticked in a group, without leaving it; undone like the rest', async () => {
  const ids = []
  for (const words of [
    'Ойтал ауылында аялдама құлап тұр',
    'В Ойтале автобусная остановка разрушена',
    'Ойталдағы аялдаманы жөндеңіздер, құлап тұр',
  ])
    ids.push(await send(words))
  await desks.group(office)
  const [one, two, three] = ids as [RequestId, RequestId, RequestId]
  const group = await groupOf(one)
  expect([await groupOf(two), await groupOf(three)]).toEqual([group, group])
  const { body } = await member.get(`${bench}?at=${group}`)
  expect([unsound(body).length, body.includes(`formaction="${bench}/deeds/kind"`)]).toEqual([1, true])
  // The button of the kind stands in the form of the group, beside the boxes.
  const press = async (fields: Fields) =>
    member.post(`${bench}/deeds/kind`, {
      ...(await member.hidden(`${bench}?at=${group}`, `${bench}/deeds/split`)),
      ...fields,
    })
  const nothing = await press({ kind: 'proposal' })
  expect([nothing.status, nothing.body.includes('Сначала отметьте запросы')]).toEqual([422, true])
  const ticked = async (id: RequestId) => ({ [`tick.${id}`]: String((await read(id))!.revision) })
  const kinds = { ...(await ticked(one)), ...(await ticked(two)), kind: 'thanks' }
  const done = await press(kinds)
  expect([done.status, done.headers.get('location')]).toEqual([303, `${bench}?at=${group}&said=correct`])
  expect(await read(one)).toMatchObject({ kind: 'thanks', group: null, corrected: ['kind'] })
  expect(await groupOf(three)).toBe(group)
  const late = await press(kinds)
  expect([late.status, late.body.includes('изменил другой человек')]).toEqual([409, true])
  const undo = `${bench}/deeds/undo`
  expect((await member.post(undo, await member.hidden(`${bench}?at=${group}`, undo))).status).toBe(303)
  expect([await groupOf(one), (await read(two))!.corrected]).toEqual([group, []])
})

test('answered by a template and set aside; the page of a request tells both, and takes back', async () => {
  const [one, two] = [await send('Андас батыр ауылында спортзал жоқ'), await send('В Кенесе нет аптеки')]
  await desks.group(office)
  expect((await press('answer', await groupOf(one), { template: 'planned' })).status).toBe(303)
  const shown = await member.get(`${bench}/${one}`)
  expect([shown.status, sound(shown.body)]).toEqual([200, []])
  expect(shown.body).toContain('Эта работа уже есть в плане')
  const outbox = await (await desks.as('district')).get(`/ru/office/${office}/outbox`)
  expect(outbox.body).toContain('Меркенский район · 1 запрос · 23 ноября 2026 года, 11:00')
  expect(
    (await press('aside', await groupOf(two), { reason: 'not-of-this-office', note: 'Частная аптека' }))
      .status,
  ).toBe(303)
  expect((await member.get(`${bench}/${two}`)).body).toContain('Частная аптека')
  const back = `${bench}/${two}/back`
  expect((await member.post(back, await member.hidden(`${bench}/${two}`, back))).status).toBe(303)
  await desks.group(office)
  expect((await read(two))!.fate).toBe('grouped')
})

test('of two members the second sees what the first made of it, beside his own words', async () => {
  const id = await send('Жаугаш: көпір құлағалы тұр')
  await desks.group(office)
  const group = await groupOf(id)
  const page = `${bench}/groups/${group}`
  const other = await desks.as('district')
  const fields = { sphere: 'roads', level: 'district', unit: '315400000', funding: 'yes' }
  const [mine, theirs] = [await member.hidden(page, page), await other.hidden(page, page)]
  const named = (kk: string) => ({ ...fields, 'title.kk': kk, 'title.ru': 'Мост' })
  expect((await member.post(page, { ...mine, ...named('Көпір') })).status).toBe(303)
  const late = await other.post(page, { ...theirs, ...named('Ескі көпір') })
  expect([late.status, sound(late.body)]).toEqual([409, []])
  expect(late.body).toContain('value="Ескі көпір"')
  expect(late.body).toMatch(/Көпір/)
  const accepted = await press('accept', group, { revision: '1' })
  expect([accepted.status, accepted.body.includes('изменил другой человек')]).toEqual([409, true])
})

test('templates of an office are written, offered and dropped', async () => {
  const page = `${bench}/templates`
  const words = { name: 'Жол', 'words.kk': 'Жол жоспарда.', 'words.ru': 'Дорога в плане.' }
  expect(
    (await member.post(page, { ...(await member.hidden(page, page)), ...words, 'words.ru': '' })).status,
  ).toBe(422)
  expect((await member.post(page, { ...(await member.hidden(page, page)), ...words })).status).toBe(303)
  expect((await member.post(page, { ...(await member.hidden(page, page)), ...words })).status).toBe(422)
  const { body } = await member.get(page)
  expect(body).toContain('Дорога в плане.')
  const drop = /action="([^"]*drop)"/.exec(body)![1]!
  expect((await member.post(drop, await member.hidden(page, drop))).status).toBe(303)
  expect((await member.get(page)).body).not.toContain('Дорога в плане.')
})

test('a large merge names what goes where, and who proposed it may take it back', async () => {
  const [one, two]: RequestId[][] = [[], []]
  for (let nth = 1; nth <= 11; nth++) {
    one!.push(await send(`Ақермен ауылында жедел жәрдем ${nth} сағат келмейді`))
    two!.push(await send(`В Кенесе автобус не ходит уже ${nth} дней`))
  }
  await desks.group(office)
  const [from, into] = [await groupOf(one![0]!), await groupOf(two![0]!)]
  const counted = async (id: GroupId) =>
    (
      await desks.house.storage.readOffice({ person: null, offices: [office] }, ({ groups }) =>
        groups.counted([id]),
      )
    )[0]!
  const other = await counted(into)
  // Whether they are alike or not: the fields of another form of the same group, and the group to merge with.
  const seen = await member.hidden(`${bench}?at=${from}`, `${bench}/deeds/accept`)
  const proposed = await member.post(`${bench}/deeds/merge`, {
    ...seen,
    other: into,
    otherRevision: String(other.revision),
  })
  expect(proposed.headers.get('location')).toContain('said=proposed')
  const mine = await member.get(bench)
  expect([sound(mine.body), mine.body.includes('Отозвать предложение')]).toEqual([[], true])
  const theirs = (await (await desks.as('district')).get(bench)).body
  for (const name of [(await counted(from)).title!.ru, other.title!.ru])
    expect(/Что переносится[^]*?<\/dl>/.exec(theirs)![0]).toContain(name)
  expect([theirs.includes('deeds/confirm'), theirs.includes('Отозвать предложение')]).toEqual([true, false])
  expect((await press('decline', from)).status).toBe(303)
})

test('a signer reads the bench and finds nothing to press', async () => {
  const signer = await desks.as('district-signer')
  const { status, body } = await signer.get(bench)
  expect([status, sound(body), body.includes('/deeds/')]).toEqual([200, [], false])
  // Nor is told to accept or to correct, by words or by keys.
  expect(body).not.toMatch(/примите|Принять/)
})

test('who is of another office, or has no part in requests, sees no bench', async () => {
  for (const login of ['author', 'commission', 'government'])
    expect((await (await desks.as(login)).get(bench)).status).toBe(404)
  expect((await press('accept', 'x', {}, await desks.as('government'))).status).toBeGreaterThanOrEqual(400)
})

test('letters that pose as others are told of to the commission, and refused to nobody', async () => {
  const posing = await send('Aким уәде берген саябақты салып беріңіздер')
  const turned = await send('Cаябақ \u202eқашан\u202c салынады')
  const { body } = await member.get(`${bench}/${posing}`)
  expect(body).toContain('смешаны похожие буквы двух алфавитов: Aким')
  const other = await member.get(`${bench}/${turned}`)
  expect([other.status, (await read(turned))!.words.includes('\u202e')]).toEqual([
    200,
    other.body.includes('в обратном порядке'),
  ])
})
