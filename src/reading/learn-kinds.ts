// The weights of kinds, learnt from labelled examples: they leave the beliefs only as far as examples pull them.
import { type Kind, type Sign, kinds } from './find-kind.ts'
import type { KindWeights } from './kind-beliefs.ts'

export type KindExample = { readonly kind: Kind; readonly signs: ReadonlyMap<Sign, number> }

/** How strongly a weight is held to its belief, beside the mean of what the examples want. */
const hold = 0.1
const rounds = 400
const stride = 0.5

/**
 * Multinomial logistic regression by plain descent from the beliefs, quadratic in the distance from them. No chance is in
 * it: the same examples give the same weights, rounded to hundredths; those below a twentieth are left out.
 */
export function learnKinds(examples: readonly KindExample[], beliefs: KindWeights): KindWeights {
  const signs = [
    ...new Set([
      ...kinds.flatMap((kind) => Object.keys(beliefs[kind])),
      ...examples.flatMap((example) => [...example.signs.keys()]),
    ]),
  ].toSorted() as ('bias' | Sign)[]
  const start = kinds.map((kind) => Float64Array.from(signs, (sign) => beliefs[kind][sign] ?? 0))
  const weights = start.map((row) => Float64Array.from(row))
  const rows = examples.map(({ kind, signs: there }) => ({
    kind: kinds.indexOf(kind),
    values: [...there, ['bias' as const, 1] as const].map(
      ([sign, value]) => [signs.indexOf(sign), value] as const,
    ),
  }))
  for (let round = 0; round < rounds; round++) {
    const pull = weights.map((row) => new Float64Array(row.length))
    for (const { kind, values } of rows) {
      const shares = sharesOf(
        weights.map((row) => values.reduce((sum, [at, value]) => sum + row[at]! * value, 0)),
      )
      shares.forEach((share, one) => {
        const wrong = share - (one === kind ? 1 : 0)
        for (const [at, value] of values) pull[one]![at]! += wrong * value
      })
    }
    weights.forEach((row, one) =>
      row.forEach((weight, at) => {
        row[at] = weight - stride * (pull[one]![at]! / rows.length + hold * (weight - start[one]![at]!))
      }),
    )
  }
  return Object.fromEntries(
    kinds.map((kind, one) => [
      kind,
      Object.fromEntries(
        signs
          .map((sign, at) => [sign, Math.round(weights[one]![at]! * 100) / 100 + 0] as const)
          .filter(([sign, weight]) => sign === 'bias' || Math.abs(weight) >= 0.05)
          .toSorted(([one], [other]) => Number(other === 'bias') - Number(one === 'bias')),
      ),
    ]),
  ) as unknown as KindWeights
}

/** Scores as shares that add up to 1. */
function sharesOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}
