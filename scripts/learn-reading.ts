// Learns the models of reading from the examples and writes them: node scripts/learn-reading.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplesOf, examplesVersion, readLabelled } from '../src/reading/learning/examples.ts'
import { kinds } from '../src/reading/find-kind.ts'
import { learnLinear } from '../src/reading/learning/learn-linear.ts'
import { writeModel } from '../src/reading/learning/linear-model.ts'
import { shippedKnowledge, shippedWords } from '../src/reading/read-knowledge.ts'

/** Weights below this are not worth a place in the file. */
const least = 0.1

const words = shippedWords()
const examples = examplesOf(readLabelled(), words)
const models = {
  spheres: learnLinear(examples.spheres, words.lexicon.spheres.toSorted()),
  kinds: learnLinear(examples.kinds, kinds),
}

const folder = join(shippedKnowledge, 'learnt')
mkdirSync(folder, { recursive: true })
for (const [name, model] of Object.entries(models))
  writeFileSync(
    join(folder, `${name}.tsv`),
    writeModel(model, least, [
      `Written by scripts/learn-reading.ts of ${examples.kinds.length} examples, ${examplesVersion()}.`,
      'A line: a sign of a text, then numbers of classes, each with what the sign speaks for it in hundredths.',
    ]),
  )
