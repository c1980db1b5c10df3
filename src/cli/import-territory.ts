// `kezdesu import territory FILE…`: reads the classifier, says what it refused and why, imports all the rest at once.
import { basename } from 'node:path'
import type { Storage } from '#flows'
import { type LocalDate, parseLocalDate } from '#kernel'
import {
  type RefusedRow,
  type RegisterRow,
  importRegister,
  largestFile,
  readRegisterFile,
  unitsOf,
} from '#territory'
import { fileWords, importWords, number, rowWords } from './import-words.ts'
import { readGivenFile } from './read-given-file.ts'

type Wish = { readonly files: readonly string[]; readonly edition: string | undefined }
type World = {
  /** The edition's day when none is given. */
  readonly today: LocalDate
  /** Milliseconds of any steady clock. */
  readonly clock: () => number
  readonly print: (line: string) => void
}

/** Imports the files as one edition; the exit code is 0 when it was imported, refused rows or not. */
export async function importTerritory(storage: Storage, wish: Wish, world: World): Promise<0 | 1> {
  const { print } = world
  const begun = world.clock()
  const edition = wish.edition === undefined ? world.today : parseLocalDate(wish.edition)
  if (!edition) {
    print(`--edition ${wish.edition}: not a day (YYYY-MM-DD); nothing was imported`)
    return 1
  }
  const read = readFiles(wish.files)
  if (!read.ok) {
    print(`${read.why}; nothing was imported`)
    return 1
  }
  const { units, refused } = unitsOf(read.rows)
  const allRefused = [...read.refused, ...refused].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  )
  const result = await storage.transaction({ person: null, offices: [] }, ({ register }) =>
    importRegister({ register }, { units, refused: allRefused.map(({ unit }) => unit), edition }),
  )
  for (const { file, line, unit, reason } of allRefused)
    print(`${file} line ${line}${unit === '' ? '' : ` (${unit})`}: ${rowWords(reason)}`)
  if (!result.ok) {
    print(`${importWords(result.refusal)}; nothing was imported`)
    return 1
  }
  const { new: fresh, changed, closed } = result.value
  const counts = `${number(fresh)} new, ${number(changed)} changed, ${number(closed)} closed`
  const seconds = ((world.clock() - begun) / 1000).toFixed(1)
  print(`${number(units.length)} units: ${counts}, ${number(allRefused.length)} refused`)
  print(`edition of ${edition}, in ${seconds} s`)
  return 0
}

type Read = { ok: true; rows: RegisterRow[]; refused: RefusedRow[] } | { ok: false; why: string }

function readFiles(files: readonly string[]): Read {
  const rows: RegisterRow[] = []
  const refused: RefusedRow[] = []
  for (const path of files) {
    const bytes = readGivenFile(path, largestFile)
    if (!bytes.ok) return { ok: false, why: bytes.refusal }
    const file = readRegisterFile(basename(path), bytes.value)
    if (!file.ok) return { ok: false, why: fileWords(file.refusal) }
    rows.push(...file.value.rows)
    refused.push(...file.value.refused)
  }
  return { ok: true, rows, refused }
}
