// The territory and its offices from a file: the official classifier (CSV, XLSX), or JSON Lines of units and offices.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Result, done, refuse } from '#kernel'
import { type FactRefusal, type OfficeInput, type PlaceInput, readCase } from '#law'
import {
  type Unit,
  type UnitCode,
  type UnitKind,
  akimOffice,
  akimPost,
  isUnitCode,
  readRegisterFile,
  unitsOf,
} from '#territory'
import { fileWords } from './import-words.ts'

export type RegisterRead = {
  readonly territory: readonly PlaceInput[]
  readonly offices: readonly OfficeInput[]
  /** What a unit is called, where the file says so. */
  readonly names: ReadonlyMap<UnitCode, string>
  /** Rows of the classifier that are no units. */
  readonly refused: number
}

/** Reads a register; the refusal is a sentence that names file and place. Akims stand at their units where no office is given. */
export function readRegister(path: string): Result<RegisterRead, string> {
  const name = basename(path)
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return refuse(`${path}: cannot be read`)
  }
  return /\.(jsonl|ndjson)$/.test(name) ? ofLines(name, bytes.toString('utf8')) : ofClassifier(name, bytes)
}

/** Several files as one register: what a later one holds adds to the others or replaces it. */
export function readRegisters(paths: readonly string[]): Result<RegisterRead, string> {
  const territory = new Map<string, PlaceInput>()
  const offices = new Map<string, OfficeInput>()
  const names = new Map<UnitCode, string>()
  let refused = 0
  for (const path of paths) {
    const read = readRegister(path)
    if (!read.ok) return read
    refused += read.value.refused
    for (const unit of read.value.territory) territory.set(unit.code, unit)
    for (const office of read.value.offices) offices.set(office.id, office)
    for (const [code, called] of read.value.names) names.set(code, called)
  }
  return done({ territory: [...territory.values()], offices: [...offices.values()], names, refused })
}

function ofClassifier(name: string, bytes: Buffer): Result<RegisterRead, string> {
  const file = readRegisterFile(name, bytes)
  if (!file.ok) return refuse(fileWords(file.refusal))
  const { units, refused } = unitsOf(file.value.rows)
  return done({
    territory: units.map(({ code, parent, kind }) => ({ code, parent, kind })),
    offices: units.flatMap(akimOf),
    names: new Map(units.map(({ code, name: of }) => [code, of.en])),
    refused: refused.length + file.value.refused.length,
  })
}

const akimOf = (unit: Pick<Unit, 'code' | 'kind' | 'hasAkim'>): OfficeInput[] => {
  const post = akimPost(unit)
  return post ? [{ id: akimOffice(unit.code), post, unit: unit.code }] : []
}

type Line = { readonly line: number; readonly value: Record<string, unknown> }

function ofLines(name: string, text: string): Result<RegisterRead, string> {
  const lines = readLines(name, text)
  if (!lines.ok) return lines
  const units = lines.value.filter(({ value }) => !('post' in value))
  const offices = lines.value.filter(({ value }) => 'post' in value)
  const read = readCase({
    id: 'register',
    as_of: '2000-01-01',
    territory: units.map(({ value }) => value),
    offices: offices.map(({ value }) => value),
    facts: [],
  })
  if (!read.ok) return refuse(`${name} ${placeOf(read.refusal, { territory: units, offices })}`)
  const { territory } = read.value
  const kinds = new Map(territory.map(({ code, kind }) => [code, kind]))
  const hasAkim = (unit: PlaceInput, i: number) => {
    const said = units[i]!.value['hasAkim']
    return typeof said === 'boolean' ? said : akimByRule(unit.kind, unit.parent && kinds.get(unit.parent))
  }
  return done({
    territory,
    offices:
      offices.length > 0
        ? read.value.offices
        : territory.flatMap((unit, i) => akimOf({ ...unit, hasAkim: hasAkim(unit, i) })),
    names: new Map(
      units.flatMap(({ value: { code, name: of } }) => {
        const called = typeof of === 'string' ? of : (of as { en?: unknown } | undefined)?.en
        return isUnitCode(code) && typeof called === 'string' ? [[code, called] as const] : []
      }),
    ),
    refused: 0,
  })
}

/** A village inside an okrug or a city has no akim of its own. */
const akimByRule = (kind: UnitKind, above: UnitKind | null | undefined): boolean =>
  kind !== 'village' || above === 'district'

function readLines(name: string, text: string): Result<Line[], string> {
  const lines: Line[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return refuse(`${name} line ${i + 1}: not JSON`)
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse(`${name} line ${i + 1}: not an object`)
    lines.push({ line: i + 1, value: value as Record<string, unknown> })
  }
  return done(lines)
}

/** `/territory/3/kind not-allowed` as `line 4: /kind not-allowed`. */
function placeOf(
  { pointer, reason, found }: FactRefusal,
  lists: Readonly<Record<string, readonly Line[]>>,
): string {
  const [, list = '', index = '', ...member] = pointer.split('/')
  const line = lists[list]?.[Number(index)]?.line
  return `${line === undefined ? '' : `line ${line}: `}/${member.join('/')} ${reason}${found ? ` (${found})` : ''}`
}
