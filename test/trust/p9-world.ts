// The world of P9 and P10: the demonstration, a second region beside it, a seat for everybody who could look, and a
// canary in everything that is not everybody's.
import { createHash, createHmac } from 'node:crypto'
import { type Act, scheduleIdOf } from '#calendar'
import { type Storage, type Stores, formCommission, proposeCalendar } from '#flows'
import { type Instant, type Result, addDays, refuse } from '#kernel'
import {
  inviteGuests,
  openMeeting,
  plainDetails,
  proposeChange,
  publishNotice,
  signNotice,
  writeDetails,
  writeNotice,
} from '#meetings'
import { sealBox } from '#notices'
import {
  type Actor,
  type Grant,
  type InvitationHash,
  type PersonId,
  type Role,
  type SessionToken,
  sessionHash,
} from '#people'
import {
  type OfficeId,
  type RegisterUnit,
  type UnitCode,
  akimOffice,
  localDay,
  maslikhatOffice,
  unitsOf,
} from '#territory'
import type { WebHouse } from '#web'
import type { ApiHouse } from '#api'
import { publishedRow } from '../../src/territory/read-register.ts'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'
import { intake, secrets } from '../intake.ts'

export const now = '2026-12-02T05:00:00.000Z' as Instant
export const today = localDay(now, null)
export const nextYear = 2027

/** Units by what they are to each other. The second region and the second district are not of the demonstration. */
export const place = {
  region: '310000000',
  district: '315400000',
  okrug: '315430000',
  otherDistrict: '315600000',
  otherRegion: '110000000',
  otherRegionsDistrict: '115200000',
} as const

/** Every office that somebody sits in or that is looked at. */
export const offices = {
  region: akimOffice(place.region as UnitCode),
  district: akimOffice(place.district as UnitCode),
  okrug: akimOffice(place.okrug as UnitCode),
  'other-district': akimOffice(place.otherDistrict as UnitCode),
  'other-region': akimOffice(place.otherRegion as UnitCode),
  maslikhat: maslikhatOffice(place.region as UnitCode),
  'district-maslikhat': maslikhatOffice(place.district as UnitCode),
  ministry: 'health' as OfficeId,
  'other-ministry': 'education' as OfficeId,
  'authorised-body': 'authorised-body' as OfficeId,
  government: 'government' as OfficeId,
  operator: 'operator' as OfficeId,
} as const
export type Seat = keyof typeof offices

const parentOf: Partial<Record<Seat, Seat>> = {
  district: 'region',
  'other-district': 'region',
  okrug: 'district',
  'district-maslikhat': 'region',
}
const bodies: readonly Seat[] = ['ministry', 'other-ministry', 'authorised-body', 'government', 'operator']

export const relations = [
  'own',
  'own-unit',
  'child',
  'grandchild',
  'sibling',
  'parent',
  'grandparent',
  'other-region',
  'nation',
] as const
export type Relation = (typeof relations)[number]

/** What the office looked at is to the office sat in, by the tree of units. */
export function relationOf(seat: Seat, target: Seat): Relation {
  if (seat === target) return 'own'
  if (bodies.includes(target) || bodies.includes(seat)) return 'nation'
  const unitSeat = (one: Seat): Seat =>
    one === 'maslikhat' ? 'region' : one === 'district-maslikhat' ? 'district' : one
  const [from, to] = [unitSeat(seat), unitSeat(target)]
  if (from === to) return 'own-unit'
  const [up, down] = [parentOf[from], parentOf[to]]
  if (down === from) return 'child'
  if (down && parentOf[down] === from) return 'grandchild'
  if (up === to) return 'parent'
  if (up && parentOf[up] === to) return 'grandparent'
  if (from === 'other-region' || to === 'other-region') return 'other-region'
  return 'sibling'
}

export type Viewer = {
  /** `role@seat`, or who has no seat: visitor, nobody (signed in without a grant), past (whose grant is over). */
  readonly name: string
  readonly role: Role | 'visitor' | 'nobody' | 'past'
  readonly seat: Seat | null
  readonly token: SessionToken | null
}

