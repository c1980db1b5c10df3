import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDate, done, instantOf, localDate } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import type { Login } from './account.ts'
import { actorOf } from './actor-of.ts'
import { createAccount, giveGrant } from './create-account.ts'
import { may } from './may.ts'
import { type PasswordHash, checkPassword, cost, hashPassword } from './password.ts'
import type { PersonId, Role } from './person.ts'
import { type SessionToken, sessionHash } from './session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { waiting } from './waiting.ts'

let database: FreshDatabase
let hashed: PasswordHash
beforeAll(async () => {
  database = await freshDatabase()
  hashed = await hashPassword(password, fresh().salt)
})
afterAll(() => database?.close())

type Stores = Parameters<Parameters<FreshDatabase['storage']['transaction']>[1]>[0]
const nobody = { person: null, offices: [] }
async function step<T>(verb: (stores: Stores) => Promise<T>): Promise<T> {
  const result = await database.storage.transaction(nobody, async (stores) => done(await verb(stores)))
  if (!result.ok) throw new Error('a step is never refused')
  return result.value
}

// Noon of a day to come: the database sweeps by its own clock, and no test runs over midnight.
const start = Date.UTC(2099, 5, 1, 7)
const after = (seconds: number) => instantOf(start + seconds * 1000)
const today = after(0).slice(0, 10) as LocalDate
const district = '314800000' as UnitCode
const office = akimOffice(district)
const password = 'бес ақсақал тау асты'
const newToken = () => randomBytes(32).toString('base64url') as SessionToken
const fresh = () => ({ token: newToken(), salt: new Uint8Array(randomBytes(16)) })

let count = 0
/** A new person with an account and the roles, under a login of their own. */
async function somebody(...roles: Role[]) {
  const number = ++count
  const person = { id: `person-${number}` as PersonId, name: `Person ${number}` }
  const login = `login.${number}` as Login
  await step(async ({ people }) => {
    await people.addPerson(person)
    await people.addAccount({ login, person, password: hashed }, after(0))
  })
  for (const role of roles) await grant(person.id, role)
  return { person, login }
}
const grant = (
  person: PersonId,
  role: Role,
  of: OfficeId = office,
  from = today,
  to: LocalDate | null = null,
) => step((stores) => giveGrant(stores, { person, office: of, role, from, to }, { by: null, at: after(0) }))

/** Signs in as one process would that has been up for a while: `memory` is what it remembers. */
const tryIn = (
  login: string,
  {
    typed = password,
    address = '203.0.113.7',
    at = 0,
    memory = waiting(),
    replaces = null as SessionToken | null,
  } = {},
) =>
  signIn(step, memory, {
    login,
    password: typed,
    address,
    at: after(at),
    fresh: fresh(),
    replaces,
    device: { hash: createHash('sha256').update(address).digest('hex'), agent: 'A browser' },
  })
const signedIn = async (...them: Parameters<typeof tryIn>) => {
  const result = await tryIn(...them)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.token
}
const actor = (token: SessionToken, at = 0) => step((stores) => actorOf(stores, token, after(at)))

