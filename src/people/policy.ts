// Who may do what, as data: role × verb × reach × state, and the needs a deed has beside them.
import { type OfficeId, type UnitCode, akimOffice, maslikhatOffice } from '#territory'
import { type Actor, type Grant, type PersonId, type Role, operatorOffice } from './person.ts'

export const verbs = [
  'see-office',
  'see-counts',
  'see-calendar',
  'draft-calendar',
  'move-entry',
  'send-calendar',
  'recall-calendar',
  'record-maslikhat',
  'approve-calendar',
  'publish-calendar',
  'submit-calendar',
  'import-register',
] as const
export type Verb = (typeof verbs)[number]

/** `none`: there is no such thing yet; the others are the states of a calendar. */
export const thingStates = ['none', 'drafted', 'sent', 'answered', 'approved', 'published'] as const
export type ThingState = (typeof thingStates)[number]

/** What a deed is done to. What is left out is not known, and what is not known never helps to a yes. */
export type Thing = {
  /** The office the thing belongs to; for a calendar the office of the region's akim. */
  readonly office: OfficeId
  /** The unit of that office. */
  readonly unit?: UnitCode
  /** The units above that unit, in any order. */
  readonly above?: readonly UnitCode[]
  /** Left out: there is no such thing yet, as `none` says. */
  readonly state?: ThingState
  /** Every person who wrote what stands in it now. */
  readonly editedBy?: readonly PersonId[]
}

/** How far a deed reaches over the territory: the direction belongs to the verb and never to the role. */
export const reaches = {
  'own-office': (grant, thing) => grant.office === thing.office,
  'maslikhat-of-the-unit': (grant, thing) =>
    thing.unit !== undefined &&
    [akimOffice(thing.unit), maslikhatOffice(thing.unit)].includes(thing.office) &&
    grant.office === maslikhatOffice(thing.unit),
  'own-unit-and-below': (grant, thing) =>
    [...(thing.unit === undefined ? [] : [thing.unit]), ...(thing.above ?? [])].some(
      (unit) => grant.office === akimOffice(unit) || grant.office === maslikhatOffice(unit),
    ),
  operator: (grant) => grant.office === operatorOffice,
} as const satisfies Record<string, (grant: Grant, thing: Thing) => boolean>
export type Reach = keyof typeof reaches

export const needs = {
  /** Four eyes: somebody else wrote it. Persons are compared, for two accounts do not make two people. */
  'another-person-wrote': (actor, thing) =>
    (thing.editedBy?.length ?? 0) > 0 && !thing.editedBy?.includes(actor.person.id),
} as const satisfies Record<string, (actor: Actor, thing: Thing) => boolean>
export type Need = keyof typeof needs

export type Rule = {
  readonly role: Role
  readonly verb: Verb
  readonly reach: Reach
  readonly states: readonly ThingState[] | 'any'
  readonly needs: readonly Need[]
}

const rule = (
  role: Role,
  verb: Verb,
  reach: Reach,
  states: Rule['states'],
  needs: readonly Need[] = [],
): Rule => ({ role, verb, reach, states, needs })

/** The whole policy. What no line allows is refused. */
export const rules: readonly Rule[] = [
  rule('author', 'see-office', 'own-office', 'any'),
  rule('author', 'see-counts', 'own-unit-and-below', 'any'),
  rule('author', 'see-calendar', 'own-office', 'any'),
  rule('author', 'draft-calendar', 'own-office', ['none', 'drafted']),
  rule('author', 'move-entry', 'own-office', ['drafted']),
  rule('author', 'send-calendar', 'own-office', ['drafted']),
  rule('author', 'recall-calendar', 'own-office', ['sent', 'answered']),
  rule('author', 'submit-calendar', 'own-office', ['approved', 'published']),

  rule('signer', 'see-office', 'own-office', 'any'),
  rule('signer', 'see-counts', 'own-unit-and-below', 'any'),
  rule('signer', 'see-calendar', 'own-office', 'any'),
  rule('signer', 'recall-calendar', 'own-office', ['sent', 'answered']),
  rule('signer', 'approve-calendar', 'own-office', ['answered'], ['another-person-wrote']),
  rule('signer', 'publish-calendar', 'own-office', ['approved']),
  rule('signer', 'submit-calendar', 'own-office', ['approved', 'published']),

  rule('maslikhat-secretary', 'see-office', 'own-office', 'any'),
  rule('maslikhat-secretary', 'see-counts', 'own-unit-and-below', 'any'),
  rule('maslikhat-secretary', 'see-calendar', 'maslikhat-of-the-unit', [
    'sent',
    'answered',
    'approved',
    'published',
  ]),
  rule('maslikhat-secretary', 'record-maslikhat', 'maslikhat-of-the-unit', ['sent']),

  rule('administrator', 'see-office', 'own-office', 'any'),
  rule('administrator', 'import-register', 'operator', 'any'),
]