const seats: readonly (readonly [Role, Seat])[] = [
  ['author', 'region'],
  ['signer', 'region'],
  ['auditor', 'region'],
  ['author', 'district'],
  ['signer', 'district'],
  ['commission-member', 'district'],
  ['auditor', 'district'],
  ['author', 'okrug'],
  ['author', 'other-district'],
  ['author', 'other-region'],
  ['signer', 'other-region'],
  ['maslikhat-secretary', 'maslikhat'],
  ['maslikhat-secretary', 'district-maslikhat'],
  ['author', 'ministry'],
  ['signer', 'ministry'],
  ['auditor', 'ministry'],
  ['author', 'authorised-body'],
  ['signer', 'authorised-body'],
  ['author', 'government'],
  ['signer', 'government'],
  ['administrator', 'operator'],
]

/** A canary names its kind and whose it is: letters and digits alone, so that no page can change it. */
export const canary = (kind: string, seat: Seat): string => `zq${kind}of${seat.replaceAll('-', '')}zq`
const canaries = /zq([a-z]+)of([a-z]+)zq/g
/** A line of next year's calendar, which is not out: its name says whose it is. */
const dates = /m-(\d{9})-\d{9}-2027/g
export type Canary = { readonly kind: string; readonly seat: Seat }
export function canariesIn(text: string): Canary[] {
  const found = new Map<string, Canary>()
  for (const [, code] of text.matchAll(dates)) {
    const of = (Object.keys(offices) as Seat[]).find((one) => offices[one] === `akim.${code}`)
    if (of) found.set(`dates ${of}`, { kind: 'dates', seat: of })
  }
  for (const [all, kind, seat] of text.matchAll(canaries)) {
    const of = (Object.keys(offices) as Seat[]).find((one) => one.replaceAll('-', '') === seat)
    if (of) found.set(all, { kind: kind!, seat: of })
  }
  return [...found.values()]
}

export const tokenOf = (name: string): SessionToken =>
  createHmac('sha256', 'p9').update(name).digest('base64url') as SessionToken

export type MeetingState = 'drafted' | 'announced' | 'changing' | 'signed'
export type World = {
  readonly demonstration: Demonstration
  readonly house: WebHouse & ApiHouse
  readonly viewers: readonly Viewer[]
  /** The meeting of an office in a state, by `seat state`. */
  readonly meetings: ReadonlyMap<string, { id: string; revision: number }>
  /** The commission that stands at each akim's office. */
  readonly commissions: ReadonlyMap<Seat, { id: string; number: number }>
  /** The first line of each office's part of the next year, and the revision of the part. */
  readonly lines: ReadonlyMap<Seat, { id: string; revision: number; state: string }>
  readonly calendarRevision: number
  /** A meeting of the region's published calendar, and a line of its draft of the next year. */
  readonly entry: string
  readonly line: string
  /** The day of that line. */
  readonly day: string
  readonly resets: ReadonlyMap<Seat, string>
  readonly invitations: ReadonlyMap<Seat, string>
  /** Things that a page may rest on: how often a fault was met. */
  readonly faults: unknown[]
  close(): Promise<void>
}

const row = (code: string, kk: string, ru: string) => ({ file: 'p9', line: 0, ...publishedRow(code, kk, ru) })
const moreUnits: readonly RegisterUnit[] = unitsOf([
  row(place.region, 'Жамбыл облысы', 'Жамбылская область'),
  row(place.otherRegion, 'Ақмола облысы', 'Акмолинская область'),
  row(place.otherDistrict, 'Мойынқұм ауданы', 'Мойынкумский район'),
  row('315630000', 'Мойынқұм а.о.', 'Мойынкумский с.о.'),
  row('315630100', 'Мойынқұм а.', 'с.Мойынкум'),
  row(place.otherRegionsDistrict, 'Аршалы ауданы', 'Аршалынский район'),
  row('115230000', 'Арнасай а.о.', 'Арнасайский с.о.'),
  row('115230100', 'Арнасай а.', 'с.Арнасай'),
]).units.filter(({ code }) => code !== place.region && code !== place.otherRegion)

