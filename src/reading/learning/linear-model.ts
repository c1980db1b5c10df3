// A linear model: how much each sign of a text speaks for each class. Sums that can be read in a file and shown to people.

/** How strongly each sign is there. */
export type Signs = ReadonlyMap<string, number>

export type LinearModel = {
  readonly classes: readonly string[]
  readonly bias: readonly number[]
  /** What one point that the caller gives a class by itself is worth beside the signs. */
  readonly trust: number
  /** Of a sign: number of a class, what it speaks for it, number of the next class, … */
  readonly weights: ReadonlyMap<string, Float32Array>
}

const none = new Float32Array()

/** The score of each class; `given` are points that the caller has for classes before any sign. */
export function scoresOf(
  model: LinearModel,
  signs: Signs,
  given?: ReadonlyMap<string, number>,
): Map<string, number> {
  const sums = Float64Array.from(model.bias)
  for (const [sign, value] of signs) {
    const weights = model.weights.get(sign) ?? none
    for (let at = 0; at < weights.length; at += 2) sums[weights[at]!]! += value * weights[at + 1]!
  }
  const scores = new Map(model.classes.map((name, at) => [name, sums[at]!]))
  for (const [name, points] of given ?? []) scores.set(name, (scores.get(name) ?? 0) + model.trust * points)
  return scores
}

/** What a sign speaks for a class; 0 where it says nothing of it. */
export function weightOf(model: LinearModel, sign: string, name: string): number {
  const weights = model.weights.get(sign) ?? none
  const number = model.classes.indexOf(name)
  for (let at = 0; at < weights.length; at += 2) if (weights[at] === number) return weights[at + 1]!
  return 0
}

/** Scores as shares that add up to 1, the largest first. */
export function sharesOf(scores: ReadonlyMap<string, number>): [string, number][] {
  const most = Math.max(...scores.values())
  const powers = [...scores].map(([name, score]) => [name, Math.exp(score - most)] as [string, number])
  const sum = powers.reduce((all, [, power]) => all + power, 0)
  return powers
    .map(([name, power]) => [name, power / sum] as [string, number])
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/**
 * Reads a model as `writeModel` writes it: a line of classes, of biases, of trust, then a line for each sign with numbers of
 * classes and weights in hundredths. Throws a fault that names the line that is not of that form.
 */
export function readModel(text: string): LinearModel {
  const [classes, bias, trust, ...lines] = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  const fault = (line: string) => new Error(`learnt model: the line of ${line} is not of its form`)
  if (classes?.[0] !== 'classes' || bias?.[0] !== 'bias' || trust?.[0] !== 'trust') throw fault('classes')
  const hundredths = (cell: string) => Number(cell) / 100
  const weights = new Map<string, Float32Array>()
  for (const [sign, ...cells] of lines) {
    const row = Float32Array.from(cells, (cell, at) => (at % 2 === 0 ? Number(cell) : hundredths(cell)))
    if (row.length % 2 === 1 || row.some((number) => Number.isNaN(number))) throw fault(sign!)
    weights.set(sign!, row)
  }
  return {
    classes: classes.slice(1),
    bias: bias.slice(1).map(hundredths),
    trust: hundredths(trust[1]!),
    weights,
  }
}

/** A model as text; a weight below `least` is left out. `about`: lines of comment before it. */
export function writeModel(model: LinearModel, least: number, about: readonly string[]): string {
  const hundredths = (value: number) => String(Math.round(value * 100) + 0)
  const lines = [...model.weights]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([sign, row]) => {
      const cells: string[] = []
      for (let at = 0; at < row.length; at += 2)
        if (Math.abs(row[at + 1]!) >= least) cells.push(String(row[at]), hundredths(row[at + 1]!))
      return cells.length === 0 ? [] : [[sign, ...cells].join('\t')]
    })
  return [
    ...about.map((line) => `# ${line}`),
    ['classes', ...model.classes].join('\t'),
    ['bias', ...model.bias.map(hundredths)].join('\t'),
    ['trust', hundredths(model.trust)].join('\t'),
    ...lines,
    '',
  ].join('\n')
}
