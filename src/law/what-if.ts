// The law in force against the law as a draft would make it, for one year: what is owed, who would comply, norm by norm.
import type { LocalDate } from '#kernel'
import type { OfficeId, Post, UnitCode } from '#territory'
import type { NormId, Provision } from './act.ts'
import type { Law } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { meetingsOwed } from './meetings-owed.ts'
import type { Verdict, VerdictWord } from './verdict.ts'
import type { World } from './world.ts'

/** A number under the law in force, and under the draft. */
export type Compared = { readonly now: number; readonly drafted: number }

export type Owed = Compared & {
  /** Null for offices of the centre. */
  readonly region: UnitCode | null
  readonly post: Post
  readonly offices: number
}

export type NormChange = {
  /** The norm in force, and what would stand in its place; one of the two may be lacking. */
  readonly was: NormId | null
  readonly becomes: NormId | null
  readonly how: 'ended' | 'new' | 'replaced' | 'restored' | 'read-otherwise'
  /** Members of the rule that differ, as paths. */
  readonly members: readonly { readonly path: string; readonly was: unknown; readonly becomes: unknown }[]
  /** Results on the given facts; null without facts. */
  readonly verdicts: { readonly now: Counts; readonly drafted: Counts } | null
}
export type Counts = Partial<Record<VerdictWord, number>>

export type Compliance = {
  readonly byPost: readonly (Compared & { readonly post: Post; readonly offices: number })[]
  /** Offices that would begin to comply, and that would cease to. */
  readonly gained: readonly OfficeId[]
  readonly lost: readonly OfficeId[]
}

export type WhatIf = {
  readonly year: number
  readonly asOf: LocalDate | null
  readonly owed: readonly Owed[]
  readonly norms: readonly NormChange[]
  readonly compliance: Compliance | null
}

/**
 * Compares the two laws over a year of one world. With `asOf` the facts of the world are judged too: an office complies
 * if no result of the norms that differ is missed or late by then.
 */
export function whatIf(
  base: Law,
  draft: Law,
  world: World,
  { year, asOf = null }: { readonly year: number; readonly asOf?: LocalDate | null },
): WhatIf {
  const changes = changesOf(base, draft, year)
  const judged = (law: Law, ids: readonly (NormId | null)[]): Verdict[] =>
    asOf ? evaluate(law, world, { asOf, year, norms: ids.filter((id) => id !== null) }) : []
  const now = judged(
    base,
    changes.map(({ was }) => was),
  )
  const drafted = judged(
    draft,
    changes.map(({ becomes }) => becomes),
  )
  const [before, after] = [countsOf(now), countsOf(drafted)]
  return {
    year,
    asOf,
    owed: owedOf(base, draft, world, year),
    norms: changes.map((change) => ({
      ...change,
      verdicts: asOf
        ? { now: before.get(change.was ?? '') ?? {}, drafted: after.get(change.becomes ?? '') ?? {} }
        : null,
    })),
    compliance: asOf ? complianceOf(world, now, drafted) : null,
  }
}

/** Whether the provision applies on any day of the year. */
const inYear = ({ inForce: { from, until } }: Provision, year: number): boolean =>
  from <= `${year}-12-31` && (until === null || until >= `${year}-01-01`)

function changesOf(base: Law, draft: Law, year: number): Omit<NormChange, 'verdicts'>[] {
  const now = base.provisions.filter((one) => inYear(one, year))
  const drafted = draft.provisions.filter((one) => inYear(one, year))
  const kept = new Set(drafted.map(({ id }) => id))
  const taken = new Set<NormId>()
  const changes: Omit<NormChange, 'verdicts'>[] = []
  for (const one of drafted) {
    const same = now.find(({ id }) => id === one.id)
    const was = same ?? now.find(({ id }) => id === one.replaces && !kept.has(id))
    if (was) taken.add(was.id)
    const members = was ? differences(partsOf(was), partsOf(one)) : []
    if (same && members.length === 0) continue
    const how = same ? 'read-otherwise' : one.id.includes('@') ? 'restored' : was ? 'replaced' : 'new'
    changes.push({ was: was?.id ?? null, becomes: one.id, how, members })
  }
  for (const { id } of now)
    if (!taken.has(id)) changes.push({ was: id, becomes: null, how: 'ended', members: [] })
  return changes.sort((a, b) => ((a.was ?? a.becomes)! < (b.was ?? b.becomes)! ? -1 : 1))
}

const partsOf = ({ bearer, rule }: Provision): unknown => ({ bearer, ...rule })

function differences(was: unknown, becomes: unknown, path = ''): NormChange['members'] {
  if (JSON.stringify(was) === JSON.stringify(becomes)) return []
  if (!isMap(was) || !isMap(becomes)) return [{ path, was: was ?? null, becomes: becomes ?? null }]
  return [...new Set([...Object.keys(was), ...Object.keys(becomes)])].flatMap((name) =>
    differences(was[name], becomes[name], path ? `${path}.${name}` : name),
  )
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function owedOf(base: Law, draft: Law, world: World, year: number): Owed[] {
  const [now, drafted] = [meetingsOwed(base, world, year), meetingsOwed(draft, world, year)]
  const rows = new Map<string, { -readonly [K in keyof Owed]: Owed[K] }>()
  for (const { id, post, unit } of world.offices.values()) {
    if (!now.has(id) && !drafted.has(id)) continue
    const region = unit?.region.code ?? null
    const key = `${region} ${post}`
    const row = rows.get(key) ?? { region, post, offices: 0, now: 0, drafted: 0 }
    rows.set(key, row)
    row.offices++
    row.now += now.get(id) ?? 0
    row.drafted += drafted.get(id) ?? 0
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function countsOf(verdicts: readonly Verdict[]): Map<NormId, Counts> {
  const counts = new Map<NormId, Counts>()
  for (const { norm, verdict } of verdicts) {
    const of = counts.get(norm) ?? {}
    counts.set(norm, of)
    of[verdict] = (of[verdict] ?? 0) + 1
  }
  return counts
}

/** Offices without any result of these norms owe nothing, and so comply. */
function complianceOf(world: World, now: readonly Verdict[], drafted: readonly Verdict[]): Compliance {
  const failing = (verdicts: readonly Verdict[]) =>
    new Set(
      verdicts
        .filter(({ verdict }) => verdict === 'missed' || verdict === 'late')
        .map(({ bearer }) => bearer),
    )
  const [failNow, failThen] = [failing(now), failing(drafted)]
  const asked = new Set([...now, ...drafted].map(({ bearer }) => bearer))
  const byPost: Compliance['byPost'][number][] = []
  for (const [post, offices] of world.officesByPost) {
    const of = offices.filter(({ id }) => asked.has(id))
    if (of.length > 0)
      byPost.push({
        post,
        offices: of.length,
        now: of.filter(({ id }) => !failNow.has(id)).length,
        drafted: of.filter(({ id }) => !failThen.has(id)).length,
      })
  }
  const only = (these: ReadonlySet<OfficeId>, those: ReadonlySet<OfficeId>) =>
    [...these].filter((id) => !those.has(id)).sort()
  return { byPost, gained: only(failNow, failThen), lost: only(failThen, failNow) }
}