/** Everything that is written stays in its transaction: a deed is answered as if it were done, and never is. */
export const neverKept = (storage: Storage): Storage => ({
  ...storage,
  async transaction<T, R>(
    acting: Parameters<Storage['transaction']>[0],
    verb: (stores: Stores) => Promise<Result<T, R>>,
  ): Promise<Result<T, R>> {
    let outcome: Result<T, R> | undefined
    await storage.transaction<never, 'never kept'>(acting, async (stores) => {
      outcome = await verb(stores)
      return refuse('never kept')
    })
    return outcome!
  },
})

/** The demonstration at the beginning of December, with the offices around it and all their secrets. */
export async function openWorld(): Promise<World> {
  const demonstration = await demonstrationAt(now, moreUnits)
  const { storage, owner, books } = demonstration
  const acting = { person: null, offices: Object.values(offices) }
  const inOne = async <T, R>(verb: (stores: Stores) => Promise<Result<T, R>>): Promise<T> => {
    const outcome = await storage.transaction(acting, verb)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value
  }

  const viewers: Viewer[] = [
    { name: 'visitor', role: 'visitor', seat: null, token: null },
    { name: 'nobody', role: 'nobody', seat: null, token: tokenOf('nobody') },
    { name: 'past', role: 'past', seat: 'district', token: tokenOf('past') },
    ...seats.map(([role, seat]) => {
      const name = `${role}@${seat}`
      return { name, role, seat, token: tokenOf(name) }
    }),
  ]
  const people = viewers.filter(({ token }) => token !== null)
  for (const { name, role, seat, token } of people)
    await inOne(async (stores) => {
      const person = personOf(name)
      await stores.people.addPerson({ id: person, name: seat ? canary('person', seat) : 'P9' })
      const given = { by: null, at: now }
      if (seat)
        await stores.people.addGrant(
          role === 'past'
            ? {
                person,
                office: offices[seat],
                role: 'author',
                from: addDays(today, -9),
                to: addDays(today, -1),
              }
            : { person, office: offices[seat], role: role as Role, from: today, to: null },
          given,
        )
      await stores.sessions.start({ hash: sessionHash(token!), person, at: now, factorDue: false })
      return { ok: true, value: undefined }
    })

  // Meetings of every akim's office that is looked at: one a draft, one announced, one whose cancelling waits, one that is
  // signed and waits for its hour.
  const publishAt = '2026-12-03T05:00:00.000Z' as Instant
  const meetings = new Map<string, { id: string; revision: number }>()
  const writing: readonly Seat[] = ['region', 'district', 'okrug', 'other-district', 'other-region']
  for (const seat of writing) {
    const office = offices[seat]
    const [author, signer] = (['author', 'signer'] as const).map((role) => actOf(role, office))
    for (const [place, state] of (['drafted', 'announced', 'changing', 'signed'] as const).entries()) {
      const made = await inOne(async (stores) => {
        const isOut = state === 'announced' || state === 'changing'
        const opened = await openMeeting(stores, author!, {
          office,
          unit: office.replace('akim.', '') as UnitCode,
          day: addDays(today, 40 + place),
          start: '11:00',
          minutes: 90,
          outside: { reason: 'other', words: both('Өтініш', 'Просьба'), answers: [] },
        })
        if (!opened.ok) return opened
        const { id: meeting } = opened.value
        const plain = plainDetails('stationary', 90)
        const details = { ...plain, venue: { ...plain.venue, ...hall } }
        const filled = await writeDetails(stores, author!, {
          meeting,
          revision: opened.value.revision,
          details,
        })
        if (!filled.ok) return filled
        const secret = isOut ? 'хабарландыру' : canary('notice', seat)
        const text = both(`Кездесу ${secret}`, `Встреча ${secret}`)
        const { revision } = filled.value
        const written = await writeNotice(stores, author!, { meeting, revision, text, sayTheSame: false })
        if (!written.ok || state === 'drafted') return written
        const signing = { meeting, revision: written.value.revision, term: null }
        if (state === 'signed') return signNotice(stores, signer!, { ...signing, publishAt })
        const out = await publishNotice(stores, signer!, signing)
        if (!out.ok) return out
        const names = [canary('guest', seat)]
        const invited = await inviteGuests(stores, author!, { meeting, category: 'parties', names })
        if (!invited.ok) return invited
        if (state === 'changing') {
          const now = (await stores.meetings.find(meeting))!.revision
          const reason = both(canary('change', seat), canary('change', seat))
          const changed = await proposeChange(stores, author!, {
            meeting,
            revision: now,
            change: { kind: 'cancel', reason },
          })
          if (!changed.ok) return changed
        }
        return { ok: true as const, value: (await stores.meetings.find(meeting))! }
      })
      meetings.set(`${seat} ${state}`, { id: made.id, revision: made.revision })
    }
  }

  // Two have formed theirs before: now each has formed its second.
  const commissions = new Map<Seat, { id: string; number: number }>()
  for (const seat of writing) {
    const office = offices[seat]
    const before = await inOne(async (stores) => ({
      ok: true as const,
      value: (await stores.commissions.standing(office))?.number ?? 0,
    }))
    for (let seen = before; seen < 2; seen++)
      commissions.set(
        seat,
        await inOne((stores) =>
          formCommission(stores, actOf('author', office), {
            office,
            order: { number: `${seen}`, day: today },
            members: [{ name: canary('member', seat), category: { word: 'public-council' } }],
            absent: [],
            seen,
          }),
        ),
      )
  }

  // The other region draws its year up by itself; what it writes is nobody else's.
  await inOne((stores) =>
    proposeCalendar(stores, books, actOf('author', offices['other-region']), {
      region: place.otherRegion as UnitCode,
      year: nextYear,
      answerBy: addDays(today, 10),
      demonstration: true,
    }),
  )

  const resets = new Map<Seat, string>()
  const invitations = new Map<Seat, string>()
  for (const [seat, office] of Object.entries(offices) as [Seat, OfficeId][]) {
    const hash = createHash('sha256').update(`invitation ${seat}`).digest('hex') as InvitationHash
    await inOne(async (stores) => {
      await stores.invitations.add({
        hash,
        office,
        role: 'author',
        from: today,
        to: null,
        name: canary('invitation', seat),
        invitedBy: personOf('nobody'),
        invitedAt: now,
        expiresAt: '2026-12-09T05:00:00.000Z' as Instant,
        takenAt: null,
        withdrawnAt: null,
      } as Parameters<Stores['invitations']['add']>[0])
      const lost = `p9.lost.${seat}` as PersonId
      await stores.people.addPerson({ id: lost, name: canary('reset', seat) })
      await stores.factors.askReset({ id: `reset.${seat}`, person: lost, office, askedAt: now })
      return { ok: true, value: undefined }
    })
    resets.set(seat, `reset.${seat}`)
    invitations.set(seat, hash)
  }

  // One who signs has written as well: four eyes want another.
  await owner.query('update meetings set editors = editors || $1 where id = $2', [
    [personOf('signer@district')],
    meetings.get('district drafted')!.id,
  ])

  // What no screen writes yet, or writes with words of its own, is planted where it lies.
  for (const [seat, office] of Object.entries(offices) as [Seat, OfficeId][]) {
    const plant = (sql: string, kind: string) => owner.query(sql, [office, canary(kind, seat)])
    await plant(`update part_entries set move_reason = $2 where office = $1`, 'part')
    await plant(
      `update calendar_entries set move_reason = $2 where office = $1 and day > '2027-01-01'`,
      'line',
    )
    await plant(
      `insert into risks values ('risk.' || $1::text, $1, '310000000', 'necessity', false, false, $2, '${now}')`,
      'risk',
    )
    await plant(
      `insert into denied_attempts values ('${now}', $2, 'publish-notice', $1, 'not-your-office')`,
      'denied',
    )
  }

  for (const seat of writing)
    await owner.query(
      `insert into import_files (id, office, name, sha256, headers, rows, reading, brought_at, revision)
       values ('p9.old.' || $1::text, $1, $2, repeat('0', 64), '["A"]', '[]',
               '{"columns": [null], "assumed": {}}', $3, 1)`,
      [offices[seat], canary('old', seat), now],
    )
  for (const seat of writing)
    await owner.query(
      `insert into request_imports (id, office, name, mark, headers, reading, brought_by, brought_at, imported_at, outcome,
         revision)
       values ('p9.taken.' || $1::text, $1, $2, 'x', '["A"]',
               '{"source": "p9", "channel": "other", "columns": [null], "days": [], "zone": "local", "place": null,
                 "kinds": {}, "closes": null}', 'p9', $3, $3,
               '{"taken": 0, "known": 0, "faulty": 1, "late": 0, "rows": [], "faults": []}', 2)`,
      [offices[seat], canary('old', seat), now],
    )
  for (const seat of writing) await plantPool(owner, seat, meetings.get(`${seat} announced`)!.id)
  await plantBench(owner)
  await plantSealed(owner)
  await plantVoices(owner)
  await plantSchedule(owner)

  const { rows: parts } = await owner.query<{
    office: OfficeId
    revision: number
    state: string
    id: string
  }>(
    `select p.office, p.revision, p.state, coalesce(min(e.id), 'none') as id
       from calendar_parts p left join part_entries e on e.calendar = p.calendar and e.office = p.office
      where p.year = $1 group by 1, 2, 3`,
    [nextYear],
  )
  const seatOf = (office: OfficeId) => (Object.keys(offices) as Seat[]).find((one) => offices[one] === office)
  const lines: World['lines'] = new Map(
    parts.flatMap(({ office, ...part }) => {
      const seat = seatOf(office)
      return seat ? [[seat, part] as const] : []
    }),
  )
  const { rows: calendars } = await owner.query<{ revision: number }>(
    'select revision from calendars where region = $1 and year = $2',
    [place.region, nextYear],
  )
  const { rows: entries } = await owner.query<{ id: string }>(
    `select id from calendar_entries where calendar = 'calendar.' || $1 || '.2026' and day > $2 order by day, id limit 1`,
    [place.region, today],
  )

  const { rows: drafted } = await owner.query<{ id: string; day: string }>(
    `select id, day::text from calendar_entries where calendar = 'calendar.' || $1 || '.2027' order by day, id limit 1`,
    [place.region],
  )

  const faults: unknown[] = []
  const house: WebHouse & ApiHouse = {
    storage: neverKept(storage),
    notices: { box: sealBox(new Uint8Array(32)), channels: [] },
    books,
    clock: () => now,
    standing: { origin: null, proxies: 0 },
    note: () => {},
    report: (fault) => `F${faults.push(fault)}`,
    newId: chance.newId,
    newSalt: chance.newSalt,
    intake,
    secrets,
  }
  return {
    demonstration,
    house,
    viewers,
    meetings,
    commissions,
    lines,
    calendarRevision: calendars[0]!.revision,
    entry: entries[0]!.id,
    line: drafted[0]!.id,
    day: drafted[0]!.day,
    resets,
    invitations,
    faults,
    close: () => demonstration.close(),
  }
}

