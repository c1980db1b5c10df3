import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#calendar'
import type { Clean } from '#files'
import { type Instant, type Result, done } from '#kernel'
import { type SubscriptionId, confirm, subscribe, topic } from '#notices'
import type { Actor, PersonId, Role } from '#people'
import {
  type AuthorRefusal,
  type AuthorStores,
  type AuthorsAct,
  type LookId,
  type RequestId,
  type Unsealing,
  allowUnsealing,
  askUnsealing,
  eraseOriginal,
  lookAtOriginal,
  readOriginal,
  withdrawRequest,
} from '#requests'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import type { Stores } from '#flows'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'
import { testBox } from '../../test/intake.ts'
import { receiptOf, send } from '../../test/requests.ts'

let played: Demonstration
beforeAll(async () => {
  played = await demonstrationAt('2026-11-23T05:00:00.000Z')
  // What an actor holds in these tests the database knows, too: it judges for itself.
  for (const who of [author, signer, actor('another', 'signer'), actor('third', 'author')]) await appoint(who)
})
afterAll(() => played?.close())

const unit = '315400000' as UnitCode
const office = akimOffice(unit)
const at = '2026-11-23T06:00:00.000Z' as Instant
const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant
let number = 0
const newId = () => `entry-${++number}`
const newSalt = () => '00'.repeat(16)

const phone = '8 701 123 45 67'

/** A request that a resident sent, with a number that its mask hides unless other words are given. */
const sent = (id: string, words = `Су құбыры жарылды, хабарласыңыз: ${phone}`): Promise<RequestId> =>
  send(played.storage, { id, office, unit, words, at })

const appoint = ({ person, grants }: Actor) =>
  played.storage.transaction<void, never>({ person: null, offices: [] }, async ({ people }) => {
    await people.addPerson(person)
    for (const grant of grants) await people.addGrant(grant, { by: null, at })
    return done()
  })

const actor = (person: string, role: Role, of: OfficeId = office): Actor => ({
  person: { id: person as PersonId, name: person },
  grants: [{ person: person as PersonId, office: of, role, from: '2026-01-01' as never, to: null }],
  signedInAt: at,
  factor: 'fresh',
})
const [author, signer] = [actor('author', 'author'), actor('signer', 'signer')]
const actOf = (who: Actor, when = at): Act => ({
  actor: who,
  at: when,
  today: when.slice(0, 10) as never,
  newId,
  newSalt,
  asserted: false,
})
const as = <T, R>(who: Actor, verb: Parameters<typeof played.storage.transaction<T, R>>[1]) =>
  played.storage.transaction({ person: who.person.id, offices: who.grants.map(({ office: of }) => of) }, verb)
const ask = (request: RequestId, who = author, when = at, more: object = {}) =>
  as(who, (stores) =>
    askUnsealing(stores, actOf(who, when), {
      request,
      office,
      purpose: 'call-back',
      basis: null,
      ...more,
    }),
  )
const allow = (unsealing: Unsealing, who = signer, when = at) =>
  as(who, (stores) => allowUnsealing(stores, actOf(who, when), { unsealing: unsealing.id, office }))
const look = (unsealing: Unsealing, who = author, when = at) =>
  as(who, (stores) => lookAtOriginal(stores, actOf(who, when), { unsealing: unsealing.id, office }))
