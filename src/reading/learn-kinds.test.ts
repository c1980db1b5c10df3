import { expect, test } from 'vitest'
import { kindBeliefs } from './kind-beliefs.ts'
import { kindExamples } from './kind-examples.ts'
import { kindWeights } from './kind-weights.ts'
import { learnKinds } from './learn-kinds.ts'

const examples = kindExamples()

test('the weights are what scripts/learn-kinds.ts learns from the invented requests', () => {
  expect(learnKinds(examples, kindBeliefs)).toEqual(kindWeights)
})

test('control: with other examples they would be others', () => {
  expect(learnKinds(examples.slice(40), kindBeliefs)).not.toEqual(kindWeights)
})

test('where nothing is to be learnt the beliefs stay', () => {
  const sure = [
    {
      kind: 'thanks' as const,
      signs: new Map([
        ['thanks' as const, 3],
        ['thanksAlone' as const, 3],
      ]),
    },
  ]
  const learnt = learnKinds(sure, kindBeliefs)
  expect(learnt.request).toEqual({ ...kindBeliefs.request })
  expect(learnt.thanks.thanks).toBeCloseTo(2, 1)
})