type Owner = Demonstration['owner']

/** A group of one request, and the draft of the pool in which it stands, written by nobody of the viewers. */
async function plantPool(owner: Owner, seat: Seat, meeting: string): Promise<void> {
  const [office, group, secret] = [offices[seat], groupOf(seat), canary('pool', seat)]
  const unit = office.replace('akim.', '')
  await owner.query(
    `insert into request_groups (id, office, unit, sphere, state, opened_at, revision)
     values ($1, $2, $3, 'water', 'accepted', $4, 1)`,
    [group, office, unit, now],
  )
  await owner.query(
    `insert into requests (id, office, unit, channel, received_at, recorded_at, asserted, receipt, words, proven, language,
                           kind, sphere, reading, group_id, fate)
     values ($1, $2, $3, 'phone', $4, $4, false, $6, $5, true, 'kk', 'request', 'water',
             '{"surety": 1, "words": [], "masked": []}', $1, 'grouped')`,
    [group, office, unit, now, secret, createHash('sha256').update(group).digest('hex')],
  )
  const title = both(secret, secret)
  const line = { group, out: false, title, unit, sphere: 'water', level: 'okrug', body: null, funding: false }
  const lines = [{ ...line, priority: null, quotes: [], earlier: [], revision: 1 }]
  await owner.query(`insert into pool_drafts values ($1, $2, $3, '{p9.author}', 1)`, [
    meeting,
    office,
    JSON.stringify(lines),
  ])
}