describe('signing in', () => {
  test('gives a session that stands for the person and the grants of today', async () => {
    const { person, login } = await somebody('author')
    const token = await signedIn(` ${login.toUpperCase()} `)
    expect(await actor(token)).toEqual({
      person,
      grants: [{ person: person.id, office, role: 'author', from: today, to: null }],
      signedInAt: after(0),
      factor: 'none',
    })
    expect(await actor(newToken())).toBe(null)
  })
  test('says the same of a wrong password, an unknown login and a login nobody could have', async () => {
    const { login } = await somebody()
    const wrong = { ok: false, refusal: { code: 'wrong-login-or-password' } }
    expect(await tryIn(login, { typed: 'бес ақсақал' })).toEqual(wrong)
    expect(await tryIn('nobody.here')).toEqual(wrong)
    expect(await tryIn('никто здесь')).toEqual(wrong)
    expect(await tryIn('', { typed: '' })).toEqual(wrong)
  })
  test('costs about as much for an unknown login as for a wrong password; without a hash it would not (control)', async () => {
    const { login } = await somebody()
    const time = async (act: () => Promise<unknown>) => {
      // Processor time: a busy machine makes everything slower, but not dearer.
      const begun = process.cpuUsage()
      await act()
      const { user, system } = process.cpuUsage(begun)
      return user + system
    }
    const known: number[] = []
    const unknown: number[] = []
    const unhashed: number[] = []
    for (let round = 0; round < 7; round++) {
      const from = { typed: 'wrong', address: `198.51.${round}.1` }
      known.push(await time(() => tryIn(login, from)))
      unknown.push(await time(() => tryIn('nobody.here', from)))
      unhashed.push(await time(() => step(({ people }) => people.account('nobody.here' as Login))))
    }
    const least = (times: number[]) => Math.min(...times)
    const alike = (a: number, b: number) => a / b > 0.6 && a / b < 1.6
    expect(alike(least(unknown), least(known))).toBe(true)
    expect(alike(least(unhashed), least(known))).toBe(false)
  })
  test('keeps the hash of the token and nowhere the token', async () => {
    const { login } = await somebody()
    const token = await signedIn(login)
    const { rows } = await database.owner.query<{ all: string }>(
      'select string_agg(s::text, chr(10)) as all from sessions s',
    )
    expect(rows[0]!.all).toContain(sessionHash(token))
    expect(rows[0]!.all).not.toContain(token)
  })
  test('renews a hash of an older cost', async () => {
    const { login } = await somebody()
    const old = await hashPassword(password, fresh().salt, { ...cost, logN: 14 })
    await step(({ people }) => people.setPassword(login, old))
    await signedIn(login)
    const account = await step(({ people }) => people.account(login))
    expect(await checkPassword(password, account!.password)).toEqual({ right: true, outdated: false })
  })
})

describe('a session ends', () => {
  test('with signing out, at the next request', async () => {
    const token = await signedIn((await somebody()).login)
    expect(await actor(token)).not.toBe(null)
    await step((stores) => signOut(stores, token))
    expect(await actor(token)).toBe(null)
  })
  test('with the next sign-in in the same browser', async () => {
    const { login } = await somebody()
    const first = await signedIn(login)
    const second = await signedIn(login, { replaces: first })
    expect(second).not.toBe(first)
    expect([await actor(first), (await actor(second))?.person.name !== undefined]).toEqual([null, true])
  })
  test('after two idle hours, and after twelve in any case', async () => {
    const { login } = await somebody()
    const idle = await signedIn(login)
    expect([await actor(idle, 7199), await actor(idle, 7199 + 7200)].map(Boolean)).toEqual([true, false])
    const busy = await signedIn(login)
    const alive: boolean[] = []
    for (let hour = 1; hour <= 12; hour++) alive.push(Boolean(await actor(busy, hour * 3600)))
    expect(alive).toEqual([...Array<boolean>(11).fill(true), false])
  })
  test('for the rows too: a later sign-in sweeps what is past its twelve hours', async () => {
    const { login } = await somebody()
    const token = await signedIn(login)
    await database.owner.query(
      `update sessions set started_at = now() - interval '13 hours' where hash = $1`,
      [sessionHash(token)],
    )
    const kept = await signedIn(login)
    const { rows } = await database.owner.query<{ hash: string }>(
      'select hash from sessions where hash = any($1)',
      [[sessionHash(token), sessionHash(kept)]],
    )
    expect(rows).toEqual([{ hash: sessionHash(kept) }])
  })
})

