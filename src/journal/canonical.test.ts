import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import type { Json } from './entry.ts'

test('the examples of RFC 8785', () => {
  expect(canonical({ '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 })).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  )
  expect(canonical([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  )
  expect(canonical('€$\u000f\nA\'B"\\/')).toBe('"€$\\u000f\\nA\'B\\"\\\\/"')
  expect(canonical([null, true, false, {}, []])).toBe('[null,true,false,{},[]]')
})

test('a key without a value is left out; what JSON cannot carry is a fault', () => {
  expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}')
  for (const value of [Number.NaN, Infinity, '\ud800', { '\udc00': 1 }, [[-Infinity]]])
    expect(() => canonical(value)).toThrow(TypeError)
})

test('it reads back as the same value, and the order in which keys were put in does not matter', () => {
  const shuffled = (value: Json): Json =>
    Array.isArray(value)
      ? value.map(shuffled)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, item]) => [key, shuffled(item!)]),
          )
        : value
  const json = fc
    .jsonValue({ noUnicodeString: false })
    .filter((value) => JSON.stringify(value).isWellFormed())
  fc.assert(
    fc.property(json, (value) => {
      const words = canonical(value as Json)
      expect(JSON.parse(words)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonical(shuffled(value as Json))).toBe(words)
    }),
  )
})
