// An office prepares, announces, moves and cancels its meetings; the verdicts follow from what was done on the pages.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dutiesOf, publishDueNotices } from '#flows'
import { type Instant, type LocalDate, addDays } from '#kernel'
import { type OfficeId, localDay } from '#territory'
import { chance } from '../../../../test/demonstration.ts'
import { type Desks, openDesks, origin } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import { type Fields, Visit } from '../../../../test/web/visit.ts'

const office = 'akim.315400000' as OfficeId
const desk = `/ru/office/${office}/meetings`
let now = '2027-11-23T05:00:00.000Z' as Instant
let desks: Desks
let author: Visit
let signer: Visit

beforeAll(async () => {
  desks = await openDesks('2027-02-02T05:00:00.000Z', () => now)
  // A district's office works on its own meetings: the accounts of the demonstration act for it too.
  await desks.house.owner.query(
    `insert into grants (person, office, role, from_day, given_at)
     select person, $1, role, from_day, given_at from grants where role in ('author', 'signer') on conflict do nothing`,
    [office],
  )
})
afterAll(() => desks?.house.close())

/** The clock goes on, and who worked in the morning signs in again. */
async function goTo(at: string): Promise<void> {
  if (at === now && author) return
  now = at as Instant
  ;[author, signer] = [await desks.as('author'), await desks.as('signer')]
}

/** Meetings of the office that nobody has touched, soonest first, from the day on. */
type Row = { readonly id: string; readonly day: LocalDate }
const untouched = async (from: LocalDate): Promise<Row[]> =>
  (
    await desks.house.owner.query(
      `select m.id, m.day::text from current_meetings m left join meetings w on w.id = m.id
       where m.office = $1 and m.day >= $2 and w.id is null order by m.day, m.id`,
      [office, from],
    )
  ).rows

const verdicts = async (record: string) => {
  const asOf = localDay(now, null)
  const duties = await desks.house.storage.readPublic((stores) =>
    dutiesOf(stores, desks.house.books.law, office, { asOf, horizon: '2027-12-31' as LocalDate }),
  )
  return new Map(
    duties!.verdicts
      .filter(({ subject }) => subject === record)
      .map(({ norm, verdict }) => [norm as string, verdict]),
  )
}

/** Sends the form of a deed as it stands on its page, with these fields. */
async function send(visit: Visit, id: string, page: string, deed: string, fields: Fields = {}) {
  const at = `${desk}/${id}${page === '' ? '' : `/${page}`}`
  return visit.post(`${desk}/${id}/${deed}`, {
    ...(await visit.hidden(at, `${desk}/${id}/${deed}`)),
    ...fields,
  })
}

const details: Fields = {
  form: 'hybrid',
  minutes: '90',
  'venue.name.kk': 'Мәдениет үйі',
  'venue.name.ru': 'Дом культуры',
  'venue.address.kk': 'Абай көшесі, 1',
  'venue.address.ru': 'улица Абая, 1',
  'venue.point': '42.87, 73.18',
  'venue.capacity': '250',
  'access.ramp': 'on',
  'languages.kk': 'on',
  'interpreters.sign-language': 'on',
  'agenda.0.kind': 'report',
  'agenda.0.title.kk': 'Баяндама',
  'agenda.0.title.ru': 'Доклад',
  'agenda.0.minutes': '20',
  'agenda.1.kind': 'questions',
  'agenda.1.minutes': '70',
  broadcasts: 'https://example.org/live',
  'beside.reception.day': '2027-03-20',
  'beside.reception.start': '14:00',
}
const texts: Fields = { 'text.kk': 'Кездесу өтеді.', 'text.ru': 'Встреча состоится.' }

const prepare = async (id: string) => {
  expect((await send(author, id, 'details', 'details', details)).status).toBe(303)
  expect((await send(author, id, 'notice', 'notice', texts)).status).toBe(303)
}
const announce = async (id: string) => {
  await prepare(id)
  expect((await send(signer, id, 'publish', 'publish')).status).toBe(303)
}

beforeEach(() => goTo('2027-02-03T05:00:00.000Z'))

