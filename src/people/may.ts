// The one question of permission. No other place of the product asks for a role.
import type { LocalDate } from '#kernel'
import type { OfficeId } from '#territory'
import type { Actor, Grant, Role } from './person.ts'
import {
  type Need,
  type Rule,
  type Thing,
  type ThingState,
  type Verb,
  needs,
  reaches,
  rules,
} from './policy.ts'

/** Why not, from the farthest refusal to the nearest: the facts say what would have to be different. */
export type NotAllowed =
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'not-your-role'; readonly verb: Verb; readonly roles: readonly Role[] }
  | {
      readonly code: 'grant-not-in-force'
      readonly verb: Verb
      readonly role: Role
      readonly from: LocalDate
      readonly to: LocalDate | null
    }
  | { readonly code: 'not-your-office'; readonly verb: Verb; readonly office: OfficeId }
  | {
      readonly code: 'wrong-state'
      readonly verb: Verb
      readonly state: ThingState
      readonly allowed: readonly ThingState[]
    }
  | { readonly code: 'another-person-needed'; readonly verb: Verb }
  | { readonly code: 'office-above-needed'; readonly verb: Verb }
  | { readonly code: 'fresh-factor-needed'; readonly verb: Verb }

export type Answer = { readonly yes: true } | { readonly yes: false; readonly no: NotAllowed }

export type Policy = {
  readonly rules: readonly Rule[]
  readonly reaches: Readonly<Record<keyof typeof reaches, (grant: Grant, thing: Thing) => boolean>>
  readonly needs: Readonly<Record<Need, (actor: Actor, thing: Thing) => boolean>>
  readonly inForce: (grant: Grant, on: LocalDate) => boolean
}

const inForce = (grant: Grant, on: LocalDate): boolean =>
  grant.from <= on && (grant.to === null || on <= grant.to)

export const policy: Policy = { rules, reaches, needs, inForce }

/** Judges by a given policy; `may` is this with the policy of the house. */
export function judge(by: Policy, actor: Actor | null, verb: Verb, thing: Thing, on: LocalDate): Answer {
  if (!actor) return no({ code: 'not-signed-in' })
  const ofVerb = by.rules.filter((rule) => rule.verb === verb)
  let nearest: NotAllowed = {
    code: 'not-your-role',
    verb,
    roles: [...new Set(ofVerb.map((rule) => rule.role))],
  }
  for (const rule of ofVerb)
    for (const grant of actor.grants) {
      if (grant.role !== rule.role || grant.person !== actor.person.id) continue
      const refusal = refusalOf(by, rule, grant, actor, thing, on)
      if (!refusal) return { yes: true }
      if (distance.indexOf(refusal.code) > distance.indexOf(nearest.code)) nearest = refusal
    }
  return no(nearest)
}

/** The verb that was refused; null for whoever has not signed in. */
export const verbOfRefusal = (refusal: NotAllowed): Verb | null =>
  refusal.code === 'not-signed-in' ? null : refusal.verb

/** Whether the actor may do this to the thing on this day: pure, total, no where nothing says yes. */
export const may = (actor: Actor | null, verb: Verb, thing: Thing, on: LocalDate): Answer =>
  judge(policy, actor, verb, thing, on)

function refusalOf(
  by: Policy,
  rule: Rule,
  grant: Grant,
  actor: Actor,
  thing: Thing,
  on: LocalDate,
): NotAllowed | null {
  const { role, verb } = rule
  if (!by.inForce(grant, on))
    return { code: 'grant-not-in-force', verb, role, from: grant.from, to: grant.to }
  if (!by.reaches[rule.reach](grant, thing)) return { code: 'not-your-office', verb, office: thing.office }
  const state = thing.state ?? 'none'
  if (rule.states !== 'any' && !rule.states.includes(state))
    return { code: 'wrong-state', verb, state, allowed: rule.states }
  const unmet = rule.needs.find((need) => !by.needs[need](actor, thing))
  return unmet ? { code: without[unmet], verb } : null
}

/** What is told when a need is not met. */
const without = {
  'another-person-wrote': 'another-person-needed',
  'everyday-role': 'office-above-needed',
  'fresh-factor': 'fresh-factor-needed',
} as const satisfies Record<Need, NotAllowed['code']>

const distance = [
  'not-signed-in',
  'not-your-role',
  'grant-not-in-force',
  'not-your-office',
  'wrong-state',
  'another-person-needed',
  'office-above-needed',
  'fresh-factor-needed',
] as const satisfies readonly NotAllowed['code'][]

const no = (refusal: NotAllowed): Answer => ({ yes: false, no: refusal })
