// An office records its commission: typed line by line, corrected, formed anew; names stay in the house.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dutiesOf } from '#flows'
import { type LocalDate, localDate } from '#kernel'
import type { OfficeId } from '#territory'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'

const office = 'akim.315453000' as OfficeId
const page = (language = 'kk') => `/${language}/office/${office}/commission`
let desks: Desks
const visits = new Map<string, Visit>()
const visit = (login: string) => visits.get(login)!

beforeAll(async () => {
  desks = await openDesks('2027-02-02T05:00:00.000Z', '2027-02-03T05:00:00.000Z')
  // An okrug that has recorded nothing yet: people of the district work in it, too.
  await desks.house.owner.query(
    `insert into grants (person, office, role, from_day, given_at)
     select person, $1, role, from_day, given_at from grants where office = 'akim.315400000'`,
    [office],
  )
  for (const login of ['district', 'district-signer', 'district-commission', 'ministry'])
    visits.set(login, await desks.as(login))
})
afterAll(() => desks?.house.close())

const send = async (login: string, fields: Fields, action = page(), at = page()) =>
  visit(login).post(action, { ...(await visit(login).hidden(at, action)), ...fields })

const order = { 'order.number': '12-ө', 'order.day': '2027-02-03' }
const typed: Fields = {
  ...order,
  'names.public-council': 'Бірінші Мүше\nЕкінші Мүше',
  'absent.community-assembly': 'on',
  'other.0.kk': 'Ардагерлер кеңесі',
  'other.0.ru': 'Совет ветеранов',
  'other.0.names': 'Үшінші Мүше',
}
const formed = async () =>
  (
    await desks.house.owner.query(
      `select payload from entries where type = 'commission-formed' and office = $1 and not asserted and live`,
      [office],
    )
  ).rows.map(({ payload }) => payload)

describe('before there is one', () => {
  test('the author finds the form, the others find who fills it in', async () => {
    for (const language of ['kk', 'ru', 'en']) {
      const author = await visit('district').get(page(language))
      expect([author.status, unsound(author.body)]).toEqual([200, []])
      const member = await visit('district-commission').get(page(language))
      expect([member.status, unsound(member.body)]).toEqual([200, []])
      expect(member.body).not.toContain('name="order.number"')
    }
    expect((await visit('ministry').get(page())).status).toBe(404)
    expect((await visit('ministry').get('/kk/office/health/commission')).status).toBe(404)
  })
})

describe('wrong input', () => {
  test.each<[string, Fields, string, string]>([
    ['no order', { ...typed, 'order.number': '' }, 'order.number', 'толтырыңыз'],
    ['a day that is none', { ...typed, 'order.day': '2027-02-30' }, 'order.day', ''],
    ['a day to come', { ...typed, 'order.day': '2027-02-04' }, 'order.day', 'бүгіннен кеш'],
    ['absent and there', { ...typed, 'absent.public-council': 'on' }, 'absent.public-council', 'белгіні'],
    ['a body without a name', { ...typed, 'other.0.ru': '' }, 'other.0.ru', ''],
    ['a body without members', { ...typed, 'other.0.names': '' }, 'other.0.names', ''],
    ['a name without end', { ...typed, 'names.public-council': 'я'.repeat(121) }, 'names.public-council', ''],
    ['marks that turn text', { ...typed, 'other.0.kk': 'А\u202eБ' }, 'other.0.kk', ''],
  ])('%s: 422 at its field, and nothing is lost', async (_name, fields, field, words) => {
    const { status, body } = await send('district', fields)
    expect([status, unsound(body)]).toEqual([422, []])
    const error = new RegExp(`id="${field.replaceAll('.', '\\.')}-error"[^>]*>(.*?)</p>`, 's').exec(body)?.[1]
    expect(error?.toLowerCase()).toContain(words.toLowerCase())
    const kept = Object.values(fields).filter((value) => value !== 'on' && value !== '')
    expect(kept.filter((value) => !body.includes(value))).toEqual([])
    expect(await formed()).toEqual([])
  })
  test('nobody at all', async () => {
    const { status, body } = await send('district', order)
    expect([status, body.includes('Кемінде бір мүшені жазыңыз.')]).toEqual([422, true])
    expect(body).toContain('value="12-ө"')
  })
  test('who may not: 403, and the same words again', async () => {
    const hidden = await visit('district').hidden(page(), page())
    for (const login of ['district-signer', 'district-commission']) {
      const own = await visit(login).hidden(page(), '/kk/sign-out')
      const { status } = await visit(login).post(page(), { ...hidden, csrf: own['csrf']!, ...typed })
      expect([login, status]).toEqual([login, 403])
    }
  })
})