describe('a meeting of the calendar', () => {
  test('comes to life under its own id, is announced in time by two persons, and its verdicts follow', async () => {
    const { id, day } = (await untouched('2027-03-01' as LocalDate))[0]!
    expect((await verdicts(id)).get('A826-3.4.d.1')).toBe('pending')
    await prepare(id)
    const alone = await send(author, id, 'publish', 'publish')
    expect(alone.status).toBe(403)
    expect((await send(signer, id, 'publish', 'publish')).status).toBe(303)
    const after = await verdicts(id)
    expect([after.get('A826-3.4.d.1'), after.get('A826-3.4.c.4')]).toEqual(['met', 'met'])
    expect(after.get('A826-3.4.c.3')).toBe('pending')

    await goTo('2027-02-03T09:00:00.000Z')
    const radio = { channel: 'radio', day: '2027-02-03', start: '13:30', link: '', note: 'Жаңалықтар' }
    expect((await send(author, id, 'channels', 'channels', radio)).status).toBe(303)
    for (const category of ['maslikhat-deputies', 'opposition'])
      expect((await send(author, id, 'guests', 'guests', { category, names: 'А\nБ' })).status).toBe(303)
    const posing = { category: 'media', names: 'Радио\nCapa Ахметова' }
    const posed = await send(author, id, 'guests', 'guests', posing)
    expect([posed.status, posed.body.includes('В слове «Capa»')]).toEqual([422, true])
    expect((await verdicts(id)).get('A826-3.4.c.3')).toBe('met')

    const { body } = await new Visit(desks.app, origin).get(`/ru/meetings/${id}`)
    for (const words of [
      'Встреча состоится.',
      'улица Абая, 1',
      'есть пандус',
      'в срок',
      'радио',
      'Жаңалықтар',
      'депутаты маслихата',
      'смешанная',
      'общественный совет (2), совет ветеранов (1)',
    ])
      expect(body).toContain(words)
    // Names of guests and of the commission's members are the office's own.
    expect(body).not.toContain('Б</')
    expect(body).not.toContain('мүше (көрсетілім)')
    expect(unsound(body)).toEqual([])
    expect(day > '2027-03-01').toBe(true)
  })

  test('what is typed wrong is named at its field and nothing is lost; 30 February is no day', async () => {
    const { id } = (await untouched('2027-03-01' as LocalDate))[0]!
    const { status, body } = await send(author, id, 'details', 'details', {
      ...details,
      minutes: 'сто',
      'venue.point': '1, 2',
      broadcasts: 'http://example.org',
      'beside.reception.day': '2027-02-30',
    })
    expect(status).toBe(422)
    expect(body.match(/aria-invalid="true"/g)).toHaveLength(4)
    expect(body).toContain('value="сто"')
    expect(body).toContain('Дом культуры')
  })

  test('two officers: the second sees both versions and loses nothing', async () => {
    const { id } = (await untouched('2027-03-01' as LocalDate))[0]!
    const seen = await author.hidden(`${desk}/${id}/details`, `${desk}/${id}/details`)
    expect((await send(author, id, 'details', 'details', details)).status).toBe(303)
    const mine = { ...details, 'venue.capacity': '99' }
    const { status, body } = await author.post(`${desk}/${id}/details`, { ...seen, ...mine })
    expect(status).toBe(409)
    expect(body).toContain('value="99"')
    expect(body).toContain('Сейчас стоит: 250')
    const again = body.match(/name="revision" value="(\d+)"/)![1]!
    expect(Number(again)).toBeGreaterThan(Number(seen['revision']))
  })

  test('a language that fell behind keeps the notice from going out until both say the same', async () => {
    const { id } = (await untouched('2027-03-01' as LocalDate))[0]!
    await prepare(id)
    await send(author, id, 'notice', 'notice', { ...texts, 'text.kk': 'Кездесу басқа жерде өтеді.' })
    expect((await signer.get(`${desk}/${id}/notice`)).body).toContain('Русский текст устарел')
    expect((await send(signer, id, 'publish', 'publish')).status).toBe(409)
    await send(author, id, 'notice', 'notice', {
      'text.kk': 'Кездесу басқа жерде өтеді.',
      'text.ru': 'Переехали.',
    })
    expect((await send(signer, id, 'publish', 'publish')).status).toBe(303)
  })

  test('late is published all the same, and says so for good', async () => {
    const { id, day } = (await untouched('2027-03-01' as LocalDate))[0]!
    await goTo(`${addDays(day, -3)}T05:00:00.000Z`)
    await announce(id)
    expect((await verdicts(id)).get('A826-3.4.d.1')).toBe('late')
    expect((await new Visit(desks.app, origin).get(`/kk/meetings/${id}`)).body).toContain('мерзімнен кеш')
  })

  test('moved: a new record with its own clock, the old day readable, one event in the feed with a higher SEQUENCE', async () => {
    const { id, day } = (await untouched('2027-04-01' as LocalDate))[0]!
    await announce(id)
    const to = addDays(day, 9)
    const reason = { 'reason.kk': 'Жол жабық', 'reason.ru': 'Дорога закрыта' }
    const wish = { day: to, start: '16:00', ...reason }
    for (const [bad, words] of [
      [{ ...wish, day: '2027-01-10' }, 'уже прошёл'],
      [{ ...wish, day: '2028-01-10' }, 'не выходит за 2027'],
      [{ ...wish, day: '2027-02-30' }, 'Такого дня нет'],
      [{ ...wish, 'reason.ru': '' }, 'Заполните эту строку'],
    ] as const) {
      const answer = await send(author, id, 'move', 'move', bad)
      expect([
        answer.status,
        answer.body.includes(words) ? words : answer.body.match(/class="error"[^<]*<[^<]*<[^<]*<[^<]*/g),
      ]).toEqual([422, words])
    }
    expect((await send(author, id, 'move', 'move', wish)).status).toBe(303)
    expect((await send(author, id, '', 'sign-change')).status).toBe(403)
    expect((await send(signer, id, '', 'sign-change')).status).toBe(303)

    expect([...(await verdicts(id)).keys()]).toEqual([])
    expect((await verdicts(`${id}.2`)).get('A826-3.4.d.1')).toBe('pending')
    const page = (await new Visit(desks.app, origin).get(`/ru/meetings/${id}`)).body
    for (const words of ['Дорога закрыта', 'Объявление о новом дне пока не опубликовано', '<s>'])
      expect(page).toContain(words)
    const feed = (await new Visit(desks.app, origin).get('/feeds/calendars/310000000/2027.ics')).body
    const event = feed.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}@`))!
    expect(event).toContain(`${to.replaceAll('-', '')}T160000`)
    expect(Number(event.match(/SEQUENCE:(\d+)/)![1])).toBe(2)

    const told = await desks.house.owner.query(
      `select payload ->> 'event' as event, payload ->> 'reason' as reason from outbox_messages
       where payload ->> 'meeting' = $1 order by id`,
      [id],
    )
    expect(told.rows).toEqual([
      { event: 'announced', reason: null },
      { event: 'moved', reason: 'Жол жабық / Дорога закрыта' },
    ])

    // The old words cannot go out again: an author writes those of the new day.
    expect((await send(signer, id, 'publish', 'publish')).status).toBe(403)
    await send(author, id, 'notice', 'notice', { 'text.kk': 'Жаңа күн.', 'text.ru': 'Новый день.' })
    expect((await send(signer, id, 'publish', 'publish')).status).toBe(303)
    expect((await verdicts(`${id}.2`)).get('A826-3.4.d.1')).toBe('met')
  })

  test('cancelled: the entry stays with its reason and STATUS, and owes nothing', async () => {
    const { id } = (await untouched('2027-04-01' as LocalDate))[0]!
    const reason = { 'reason.kk': 'Төтенше жағдай', 'reason.ru': 'Чрезвычайная ситуация' }
    expect((await send(author, id, 'cancel', 'cancel', reason)).status).toBe(303)
    expect((await send(signer, id, '', 'sign-change')).status).toBe(303)
    expect([...(await verdicts(id)).keys()]).toEqual([])
    expect((await new Visit(desks.app, origin).get(`/ru/meetings/${id}`)).body).toContain(
      'Чрезвычайная ситуация',
    )
    const feed = (await new Visit(desks.app, origin).get('/feeds/calendars/310000000/2027.ics')).body
    const event = feed.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}@`))!
    expect(event).toContain('STATUS:CANCELLED')
    expect((await send(author, id, 'details', 'details', details)).status).toBe(409)
  })
})