export const groupOf = (seat: Seat): string => `p9.group.${seat}`

/** The district's bench: a group of two requests, another of one, and words for answers. */
async function plantBench(owner: Owner): Promise<void> {
  const [office, unit, secret] = [offices.district, place.district, canary('request', 'district')]
  for (const group of ['p9.group', 'p9.other'])
    await owner.query(
      `insert into request_groups (id, office, unit, sphere, level, title, state, opened_at, revision)
       values ($1, $2, $3, 'water', 'district', $4, 'open', $5, 1)`,
      [group, office, unit, JSON.stringify({ kk: secret, ru: secret }), now],
    )
  const reading = {
    kind: 'complaint',
    sphere: 'water',
    level: 'district',
    surety: 1,
    place: null,
    streets: [],
  }
  for (const [id, group] of [
    ['p9.request', 'p9.group'],
    ['p9.second', 'p9.group'],
    ['p9.third', 'p9.other'],
  ] as const) {
    await owner.query(
      `insert into requests (id, office, unit, channel, received_at, recorded_at, asserted, receipt, words, proven, language,
         kind, sphere, level, reading, group_id, fate, revision)
       values ($1, $2, $3, 'web', $4, $4, false, $5, $6, true, 'kk', 'complaint', 'water', 'district', $7, $8, 'grouped', 2)`,
      [
        id,
        office,
        unit,
        now,
        createHash('sha256').update(id).digest('hex'),
        `Су жоқ ${secret}`,
        JSON.stringify({ ...reading, institutions: [], words: ['су'], masked: [] }),
        group,
      ],
    )
    await owner.query(
      `insert into request_moves (office, request, to_group, why, deed, at) values ($1, $2, $3, 'proposal', 'p9', $4)`,
      [office, id, group, now],
    )
  }
  await owner.query(
    `insert into answer_templates values ('p9.template', $1, 'P9 template', '{"kk": "Рахмет", "ru": "Спасибо"}', 'p9.author', $2)`,
    [office, now],
  )
}

