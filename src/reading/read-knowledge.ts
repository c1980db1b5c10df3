// What the product knows about words, names and places: the files it ships, and those an office adds.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Knowledge } from './analyse-requests.ts'
import { makeNameList } from './name-list.ts'
import { makeLexicon } from './lexicon.ts'

/** The folder that ships with the product. */
export const shippedKnowledge = resolve(import.meta.dirname, '../../data/reading')

export type ShippedKnowledge = Pick<Knowledge, 'lexicon' | 'names'> & {
  /** Another one when any word of the files or any line of this room is: what was read before may be read otherwise now. */
  readonly version: string
}

/**
 * Reads `concepts.yaml` and `names.yaml` of the shipped folder, then those of the folders given, which add to them.
 * Throws a fault that names the file or concept when a file is not of its form.
 */
export function readKnowledge(more: readonly string[] = []): ShippedKnowledge {
  const texts = (file: string) =>
    [shippedKnowledge, ...more]
      .map((folder) => join(folder, file))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'))
  const [concepts, names] = [texts('concepts.yaml'), texts('names.yaml')]
  return {
    lexicon: makeLexicon(concepts),
    names: makeNameList(names),
    version: versionOf([...concepts, ...names]),
  }
}

/** Of the words, of the code that reads, and of the packages that it leans on. */
function versionOf(texts: readonly string[]): string {
  const own = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .toSorted()
    .map((file) => join(import.meta.dirname, file))
  const packages = resolve(import.meta.dirname, '../../package.json')
  const hash = createHash('sha256')
  for (const text of [...texts, ...[...own, packages].map((path) => readFileSync(path, 'utf8'))])
    hash.update(`${text.length} ${text}`)
  return hash.digest('base64url').slice(0, 16)
}
