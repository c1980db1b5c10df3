// Who may do what, as data: role × verb × reach × state, and the needs a deed has beside them.
import {
  type OfficeId,
  type Post,
  type UnitCode,
  akimOffice,
  authorisedBodyOffice,
  governmentOffice,
  maslikhatOffice,
} from '#territory'
import { type Actor, type Grant, type PersonId, type Role, operatorOffice } from './person.ts'

export const verbs = [
  'see-office',
  'see-counts',
  'see-people',
  'see-denied',

  'see-calendar',
  'draft-calendar',
  'move-entry',
  'send-calendar',
  'recall-calendar',
  'record-maslikhat',
  'approve-calendar',
  'publish-calendar',
  'submit-calendar',
  'correct-calendar',
  'draft-part',
  'send-part',
  'recall-part',
  'return-part',
  'assemble-calendar',
  'receive-calendar',
  'note-session',

  'propose-visits',
  'assemble-schedule',
  'submit-schedule',
  'agree-schedule',
  'agree-visit',
  'approve-schedule',
  'publish-schedule',
  'correct-schedule',
  'publish-procedure',

  'see-meetings',
  'draft-meeting',
  'move-meeting',
  'cancel-meeting',
  'stand-in',
  'write-notice',
  'publish-notice',
  'record-channel',
  'invite-guest',
  'open-poll',
  'decide-poll',
  'register-risk',
  'answer-demand-draft',
  'decide-demand',
  'import-old',

  'form-commission',
  'see-requests',
  'enter-request',
  'import-requests',
  'triage-requests',
  'decide-merge',
  'record-collection',
  'approve-pool',
  'ask-unsealing',
  'unseal',

  'record-holder',
  'give-grant',
  'revoke-grant',
  'invite-person',
  'reset-factor',

  'import-register',
  'import-map',
  'edit-holidays',
  'see-outboxes',
] as const
export type Verb = (typeof verbs)[number]

/** `none`: there is no such thing yet. Each kind of thing takes those of the others that it needs. */
export const thingStates = [
  'none',
  'drafted',
  'sent',
  'returned',
  'answered',
  'approved',
  'published',
  'announced',
  'held',
  'cancelled',
  'open',
  'closed',
  'decided',
] as const
export type ThingState = (typeof thingStates)[number]

/** What a deed is done to. What is left out is not known, and what is not known never helps to a yes. */
export type Thing = {
  /** The office the thing belongs to; for a calendar the office of the region's akim, for a grant the office of it. */
  readonly office: OfficeId
  /** The post at the head of that office: only the deeds of central bodies ask for it. */
  readonly post?: Post
  /** The unit of that office; of a minister's visit the region that he visits. */
  readonly unit?: UnitCode
  /** The units above that unit, in any order. */
  readonly above?: readonly UnitCode[]
  /** Left out: there is no such thing yet, as `none` says. */
  readonly state?: ThingState
  /** Every person who wrote what stands in it now; of a reset or an unsealing, the person who has asked for it. */
  readonly editedBy?: readonly PersonId[]
  /** The role that is given, taken back or offered. */
  readonly role?: Role
}

/** A region's code, as far as a code says so: AB0000000. */
const regionsOf = (thing: Thing): UnitCode[] => unitsOf(thing).filter((unit) => unit.endsWith('0000000'))
const unitsOf = (thing: Thing): UnitCode[] => [
  ...(thing.unit === undefined ? [] : [thing.unit]),
  ...(thing.above ?? []),
]

const headsOfCentralBodies: readonly (Post | undefined)[] = ['minister', 'central-body-head']

/** How far a deed reaches over the territory: the direction belongs to the verb and never to the role. */
export const reaches = {
  'own-office': (grant, thing) => grant.office === thing.office,
  'maslikhat-of-the-unit': (grant, thing) =>
    thing.unit !== undefined &&
    [akimOffice(thing.unit), maslikhatOffice(thing.unit)].includes(thing.office) &&
    grant.office === maslikhatOffice(thing.unit),
  'own-unit-and-below': (grant, thing) =>
    unitsOf(thing).some(
      (unit) => grant.office === akimOffice(unit) || grant.office === maslikhatOffice(unit),
    ),
  /** The akim's office of the region that the thing lies in. */
  'akim-of-the-region': (grant, thing) =>
    regionsOf(thing).some((region) => grant.office === akimOffice(region)),
  'own-central-body': (grant, thing) =>
    grant.office === thing.office && headsOfCentralBodies.includes(thing.post),
  'authorised-body': (grant) => grant.office === authorisedBodyOffice,
  government: (grant) => grant.office === governmentOffice,
  /** An office of a unit above, of the same branch; over regions and bodies stands the Government's. */
  'office-above': (grant, thing) => {
    if (thing.office === maslikhatOffice(thing.unit ?? nowhere))
      return (thing.above ?? []).some((unit) => grant.office === maslikhatOffice(unit))
    if (thing.office === akimOffice(thing.unit ?? nowhere))
      return regionsOf(thing).includes(thing.unit ?? nowhere)
        ? grant.office === governmentOffice
        : (thing.above ?? []).some((unit) => grant.office === akimOffice(unit))
    return (
      grant.office === governmentOffice &&
      ([...headsOfCentralBodies, 'authorised-body'] as (Post | undefined)[]).includes(thing.post)
    )
  },
  operator: (grant) => grant.office === operatorOffice,
} as const satisfies Record<string, (grant: Grant, thing: Thing) => boolean>
export type Reach = keyof typeof reaches