/** A demand of the district's residents with an answer in draft, and a poll that is open. */
async function plantVoices(owner: Owner): Promise<void> {
  const { district } = offices
  const secret = canary('answer', 'district')
  await owner.query(
    `insert into demands (id, office, unit, region, words, language, threshold, days, raised_at, until)
     values ('p9.demand', $1, $2, $3, 'Ауылға жол салынса екен дейміз', 'kk', 1, 10, $4, '2027-01-30')`,
    [district, place.district, place.region, now],
  )
  await owner.query(`insert into demand_registrations values ('p9.demand', $1, '2026-12-20', 1)`, [now])
  await owner.query(
    `insert into demand_answers values ('p9.demand', $1, 'refused', $2, array['p9.author'], 1)`,
    [district, JSON.stringify({ kk: secret, ru: secret })],
  )
  await owner.query(
    `insert into polls (id, office, unit, region, about, meeting, options, opened_by, opened_at, closes_at)
     values ('p9.poll', $1, $2, $3, '{"kk": "Кездесу күні", "ru": "День встречи"}', null,
             '[{"day": "2027-01-20", "start": "10:00"}, {"day": "2027-01-21", "start": "10:00"}]', $5, $4,
             '2026-12-20T05:00:00Z')`,
    [district, place.district, place.region, now, canary('opener', 'district')],
  )
  await owner.query(
    `insert into polls (id, office, unit, region, about, meeting, options, opened_by, opened_at, closes_at)
     select 'p9.closed', office, unit, region, about, meeting, options, opened_by, '2026-11-20T05:00:00Z',
            '2026-12-01T05:00:00Z' from polls where id = 'p9.poll'`,
  )
}

