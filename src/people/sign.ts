// Four eyes, and what happens where there is only one pair: the law's clock does not stop for our rule.
import { type Instant, type LocalDate, type Result, done, milliseconds, refuse } from '#kernel'
import { type NotAllowed, type Policy, judge, policy } from './may.ts'
import type { Actor, PersonId } from './person.ts'
import type { Thing, Verb } from './policy.ts'

/**
 * How it was signed. `two-persons`: by a signer of the office, and others wrote it. `signer-above`: the office has no
 * such signer, and one of a unit above stood in. `one-person`: nobody stood in, and the statutory limit was near.
 */
export type Signed = 'two-persons' | 'signer-above' | 'one-person'

/** Seconds before a statutory limit from which on one person may sign alone, visibly. */
export const aloneBefore = 24 * 3600

export type Circumstances = {
  readonly on: LocalDate
  readonly at: Instant
  /** Everybody who holds the signer's role in the office of the thing today. */
  readonly signers: readonly PersonId[]
  /** The last instant that the law leaves for the act; null: the law sets none. */
  readonly limit: Instant | null
}

/**
 * Whether the actor may sign the thing by this verb, and in which of the three ways; the caller records the way and
 * shows `one-person` with the thing for good.
 *
 * For verbs that ask for a second person; of others it says what `may` says, and they know no stand-in. A signer above stands in where no signer of the office is
 * free of having written it; the one signer there is may sign what he wrote from 24 hours before `limit` on (and after
 * it: late and marked is better than not at all). Refuses: `NotAllowed`, as `may` does.
 */
export function signing(
  actor: Actor | null,
  verb: Verb,
  thing: Thing,
  circumstances: Circumstances,
  by: Policy = policy,
): Result<Signed, NotAllowed> {
  const { on, at, signers, limit } = circumstances
  const plain = judge(by, actor, verb, thing, on)
  if (plain.yes) return done('two-persons')
  const writers = thing.editedBy ?? []
  if (writers.length === 0 || signers.some((signer) => !writers.includes(signer))) return refuse(plain.no)

  const rules = by.rules.filter(
    (rule) =>
      rule.verb === verb && rule.reach === 'own-office' && rule.needs.includes('another-person-wrote'),
  )
  const above = rules.map((rule) => ({ ...rule, reach: 'office-above' as const }))
  if (judge({ ...by, rules: above }, actor, verb, thing, on).yes) return done('signer-above')

  const near = limit !== null && milliseconds(at) >= milliseconds(limit) - aloneBefore * 1000
  const alone = rules.map((rule) => ({
    ...rule,
    needs: rule.needs.filter((need) => need !== 'another-person-wrote'),
  }))
  return near && judge({ ...by, rules: alone }, actor, verb, thing, on).yes
    ? done('one-person')
    : refuse(plain.no)
}
