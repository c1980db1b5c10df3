import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#calendar'
import { type Stores, dutiesOf } from '#flows'
import { type Instant, type LocalDate, type Result, addDays } from '#kernel'
import type { PersonId, Role } from '#people'
import { type OfficeId, type UnitCode, localDay } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../test/demonstration.ts'
import {
  type DemandId,
  type PollId,
  castVote,
  decideDemand,
  decidePoll,
  draftAnswer,
  judgeWords,
  meetForDemand,
  meetForRisk,
  openPoll,
  raiseDemand,
  registerRisk,
  stateOfDemand,
  supportDemand,
  withdrawSupport,
  wordsFault,
  wordsShown,
} from './index.ts'

const unit = '315400000' as UnitCode
const office = `akim.${unit}` as OfficeId
const today = '2027-02-03' as LocalDate
const morning = `${today}T05:00:00.000Z` as Instant
const rule = { threshold: 3, days: 10 }
let house: Demonstration
beforeAll(async () => {
  house = await demonstrationAt('2027-02-02T05:00:00.000Z')
  await house.owner.query('delete from grants where office = $1', [office])
})
afterAll(() => house?.close())

const as = (person: string, roles: readonly Role[], at: string = morning, of = office): Act => {
  const day = localDay(at as Instant, null)
  return {
    actor: {
      person: { id: person as PersonId, name: person },
      grants: roles.map((role) => ({ person: person as PersonId, office: of, role, from: day, to: null })),
      signedInAt: at as Instant,
    },
    at: at as Instant,
    today: day,
    asserted: false,
    ...chance,
  }
}
const author = as('a', ['author'])
const signer = as('s', ['signer'])
const both = { kk: 'себебі', ru: 'причина' }
const words = 'Кездесу өткізуді сұраймыз: жолды қашан жөндейсіздер?'
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const run = <T, R>(verb: (stores: Stores) => Promise<Result<T, R>>, of = office) =>
  house.storage.transaction<T, R>({ person: 'a', offices: [of] }, verb)
const ok = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.refusal.code)

/** A resident acts for nobody but the hash of his code. */
const resident = <T, R>(
  who: string,
  verb: (
    stores: Stores,
    by: { at: Instant; code: string; device: string } & typeof chance,
  ) => Promise<Result<T, R>>,
  device = who,
  at = morning,
) =>
  house.storage.transaction<T, R>({ person: hash(who), offices: [] }, (stores) =>
    verb(stores, { at, code: hash(who), device: hash(`device ${device}`), ...chance }),
  )
const raise = async (id: string, at = morning) =>
  ok(
    await resident(
      `${id}-first`,
      (s, by) => raiseDemand(s, by, { id: id as DemandId, office, unit, words, language: 'kk', rule }),
      `${id}-first`,
      at,
    ),
  ).id
const support = (id: DemandId, who: string, device = who, at = morning) =>
  resident(who, (s, by) => supportDemand(s, by, id), device, at)
const read = (id: DemandId) => house.storage.readPublic(({ demands }) => demands.find(id))

const verdictOf = async (norm: string, subject: string, asOf: LocalDate, of = office) =>
  (
    await house.storage.readOffice({ person: 'a', offices: [of] }, (s) =>
      dutiesOf(s, house.books.law, of, { asOf, horizon: addDays(asOf, 30) }),
    )
  )?.verdicts.find((one) => one.norm === norm && one.subject === subject)?.verdict

