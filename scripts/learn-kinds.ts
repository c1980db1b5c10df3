// Learns the weights of kinds from the invented requests and writes src/reading/kind-weights.ts (node scripts/learn-kinds.ts).
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindBeliefs } from '../src/reading/kind-beliefs.ts'
import { kindExamples } from '../src/reading/kind-examples.ts'
import { learnKinds } from '../src/reading/learn-kinds.ts'

const weights = learnKinds(kindExamples(), kindBeliefs)
const lines = Object.entries(weights).map(
  ([kind, signs]) =>
    `  ${kind}: {\n${Object.entries(signs)
      .map(([sign, weight]) => `    ${sign}: ${weight},\n`)
      .join('')}  },\n`,
)
writeFileSync(
  join(import.meta.dirname, '../src/reading/kind-weights.ts'),
  `// How much each sign speaks for each kind. Written by scripts/learn-kinds.ts: change kind-beliefs.ts or the examples instead.
import type { KindWeights } from './kind-beliefs.ts'

export const kindWeights: KindWeights = {
${lines.join('')}}
`,
)