describe('a signature given beforehand', () => {
  const turn = () =>
    publishDueNotices(desks.house.storage, desks.house.books, chance, now, (fault) => {
      throw fault
    })
  const sign = (id: string, day: string, start: string) => send(signer, id, 'publish', 'sign', { day, start })

  test('publishes at its instant and never before; twice is once', async () => {
    const { id } = (await untouched('2027-05-01' as LocalDate))[0]!
    await prepare(id)
    expect((await sign(id, '2027-02-07', '10:00')).status).toBe(422)
    expect((await sign(id, '2027-02-04', '10:00')).status).toBe(303)
    now = '2027-02-04T04:59:00.000Z' as Instant
    expect(await turn()).toBe(0)
    now = '2027-02-04T05:00:20.000Z' as Instant
    expect(await Promise.all([turn(), turn()]).then(([a, b]) => a + b)).toBe(1)
    expect((await verdicts(id)).get('A826-3.4.d.1')).toBe('met')
    expect(await turn()).toBe(0)
  })

  test('is void after any edit, after 72 hours, and when the right was taken back', async () => {
    const [a, b] = (await untouched('2027-05-01' as LocalDate)).slice(0, 2) as [Row, Row]
    for (const { id } of [a, b]) {
      await prepare(id)
      expect((await sign(id, '2027-02-05', '10:00')).status).toBe(303)
    }
    await send(author, a.id, 'details', 'details', { ...details, 'venue.capacity': '10' })
    now = '2027-02-06T06:00:00.000Z' as Instant
    expect(await turn()).toBe(0)
    const { rows } = await desks.house.owner.query(
      `select count(*)::int as n from journal where type = 'notice-signature-lapsed' and subject = $1`,
      [b.id],
    )
    expect(rows[0].n).toBe(1)
  })
})