describe('recorded', () => {
  test('by the author, seen by two at once: the second sees both and loses nothing', async () => {
    const [first, second] = [
      await visit('district').hidden(page(), page()),
      await visit('district').hidden(page(), page()),
    ]
    const done = await visit('district').post(page(), { ...first, ...typed })
    expect([done.status, done.headers.get('location')]).toEqual([303, `${page()}?said=formed`])
    // The same form twice is one commission.
    expect((await visit('district').post(page(), { ...first, ...typed })).status).toBe(303)
    const mine = { ...typed, 'order.number': '13-ө', 'names.public-council': 'Төртінші Мүше' }
    const late = await visit('district').post(page(), { ...second, ...mine })
    expect([late.status, unsound(late.body)]).toEqual([409, []])
    for (const words of ['Төртінші Мүше', 'Бірінші Мүше', 'value="13-ө"', 'Қазір тұрғаны: 12-ө'])
      expect(late.body).toContain(words)
    expect(await formed()).toEqual([
      { office, members: ['public-council', 'Ардагерлер кеңесі'], absent_bodies: ['community-assembly'] },
    ])
  })
  test('the same order again is a correction, another order the next commission', async () => {
    const shown = (await visit('district').get(page())).body
    expect(shown).toContain('Бірінші Мүше\nЕкінші Мүше</textarea>')
    expect((await send('district', { ...typed, 'other.0.names': 'Үшінші Мүше\nБесінші Мүше' })).status).toBe(
      303,
    )
    expect(await formed()).toHaveLength(1)
    expect((await send('district', { ...typed, 'order.number': '20-ө' })).status).toBe(303)
    expect(await formed()).toHaveLength(2)
    const { body } = await visit('district-commission').get(page('ru'))
    expect(body).toContain('распоряжение № 20-ө')
    expect(body).toContain('общественный совет (2), Совет ветеранов (2)')
  })
  test('the law reads it: who is in it, and what is not there', async () => {
    const { rows } = await desks.house.owner.query<{ id: string; day: LocalDate }>(
      `select id, day::text from current_meetings where office = $1 and day > '2027-02-03' order by day limit 1`,
      [office],
    )
    const horizon = localDate('2027-12-31')
    const duties = await desks.house.storage.readPublic((stores) =>
      dutiesOf(stores, desks.house.books.law, office, { asOf: localDate('2027-02-03'), horizon }),
    )
    const verdict = (norm: string) =>
      duties!.verdicts.find((one) => one.norm === norm && one.subject === rows[0]!.id)?.verdict
    expect([verdict('A826-3.4.a.1'), verdict('A826-3.4.a.2')]).toEqual(['met', 'excused'])
  })
})

describe('accounts of members', () => {
  const link = `${page()}/link`
  test('a member is invited by the signer in one press, and linked by the author', async () => {
    const offered = await visit('district-signer').get(page())
    expect(offered.body).toContain('value="Бірінші Мүше"')
    const invite = `/kk/office/${office}/people/${office}/invite`
    const answer = await send('district-signer', {}, invite)
    expect([answer.status, answer.body.includes('/invitation/')]).toEqual([200, true])

    const person = 'demonstration.district-commission'
    const fields = await visit('district').hidden(page(), link)
    expect((await visit('district').post(link, { ...fields, person })).status).toBe(303)
    expect((await visit('district-signer').get(page())).body).toContain(
      'Тіркелгісі: Аудан комиссиясының мүшесі',
    )
    const again = await visit('district').hidden(page(), link)
    const twice = await visit('district').post(link, { ...again, place: '1', person })
    expect([twice.status, unsound(twice.body)]).toEqual([409, []])
    const stranger = await visit('district').hidden(page(), link)
    const other = await visit('district').post(link, { ...stranger, person: 'demonstration.author' })
    expect(other.status).toBe(422)
  })
})
