// The requests invented for this product as examples of kinds: their signs, read as `readRequest` reads them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanText } from './clean-text.ts'
import { type Kind, kindSigns } from './find-kind.ts'
import { findSphere } from './find-sphere.ts'
import type { KindExample } from './learn-kinds.ts'
import { readKnowledge } from './read-knowledge.ts'
import { wordsOf } from './words-of.ts'

export function kindExamples(): KindExample[] {
  const { lexicon } = readKnowledge()
  const [head = '', ...lines] = readFileSync(join(import.meta.dirname, 'invented-requests.tsv'), 'utf8')
    .trim()
    .split('\n')
  const column = (name: string) => head.split('\t').indexOf(name)
  // The later sets judge kinds and teach none.
  const examples = lines.filter((line) => /^(?:single|district|city|steppe)\t/.test(line))
  return examples.map((line) => {
    const cells = line.split('\t')
    const { text } = cleanText(cells[column('text')]!)
    const words = wordsOf(text)
    const { evidence } = findSphere(words, lexicon.hits(words))
    return {
      kind: cells[column('kind')] as Kind,
      signs: kindSigns(text, words, evidence[0]?.score ?? 0),
    }
  })
}
