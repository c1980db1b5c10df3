// Labelled examples invented for this product (data/reading/examples), as what models learn from. For scripts and tests.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cleanText } from '../clean-text.ts'
import { type Kind, isProblem, kindSigns, signsForModel } from '../find-kind.ts'
import { findPlaces } from '../find-places.ts'
import type { Example } from './learn-linear.ts'
import { lexicalSphere } from '../lexical-sphere.ts'
import type { Lexicon } from '../lexicon.ts'
import type { NameList } from '../name-list.ts'
import { namesShown } from '../names-shown.ts'
import { maskedClean, personalIn, personalSpans } from '../personal-data.ts'
import { PlaceNames } from '../place-names.ts'
import { placedWords } from '../placed-words.ts'
import { shippedKnowledge } from '../read-knowledge.ts'
import { sphereSigns } from './sphere-signs.ts'
import { wordsOf } from '../words-of.ts'

export type Labelled = { readonly sphere: string; readonly kind: Kind; readonly text: string }

const folder = join(shippedKnowledge, 'examples')
const filesOf = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'))

/** All examples; the first line of each file names its columns. */
export const readLabelled = (): Labelled[] =>
  filesOf().flatMap((file) => {
    const [head, ...lines] = file.trim().split('\n')
    const columns = head!.split('\t')
    return lines.map((line) => {
      const cells = line.split('\t')
      const cell = (name: string) => cells[columns.indexOf(name)]!
      return { sphere: cell('sphere'), kind: cell('kind') as Kind, text: withoutMarks(cell('text')) }
    })
  })

/** Another one when any example is. */
export function examplesVersion(): string {
  const hash = createHash('sha256')
  for (const file of filesOf()) hash.update(file)
  return hash.digest('base64url').slice(0, 16)
}

/** Personal data are marked in the files of districts: `⟦phone|8 700 …⟧`. */
export const withoutMarks = (text: string): string => text.replace(/⟦\w+\|([^⟧]*)⟧/g, '$1')

export type Examples = { readonly spheres: readonly Example[]; readonly kinds: readonly Example[] }

/** What models are to learn: the signs of each text as `readRequest` sees them, names of places learnt from all of them. */
export function examplesOf(
  labelled: readonly Labelled[],
  { lexicon, names }: { readonly lexicon: Lexicon; readonly names: NameList },
): Examples {
  const places = new PlaceNames()
  for (const { text } of labelled) places.observe(namesShown(cleanText(text).text, lexicon))
  const spheres: Example[] = []
  const kinds: Example[] = []
  for (const { sphere, kind, text } of labelled) {
    const clean = cleanText(text).text
    const words = wordsOf(clean)
    const { isPlace, hits } = placedWords(words, findPlaces(words, clean, places), lexicon)
    const { scores, evidence } = lexicalSphere(words, hits)
    const spans = personalSpans(clean, words, names, isPlace)
    const isPersonal = personalIn(spans)
    const plain = words.filter((word) => !isPersonal(word))
    const signs = kindSigns(maskedClean(clean, spans), plain, evidence[0]?.score ?? 0)
    kinds.push({ name: kind, signs: signsForModel(signs, plain) })
    if (isProblem(kind))
      spheres.push({
        name: sphere,
        signs: sphereSigns(words, evidence, (at) => isPlace(at) || isPersonal(words[at]!)),
        given: scores,
      })
  }
  return { spheres, kinds }
}
