// The examples inside the law are its tests.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { playExample, readActs } from './index.ts'

const law = readActs(join(import.meta.dirname, '../../acts'))

for (const provision of law.provisions)
  if (provision.examples.length > 0)
    describe(provision.id, () => {
      for (const example of provision.examples)
        test(example.name, () => expect(playExample(law, provision, example)).toEqual([]))
    })

test('every duty and limit that can be judged has an example', () => {
  const bare = [...law.norms.values()].filter(({ provision }) => provision.examples.length === 0)
  expect(bare.map(({ norm }) => norm.id)).toEqual([])
})

test('every example can fail: with another expectation it does', () => {
  const provision = law.provision('A826-2.1.appr')!
  const example = provision.examples[0]!
  const turned = { ...example, expect: example.expect!.map((one) => ({ ...one, verdict: 'late' })) }
  expect(playExample(law, provision, turned)).toHaveLength(1)
})

test('the readings named in rules and taken by default stand in the register', () => {
  const offered = (doubt: string, reading: string) =>
    law.doubt(doubt)?.readings.some(({ id }) => id === reading) === true
  const dated = law.provisions.filter(({ rule }) => JSON.stringify(rule).includes('"strict"'))
  for (const { id, rule } of dated)
    for (const [, doubt] of JSON.stringify(rule).matchAll(/"doubt":"(AMB-\d\d)"/g))
      expect([id, doubt, offered(doubt!, 'lenient'), offered(doubt!, 'strict')]).toEqual([
        id,
        doubt,
        true,
        true,
      ])
})