describe('a grant', () => {
  const office2 = akimOffice('314839000' as UnitCode)
  const roles = async (token: SessionToken) => (await actor(token))!.grants.map(({ role }) => role)
  test('taken back is gone with the next request', async () => {
    const { person, login } = await somebody('author', 'signer')
    const token = await signedIn(login)
    expect(await roles(token)).toEqual(['author', 'signer'])
    const revoke = () =>
      step(({ people }) =>
        people.revokeGrant({ person: person.id, office, role: 'author' }, { by: null, at: after(1) }),
      )
    expect([await revoke(), await revoke()]).toEqual([true, false])
    expect(await roles(token)).toEqual(['signer'])
    expect(await grant(person.id, 'author')).toEqual(done())
  })
  test('holds from its first day to its last', async () => {
    const { person } = await somebody()
    const days = ['2026-01-31', '2026-02-01', '2026-03-01', '2026-03-02'].map(localDate)
    await grant(person.id, 'signer', office, days[1]!, days[2]!)
    const held = await Promise.all(days.map((day) => step(({ people }) => people.grants(person.id, day))))
    expect(held.map((grants) => grants.length)).toEqual([0, 1, 1, 0])
  })
  test('is held once: the same on a common day is refused, in another office or afterwards it is not', async () => {
    const { person } = await somebody()
    const [a, b, c] = ['2026-01-01', '2026-06-30', '2026-07-01'].map(localDate) as [
      LocalDate,
      LocalDate,
      LocalDate,
    ]
    const codes = [
      await grant(person.id, 'author', office, a, b),
      await grant(person.id, 'author', office, b, null),
      await grant(person.id, 'author', office2, a, b),
      await grant(person.id, 'author', office, c, null),
      await grant(person.id, 'signer', office, c, b),
    ].map((result) => (result.ok ? 'given' : result.refusal.code))
    expect(codes).toEqual(['given', 'grant-held-already', 'given', 'given', 'grant-ends-before-it-begins'])
  })
  test('given twice at once is given once', async () => {
    const { person } = await somebody()
    const results = await Promise.all(Array.from({ length: 8 }, () => grant(person.id, 'author')))
    expect(results.filter((result) => result.ok).length).toBe(1)
  })
  test('is not given to oneself, by the verb or behind its back', async () => {
    const { person } = await somebody()
    const given = { by: person.id, at: after(0) }
    const mine = { person: person.id, office, role: 'signer' as const, from: today, to: null }
    expect(await step((stores) => giveGrant(stores, mine, given))).toEqual({
      ok: false,
      refusal: { code: 'grant-to-oneself' },
    })
    await expect(step(({ people }) => people.addGrant(mine, given))).rejects.toThrow(
      'nobody_grants_to_oneself',
    )
  })
})

describe('an account', () => {
  const create = (person: { id: PersonId; name: string }, login: string, word = password) =>
    step((stores) =>
      createAccount(stores, { person, login, password: word, salt: fresh().salt, at: after(0) }),
    )
  test('is refused for a taken login, a login with foreign letters, a poor password', async () => {
    const { person, login } = await somebody()
    const codes = [
      await create(person, login),
      await create(person, 'аuthor.1'),
      await create(person, 'free.login', 'пароль123456'),
      await create(person, 'free.login', 'short'),
    ].map((result) => (result.ok ? 'made' : result.refusal.code))
    expect(codes).toEqual(['login-taken', 'login-not-usable', 'password-common', 'password-too-short'])
  })
  test('is a second way in for the same person, not a second pair of eyes', async () => {
    const { person } = await somebody('author', 'signer')
    expect((await create(person, 'second.way.in')).ok).toBe(true)
    const second = (await actor(await signedIn('second.way.in')))!
    const calendar = { office, unit: district, state: 'answered' as const, editedBy: [person.id] }
    expect(may(second, 'approve-calendar', calendar, today)).toEqual({
      yes: false,
      no: { code: 'another-person-needed', verb: 'approve-calendar' },
    })
  })
})

