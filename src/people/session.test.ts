import { instantOf } from '#kernel'
import { expect, test } from 'vitest'
import { parseLogin } from './account.ts'
import { type SessionToken, isAlive, isSessionToken, isStale, sessionHash } from './session.ts'

const start = Date.UTC(2026, 10, 22, 4)
const hours = (n: number) => instantOf(start + n * 3_600_000)

test('a session lives twelve hours at most and two hours without a request', () => {
  const alive = (seen: number, now: number) =>
    isAlive({ startedAt: hours(0), seenAt: hours(seen) }, hours(now))
  expect([alive(0, 1.99), alive(0, 2), alive(11, 11.99), alive(11, 12)]).toEqual([true, false, true, false])
})
test('the last request is written down once a minute', () => {
  const stale = (seconds: number) => isStale({ seenAt: hours(0) }, instantOf(start + seconds * 1000))
  expect([stale(59), stale(60)]).toEqual([false, true])
})
test('a token is 32 bytes of base64url, and its hash is SHA-256', () => {
  const token = 'A'.repeat(43) as SessionToken
  expect(sessionHash(token)).toBe('0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a')
  expect([token, 'A'.repeat(42), `${'A'.repeat(42)}=`, '', null].map(isSessionToken)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
test('a login is plain Latin, whatever case and blanks it came with', () => {
  expect(parseLogin('  Merke.Author ')).toBe('merke.author')
  for (const typed of ['аuthor', 'ab', 'a b c', '.abc', '', 'x'.repeat(65), 'a\u200bbc'])
    expect(parseLogin(typed)).toBeUndefined()
})
