// What another day of the question can change: facts become known, days fall due, periods and acts begin or end.
import type { OfficeId } from '#territory'
import type { NormId } from './act.ts'
import type { Tasks } from './affected.ts'
import type { Law } from './compile.ts'
import { dateOf } from './days.ts'
import type { Fact } from './fact.ts'
import type { Inquiry } from './mechanisms/outcome.ts'
import type { Verdict } from './verdict.ts'
import type { World } from './world.ts'

/**
 * Tells of each fact that is known on one of the two days only, and of each meeting that one of them finds on its day
 * or beyond it. True when a month, an act or an edition begins or ends between them: then every office is asked again.
 */
export function addPassedDays(
  law: Law,
  world: World,
  before: Inquiry,
  after: Inquiry,
  affect: (fact: Fact) => void,
): boolean {
  const [from, to] = ordered(before.asOf, after.asOf)
  for (const meeting of world.meetings.values()) {
    if (from <= meeting.day && meeting.day <= to) affect(meeting.fact)
    for (const list of meeting.facts.values())
      for (const { fact, day } of list) if (from < day && day <= to) affect(fact)
  }
  for (const list of world.facts.values())
    for (const { fact, day } of list) if (from < day && day <= to) affect(fact)
  return (
    monthsDiffer(before.asOf, after.asOf) ||
    monthsDiffer(before.horizon, after.horizon) ||
    [...law.norms.values()].some(({ norm }) =>
      [norm.actFrom - 1, norm.actTo, norm.from - 1, norm.until].some((day) => from <= day && day < to),
    )
  )
}

/** Adds the norms whose day lies between the two days, or on them. */
export function addDue(
  tasks: Tasks,
  offices: ReadonlyMap<OfficeId, readonly Verdict[]>,
  meetings: ReadonlyMap<string, readonly Verdict[]>,
  before: Inquiry,
  after: Inquiry,
): void {
  const [first, last] = ordered(before.asOf, after.asOf)
  const [from, to] = [dateOf(first), dateOf(last)]
  const add = <K>(into: Map<K, Set<NormId> | null>, key: K, verdicts: readonly Verdict[]) => {
    for (const { due, norm } of verdicts) {
      if (due === null || due < from || due > to) continue
      const norms = into.get(key)
      if (norms === undefined) into.set(key, new Set([norm]))
      else norms?.add(norm)
    }
  }
  for (const [id, verdicts] of offices) add(tasks.offices as Map<OfficeId, Set<NormId> | null>, id, verdicts)
  for (const [id, verdicts] of meetings) add(tasks.meetings, id, verdicts)
}

const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])
const monthsDiffer = (a: number, b: number): boolean => dateOf(a).slice(0, 7) !== dateOf(b).slice(0, 7)
