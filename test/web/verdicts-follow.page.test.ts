// Verdicts follow from what was done on the screens: calendar, commission, notice, guests, pool and schedule, each
// norm of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeetingId } from '#calendar'
import { dutiesOf } from '#flows'
import type { EntryId } from '#journal'
import { type Instant, type LocalDate, addDays, done } from '#kernel'
import { type OfficeId, localDay } from '#territory'
import { chance } from '../demonstration.ts'
import { heap } from '../pool.ts'
import { type Desks, openDesks } from './desks.ts'
import type { Fields } from './visit.ts'

const [region, district, okrug] = ['akim.310000000', 'akim.315400000', 'akim.315430000'] as [
  OfficeId,
  OfficeId,
  OfficeId,
]
let now = '2026-11-23T05:00:00.000Z' as Instant
let desks: Desks

beforeAll(async () => {
  desks = await openDesks(now, () => now)
  // Accounts that the demonstration has no seat for: signers of two bodies, and the two of an okrug.
  for (const [login, office, role] of [
    ['district-signer', 'health', 'signer'],
    ['maslikhat', 'authorised-body', 'signer'],
    ['district', okrug, 'author'],
    ['district-signer', okrug, 'signer'],
  ])
    await desks.house.owner.query(
      `insert into grants (person, office, role, from_day, given_at)
       select person, $2, $3, '2026-01-01', now() from accounts where login = $1 on conflict do nothing`,
      [login, office, role],
    )
  await doEverything()
})
afterAll(() => desks?.house.close())

/** Somebody signed in as this, who sends forms as they stand on their pages. */
async function as(login: string) {
  const visit = await desks.as(login)
  return async (page: string, deed: string, fields: Fields = {}) => {
    const [at, action] = [`/ru/office/${page}`, `/ru/office/${deed}`]
    const hidden = await visit.hidden(at, action)
    const { status, body } = await visit.post(action, { ...hidden, ...fields })
    const wrong = /class="error"[^>]*>(.*?)<\/p>/s.exec(body)?.[1]
    expect([deed, status, wrong]).toEqual([deed, 303, undefined])
  }
}

type Do = Awaited<ReturnType<typeof as>>
type Planned = { readonly id: string; readonly day: LocalDate }
const meetings = new Map<OfficeId, Planned>()
/** The meeting that the correction moves. */
let moved = ''
const half = '2027-H2'

