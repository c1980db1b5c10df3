// What the product knows about words, names and places: the files it ships, and those an office adds.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Knowledge } from './analyse-requests.ts'
import { makeNameList } from './name-list.ts'
import { makeLexicon } from './lexicon.ts'

/** The folder that ships with the product. */
export const shippedKnowledge = resolve(import.meta.dirname, '../../data/reading')

/**
 * Reads `concepts.yaml` and `names.yaml` of the shipped folder, then those of the folders given, which add to them.
 * Throws a fault that names the file or concept when a file is not of its form.
 */
export function readKnowledge(more: readonly string[] = []): Pick<Knowledge, 'lexicon' | 'names'> {
  const texts = (file: string) =>
    [shippedKnowledge, ...more]
      .map((folder) => join(folder, file))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'))
  return { lexicon: makeLexicon(texts('concepts.yaml')), names: makeNameList(texts('names.yaml')) }
}
