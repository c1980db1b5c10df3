// The generator of the benches: the same seed makes the same facts, and they are facts.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readActs, readFacts } from '#law'
import { randomFrom } from '../src/planner/random.ts'
import { yearOfFacts } from './nation.ts'
import { registerOf } from './register.ts'

const law = readActs(join(import.meta.dirname, '../acts'))
const register = registerOf(undefined, randomFrom('test'))
const small = { meetings: 200, issues: 450 }
const facts = (seed: string) => [...yearOfFacts(law, register, seed, small)]

test('the synthetic country has the shape of the classifier', () => {
  expect(register.source).toBe('synthetic tree of the same shape')
  expect(Math.abs(register.offices.length - 2600) < 200).toBe(true)
  expect(Math.abs(register.territory.length - 15_600) < 1500).toBe(true)
})

test('the same seed makes the same facts, another seed others', () => {
  expect(facts('one')).toEqual(facts('one'))
  expect(facts('one')).not.toEqual(facts('two'))
})

test('they are facts that the boundary takes, as many as were asked for', () => {
  const made = facts('one')
  expect(readFacts(made)).toMatchObject({ ok: true })
  expect(made.filter(({ type }) => type === 'meeting')).toHaveLength(small.meetings)
  expect(made.filter(({ type }) => type === 'issue-raised')).toHaveLength(small.issues)
  expect(new Set(made.map(({ type }) => type)).size).toBeGreaterThan(30)
})