async function doEverything(): Promise<void> {
  // The calendar of the region, from its draft to the Government.
  now = '2027-01-05T05:00:00.000Z' as Instant
  const [upper, akim, deputies] = [await as('author'), await as('signer'), await as('maslikhat')]
  const calendar = `${region}/calendars/2027`
  await upper(calendar, `${calendar}/draft`)
  await upper(calendar, `${calendar}/send`, { number: '1-05/12' })
  const asSeen = calendar.replace('akim', 'maslikhat')
  await deputies(asSeen, `${asSeen}/answer`, { number: '4' })
  await akim(calendar, `${calendar}/approve`, { number: '7' })
  await akim(calendar, `${calendar}/publish`)
  await akim(calendar, `${calendar}/submit`, { number: '1-05/31' })
  const government = await as('government')
  await government('government/deliveries/2027', `government/deliveries/2027/${region.slice(5)}`, {
    number: '11',
  })
  await government('government/deliveries/2027', 'government/deliveries/2027/forward', { number: '12' })

  // A correction of what was published: another day, and the maslikhat's paper of its own.
  await upper(calendar, `${calendar}/assembly/correct`, { reason: 'Жол жөнделуде' })
  const [entry] = await plannedOf(region)
  moved = entry!.id
  const move = `${calendar}/meetings/${moved}`
  await upper(move, move, { day: addDays(entry!.day, 1), start: '15:00', reason: 'Жол жөнделуде' })
  await upper(calendar, `${calendar}/send`, { number: '1-05/44' })
  await deputies(asSeen, `${asSeen}/answer`, { number: '5' })
  await akim(calendar, `${calendar}/approve`, { number: '8' })
  await akim(calendar, `${calendar}/publish`)

  // Their commissions: complete, and lacking a body that an okrug does not have.
  const writer = await as('district')
  const order = { 'order.number': '1-ө', 'order.day': localDay(now, null) }
  for (const [office, council] of [
    [district, { 'names.public-council': 'Мүше' }],
    [okrug, { 'absent.public-council': 'on' }],
  ] as const)
    await writer(`${office}/commission`, `${office}/commission`, {
      ...order,
      'names.community-assembly': 'Мүше',
      ...council,
    })

  // A meeting of a district and one of an okrug: what, where and who, guests, the notice.
  for (const office of [district, okrug]) {
    const [meeting] = await plannedOf(office)
    meetings.set(office, meeting!)
    await announce(`${office}/meetings/${meeting!.id}`, meeting!.day)
    await pool(office, meeting!)
  }

  // The schedule of a half-year: proposal, draft, agreement of the ministry and of the akimat, approval, publication.
  const body = await as('ministry')
  const assembler = await as('authorised-body')
  const [own, all, cabinet] = ['health', 'authorised-body', 'government'].map(
    (id) => `${id}/schedule/${half}`,
  )
  await assembler(all!, `${all}/open`, { answerBy: '2027-01-12' })
  for (const day of ['2027-09-14', '2027-11-16'])
    await body(`${own}/new?region=310000000`, `${own}/new`, {
      region: '310000000',
      unit: '315400000',
      day,
      start: '11:00',
      minutes: '90',
      sphere: 'health',
      'venue.kk': 'Аурухана',
      'venue.ru': 'Больница',
      'why.kk': 'Дәрігер аз',
      'why.ru': 'Мало врачей',
      'ground.local-issues': 'on',
    })
  await body(own!, `${own}/send`)
  await assembler(`${all}/proposals/health`, `${all}/proposals/health/take`)
  now = '2027-01-13T05:00:00.000Z' as Instant
  const later = await Promise.all(
    ['authorised-body', 'district-signer', 'signer', 'government-signer', 'maslikhat'].map(as),
  )
  const [assembles, agrees, answers, approves, publishes] = later as [Do, Do, Do, Do, Do]
  await assembles(all!, `${all}/circulate`)
  await agrees(own!, `${own}/agree`)
  const visits = await desks.house.owner.query(`select id from schedule_visits where schedule = $1`, [
    `schedule.${half}`,
  ])
  for (const { id } of visits.rows) {
    const visit = `${region}/schedule/${half}/visits/${id}`
    await answers(visit, `${visit}/answer`, { number: '9' })
  }
  await assembles(all!, `${all}/close`)
  await assembles(all!, `${all}/submit`, { number: '5' })
  await approves(cabinet!, `${cabinet}/approve`, { number: '6' })
  await publishes(all!, `${all}/publish`)
}

const plannedOf = async (office: OfficeId): Promise<Planned[]> =>
  (
    await desks.house.owner.query(
      `select id, day::text from current_meetings where office = $1 and day > '2027-01-25' order by day, id`,
      [office],
    )
  ).rows

async function announce(at: string, day: LocalDate) {
  const [author, signer] = [await as('district'), await as('district-signer')]
  await author(`${at}/details`, `${at}/details`, {
    form: 'visiting',
    minutes: '90',
    'venue.name.kk': 'Мәдениет үйі',
    'venue.name.ru': 'Дом культуры',
    'venue.address.kk': 'Абай көшесі, 1',
    'venue.address.ru': 'улица Абая, 1',
    'languages.kk': 'on',
    'agenda.0.kind': 'report',
    'agenda.0.title.kk': 'Баяндама',
    'agenda.0.title.ru': 'Доклад',
    'agenda.0.minutes': '20',
    'agenda.1.kind': 'questions',
    'agenda.1.minutes': '70',
    broadcasts: 'https://example.org/live',
    'beside.reception.day': day,
    'beside.reception.start': '14:00',
  })
  const text = { 'text.kk': 'Кездесу өтеді.', 'text.ru': 'Встреча состоится.' }
  await author(`${at}/notice`, `${at}/notice`, text)
  for (const category of ['maslikhat-deputies', 'parties', 'public-organisations', 'opposition'])
    await author(`${at}/guests`, `${at}/guests`, { category, names: 'Шақырылған' })
  await signer(`${at}/publish`, `${at}/publish`)
}