describe('a meeting outside the calendar', () => {
  const create = async (fields: Fields) => {
    const hidden = await author.hidden(`${desk}/new`, `${desk}/new`)
    return author.post(`${desk}/new`, {
      ...hidden,
      unit: '315400000',
      day: '2027-06-10',
      start: '11:00',
      minutes: '60',
      outside: 'demand',
      'reason.kk': 'Тұрғындар сұрады',
      'reason.ru': 'Просили жители',
      answers: 'demand-1',
      ...fields,
    })
  }
  test('is nobody’s business until its notice, then stands in the law as one outside the calendar', async () => {
    const { status, headers } = await create({})
    expect(status).toBe(303)
    const id = headers.get('location')!.match(/meetings\/([^?]+)/)![1]!
    expect((await new Visit(desks.app, origin).get(`/ru/meetings/${id}`)).status).toBe(404)
    await announce(id)
    expect((await new Visit(desks.app, origin).get(`/ru/meetings/${id}`)).body).toContain('Просили жители')
    const { rows } = await desks.house.owner.query(
      `select payload from journal where subject = $1 and type = 'meeting'`,
      [id],
    )
    expect(rows.map(({ payload }) => [payload.in_calendar, payload.reason, payload.answers])).toEqual([
      [false, 'demand', ['demand-1']],
    ])
    expect((await verdicts(id)).get('A826-3.4.d.1')).toBe('met')
  })
  test('refuses days gone by, 30 February, places that are not there or not its own', async () => {
    for (const [fields, words] of [
      [{ day: '2027-01-05' }, 'уже прошёл'],
      [{ day: '2027-02-30' }, 'Такого дня нет'],
      [{ unit: '110000000' }, 'не входит в территорию'],
      [{ unit: '999999999' }, 'такого места нет'],
    ] as const) {
      const { status, body } = await create(fields)
      expect([status, body.includes(words) ? words : body.slice(0, 0)]).toEqual([422, words])
    }
  })
})

test('every page of a meeting is sound in every language, and another office’s is not there', async () => {
  const { id } = (await untouched('2027-03-01' as LocalDate))[0]!
  await prepare(id)
  for (const language of ['kk', 'ru', 'en'])
    for (const path of ['', '/new', `/${id}`, ...forms.map((form) => `/${id}/${form}`)]) {
      const { status, body } = await author.get(`/${language}${desk.slice(3)}${path}`)
      // The island of the agenda is the one script of these pages.
      const wrong = unsound(body).filter((one) => !path.endsWith('details') || one !== 'a script in the page')
      expect([path, status, wrong]).toEqual([path, 200, []])
    }
  const { rows } = await desks.house.owner.query(
    `select id from current_meetings where office <> $1 limit 1`,
    [office],
  )
  for (const path of [`/${rows[0].id}`, `/${rows[0].id}/details`, '/none', `/${id}/dance`])
    expect([path, (await author.get(`${desk}${path}`)).status]).toEqual([path, 404])
})

const forms = ['details', 'notice', 'publish', 'channels', 'guests', 'move', 'cancel']
