import { expect, test } from 'vitest'
import { learnLinear } from './learn-linear.ts'
import { readModel, scoresOf, sharesOf, weightOf, writeModel } from './linear-model.ts'

const signs = (...names: string[]) => new Map(names.map((name) => [name, 1]))
const examples = ['dry', 'rust', 'again'].flatMap((beside) => [
  { name: 'water', signs: signs('tap', beside) },
  { name: 'roads', signs: signs('pit', beside) },
])
const likeliest = (model: ReturnType<typeof learnLinear>, ...names: string[]) =>
  sharesOf(scoresOf(model, signs(...names)))[0]![0]

test('what always stands with a class speaks for it, what stands with both says nothing', () => {
  const model = learnLinear(examples, ['water', 'roads'])
  expect([likeliest(model, 'tap'), likeliest(model, 'pit', 'dry')]).toEqual(['water', 'roads'])
  expect(weightOf(model, 'tap', 'water')).toBeGreaterThan(0.5)
  expect(Math.abs(weightOf(model, 'dry', 'water'))).toBeLessThan(0.1)
  expect(weightOf(model, 'never seen', 'water')).toBe(0)
})

test('control: with the labels turned round the other class is the likeliest', () => {
  const turned = examples.map((one) => ({ ...one, name: one.name === 'water' ? 'roads' : 'water' }))
  expect(likeliest(learnLinear(turned, ['water', 'roads']), 'tap')).toBe('roads')
})

test('the same examples give the same model; a sign of one example or two is not learnt', () => {
  expect(learnLinear(examples, ['water', 'roads'])).toEqual(learnLinear(examples, ['water', 'roads']))
  const rare = { name: 'roads', signs: signs('once') }
  const once = learnLinear([...examples, rare, rare], ['water', 'roads'])
  expect(once.weights.has('once')).toBe(false)
  expect(() => learnLinear([{ name: 'gas', signs: signs('tap') }], ['water'])).toThrow('gas')
})

test('points given before any sign count as much as they turned out to be worth', () => {
  const given = (water: number, roads: number) =>
    new Map([
      ['water', water],
      ['roads', roads],
    ])
  const model = learnLinear(
    examples.map((one) => ({ ...one, given: one.name === 'water' ? given(3, 0) : given(0, 3) })),
    ['water', 'roads'],
  )
  expect(sharesOf(scoresOf(model, new Map(), given(3, 0)))[0]![0]).toBe('water')
  // A class of which nothing was learnt has its points all the same.
  expect(scoresOf(model, new Map(), new Map([['gas', 2]])).get('gas')).toBeCloseTo(2 * model.trust)
})

test('written and read again a model is the same to the hundredth; small weights go; a broken line is named', () => {
  const model = learnLinear(examples, ['water', 'roads'])
  const text = writeModel(model, 0.05, ['of six examples'])
  const read = readModel(text)
  expect(read.classes).toEqual(['water', 'roads'])
  expect(weightOf(read, 'tap', 'roads')).toBeCloseTo(weightOf(model, 'tap', 'roads'), 2)
  expect(writeModel(read, 0.05, ['of six examples'])).toBe(text)
  expect(readModel(writeModel(model, 100, [])).weights.size).toBe(0)
  expect(() => readModel(`${text}tap\t0\n`)).toThrow('tap')
  expect(() => readModel('nothing')).toThrow('classes')
})
