// The mappings that the product ships, by name.
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Mapping, readMapping } from './mapping.ts'

const folder = join(import.meta.dirname, '../../../data/import-mappings')

/** By the names of their files; throws when one of them cannot be read. */
export function shippedMappings(): ReadonlyMap<string, Mapping> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .toSorted()
      .map((file) => {
        const read = readMapping(readFileSync(join(folder, file), 'utf8'))
        if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.refusal)}`)
        return [basename(file, '.yaml'), read.value] as const
      }),
  )
}