const valueOf = <T>(outcome: { ok: boolean; value?: T; refusal?: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value!
}
const opened = (id: LookId) => played.storage.sealed(({ originals }) => originals.ofLook(id))
const asAuthor = <T>(id: string, verb: (stores: Stores) => Promise<T>) =>
  played.storage.readOffice({ person: receiptOf(id), offices: [] }, verb)
const deed = <T>(
  id: string,
  verb: (stores: AuthorStores, act: AuthorsAct) => Promise<Result<T, AuthorRefusal>>,
) =>
  played.storage.transaction({ person: receiptOf(id), offices: [] }, (stores) =>
    verb(stores, { receipt: receiptOf(id), at, newId, newSalt }),
  )

describe('unsealing', () => {
  test('one asks, another allows, both look; each step is in the journal and before the eyes of the author', async () => {
    const request = await sent('u-1')
    const unsealing = valueOf(await ask(request))
    expect(await look(unsealing)).toMatchObject({ refusal: { code: 'unsealing-not-open' } })
    expect(await ask(request)).toMatchObject({ refusal: { code: 'asked-already' } })
    valueOf(await allow(unsealing, signer, later(1)))
    expect(await allow(unsealing, actor('another', 'signer'), later(1))).toMatchObject({
      refusal: { code: 'allowed-already' },
    })
    const unseen = (person: string, since: Instant) =>
      played.storage.readOffice({ person, offices: [office] }, async ({ unsealings }) =>
        (await unsealings.unseen(office, person as PersonId, since)).map(({ id }) => id),
      )
    expect(await unseen('author', at)).toContain(unsealing.id)
    expect([await unseen('author', later(2)), await unseen('signer', at)]).toEqual([[], []])
    for (const who of [author, signer]) {
      const { id } = valueOf(await look(unsealing, who, later(2)))
      expect(readOriginal(testBox.openOriginal((await opened(id))!)).words).toContain(phone)
    }
    expect(await unseen('author', at)).toEqual([])
    expect(await look(unsealing, author, later(26))).toMatchObject({
      refusal: { code: 'unsealing-not-open' },
    })
    expect(await look(unsealing, actor('third', 'author'), later(2))).toMatchObject({
      refusal: { code: 'no-such-unsealing' },
    })
    const [seen, looks] = await asAuthor('u-1', async ({ unsealings }) => [
      await unsealings.ofRequest(request),
      await unsealings.looks(request),
    ])
    expect(seen).toMatchObject([{ purpose: 'call-back', askedAt: at, allowedAt: later(1) }])
    expect(looks).toHaveLength(2)
    expect(await asAuthor('nobody', ({ unsealings }) => unsealings.ofRequest(request))).toEqual([])
    const { rows } = await played.owner.query(`select type from journal where subject = $1 order by seq`, [
      request,
    ])
    expect(rows.map(({ type }) => type)).toEqual([
      'request-received',
      'unsealing-asked',
      'unsealing-allowed',
      'original-looked-at',
      'original-looked-at',
    ])
  })

  test('nobody allows his own asking, late asking lapses, and what masks nothing holds nothing', async () => {
    const request = await sent('u-2')
    const unsealing = valueOf(await ask(request))
    const both = { ...author, grants: [...author.grants, ...actor('author', 'signer').grants] }
    expect(await allow(unsealing, both)).toMatchObject({
      refusal: { code: 'not-allowed', why: { code: 'another-person-needed' } },
    })
    expect(await allow(unsealing, { ...signer, factor: 'stale' })).toMatchObject({
      refusal: { code: 'not-allowed', why: { code: 'fresh-factor-needed' } },
    })
    expect(await allow(unsealing, signer, later(73))).toMatchObject({ refusal: { code: 'unsealing-lapsed' } })
    expect(await ask(request, author, later(73))).toMatchObject({ ok: true })
    expect(await ask(request, author, at, { purpose: 'by-law' })).toMatchObject({
      refusal: { code: 'basis-wanted' },
    })
    expect(await ask(await sent('u-3', 'Көшеде жарық жоқ'))).toMatchObject({
      refusal: { code: 'nothing-sealed' },
    })
    const elsewhere = actor('stranger', 'author', akimOffice('310000000' as UnitCode))
    expect(await ask(request, elsewhere)).toMatchObject({ refusal: { code: 'no-such-request' } })
  })

  test('the sealed schema opens nothing without a look that was written down, and no look without an allowance', async () => {
    const request = await sent('u-4')
    expect(await opened('no-such-look' as LookId)).toBeNull()
    // The key that opened it before looks were written down.
    expect(await opened(request as string as LookId)).toBeNull()
    const unsealing = valueOf(await ask(request))
    const forged = { id: 'forged' as LookId, unsealing: unsealing.id, request, office, at }
    for (const by of ['author', 'signer'] as PersonId[])
      await expect(
        as(actor(by, 'author'), async ({ unsealings }) => done(await unsealings.look({ ...forged, by }))),
      ).rejects.toThrow('row-level security')
    expect(await opened('forged' as LookId)).toBeNull()
  })
})

describe('where an office has no two persons', () => {
  const [village, nearby, district, region] = ['315430000', '315432000', '315400000', '310000000'].map(
    (code) => akimOffice(code as UnitCode),
  ) as [OfficeId, OfficeId, OfficeId, OfficeId]
  const alone: Actor = {
    ...actor('alone', 'signer', village),
    grants: (['author', 'signer'] as const).flatMap((role) => actor('alone', role, village).grants),
  }
  const [above, beside, farAbove] = [
    actor('above', 'signer', district),
    actor('beside', 'signer', nearby),
    actor('far-above', 'signer', region),
  ]
  let waiting: Unsealing
  const standIn = (who: Actor, unsealing = waiting, when = at) =>
    played.storage.transaction({ person: who.person.id, offices: [village] }, (stores) =>
      allowUnsealing(stores, actOf(who, when), { unsealing: unsealing.id, office: village }),
    )
  const askAlone = async (id: string) => {
    const request = await send(played.storage, {
      id,
      office: village,
      unit: '315430000' as UnitCode,
      words: `Су жоқ, ${phone}`,
      at,
    })
    return valueOf(
      await as(alone, (stores) =>
        askUnsealing(stores, actOf(alone), { request, office: village, purpose: 'call-back', basis: null }),
      ),
    )
  }
  beforeAll(async () => {
    for (const who of [alone, above, beside, farAbove]) await appoint(who)
    waiting = await askAlone('a-1')
  })

  test('a signer above allows it, marked for good, and looks at nothing; nobody else does', async () => {
    expect(await standIn(alone)).toMatchObject({ refusal: { why: { code: 'another-person-needed' } } })
    for (const who of [beside, author])
      expect(await standIn(who)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(valueOf(await standIn(above))).toMatchObject({ allowedBy: 'above', signed: 'signer-above' })
    expect(await standIn(farAbove)).toMatchObject({ refusal: { code: 'allowed-already' } })
    const looking = (who: Actor) =>
      played.storage.transaction({ person: who.person.id, offices: [village] }, (stores) =>
        lookAtOriginal(stores, actOf(who), { unsealing: waiting.id, office: village }),
      )
    expect(await looking(above)).toMatchObject({ refusal: { code: 'not-allowed' } })
    const { id } = valueOf(await looking(alone))
    expect(readOriginal(testBox.openOriginal((await opened(id))!)).words).toContain(phone)
    const { rows } = await played.owner.query(
      `select actor, payload->>'signed' as signed from journal where subject = 'a-1' and type = 'unsealing-allowed'`,
    )
    expect(rows).toEqual([{ actor: 'above', signed: 'signer-above' }])
    const seen = await asAuthor('a-1', ({ unsealings }) => unsealings.ofRequest('a-1' as RequestId))
    expect(seen).toMatchObject([{ signed: 'signer-above' }])
  })

  test('it is never a way around two: as soon as a second is there, he is the one who asks or allows', async () => {
    const unsealing = await askAlone('a-2')
    const clerk = actor('clerk', 'author', village)
    await appoint(clerk)
    const far = await standIn(farAbove, unsealing)
    expect(far).toMatchObject({ refusal: { why: { code: 'not-your-office' } } })
    const request = await send(played.storage, {
      id: 'a-3',
      office: village,
      unit: '315430000' as UnitCode,
      words: phone,
      at,
    })
    const wish = { request, office: village, purpose: 'call-back', basis: null } as const
    // Who alone can allow does not ask: nobody could let him.
    expect(await as(alone, (stores) => askUnsealing(stores, actOf(alone), wish))).toMatchObject({
      refusal: { code: 'another-must-ask' },
    })
    const asked = valueOf(await as(clerk, (stores) => askUnsealing(stores, actOf(clerk), wish)))
    expect(valueOf(await standIn(alone, asked))).toMatchObject({ signed: 'two-persons' })
  })

  /** What the database lets the role of offices write, whatever the code above it says. */
  const write = async (by: string, how: string, id: string, before = '') => {
    await played.owner.query('begin')
    try {
      if (before) await played.owner.query(before)
      await played.owner.query('set local role app')
      await played.owner.query(
        `select set_config('kezdesu.person', $1, true), set_config('kezdesu.offices', $2, true)`,
        [by, village],
      )
      const { rowCount } = await played.owner.query(
        `update request_unsealings set allowed_by = $1, allowed_at = $2, signed = $3 where id = $4`,
        [by, later(1), how, id],
      )
      return rowCount
    } catch (fault) {
      return (fault as Error).message.replace(/ for table .*/, '')
    } finally {
      await played.owner.query('rollback')
    }
  }

  test('the database holds the rule by itself; without its policy it would not', async () => {
    const no = 'new row violates row-level security policy "unsealings_are_allowed_once_by_a_second_person"'
    await played.owner.query(
      `update grants set revoked_at = $1, revoked_by = 'above' where person = 'clerk'`,
      [at],
    )
    const { id } = await askAlone('a-4')
    expect(await write('above', 'signer-above', id)).toBe(1)
    expect(await write('far-above', 'signer-above', id)).toBe(1)
    for (const [by, how] of [
      ['above', 'two-persons'],
      ['beside', 'signer-above'],
      ['author', 'signer-above'],
      ['nobody', 'signer-above'],
    ] as const)
      expect([by, how, await write(by, how, id)]).toEqual([by, how, no])
    const open = 'drop policy unsealings_are_allowed_once_by_a_second_person on request_unsealings'
    expect(await write('beside', 'signer-above', id, open)).toBe(1)
    const second = `update grants set revoked_at = null, revoked_by = null where person = 'clerk'`
    expect(await write('above', 'signer-above', id, second)).toBe(no)
    expect(await write('above', 'signer-above', id, `${second}; ${open}`)).toBe(1)
    // What was allowed is not allowed again, and nothing is asked as if it were allowed.
    expect(await write('far-above', 'signer-above', waiting.id)).toBe(0)
  })
})

describe('what its author may do', () => {
  test('a request that is taken back leaves its group, by its author alone', async () => {
    const request = await sent('w-1')
    await played.storage.transaction({ person: null, offices: [office] }, async ({ groups, requests }) => {
      await groups.open({
        id: 'g-w' as never,
        office,
        unit,
        sphere: 'water',
        level: null,
        body: null,
        funding: null,
        title: null,
        priority: null,
        state: 'open',
        corrected: [],
        openedAt: at,
        revision: 1,
      })
      const step = {
        office,
        request,
        from: null,
        to: 'g-w' as never,
        deed: newId(),
        reasons: [],
        by: null,
        at,
      }
      await requests.move([{ ...step, why: 'proposal' }])
      return done()
    })
    expect(await deed('someone-else', withdrawRequest)).toMatchObject({
      refusal: { code: 'no-such-request' },
    })
    expect(await deed('w-1', withdrawRequest)).toMatchObject({ ok: true })
    expect(await deed('w-1', withdrawRequest)).toMatchObject({ refusal: { code: 'fate-settled' } })
    const [kept, moves] = await asAuthor('w-1', async ({ requests }) => [
      await requests.find(request),
      await requests.movesOfRequest(request),
    ])
    expect(kept).toMatchObject({ fate: 'withdrawn', group: null, fateAt: at })
    expect(moves.map(({ to, why }) => [to, why])).toEqual([
      ['g-w', 'proposal'],
      [null, 'fate'],
    ])
  })

  test('what was sealed, the files and the address go at once when its author says so', async () => {
    const request = await sent('e-1')
    const other = await sent('e-2')
    for (const [index, id] of [request, other].entries()) {
      await played.storage.sealed(async ({ subscriptions }) => {
        const wish = `sub-${id}` as SubscriptionId
        await subscribe(subscriptions, testBox, {
          channel: 'mail',
          address: `resident${index}@example.kz`,
          topic: topic(`request:${id}`),
          hears: [topic(`request:${id}`)],
          language: 'kk',
          wishes: ['changes'],
          id: wish,
          nonce: new Uint8Array(12).fill(index),
          at,
        })
        await confirm(subscriptions, testBox.token(wish), at)
      })
      await played.storage.transaction({ person: receiptOf(id), offices: [] }, async ({ requestFiles }) =>
        done(await requestFiles.add([{ id: `f-${id}` as never, file }], { request: id, office, at })),
      )
    }
    expect(await deed('e-1', eraseOriginal)).toMatchObject({ ok: true })
    expect(await deed('e-1', eraseOriginal)).toMatchObject({ ok: true })
    const left = async (id: string) => [
      await asAuthor(id, ({ requests }) => requests.holdsOriginal(id as RequestId)),
      (await asAuthor(id, ({ requestFiles }) => requestFiles.ofRequest(id as RequestId))).length,
      (await played.owner.query('select from seal.subscriptions where topic = $1', [`request:${id}`]))
        .rowCount,
    ]
    expect(await left('e-1')).toEqual([false, 0, 0])
    expect(await left('e-2')).toEqual([true, 1, 1])
    // An office sees the files of its requests, and cannot take them away.
    const byOffice = await played.storage.transaction({ person: 'x', offices: [office] }, async (stores) =>
      done([await stores.requestFiles.erase(other), (await stores.requestFiles.ofRequest(other)).length]),
    )
    expect(byOffice).toMatchObject({ value: [0, 1] })
    const elsewhere = await played.storage.readOffice(
      { person: 'x', offices: [akimOffice('310000000' as UnitCode)] },
      (stores) => stores.requestFiles.find(`f-${other}` as never),
    )
    expect(elsewhere).toBeNull()
  })
})

const bytes = new Uint8Array([1, 2, 3])
const file: Clean = {
  name: 'photo.jpg',
  type: 'image/jpeg',
  bytes,
  sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
}