/** What residents asked, collected from every channel, analysed and approved by a second person. */
async function pool(office: OfficeId, { id }: Planned) {
  const { rows } = await desks.house.owner.query('select unit from current_meetings where id = $1', [id])
  const { unit } = rows[0]
  const group = `asked.${office}`
  await heap(desks.house, {
    office,
    unit,
    group,
    meeting: id as MeetingId,
    at: now,
    words: ['Су құбыры жарылды, су жоқ', 'Третий день нет воды'],
    sphere: 'water',
    state: 'accepted',
    channel: 'phone',
  })
  const [author, signer] = [await as('district'), await as('district-signer')]
  const at = `${office}/meetings/${id}/pool`
  await author(at, `${at}/draft`)
  await author(`${at}/lines/${group}`, `${at}/lines/${group}`, {
    'title.kk': 'Ауылда су жоқ',
    'title.ru': 'В ауле нет воды',
    unit,
    sphere: 'water',
    level: 'okrug',
    funding: 'yes',
    in: 'on',
  })
  // The blog platform ended in 2023: who did not look there is excused.
  for (const channel of office === district ? ['open-data-portal', 'akims-blog'] : ['open-data-portal'])
    await author(at, `${at}/look`, { channel })
  await signer(`${at}/approve`, `${at}/approve`)
}

/** The live day has no screen yet: that the meeting took place is written as it will be. */
async function tookPlace({ id }: Planned): Promise<void> {
  await desks.house.storage.transaction({ person: null, offices: [district, okrug] }, async (stores) => {
    const live = (await stores.journal.entries({ subject: id, types: ['meeting'] })).at(-1)!
    const { type, office, subject, payload } = live
    await stores.journal.append([
      {
        type,
        office,
        subject,
        asserted: false,
        actor: null,
        id: chance.newId() as EntryId,
        at: now,
        payload: { ...payload, status: 'held', held_by: 'holder' },
        corrects: live.id,
        salt: chance.newSalt(),
      },
    ])
    return done()
  })
}

/** The verdicts on what was done here, as they stand on a day. */
async function verdictsOf(office: OfficeId, asOf: LocalDate): Promise<string[]> {
  const duties = await desks.house.storage.readPublic((stores) =>
    dutiesOf(stores, desks.house.books.law, office, { asOf, horizon: addDays(asOf, 400) }),
  )
  const meeting = meetings.get(office)?.id
  return duties!.verdicts
    .filter(({ norm }) => groups.test(norm))
    .filter(
      ({ subject, period }) =>
        subject === meeting ||
        (subject === null && (period === '2027' || period === half)) ||
        subject?.startsWith('correction.310000000.2027.'),
    )
    .map(({ norm, verdict }) => `${norm} ${verdict}`)
    .sort()
}

/** Calendar, commission, notice, guests, pool, schedule: every norm of them is reached below or stands here with its reason. */
const groups = /^A826(E2)?-2|^A826-3\.4\.(a\.[12]$|b\.|d)|^A826-4|^A863-2|^G24-3/
const guests = ['A826-4', 'A826-4.a', 'A826-4.b', 'A826-4.c', 'A826-4.d']
const exceptions: Readonly<Record<string, string>> = {
  'A826-2.1.agr': 'the edition before; E2 stands in its place',
  'A826-2.1.cor.l': 'the edition before; E2 stands in its place',
  'A826-2.1.cor.p': 'a permission: nobody owes it',
  ...Object.fromEntries(
    ['A826-2.1', 'A826E2-2.1'].flatMap((of) =>
      ['a', 'b', 'c', 'd', 'e'].map((one) => [`${of}.${one}`, 'met by meetings held: the live day']),
    ),
  ),
  'A863-2.1': 'the yearly regime has ended: src/calendar/schedule/schedule.db.test.ts',
  'A863-2.2': 'the yearly regime has ended: src/calendar/schedule/schedule.db.test.ts',
  'A863-2.3': 'the yearly regime has ended: src/calendar/schedule/schedule.db.test.ts',
  'G24-3.2': 'owed once: the procedure, on its page in src/web/office/schedule/schedule.page.test.tsx',
  'G24-3.3': 'a digest after the half-year: publications',
}

