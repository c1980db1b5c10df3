import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act, MeetingId } from '#calendar'
import type { Stores } from '#flows'
import { type Instant, type LocalDate, type Result, addDays } from '#kernel'
import type { PersonId, Role } from '#people'
import { type OfficeId, localDay } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../test/demonstration.ts'
import {
  type Meeting,
  moveMeeting,
  plainDetails,
  proposeChange,
  publishNotice,
  writeDetails,
  writeNotice,
} from './index.ts'

const office = 'akim.315400000' as OfficeId
const today = '2027-02-03' as LocalDate
let house: Demonstration
beforeAll(async () => {
  house = await demonstrationAt('2027-02-02T05:00:00.000Z')
  // An office with nobody else in it: who signs is said by each test.
  await house.owner.query('delete from grants where office = $1', [office])
})
afterAll(() => house?.close())

const as = (person: string, roles: readonly Role[], at: string = `${today}T05:00:00.000Z`): Act => {
  const day = localDay(at as Instant, null)
  return {
    actor: {
      person: { id: person as PersonId, name: person },
      grants: roles.map((role) => ({ person: person as PersonId, office, role, from: day, to: null })),
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

const acting = { person: 'a', offices: [office] }
const run = <T, R>(verb: (stores: Stores) => Promise<Result<T, R>>, offices = acting.offices) =>
  house.storage.transaction<T, R>({ person: 'a', offices }, verb)

/** A meeting of the calendar that nobody has touched. */
const fresh = async (): Promise<{ id: MeetingId; day: LocalDate }> =>
  (
    await house.owner.query(
      `select m.id, m.day::text from current_meetings m left join meetings w on w.id = m.id
       where m.office = $1 and m.day > '2027-03-10' and w.id is null order by m.day, m.id limit 1`,
      [office],
    )
  ).rows[0]

const hall = { kk: 'Клуб', ru: 'Клуб' }
const plain = plainDetails('visiting', 90)
const details = { ...plain, venue: { ...plain.venue, name: hall, address: hall } }
const text = { kk: 'Кездесу', ru: 'Встреча' }
const ok = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function written(id: MeetingId, act = author): Promise<Meeting> {
  const { revision } = ok(await run((s) => writeDetails(s, act, { meeting: id, revision: 0, details })))
  return ok(await run((s) => writeNotice(s, act, { meeting: id, revision, text, sayTheSame: false })))
}
const publish = (id: MeetingId, revision: number, act: Act, due: LocalDate) =>
  run((s) => publishNotice(s, act, { meeting: id, revision, term: { due, dueStrict: addDays(due, -1) } }))

describe('a meeting in the database', () => {
  test('two who begin it at the same moment: one is told that it has changed, and there is one row', async () => {
    const { id } = await fresh()
    const both = await Promise.all(
      ['x', 'y'].map((who) =>
        run((s) => writeDetails(s, as(who, ['author']), { meeting: id, revision: 0, details })),
      ),
    )
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).toSorted()).toEqual([
      'changed-meanwhile',
      'ok',
    ])
  })

  test('another office sees no word of it and can write none', async () => {
    const { id } = await fresh()
    await written(id)
    const others = ['akim.310000000', 'akim.315453000'] as OfficeId[]
    expect(
      await house.storage.readOffice({ person: 'a', offices: others }, ({ meetings }) => meetings.find(id)),
    ).toBeNull()
    await expect(
      run((s) => writeDetails(s, author, { meeting: id, revision: 0, details }), others),
    ).rejects.toThrow('row-level security')
  })

  test('who wrote it does not publish it; where one person is all there is, only near the limit and for all to see', async () => {
    const { id, day } = await fresh()
    const alone = as('only', ['author', 'signer'])
    const { revision } = await written(id, alone)
    const due = addDays(day, -14)
    const early = await publish(id, revision, alone, due)
    expect(early.ok ? 'published' : early.refusal).toMatchObject({
      code: 'not-allowed',
      why: { code: 'another-person-needed' },
    })
    const notice = ok(
      await publish(id, revision, as('only', ['author', 'signer'], `${due}T05:00:00.000Z`), due),
    )
    expect([notice.signed, notice.standing]).toEqual(['one-person', 'boundary'])
    const { rows } = await house.owner.query('select signed from meeting_notices where meeting = $1', [id])
    expect(rows).toEqual([{ signed: 'one-person' }])
  })

  test('a notice once published cannot be changed, its owner included', async () => {
    const { id, day } = await fresh()
    const { revision } = await written(id)
    ok(await publish(id, revision, signer, addDays(day, -14)))
    await expect(
      house.owner.query(`update meeting_notices set standing = 'in-time' where meeting = $1`, [id]),
    ).rejects.toThrow('insert-only')
    const again = await publish(id, revision + 1, signer, addDays(day, -14))
    expect(again.ok ? 'published' : again.refusal.code).toBe('not-allowed')
  })

  test('moved and moved again: each date has a record, none is used twice, every reason stays', async () => {
    const { id, day } = await fresh()
    let revision = 0
    for (const [at, record] of [
      [addDays(day, 1), `${id}.2`],
      [addDays(day, 2), `${id}.3`],
    ] as const) {
      const change = { kind: 'move', day: at, start: '10:00', reason: { kk: at, ru: at } } as const
      const wish = ok(await run((s) => proposeChange(s, author, { meeting: id, revision, change })))
      const moved = ok(await run((s) => moveMeeting(s, signer, { meeting: id, revision: wish.revision })))
      expect([moved.record, moved.id, moved.sequence]).toEqual([record, id, moved.earlier.length])
      revision = moved.revision
    }
    const { rows } = await house.owner.query(
      `select payload ->> 'id' as id, payload ->> 'status' as status from entries
       where subject = $1 and type = 'meeting' and live order by seq`,
      [id],
    )
    expect(rows).toEqual([
      { id, status: 'moved' },
      { id: `${id}.2`, status: 'moved' },
      { id: `${id}.3`, status: 'planned' },
    ])
  })

  test('an author alone moves nothing', async () => {
    const { id, day } = await fresh()
    const change = { kind: 'move', day: addDays(day, 1), start: '10:00', reason: text } as const
    const both = as('b', ['author', 'signer'])
    const wish = ok(await run((s) => proposeChange(s, both, { meeting: id, revision: 0, change })))
    const moved = await run((s) => moveMeeting(s, both, { meeting: id, revision: wish.revision }))
    expect(moved.ok ? 'moved' : moved.refusal.code).toBe('not-allowed')
  })
})

test('control: the database itself refuses a signature of more than 72 hours and a date with two meetings', async () => {
  const { id } = await fresh()
  await written(id)
  for (const [change, constraint] of [
    [
      `signed_by = 's', signed_at = now(), signed_hash = repeat('a', 64), publish_at = now() + interval '73 hours'`,
      'a_signature_lasts_72_hours',
    ],
    [`record = (select record from meetings where id <> '${id}' limit 1)`, 'a_date_has_one_record'],
    [`place = null`, 'a_meeting_stands_in_the_calendar_or_says_why_not'],
  ])
    await expect(
      house.owner.query(
        `alter table meetings no force row level security; update meetings set ${change} where id = '${id}'`,
      ),
    ).rejects.toThrow(constraint)
})