export const period = `${nextYear}-H2`
const schedule = scheduleIdOf(period)
/**
 * The ministers' schedule of the half-year after the next: one ministry writes its proposal again, the other has sent
 * its own; the procedure is being changed.
 */
async function plantSchedule(owner: Owner): Promise<void> {
  await owner.query(
    `insert into schedules (id, period, act, state, revision, editors, opened_at, answer_by, demonstration)
     values ($3, $1, 'G2024', 'proposed', 1, '{}', $2, '2026-12-20', true)`,
    [period, now, schedule],
  )
  for (const [seat, state, kind] of [
    ['ministry', 'returned', 'visit'],
    ['other-ministry', 'sent', 'sentvisit'],
  ] as const) {
    const secret = JSON.stringify({ kk: canary(kind, seat), ru: canary(kind, seat) })
    await owner.query(
      `insert into schedule_proposals (schedule, body, state, revision, editors, sent_at, reason)
       values ($4, $1, $5, 1, '{}', $2, $3)`,
      [offices[seat], now, canary('reason', seat), schedule, state],
    )
    await owner.query(
      `insert into schedule_visits (id, schedule, office, region, unit, day, start_time, planned_minutes, sphere, venue, why,
                                    grounds, proposed_day, revision)
       values ($1, $5, $2, $3, $3, '2027-09-15', '11:00', 90, 'health', $4, $4, '{}', '2027-09-15', 1)`,
      [`p9.visit.${offices[seat]}`, offices[seat], place.region, secret, schedule],
    )
  }
  const secret = canary('procedure', 'authorised-body')
  await owner.query(`update procedure_drafts set text = $1, editors = array['p9.author'], revision = 1`, [
    JSON.stringify({ kk: secret, ru: secret }),
  ])
}

export const personOf = (name: string) => `p9.${name.replace('@', '.')}` as PersonId
const both = (kk: string, ru: string) => ({ kk, ru })
const hall = { name: both('Клуб', 'Клуб'), address: both('Клуб', 'Клуб') }

/** Somebody of the office who is nobody of the viewers. */
function actOf(role: Role, office: OfficeId): Act {
  const person = `p9.${role}.${office}` as PersonId
  const grant: Grant = { person, office, role, from: today, to: null }
  const actor: Actor = { person: { id: person, name: 'P9' }, grants: [grant], signedInAt: now }
  return { actor, at: now, today, asserted: false, ...chance }
}

/** What masks hide of two requests of the district, one asking to see it, and a paper that came with one. */
async function plantSealed(owner: Owner): Promise<void> {
  const office = offices.district
  for (const request of ['p9.request', 'p9.third'])
    await owner.query(`insert into seal.request_originals values ($1, $2, $3, $4)`, [
      request,
      office,
      Buffer.alloc(40),
      now,
    ])
  await owner.query(
    `insert into request_unsealings (id, request, office, purpose, asked_by, asked_at)
     values ('p9.unsealing', 'p9.request', $1, 'call-back', 'p9.clerk', $2)`,
    [office, now],
  )
  // The okrug has nobody who could allow it.
  await owner.query(
    `insert into requests (id, office, unit, channel, received_at, recorded_at, asserted, receipt, words, proven, language,
       kind, sphere, reading, corrected, fate, revision)
     select 'p9.okrugs', $1, $2, channel, received_at, recorded_at, asserted, repeat('e', 64), $3, proven, language, kind,
       sphere, reading, corrected, 'withdrawn', 1
     from requests where id = 'p9.request'`,
    [offices.okrug, place.okrug, canary('request', 'okrug')],
  )
  await owner.query(
    `insert into request_unsealings (id, request, office, purpose, asked_by, asked_at)
     values ('p9.below', 'p9.okrugs', $1, 'call-back', 'p9.clerk', $2)`,
    [offices.okrug, now],
  )
  const bytes = Buffer.from(canary('request', 'district'))
  await owner.query(
    `insert into request_files values ('p9.paper', 'p9.request', $1, 1, 'p9.pdf', 'application/pdf', $2,
       encode(sha256($2), 'hex'), $3)`,
    [office, bytes, now],
  )
}