describe('a demand of residents', () => {
  test('enough supporters make it a fact of the law, once, whoever comes at the same moment', async () => {
    const id = await raise('d-enough')
    expect((await read(id))?.supporters).toBe(1)
    expect(await verdictOf('A826-3.1.a', id, today)).toBeUndefined()
    const many = await Promise.all(['p', 'q', 'r', 's', 't', 'u'].map((who) => support(id, `${id}-${who}`)))
    expect(many.map(codeOf)).toEqual(Array(6).fill('ok'))
    const demand = (await read(id))!
    expect([demand.supporters, demand.registered?.supporters, demand.registered?.due]).toEqual([
      7,
      3,
      addDays(today, 10),
    ])
    const { rows } = await house.owner.query(
      `select type from entries where subject = $1 and type like 'demand-reg%'`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(await verdictOf('A826-3.1.a', id, today)).toBe('pending')
  })

  test('a code and a device support it once; the code takes its support back', async () => {
    const id = await raise('d-once')
    ok(await support(id, 'x'))
    expect(ok(await support(id, 'x'))).toBe('supported-before')
    expect(codeOf(await support(id, 'y', 'x'))).toBe('device-supports-it')
    expect((await read(id))?.supporters).toBe(2)
    const back = (who: string) =>
      resident(who, (s, { code }) => withdrawSupport(s, { demand: id, code, today }))
    expect(codeOf(await back('nobody'))).toBe('no-such-code')
    ok(await back('x'))
    expect((await read(id))?.supporters).toBe(1)
  })

  test('a form sent twice raises one demand; out of its days nobody can support it', async () => {
    const id = await raise('d-twice')
    await raise('d-twice')
    const { rows } = await house.owner.query(`select type from entries where subject = $1`, [id])
    expect(rows).toEqual([{ type: 'demand-raised' }])
    const late = `${addDays(today, 92)}T05:00:00.000Z` as Instant
    expect(codeOf(await support(id, 'late', 'late', late))).toBe('demand-closed')
    expect(stateOfDemand((await read(id))!, addDays(today, 92))).toBe('lapsed')
  })

  test('refused: another person signs, the verdict is missed, the reason stays for ever', async () => {
    const id = await raise('d-refused')
    for (const who of ['p', 'q']) ok(await support(id, `${id}-${who}`))
    const draft = ok(
      await run((s) =>
        draftAnswer(s, author, { demand: id, revision: 0, decision: 'refused', reason: both }),
      ),
    )
    const other = await run((s) =>
      draftAnswer(s, as('b', ['author']), { demand: id, revision: 0, decision: 'accepted', reason: both }),
    )
    expect(codeOf(other)).toBe('changed-meanwhile')
    const alone = await run((s) =>
      decideDemand(s, as('a', ['author', 'signer']), { demand: id, revision: draft.revision }),
    )
    expect(codeOf(alone)).toBe('not-allowed')
    ok(await run((s) => decideDemand(s, signer, { demand: id, revision: draft.revision })))
    expect(await verdictOf('A826-3.1.a', id, today)).toBe('missed')
    expect((await read(id))?.decision).toMatchObject({ decision: 'refused', reason: both, late: false })
    const again = await run((s) => decideDemand(s, signer, { demand: id, revision: draft.revision }))
    expect(codeOf(again)).toBe('decided-already')
    await expect(
      house.owner.query(`update demand_decisions set reason = '{}' where demand = $1`, [id]),
    ).rejects.toThrow('insert-only')
  })

  test('accepted: one meeting outside the calendar answers it; late stays late; held, the verdict is met', async () => {
    const id = await raise('d-accepted')
    for (const who of ['p', 'q']) ok(await support(id, `${id}-${who}`))
    const when = { demand: id, day: addDays(today, 30), start: '15:00', minutes: 90 }
    expect(codeOf(await run((s) => meetForDemand(s, author, when)))).toBe('not-accepted')
    ok(
      await run((s) =>
        draftAnswer(s, author, { demand: id, revision: 0, decision: 'accepted', reason: both }),
      ),
    )
    const late = as('s', ['signer'], `${addDays(today, 12)}T05:00:00.000Z`)
    expect(ok(await run((s) => decideDemand(s, late, { demand: id, revision: 1 }))).late).toBe(true)
    const meeting = ok(await run((s) => meetForDemand(s, author, when)))
    expect(meeting.outside).toMatchObject({ reason: 'demand', answers: [id] })
    expect(codeOf(await run((s) => meetForDemand(s, author, when)))).toBe('has-a-meeting')
    const day = meeting.day
    await run(async (s) => {
      await s.journal.append([
        {
          id: chance.newId() as never,
          type: 'meeting',
          at: `${day}T09:00:00.000Z` as Instant,
          asserted: true,
          actor: null,
          office,
          subject: meeting.id,
          payload: {
            id: meeting.record,
            office,
            unit,
            day,
            status: 'held',
            held_by: 'holder',
            form: 'stationary',
            in_calendar: false,
            reason: 'demand',
            answers: [id],
          },
          corrects: null,
          salt: chance.newSalt(),
        },
      ])
      return { ok: true, value: null }
    })
    expect(await verdictOf('A826-3.1.a', id, addDays(day, 1))).toBe('met')
  })

  test('words are withheld for a reason, or shown after two days of silence', async () => {
    const [silent, shown] = [await raise('d-silent'), await raise('d-judged')]
    ok(await run((s) => judgeWords(s, author, { demand: shown, withheld: 'insult' })))
    const [a, b] = [(await read(silent))!, (await read(shown))!]
    const later = `${addDays(today, 2)}T05:00:00.000Z` as Instant
    expect([wordsShown(a, morning), wordsShown(a, later), wordsShown(b, later)]).toEqual([false, true, false])
    expect(codeOf(await run((s) => judgeWords(s, author, { demand: shown, withheld: null })))).toBe(
      'judged-already',
    )
  })

  test.each([
    ['short', 'words-wanted'],
    ['а'.repeat(1001), 'words-too-long'],
    [`${words} <b>жол</b>`, 'words-with-marks'],
    [`${words}\u202e`, 'words-with-marks'],
    [`${words}\0`, 'words-with-marks'],
  ])('what is no plain text is refused: %#', (text, code) => expect(wordsFault(text)?.code).toBe(code))

  test('another office neither decides nor judges it', async () => {
    const id = await raise('d-others')
    const other = 'akim.310000000' as OfficeId
    const act = as('o', ['author', 'signer'], morning, other)
    expect(codeOf(await run((s) => judgeWords(s, act, { demand: id, withheld: null }), other))).toBe(
      'not-allowed',
    )
    await expect(run((s) => judgeWords(s, author, { demand: id, withheld: null }), other)).rejects.toThrow(
      'row-level security',
    )
  })
})

describe('a risk', () => {
  test('an akim records a necessity; its meeting answers it', async () => {
    const risk = ok(
      await run((s) =>
        registerRisk(s, author, {
          office,
          unit,
          kind: 'necessity',
          highTension: false,
          destabilisation: false,
          words: 'Су тасқыны',
        }),
      ),
    )
    expect(await verdictOf('A826-3.1.b', risk.id, today)).toBe('pending')
    const wish = { risk: risk.id, unit, day: addDays(today, 5), start: '15:00', minutes: 60, words: both }
    const meeting = ok(await run((s) => meetForRisk(s, author, wish)))
    expect(meeting.outside).toMatchObject({ reason: 'necessity', answers: [risk.id] })
  })

  test('a ministry registers a risk of social tension: a meeting is owed from that day', async () => {
    const health = 'health' as OfficeId
    const act = as('m', ['author'], morning, health)
    const risk = ok(
      await run(
        (s) =>
          registerRisk(s, act, {
            office: health,
            unit: '310000000' as UnitCode,
            kind: 'social-tension',
            highTension: true,
            destabilisation: false,
            words: 'Дәрі жетіспейді',
          }),
        health,
      ),
    )
    expect(await verdictOf('G24-1.4', risk.id, today, health)).toBe('pending')
    const elsewhere = await run(
      (s) =>
        meetForRisk(s, act, {
          risk: risk.id,
          unit: '350000000' as UnitCode,
          day: addDays(today, 5),
          start: '15:00',
          minutes: 60,
          words: both,
        }),
      health,
    )
    expect(['not-your-territory', 'no-such-unit']).toContain(codeOf(elsewhere))
    const wrong = await run((s) =>
      registerRisk(s, author, {
        office,
        unit,
        kind: 'social-tension',
        highTension: false,
        destabilisation: false,
        words: '',
      }),
    )
    expect(codeOf(wrong)).toBe('no-such-office')
  })
})

describe('a poll of dates', () => {
  const options = [
    { day: addDays(today, 30), start: '15:00' },
    { day: addDays(today, 31), start: '18:00' },
  ]
  const closesAt = `${addDays(today, 7)}T13:00:00.000Z` as Instant
  const open = async () =>
    ok(await run((s) => openPoll(s, author, { office, unit, about: both, meeting: null, options, closesAt })))
      .id
  const vote = (poll: PollId, who: string, choice: number[], device: string | null = who, at = morning) =>
    resident(who, (s, by) =>
      castVote(s, { poll, choice, code: by.code, device: device === null ? null : hash(device), at }),
    )

  test('one vote a code and a device; a later one of the same code replaces it', async () => {
    const poll = await open()
    expect(ok(await vote(poll, 'a', [0]))).toBe('cast')
    expect(ok(await vote(poll, 'a', [0, 1]))).toBe('replaced')
    expect(ok(await vote(poll, 'a', [1], null))).toBe('replaced')
    expect(codeOf(await vote(poll, 'b', [0], 'a'))).toBe('device-has-voted')
    expect(codeOf(await vote(poll, 'nobody', [0], null))).toBe('no-such-code')
    expect(codeOf(await vote(poll, 'c', [7]))).toBe('no-choice')
    expect(codeOf(await vote(poll, 'd', [0], 'd', closesAt))).toBe('poll-closed')
    const tally = await house.storage.readPublic(async ({ polls }) => polls.tally((await polls.find(poll))!))
    expect(tally).toEqual({ votes: [0, 1], voters: 1 })
  })

  test('decided by another, after it closed; another date than residents chose needs a reason', async () => {
    const poll = await open()
    ok(await vote(poll, 'a', [1]))
    const none = { kk: '', ru: '' }
    const decide = (act: Act, option: number | null, reason: typeof both) =>
      run((s) => decidePoll(s, act, { poll, option, reason }))
    const after = `${addDays(today, 8)}T05:00:00.000Z`
    expect(codeOf(await decide(signer, 1, none))).toBe('not-allowed')
    expect(codeOf(await decide(as('a', ['author', 'signer'], after), 1, none))).toBe('not-allowed')
    expect(codeOf(await decide(as('s', ['signer'], after), 0, none))).toBe('reason-wanted')
    ok(await decide(as('s', ['signer'], after), 1, none))
    expect(codeOf(await decide(as('s', ['signer'], after), 1, none))).toBe('decided-already')
    const { rows } = await house.owner.query(
      `select payload ->> 'voters' as voters from public_entries where type = 'poll-decided' and subject = $1`,
      [poll],
    )
    expect(rows).toEqual([{ voters: '1' }])
  })

  test('the public role learns neither who opened a poll nor how anybody voted', async () => {
    for (const words of ['select opened_by from polls', 'select * from poll_votes', 'select * from risks'])
      await expect(
        house.owner
          .query(`begin; set local role public_read; ${words}`)
          .finally(() => house.owner.query('rollback')),
      ).rejects.toThrow('permission denied')
  })
})