const nowhere = '' as UnitCode

export const needs = {
  /** Four eyes: somebody else wrote it. Persons are compared, for two accounts do not make two people. */
  'another-person-wrote': (actor, thing) =>
    (thing.editedBy?.length ?? 0) > 0 && !thing.editedBy?.includes(actor.person.id),
  /** What an office gives to its own people itself; who signs or watches is appointed from above. */
  'everyday-role': (_actor, thing) => everydayRoles.includes(thing.role),
  /** Who has a second factor has shown it a short while ago. */
  'fresh-factor': (actor) => actor.factor !== 'stale',
} as const satisfies Record<string, (actor: Actor, thing: Thing) => boolean>
export type Need = keyof typeof needs

/** Roles that the signer of an office gives in it. */
export const everydayRoles: readonly (Role | undefined)[] = [
  'author',
  'commission-member',
  'maslikhat-secretary',
]

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
  rule('author', 'correct-calendar', 'own-office', ['published']),
  rule('author', 'draft-part', 'own-office', ['none', 'drafted', 'returned']),
  rule('author', 'send-part', 'own-office', ['drafted', 'returned']),
  rule('author', 'recall-part', 'own-office', ['sent']),
  rule('author', 'return-part', 'akim-of-the-region', ['sent']),
  rule('author', 'assemble-calendar', 'akim-of-the-region', ['sent']),
  rule('author', 'propose-visits', 'own-central-body', ['none', 'drafted', 'returned']),
  rule('author', 'receive-calendar', 'government', 'any'),
  rule('author', 'assemble-schedule', 'authorised-body', ['none', 'drafted', 'returned']),
  rule('author', 'submit-schedule', 'authorised-body', ['drafted', 'returned']),
  rule('author', 'correct-schedule', 'authorised-body', ['published']),
  rule('author', 'see-meetings', 'own-office', 'any'),
  rule('author', 'draft-meeting', 'own-office', ['none', 'drafted', 'announced']),
  rule('author', 'write-notice', 'own-office', ['none', 'drafted']),
  rule('author', 'record-channel', 'own-office', ['published']),
  rule('author', 'invite-guest', 'own-office', ['drafted', 'announced']),
  rule('author', 'open-poll', 'own-office', ['none']),
  rule('author', 'register-risk', 'own-office', 'any'),
  rule('author', 'answer-demand-draft', 'own-office', ['open', 'drafted']),
  rule('author', 'import-old', 'own-office', 'any'),
  rule('author', 'form-commission', 'own-office', 'any'),
  rule('author', 'see-requests', 'own-office', 'any'),
  rule('author', 'enter-request', 'own-office', 'any'),
  rule('author', 'import-requests', 'own-office', 'any'),
  rule('author', 'triage-requests', 'own-office', 'any'),
  rule('author', 'decide-merge', 'own-office', 'any'),
  rule('author', 'record-collection', 'own-office', 'any'),
  rule('author', 'ask-unsealing', 'own-office', ['none']),
  rule('author', 'see-people', 'own-office', 'any'),

  rule('signer', 'see-office', 'own-office', 'any'),
  rule('signer', 'see-counts', 'own-unit-and-below', 'any'),
  rule('signer', 'see-calendar', 'own-office', 'any'),
  rule('signer', 'recall-calendar', 'own-office', ['sent', 'answered']),
  rule('signer', 'approve-calendar', 'own-office', ['answered'], ['another-person-wrote', 'fresh-factor']),
  rule('signer', 'publish-calendar', 'own-office', ['approved'], ['fresh-factor']),
  rule('signer', 'submit-calendar', 'own-office', ['approved', 'published']),
  rule('signer', 'agree-schedule', 'own-central-body', ['sent']),
  rule('signer', 'agree-visit', 'akim-of-the-region', ['sent']),
  rule('signer', 'approve-schedule', 'government', ['sent'], ['another-person-wrote', 'fresh-factor']),
  rule('signer', 'publish-schedule', 'authorised-body', ['approved'], ['fresh-factor']),
  rule(
    'signer',
    'publish-procedure',
    'authorised-body',
    ['drafted'],
    ['another-person-wrote', 'fresh-factor'],
  ),
  rule('signer', 'see-meetings', 'own-office', 'any'),
  rule('signer', 'publish-notice', 'own-office', ['drafted'], ['another-person-wrote', 'fresh-factor']),
  rule(
    'signer',
    'move-meeting',
    'own-office',
    ['drafted', 'announced'],
    ['another-person-wrote', 'fresh-factor'],
  ),
  rule(
    'signer',
    'cancel-meeting',
    'own-office',
    ['drafted', 'announced'],
    ['another-person-wrote', 'fresh-factor'],
  ),
  // To see what waits at an office below for a signer that it does not have; `signing` says whether one may then sign.
  rule('signer', 'stand-in', 'office-above', 'any'),
  rule('signer', 'decide-poll', 'own-office', ['closed'], ['another-person-wrote']),
  rule('signer', 'decide-demand', 'own-office', ['drafted'], ['another-person-wrote', 'fresh-factor']),
  rule('signer', 'see-requests', 'own-office', 'any'),
  // The second pair of eyes where one author sorts alone; the merge itself says who proposed it.
  rule('signer', 'decide-merge', 'own-office', 'any'),
  rule('signer', 'approve-pool', 'own-office', ['drafted'], ['another-person-wrote', 'fresh-factor']),
  // Who wants to see a name says why; another person lets him see it.
  rule('signer', 'unseal', 'own-office', ['open'], ['another-person-wrote', 'fresh-factor']),

  rule('signer', 'see-people', 'own-office', 'any'),
  rule('signer', 'see-people', 'office-above', 'any'),
  rule('signer', 'record-holder', 'own-office', 'any'),
  rule('signer', 'record-holder', 'office-above', 'any'),
  rule('signer', 'give-grant', 'own-office', 'any', ['everyday-role', 'fresh-factor']),
  rule('signer', 'give-grant', 'office-above', 'any', ['fresh-factor']),
  rule('signer', 'revoke-grant', 'own-office', 'any', ['everyday-role', 'fresh-factor']),
  rule('signer', 'revoke-grant', 'office-above', 'any', ['fresh-factor']),
  rule('signer', 'invite-person', 'own-office', 'any', ['everyday-role', 'fresh-factor']),
  rule('signer', 'invite-person', 'office-above', 'any', ['fresh-factor']),
  rule('signer', 'reset-factor', 'office-above', ['open'], ['another-person-wrote', 'fresh-factor']),

  rule('commission-member', 'see-office', 'own-office', 'any'),
  rule('commission-member', 'see-people', 'own-office', 'any'),
  rule('commission-member', 'see-requests', 'own-office', 'any'),
  rule('commission-member', 'enter-request', 'own-office', 'any'),
  rule('commission-member', 'triage-requests', 'own-office', 'any'),
  rule('commission-member', 'decide-merge', 'own-office', 'any'),
  rule('commission-member', 'record-collection', 'own-office', 'any'),
  rule(
    'commission-member',
    'approve-pool',
    'own-office',
    ['drafted'],
    ['another-person-wrote', 'fresh-factor'],
  ),
  rule('commission-member', 'ask-unsealing', 'own-office', ['none']),

  rule('maslikhat-secretary', 'see-office', 'own-office', 'any'),
  rule('maslikhat-secretary', 'see-people', 'own-office', 'any'),
  rule('maslikhat-secretary', 'note-session', 'own-office', 'any'),
  rule('maslikhat-secretary', 'see-counts', 'own-unit-and-below', 'any'),
  rule('maslikhat-secretary', 'see-calendar', 'maslikhat-of-the-unit', [
    'sent',
    'answered',
    'approved',
    'published',
  ]),
  rule('maslikhat-secretary', 'record-maslikhat', 'maslikhat-of-the-unit', ['sent']),

  rule('auditor', 'see-office', 'own-office', 'any'),
  rule('auditor', 'see-people', 'own-unit-and-below', 'any'),
  rule('auditor', 'see-people', 'own-office', 'any'),
  rule('auditor', 'see-denied', 'own-unit-and-below', 'any'),
  rule('auditor', 'see-denied', 'own-office', 'any'),
  rule('auditor', 'see-denied', 'operator', 'any'),

  rule('administrator', 'see-office', 'own-office', 'any'),
  rule('administrator', 'see-people', 'own-office', 'any'),
  rule('administrator', 'import-register', 'operator', 'any', ['fresh-factor']),
  rule('administrator', 'import-map', 'operator', 'any'),
  rule('administrator', 'edit-holidays', 'operator', 'any'),
  rule('administrator', 'see-outboxes', 'operator', 'any'),
]