test('calendar: from the draft to the Government, and a correction', async () => {
  expect(await verdictsOf(region, addDays(localDay(now, null), 1))).toEqual([
    'A826-2.1.appr met',
    'A826-2.1.dev met',
    'A826-2.2 met',
    'A826E2-2.1.agr met',
    'A826E2-2.1.cor.l met',
  ])
})
test('a correction raises the SEQUENCE of the meeting that it moves, and of no other', async () => {
  const { rows } = await desks.house.owner.query(
    `select id, sequence from current_meetings where calendar = 'calendar.310000000.2027' and number = 2 and own_number is null`,
  )
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ sequence }) => sequence > 0)).toEqual([{ id: moved, sequence: 1 }])
})
test.each([
  [district, 'A826-3.4.d.1', 'met', 'met'],
  [okrug, 'A826-3.4.d.2', 'excused', 'excused'],
])('commission, pool, notice and guests of %s', async (office, notice, composed, blog) => {
  const meeting = meetings.get(office)!
  const asked = ['.1 met', `.2 ${blog}`, '.3 met', '.4 met'].map((one) => `A826-3.4.b${one}`)
  const commission = ['A826-3.4.a.1 met', `A826-3.4.a.2 ${composed}`, ...asked]
  const verdictsNow = await verdictsOf(office, localDay(now, null))
  expect(verdictsNow).toEqual(
    [...commission, `${notice} met`, ...guests.map((norm) => `${norm} pending`)].sort(),
  )
  // Afterwards, while nobody has said whether it took place, guests are not known; then they are.
  const after = addDays(meeting.day, 1)
  expect(await verdictsOf(office, after)).toContain('A826-4 unknown')
  await tookPlace(meeting)
  expect(await verdictsOf(office, after)).toEqual(
    [...commission, `${notice} met`, ...guests.map((norm) => `${norm} met`)].sort(),
  )
})
test('control: what was not done is not met', async () => {
  const untouched = (await plannedOf(district)).find(({ id }) => id !== meetings.get(district)!.id)!
  const duties = await desks.house.storage.readPublic((stores) =>
    dutiesOf(stores, desks.house.books.law, district, {
      asOf: addDays(untouched.day, 1),
      horizon: addDays(untouched.day, 2),
    }),
  )
  const verdicts = duties!.verdicts.filter(({ subject }) => subject === untouched.id)
  expect(verdicts.some(({ verdict }) => verdict === 'met')).toBe(false)
})
test('schedule: from the proposals to the approval', async () => {
  const today = addDays(localDay(now, null), 1)
  expect(await verdictsOf('authorised-body' as OfficeId, today)).toEqual([
    'G24-3.1.a met',
    'G24-3.1.b met',
    'G24-3.3 pending',
  ])
  expect(await verdictsOf('government' as OfficeId, today)).toEqual(['G24-3.1.c met'])
})
test('no norm of these groups is left out', () => {
  const reached = [
    'A826-2.1.appr',
    'A826-2.1.dev',
    'A826-2.2',
    'A826E2-2.1.agr',
    'A826E2-2.1.cor.l',
    'A826-3.4.a.1',
    'A826-3.4.a.2',
    ...['1', '2', '3', '4'].map((one) => `A826-3.4.b.${one}`),
    'A826-3.4.d.1',
    'A826-3.4.d.2',
    ...guests,
    'G24-3.1.a',
    'G24-3.1.b',
    'G24-3.1.c',
  ]
  const ids = desks.house.books.law.provisions.map(({ id }) => id as string).filter((id) => groups.test(id))
  expect(ids.toSorted()).toEqual([...reached, ...Object.keys(exceptions)].sort())
})