describe('guessing', () => {
  const code = (result: Awaited<ReturnType<typeof tryIn>>) =>
    result.ok ? 'in' : result.refusal.code === 'too-many-attempts' ? result.refusal.seconds : 'wrong'
  /** Counts attempts without the tenth of a second of hashing that each costs. */
  const guess = (login: string, address: string, at = 0) =>
    step(({ attempts }) => attempts.admit({ login, address, at: after(at) }))

  test('gets slower after five failures, and the right password waits its turn too', async () => {
    const { login } = await somebody()
    const codes: (string | number)[] = []
    for (let round = 0; round < 6; round++)
      codes.push(code(await tryIn(login, { typed: 'wrong', address: '192.0.2.1' })))
    expect(codes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 1])
    expect(code(await tryIn(login, { address: '192.0.2.1' }))).toBe(1)
    expect(code(await tryIn(login, { address: '192.0.2.1', at: 1 }))).toBe('in')
    expect(code(await tryIn(login, { typed: 'wrong', address: '192.0.2.1', at: 1 }))).toBe('wrong')
  })
  test('is counted together by several processes, and each remembers what it was told', async () => {
    const { login } = await somebody()
    for (let n = 0; n < 9; n++) await guess(login, '192.0.2.60', n < 6 ? 0 : 10 * n)
    const [one, two] = [waiting(), waiting()]
    const at = { address: '192.0.2.60', at: 80 }
    expect(code(await tryIn(login, { ...at, memory: one }))).toBe(8)
    expect(code(await tryIn(login, { ...at, memory: two }))).toBe(8)
    await database.owner.query('truncate sign_in_attempts')
    expect(code(await tryIn(login, { ...at, memory: one }))).toBe(8)
    expect(code(await tryIn(login, { ...at, memory: waiting() }))).toBe('in')
  })
  test('at once is no way around: of forty in the same moment five are heard', async () => {
    const heard = await Promise.all(Array.from({ length: 40 }, () => guess('flooded', '192.0.2.120')))
    expect(heard.filter((seconds) => seconds === 0).length).toBe(5)
  })
  test('by strangers locks nobody out; were the login alone counted, it would (control)', async () => {
    const { login } = await somebody()
    const stranger = (n: number) => `10.${n}.0.1`
    for (let place = 0; place < 20; place++) for (let n = 0; n < 7; n++) await guess(login, stranger(place))
    expect(code(await tryIn(login, { address: '203.0.114.7' }))).toBe('in')
    const victim = (await somebody()).login
    for (let n = 0; n < 7; n++) await guess(victim, 'one place for all the world')
    expect(code(await tryIn(victim, { address: 'one place for all the world' }))).toBe(1)
  })
  test('of many logins from one place slows the place, but not who has signed in from there today', async () => {
    const { login } = await somebody()
    await signedIn(login, { address: '192.0.3.1' })
    for (let n = 0; n < 55; n++) await guess(`some.login.${n}`, '192.0.3.200')
    expect(await guess('one.more', '192.0.3.201')).toBeGreaterThan(0)
    expect(code(await tryIn(login, { address: '192.0.3.2' }))).toBe('in')
  })
  test('leaves no name and no address, and is forgotten after two days', async () => {
    const rows = async () =>
      (await database.owner.query<{ row: string }>('select a::text as row from sign_in_attempts a')).rows
    await guess('planted.login', '192.0.2.200')
    expect((await rows()).filter(({ row }) => /planted|192\.0/.test(row))).toEqual([])
    await guess('planted.login', '192.0.2.200', 3 * 86_400)
    const { rows: days } = await database.owner.query<{ days: number }>(
      `select (select count(distinct day) from sign_in_attempts)::int + (select count(*) from sign_in_secrets)::int as days`,
    )
    expect(days).toEqual([{ days: 2 }])
  })
})

describe('the wall in the database', () => {
  test('shows nothing to a query that asks for nobody, and one person to a query that forgets to say whom', async () => {
    const { person, login } = await somebody('author')
    const other = await somebody('author')
    const token = await signedIn(login)
    const client = database.owner
    const seen = async (key: string) => {
      await client.query(`begin; set local role app; select set_config('kezdesu.asked', '${key}', true)`)
      const { rows } = await client.query<{ found: string }>(
        `select 'person ' || id as found from persons union all select 'account ' || login from accounts
         union all select 'session ' || hash from sessions union all select 'grant ' || person from grants order by 1`,
      )
      await client.query('rollback')
      return rows.map(({ found }) => found)
    }
    expect(await seen('')).toEqual([])
    expect(await seen(person.id)).toEqual([`grant ${person.id}`, `person ${person.id}`])
    expect(await seen(login)).toEqual([`account ${login}`, `person ${person.id}`])
    expect(await seen(sessionHash(token))).toEqual([`person ${person.id}`, `session ${sessionHash(token)}`])
    const { rows } = await client.query('select from persons where id = $1', [other.person.id])
    expect(rows.length).toBe(1)
  })
})
