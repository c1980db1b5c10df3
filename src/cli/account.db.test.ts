import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, localDate } from '#kernel'
import { signIn, waiting } from '#people'
import { chance } from '../serve.ts'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'
import { type AccountWish, account } from './account.ts'

let house: Demonstration
beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
})
afterAll(() => house?.close())

async function run(wish: AccountWish) {
  const lines: string[] = []
  const at = '2026-11-23T06:00:00.000Z' as Instant
  const world = {
    ...chance,
    at,
    today: localDate('2026-11-23'),
    print: (line: string) => void lines.push(line),
  }
  return { code: await account(house.storage, wish, world), lines }
}

const opens = async (login: string, password: string) => {
  const step = async <T>(verb: (stores: never) => Promise<T>): Promise<T> => {
    const outcome = await house.storage.transaction<T, never>(
      { person: null, offices: [] },
      async (stores) => ({
        ok: true,
        value: await verb(stores as never),
      }),
    )
    return (outcome as { value: T }).value
  }
  const at = '2026-11-23T06:00:01.000Z' as Instant
  const fresh = { token: randomBytes(32).toString('base64url') as never, salt: chance.newSaltBytes() }
  const device = { hash: 'a'.repeat(64), agent: '' }
  const attempt = { login, password, address: '192.0.2.1', at, fresh, replaces: null, device }
  return (await signIn(step, waiting(), attempt)).ok
}

test('an account is added for an office, and its printed password opens it; a new one replaces it', async () => {
  const wish = {
    deed: 'add',
    login: 'merke.author',
    person: 'Author',
    office: 'akim.315400000',
    role: 'author',
  } as const
  const added = await run(wish)
  const [, first] = added.lines[0]!.split('  ')
  expect([added.code, await opens('merke.author', first!)]).toEqual([0, true])
  expect(await run(wish)).toEqual({ code: 1, lines: ['merke.author: login-taken; nothing was changed'] })
  const renewed = await run({ deed: 'password', login: 'merke.author' })
  const [, second] = renewed.lines[0]!.split('  ')
  expect([await opens('merke.author', first!), await opens('merke.author', second!)]).toEqual([false, true])
})

test('an office or a role that does not exist is named, and nothing is changed', async () => {
  const wish = {
    deed: 'add',
    login: 'somebody',
    person: 'Somebody',
    office: 'akim.999999999',
    role: 'author',
  } as const
  expect((await run(wish)).lines).toEqual([
    'somebody: there is no office akim.999999999 (akim.<code>, maslikhat.<code>, a body such as health, or operator); nothing was changed',
  ])
  expect((await run({ ...wish, office: 'operator', role: 'king' })).lines[0]).toContain(
    'the role is one of author',
  )
  expect((await run({ deed: 'password', login: 'nobody' })).lines).toEqual([
    'nobody: there is no such account; nothing was changed',
  ])
})
