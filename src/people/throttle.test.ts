import * as fc from 'fast-check'
import { instantOf } from '#kernel'
import { describe, expect, test } from 'vitest'
import {
  type Counter,
  bucketOf,
  buckets,
  paces,
  placeOf,
  secondsToWait,
  secondsUntilHeard,
} from './throttle.ts'
import { waiting } from './waiting.ts'

const noon = Date.UTC(2026, 10, 22, 7)
const after = (seconds: number) => instantOf(noon + seconds * 1000)
const failed = (failures: number, known = false): Counter => ({ failures, last: after(0), known })

describe('the delay', () => {
  test('begins after the free failures, doubles, and stops growing', () => {
    const waits = [0, 4, 5, 6, 7, 12, 13, 14, 40, 4000].map((count) =>
      secondsToWait(paces.login, failed(count), after(0)),
    )
    expect(waits).toEqual([0, 0, 1, 2, 4, 128, 256, 300, 300, 300])
  })
  test('runs down, to the second, and is over', () => {
    const waits = [0, 0.5, 1, 7.999, 8, 9].map((s) => secondsToWait(paces.login, failed(8), after(s)))
    expect(waits).toEqual([8, 8, 7, 1, 0, 0])
  })
  test('nobody waits longer than the longest delay, whatever was done before', () =>
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 86_400 }), (count, s) => {
        const wait = secondsToWait(paces.login, failed(count), after(s))
        return wait >= 0 && wait <= paces.login.longest
      }),
    ))
})

describe('both counters', () => {
  const wait = (login: Counter, place: Counter) => secondsUntilHeard({ login, place }, after(0))
  test('the longer wait counts, but who signed in from here today does not wait for his neighbours', () => {
    expect(wait(failed(0), failed(53))).toBe(8)
    expect(wait(failed(9), failed(53))).toBe(16)
    expect(wait(failed(0, true), failed(53))).toBe(0)
    expect(wait(failed(6, true), failed(53))).toBe(2)
  })
})

describe('the place', () => {
  test.each([
    ['203.0.113.77', '203.0.113'],
    ['::ffff:203.0.113.5', '203.0.113'],
    ['2001:db8:1:ab12::1', '2001:0db8:0001:ab'],
    ['2001:DB8:1:AB99:5:6:7:8', '2001:0db8:0001:ab'],
    ['::1', '0000:0000:0000:00'],
    ['fe80::1%eth0', 'fe80:0000:0000:00'],
    ['', 'elsewhere'],
    ['203.0.113', 'elsewhere'],
  ])('%s is in %s', (address, place) => expect(placeOf(address)).toBe(place))
})

describe('the counter', () => {
  const key = (day: number) => new Uint8Array(32).fill(day)
  test('is one for the same login and place, another the next day, and always within the table', () => {
    expect(bucketOf(key(1), '203.0.113', 'author')).toBe(bucketOf(key(1), '203.0.113', 'author'))
    expect(bucketOf(key(1), '203.0.113', 'author')).not.toBe(bucketOf(key(2), '203.0.113', 'author'))
    expect(bucketOf(key(1), '203.0.113', 'author')).not.toBe(bucketOf(key(1), '203.0.113', null))
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (place, login) => {
        const bucket = bucketOf(key(1), place, login)
        return Number.isInteger(bucket) && bucket >= 0 && bucket < buckets
      }),
    )
  })
})

describe('what a process remembers', () => {
  const attempt = (login: string, seconds: number) => ({ login, address: '203.0.113.9', at: after(seconds) })
  test('is told again until the time is over, and bounded', () => {
    const memory = waiting(2)
    memory.keep(attempt('a', 0), 8)
    expect([0, 7.5, 8, 9].map((s) => memory.secondsFor(attempt('a', s)))).toEqual([8, 1, 0, 0])
    for (const login of ['a', 'b', 'c']) memory.keep(attempt(login, 10), 60)
    expect(['a', 'b', 'c'].map((login) => memory.secondsFor(attempt(login, 10)))).toEqual([0, 60, 60])
    expect(memory.secondsFor({ ...attempt('c', 10), address: '198.51.100.1' })).toBe(0)
  })
})
