import { expect, test } from 'vitest'
import { type Provision, evaluate, prepareWorld, readActs } from '#law'
import { typesRead } from './verdict-counts.ts'

const law = readActs(`${import.meta.dirname}/../../acts`)

/** The examples whose verdicts are others when only these types of facts are read. */
const changedBy = (types: (provision: Provision) => readonly string[]): string[] =>
  law.provisions.flatMap((provision) =>
    provision.examples.flatMap(({ given, readings = {}, name }) => {
      const read = types(law.reread(readings).provision(provision.id)!)
      const judge = (facts: typeof given.facts) =>
        evaluate(law.reread(readings), prepareWorld({ ...given, facts }), {
          asOf: given.asOf,
          norms: [provision.id],
        }).map((verdict) => ({ ...verdict, proof: [] }))
      const few = judge(given.facts.filter(({ type }) => read.includes(type)))
      return JSON.stringify(few) === JSON.stringify(judge(given.facts)) ? [] : [`${provision.id}: ${name}`]
    }),
  )

test('the facts that a provision can look at are enough for every example', () => {
  expect(changedBy(typesRead)).toEqual([])
})

test('control: without the facts that the rule names the examples come out otherwise', () => {
  expect(changedBy(() => ['meeting']).length).toBeGreaterThan(50)
})
