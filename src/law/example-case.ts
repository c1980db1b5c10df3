// An example of a provision, made into a case: what it leaves out is filled in as the README of acts/ says.
import type { Result } from '#kernel'
import { hasMember, isFactType } from './fact.ts'
import type { FactRefusal } from './read-facts.ts'
import { type Case, readCase } from './read-case.ts'

type Written = {
  readonly as_of: string
  readonly territory?: readonly unknown[] | undefined
  readonly offices?: readonly unknown[] | undefined
  readonly facts?: readonly Record<string, unknown>[] | undefined
}

/** A held visiting meeting `m1` of the calendar, unless the example says otherwise; facts are about `m1`. */
const meeting = { id: 'm1', status: 'held', form: 'visiting', in_calendar: true }

export function exampleCase(
  { as_of, territory, offices, facts }: Written,
  shared: { readonly territory: readonly unknown[]; readonly offices: readonly unknown[] },
): Result<Case, FactRefusal> {
  return readCase({
    id: 'example',
    as_of,
    territory: territory ?? shared.territory,
    offices: offices ?? shared.offices,
    facts: (facts ?? []).map(filled),
  })
}

function filled(fact: Record<string, unknown>): Record<string, unknown> {
  const { type } = fact
  if (type === 'meeting') {
    const whole = { ...meeting, ...fact }
    return whole.status === 'held' ? { held_by: 'holder', ...whole } : whole
  }
  return isFactType(type) && hasMember(type, 'meeting') ? { meeting: 'm1', ...fact } : fact
}
