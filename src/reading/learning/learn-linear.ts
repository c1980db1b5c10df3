// Learning a linear model from labelled examples: multinomial logistic regression by small steps. For scripts, not at run time.
import type { LinearModel, Signs } from './linear-model.ts'

export type Example = {
  readonly name: string
  readonly signs: Signs
  /** Points of each class before any sign, as `scoresOf` is given them. */
  readonly given?: ReadonlyMap<string, number>
}

/** Signs of fewer examples are not learnt. */
const fewest = 3
/** How strongly a weight is held to 0, shared among the examples that have its sign. */
const hold = 0.1
const rounds = 15
/** Of AdaGrad (Duchi, Hazan and Singer 2011): the first step of a weight; later ones shrink with what it has moved. */
const stride = 0.15

/**
 * A model of the classes by the examples. No chance is in it: examples are gone through in an order that their number gives.
 * Throws a fault when an example is of none of the classes.
 */
export function learnLinear(examples: readonly Example[], classes: readonly string[]): LinearModel {
  const counts = new Map<string, number>()
  for (const { signs } of examples)
    for (const sign of signs.keys()) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const signs = [...counts].filter(([, count]) => count >= fewest).map(([sign]) => sign)
  const numberOf = new Map(signs.map((sign, at) => [sign, at]))
  const many = classes.length
  const rows = examples.map(({ name, signs: there, given }) => {
    const known = [...there].filter(([sign]) => numberOf.has(sign))
    const truth = classes.indexOf(name)
    if (truth < 0) throw new Error(`an example of ${name}, which is no class`)
    return {
      truth,
      signs: Int32Array.from(known, ([sign]) => numberOf.get(sign)!),
      values: Float64Array.from(known, ([, value]) => value),
      given: given && Float64Array.from(classes, (one) => given.get(one) ?? 0),
    }
  })
  const weights = new Float64Array(signs.length * many)
  const moved = new Float64Array(signs.length * many).fill(0.3)
  const holds = Float64Array.from(signs, (sign) => hold / counts.get(sign)!)
  const bias = new Float64Array(many)
  const wrong = new Float64Array(many)
  let trust = 1
  for (let round = 0; round < rounds; round++)
    for (const at of mixed(rows.length, round)) {
      const row = rows[at]!
      for (let one = 0; one < many; one++) wrong[one] = bias[one]! + trust * (row.given?.[one] ?? 0)
      row.signs.forEach((sign, nth) => {
        const value = row.values[nth]!
        for (let one = 0; one < many; one++) wrong[one]! += value * weights[sign * many + one]!
      })
      toShares(wrong)
      wrong[row.truth]! -= 1
      for (let one = 0; one < many; one++) {
        bias[one]! -= 0.02 * wrong[one]!
        if (row.given) trust -= 0.0005 * wrong[one]! * row.given[one]!
      }
      row.signs.forEach((sign, nth) => {
        const value = row.values[nth]!
        for (let one = 0; one < many; one++) {
          const cell = sign * many + one
          const pull = wrong[one]! * value + holds[sign]! * weights[cell]!
          moved[cell]! += pull * pull
          weights[cell]! -= (stride * pull) / Math.sqrt(moved[cell]!)
        }
      })
    }
  return {
    classes,
    bias: [...bias],
    trust,
    weights: new Map(
      signs.map((sign, at) => [
        sign,
        Float32Array.from({ length: 2 * many }, (_, cell) =>
          cell % 2 === 0 ? cell / 2 : weights[at * many + (cell - 1) / 2]!,
        ),
      ]),
    ),
  }
}

/** The numbers below `count`, each once, in another order each round. */
function* mixed(count: number, round: number): Generator<number> {
  const step = [7919, 7907, 7901].find((prime) => count % prime !== 0)!
  for (let at = 0; at < count; at++) yield (at * step + round * 104_729) % count
}

function toShares(scores: Float64Array) {
  const most = Math.max(...scores)
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp(scores[at]! - most)
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum
}
