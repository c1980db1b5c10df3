// What the product knows about words, names and places: the files it ships, and those an office adds.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Knowledge } from './analyse-requests.ts'
import { makeNameList } from './name-list.ts'
import { makeLexicon } from './lexicon.ts'
import { type LinearModel, readModel } from './learning/linear-model.ts'

/** The folder that ships with the product. */
export const shippedKnowledge = resolve(import.meta.dirname, '../../data/reading')

/** What `scripts/learn-reading.ts` has learnt of labelled examples. */
export type Learnt = { readonly spheres: LinearModel; readonly kinds: LinearModel }

export type ShippedKnowledge = Pick<Knowledge, 'lexicon' | 'names' | 'learnt'> & {
  /** Another one when any word of the files or any line of this room is: what was read before may be read otherwise now. */
  readonly version: string
}

const textsOf = (file: string, folders: readonly string[]): string[] =>
  folders
    .map((folder) => join(folder, file))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'))

/** Words and names alone: what models are learnt with. */
export const shippedWords = (folders: readonly string[] = [shippedKnowledge]) => ({
  lexicon: makeLexicon(textsOf('concepts.yaml', folders)),
  names: makeNameList(textsOf('names.yaml', folders)),
})

/**
 * Reads `concepts.yaml` and `names.yaml` of the shipped folder, then those of the folders given, which add to them.
 * Throws a fault that names the file or concept when a file is not of its form.
 */
export function readKnowledge(more: readonly string[] = []): ShippedKnowledge {
  const folders = [shippedKnowledge, ...more]
  const [concepts, names] = [textsOf('concepts.yaml', folders), textsOf('names.yaml', folders)]
  const [spheres, kinds] = ['spheres', 'kinds'].map((name) =>
    readFileSync(join(shippedKnowledge, 'learnt', `${name}.tsv`), 'utf8'),
  ) as [string, string]
  return {
    lexicon: makeLexicon(concepts),
    names: makeNameList(names),
    learnt: { spheres: readModel(spheres), kinds: readModel(kinds) },
    version: versionOf([...concepts, ...names, spheres, kinds]),
  }
}

/** Of the words, of the code that reads, and of the packages that it leans on. */
function versionOf(texts: readonly string[]): string {
  const own = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .toSorted()
    .map((file) => join(import.meta.dirname, file))
  const packages = resolve(import.meta.dirname, '../../package.json')
  const hash = createHash('sha256')
  for (const text of [...texts, ...[...own, packages].map((path) => readFileSync(path, 'utf8'))])
    hash.update(`${text.length} ${text}`)
  return hash.digest('base64url').slice(0, 16)
}
