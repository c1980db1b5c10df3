// The official classifier of territorial units (KATO): which of its rows are units, of what kind, under which parent.
import type { Text } from '#kernel'
import {
  type Level,
  type SourceRule,
  type SourceType,
  codesAbove,
  isAbove,
  levelOf,
  levels,
  parentKinds,
  sourceTypes,
} from './source-type.ts'
import { englishName, englishShortName } from './romanise.ts'
import { type Unit, type UnitCode, type UnitKind, isRegion, isUnitCode } from './unit.ts'

/** Cities whose code begins so are the capital. */
const capital = '71'

/** A unit as a register tells it: without the days, which the import gives. */
export type RegisterUnit = Omit<Unit, 'from' | 'to'>

/** One row of a register file, whatever its layout; absent columns are `undefined` and found by rule. */
export type RegisterRow = {
  readonly file: string
  /** Line of the text file or row of the sheet, from 1. */
  readonly line: number
  readonly code: string
  readonly parent: string | undefined
  readonly level: string | undefined
  readonly type: string | undefined
  readonly akim: string | undefined
  readonly name: Omit<Text, 'en'>
  readonly short: Omit<Text, 'en'>
}

/** Why a row was refused: a business name and its facts; the words are the face's. */
export type RowReason =
  | { code: 'bad-code'; given: string }
  | { code: 'duplicate-code'; firstLine: number }
  | { code: 'empty-name' }
  | { code: 'name-too-long'; length: number }
  | { code: 'control-character' }
  | { code: 'unknown-type'; given: string }
  | { code: 'level-contradicts-code'; given: string; byCode: Level }
  | { code: 'type-not-at-level'; type: string; level: Level }
  | { code: 'akim-contradicts-type'; type: string; akim: string }
  | { code: 'parent-missing'; parent: string }
  | { code: 'parent-not-above'; parent: string }
  | { code: 'parent-refused'; parent: string }
  | { code: 'parent-impossible'; kind: UnitKind; parentKind: UnitKind | null }
  | { code: 'wrong-number-of-cells'; cells: number; columns: number }
  | { code: 'broken-quotes' }
  | { code: 'row-too-long' }
  | { code: 'code-contradicts-parts'; given: string; parts: string }
export type RefusedRow = {
  readonly file: string
  readonly line: number
  readonly unit: string
  readonly reason: RowReason
}

const longestName = 200

/**
 * Turns rows of a register into units; a refused row is reported and stops only what stands under it.
 *
 * Units come parents first. Where the file names no parent, it is the nearest unit above by the code.
 */
export function unitsOf(rows: readonly RegisterRow[]): { units: RegisterUnit[]; refused: RefusedRow[] } {
  const byCode = new Map<string, RegisterRow>()
  const refused: RefusedRow[] = []
  const no = (row: RegisterRow, reason: RowReason) =>
    void refused.push({ file: row.file, line: row.line, unit: row.code.slice(0, 20), reason })

  for (const row of rows) {
    const first = byCode.get(row.code)
    if (!isUnitCode(row.code) || row.code.startsWith('00'))
      no(row, { code: 'bad-code', given: row.code.slice(0, 20) })
    else if (first) no(row, { code: 'duplicate-code', firstLine: first.line })
    else byCode.set(row.code, row)
  }

  const taken = new Map<string, RegisterUnit>()
  const parentFirst = [...byCode.values()].sort((a, b) => depth(a) - depth(b) || (a.code < b.code ? -1 : 1))
  for (const row of parentFirst) {
    const parent = row.parent ?? nearestAbove(row.code, byCode)
    const fault = faultOf(row) ?? faultOfParent(row, parent, byCode, taken)
    const unit = fault ? undefined : unitOf(row, parent, byCode)
    const reason = fault ?? (unit && faultOfKind(unit, taken))
    if (reason) no(row, reason)
    else if (unit) taken.set(unit.code, unit)
  }
  refused.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
  return { units: [...taken.values()], refused }
}

const depth = (row: RegisterRow) => levels.indexOf(levelOf(row.code))

/** What is wrong with a row taken by itself. */
function faultOf({ code, level, type, akim, name, short }: RegisterRow): RowReason | undefined {
  const byCode = levelOf(code)
  if (level !== undefined && level !== byCode) return { code: 'level-contradicts-code', given: level, byCode }
  for (const text of [name.kk, name.ru, short.kk, short.ru]) {
    if (text === '') return { code: 'empty-name' }
    if (text.length > longestName) return { code: 'name-too-long', length: text.length }
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u.test(text)) return { code: 'control-character' }
  }
  if (!isSourceType(type)) return { code: 'unknown-type', given: (type ?? '').slice(0, 40) }
  const rule: SourceRule = sourceTypes[type]
  if (!rule.at.includes(byCode)) return { code: 'type-not-at-level', type, level: byCode }
  if (akim !== undefined && (akim === '' ? !rule.plain : akim !== rule.headed?.akim))
    return { code: 'akim-contradicts-type', type, akim: akim.slice(0, 40) }
  return undefined
}

const isSourceType = (type: string | undefined): type is SourceType =>
  type !== undefined && Object.hasOwn(sourceTypes, type)

function faultOfParent(
  row: RegisterRow,
  parent: string,
  byCode: ReadonlyMap<string, RegisterRow>,
  taken: ReadonlyMap<string, RegisterUnit>,
): RowReason | undefined {
  if (parent === '') return undefined
  if (!isUnitCode(parent) || !isAbove(parent, row.code))
    return { code: 'parent-not-above', parent: parent.slice(0, 20) }
  if (!byCode.has(parent)) return { code: 'parent-missing', parent }
  return taken.has(parent) ? undefined : { code: 'parent-refused', parent }
}

function faultOfKind(unit: RegisterUnit, taken: ReadonlyMap<string, RegisterUnit>): RowReason | undefined {
  const parentKind = unit.parent === null ? null : taken.get(unit.parent)!.kind
  const fits = parentKind === null ? isRegion(unit.kind) : parentKinds[unit.kind].includes(parentKind)
  return fits ? undefined : { code: 'parent-impossible', kind: unit.kind, parentKind }
}

/** The nearest code above that the file holds, refused or not; empty when there is none. */
const nearestAbove = (code: string, byCode: ReadonlyMap<string, RegisterRow>): string =>
  codesAbove(code).find((above) => byCode.has(above)) ?? ''

function unitOf(row: RegisterRow, parent: string, byCode: ReadonlyMap<string, RegisterRow>): RegisterUnit {
  const type = row.type as SourceType
  const rule: SourceRule = sourceTypes[type]
  const byRule = !rule.plain || (rule.headedUnder ?? []).includes(byCode.get(parent)?.type ?? '')
  const hasAkim = row.akim === undefined ? rule.headed !== undefined && byRule : row.akim !== ''
  const found = hasAkim ? rule.headed!.kind : rule.plain!
  const kind = found === 'republican-city' && row.code.startsWith(capital) ? 'capital' : found
  return {
    code: row.code as UnitCode,
    parent: parent === '' ? null : (parent as UnitCode),
    kind,
    name: { ...row.name, en: englishName(kind, type, row.short.kk, row.name.kk) },
    short: { ...row.short, en: englishShortName(row.short.kk) },
    hasAkim,
  }
}
