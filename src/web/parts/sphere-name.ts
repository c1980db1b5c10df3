// Names of spheres: as they stand in a sentence, and as they begin a line.
import { spheres } from '#calendar'
import type { Here } from '../here.ts'

/** What no list knows goes by the name of "other". */
export const sphereName = ({ words }: Pick<Here, 'words'>, sphere: string): string =>
  words.schedule.spheres[spheres.find((one) => one === sphere) ?? 'other']

export function sphereTitle(here: Pick<Here, 'words'>, sphere: string): string {
  const name = sphereName(here, sphere)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
