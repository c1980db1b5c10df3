// Names of spheres: as they stand in a sentence, and as they begin a line.
import { readSphereNames } from '#reading'
import type { Here } from '../here.ts'

const names = readSphereNames()

/** What no list knows goes by the name of "other". */
export const sphereName = ({ language }: Pick<Here, 'language'>, sphere: string): string =>
  (names.get(sphere) ?? names.get('other'))?.[language] ?? sphere

export function sphereTitle(here: Pick<Here, 'language'>, sphere: string): string {
  const name = sphereName(here, sphere)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
