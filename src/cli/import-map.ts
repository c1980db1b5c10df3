// `kezdesu import points|borders FILE…`: where units lie and what maps draw, all that can be taken, the rest by name.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type MapImport, type Storage, importBorders, importPoints } from '#flows'
import { type Instant, type Result, done, refuse } from '#kernel'
import {
  type NamedArea,
  type PointRow,
  type RefusedArea,
  type RefusedPoint,
  firstOfEach,
  largestBorderFile,
  largestFile,
  readBorders,
  readPointFile,
} from '#territory'
import { areaWords, borderFileWords, fileWords, matchWords, number, pointWords } from './import-words.ts'
import { readGivenFile } from './read-given-file.ts'

/** `source` is how a map has to name those it was had from; without it the names of the files. */
export type MapWish = { readonly files: readonly string[]; readonly source: string | undefined }

type World = {
  readonly at: Instant
  readonly newId: () => string
  readonly newSalt: () => string
  readonly print: (line: string) => void
}

/** Lines of one kind before the rest is only counted: a register that is not there yet refuses every row. */
const mostLines = 40

/** Imports what can be taken; the exit code is 1 when that was nothing. */
export async function importPointFiles(storage: Storage, wish: MapWish, world: World): Promise<0 | 1> {
  const rows: PointRow[] = []
  const refused: RefusedPoint[] = []
  const given = readAll(wish.files, largestFile, (name, bytes) => {
    const read = readPointFile(name, bytes)
    if (!read.ok) return refuse(fileWords(read.refusal))
    rows.push(...read.value.rows)
    refused.push(...read.value.refused)
    return done(undefined)
  })
  if (!given.ok) return nothing(world, given.refusal)
  const { rows: taken, refused: doubled } = firstOfEach(rows)
  refused.push(...doubled)
  if (taken.length === 0) return nothing(world, 'no row could be taken')
  const outcome = await storage.transaction({ person: null, offices: [] }, async (stores) =>
    done(await importPoints(stores, taken, importOf(given.value, wish, world))),
  )
  if (!outcome.ok) throw new Error('an import refuses nothing')
  const { counts, unknown } = outcome.value
  tell(world, [
    ...refused.map(
      ({ file, line, unit, reason }) => `${file} line ${line}${unit && ` (${unit})`}: ${pointWords(reason)}`,
    ),
    ...unknown.map(
      ({ file, line, unit }) => `${file} line ${line} (${unit}): no unit of the register has this code`,
    ),
  ])
  const left = refused.length + unknown.length
  world.print(
    `${number(taken.length - unknown.length)} points: ${countWords(counts)}, ${number(left)} refused`,
  )
  return unknown.length === taken.length ? 1 : 0
}

/** Imports what can be taken; the exit code is 1 when that was nothing. */
export async function importBorderFiles(storage: Storage, wish: MapWish, world: World): Promise<0 | 1> {
  const areas: NamedArea[] = []
  const refused: RefusedArea[] = []
  const given = readAll(wish.files, largestBorderFile, (name, bytes) => {
    const read = readBorders(name, bytes)
    if (!read.ok) return refuse(borderFileWords(read.refusal))
    areas.push(...read.value.areas)
    refused.push(...read.value.refused)
    return done(undefined)
  })
  if (!given.ok) return nothing(world, given.refusal)
  const outcome = await storage.transaction({ person: null, offices: [] }, async (stores) =>
    done(await importBorders(stores, areas, importOf(given.value, wish, world))),
  )
  if (!outcome.ok) throw new Error('an import refuses nothing')
  const { counts, matched, unmatched, without } = outcome.value
  tell(world, [
    ...refused.map(
      ({ file, place, called, reason }) => `${file} area ${place} (${called}): ${areaWords(reason)}`,
    ),
    ...unmatched.map(
      ({ area: { file, place, names, code }, reason }) =>
        `${file} area ${place} (${names[0] ?? code}): ${matchWords(reason)}`,
    ),
    ...matched
      .filter(({ by }) => by === 'name')
      .map(
        ({ area, unit }) =>
          `${area.file} area ${area.place} (${area.names[0]}): by its name ${unit.code} ${unit.name.ru}`,
      ),
  ])
  tell(
    world,
    without.map(({ code, name }) => `no border yet: ${code} ${name.ru}`),
  )
  const left = refused.length + unmatched.length
  world.print(`${number(matched.length)} borders: ${countWords(counts)}, ${number(left)} refused`)
  return matched.length === 0 ? 1 : 0
}

type Counts = { readonly new: number; readonly changed: number; readonly same: number }
const countWords = ({ new: fresh, changed, same }: Counts): string =>
  `${number(fresh)} new, ${number(changed)} changed, ${number(same)} the same`

type Given = MapImport['files']

function readAll(
  paths: readonly string[],
  limit: number,
  take: (name: string, bytes: Buffer) => Result<void, string>,
): Result<Given, string> {
  const given: Given[number][] = []
  for (const path of paths) {
    const bytes = readGivenFile(path, limit)
    if (!bytes.ok) return bytes
    const taken = take(basename(path), bytes.value)
    if (!taken.ok) return taken
    given.push({ name: basename(path), sha256: createHash('sha256').update(bytes.value).digest('hex') })
  }
  return done(given)
}

const importOf = (files: Given, { source }: MapWish, { at, newId, newSalt }: World): MapImport => ({
  files,
  source: source ?? files.map(({ name }) => name).join(', '),
  at,
  newId,
  newSalt,
})

function nothing({ print }: World, why: string): 1 {
  print(`${why}; nothing was imported`)
  return 1
}

function tell({ print }: World, lines: readonly string[]): void {
  for (const line of lines.slice(0, mostLines)) print(line)
  if (lines.length > mostLines) print(`… and ${number(lines.length - mostLines)} more`)
}
