// Who works for which office: grants given and taken back, invitations, a lost factor let go. Each is a fact.
import type { Act } from '#calendar'
import type { EntryId, Payload } from '#journal'
import { type Instant, type LocalDate, type Result, disguiseOf, done, refuse } from '#kernel'
import {
  type AccountRefusal,
  type FactorReset,
  type Grant,
  type GrantRefusal,
  type InvitationHash,
  type InvitationRefusal,
  type InvitationToken,
  type NotAllowed,
  type Person,
  type PersonId,
  type Role,
  createAccount,
  expiryOf,
  giveGrant,
  grantOf,
  invitationHash,
  may,
  officeThing,
} from '#people'
import { type Office, type OfficeId, localDay } from '#territory'
import type { Stores } from './stores.ts'

/** Everything that a deed on people can be refused for. */
export type PeopleRefusal =
  | GrantRefusal
  | InvitationRefusal
  | AccountRefusal
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'no-such-office' }
  | { readonly code: 'no-such-person' }
  | { readonly code: 'no-such-grant' }
  | { readonly code: 'no-such-reset' }
  | { readonly code: 'role-not-in-this-office' }
  | { readonly code: 'grant-begins-in-the-past' }
  | { readonly code: 'name-missing' }

/** The roles that there are in an office. */
export const rolesOf = (office: Pick<Office, 'post' | 'id'>): readonly Role[] =>
  office.post === 'maslikhat'
    ? ['author', 'signer', 'maslikhat-secretary', 'auditor']
    : office.post === 'public-council'
      ? []
      : office.id.startsWith('akim.')
        ? ['author', 'signer', 'commission-member', 'auditor']
        : ['author', 'signer', 'auditor']

export type Appointment = {
  readonly office: OfficeId
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** Gives a role in an office to a person that is known. */
export async function appoint(
  stores: Stores,
  act: Act,
  { person, ...wish }: Appointment & { readonly person: PersonId },
): Promise<Result<Grant, PeopleRefusal>> {
  const fit = await fits(stores, act, 'give-grant', wish)
  if (!fit.ok) return fit
  if (!(await stores.people.person(person))) return refuse({ code: 'no-such-person' })
  const grant = { person, ...wish }
  const given = await giveGrant(stores, grant, { by: act.actor.person.id, at: act.at })
  if (!given.ok) return given
  await tell(stores, act, 'grant-given', wish.office, person, { ...termOf(wish) })
  return done(grant)
}

/** Takes back what is left of a role, from this instant on: the next request goes without it. */
export async function dismiss(
  stores: Stores,
  act: Act,
  { office, person, role }: { office: OfficeId; person: PersonId; role: Role },
): Promise<Result<void, PeopleRefusal>> {
  const thing = await officeThing(stores, office, act.today)
  if (!thing) return refuse({ code: 'no-such-office' })
  const answer = may(act.actor, 'revoke-grant', { ...thing, role }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const taken = await stores.people.revokeGrant(
    { person, office, role },
    { by: act.actor.person.id, at: act.at },
  )
  if (!taken) return refuse({ code: 'no-such-grant' })
  await tell(stores, act, 'grant-revoked', office, person, { role })
  return done()
}

/** Offers a role by a link that is good once; the link itself is known to nobody but who made it. */
export async function invite(
  stores: Stores,
  act: Act,
  { hash, name, ...wish }: Appointment & { readonly hash: InvitationHash; readonly name: string },
): Promise<Result<void, PeopleRefusal>> {
  const fit = await fits(stores, act, 'invite-person', wish)
  if (!fit.ok) return fit
  if (name === '') return refuse({ code: 'name-missing' })
  const disguise = disguiseOf(name)
  if (disguise) return refuse(disguise)
  const by = act.actor.person.id
  await stores.invitations.add({
    ...wish,
    hash,
    name,
    invitedBy: by,
    invitedAt: act.at,
    expiresAt: expiryOf(act.at),
    takenAt: null,
    withdrawnAt: null,
  })
  await tell(stores, act, 'invitation-made', wish.office, hash, termOf(wish))
  return done()
}

export async function withdrawInvitation(
  stores: Stores,
  act: Act,
  { office, hash }: { office: OfficeId; hash: InvitationHash },
): Promise<Result<void, PeopleRefusal>> {
  const thing = await officeThing(stores, office, act.today)
  const invitation = await stores.invitations.find(hash)
  if (!thing || invitation?.office !== office) return refuse({ code: 'no-such-invitation' })
  const answer = may(act.actor, 'invite-person', { ...thing, role: invitation.role }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (!(await stores.invitations.withdraw(hash, office, act.at))) return refuse({ code: 'invitation-taken' })
  await tell(stores, act, 'invitation-withdrawn', office, hash, { role: invitation.role })
  return done()
}

type Taking = Pick<Act, 'at' | 'newId' | 'newSalt'> & {
  readonly token: InvitationToken
  /** Who is signed in takes it himself; anybody else with a new account. `salt`: 16 random bytes. */
  readonly as:
    | { readonly person: Person }
    | {
        readonly name: string
        readonly login: string
        readonly password: string
        readonly salt: Uint8Array
      }
}

/**
 * Takes an invitation: the role is held from then on. It is worth nothing any more once the one who invited could not
 * invite today: nobody leaves doors behind when he goes.
 */
export async function takeInvitation(
  stores: Stores,
  { token, as, at, newId, newSalt }: Taking,
): Promise<Result<Person, PeopleRefusal>> {
  const today = localDay(at, null)
  const hash = invitationHash(token)
  const invitation = await stores.invitations.find(hash)
  const person =
    'person' in as
      ? as.person
      : { id: `person.${newId()}` as PersonId, name: as.name.normalize('NFC').trim() }
  const grant = grantOf(invitation, person.id, at)
  if (!grant.ok) return grant
  const { office, role, from, to } = grant.value
  const thing = await officeThing(stores, office, today)
  const by = await stores.people.person(invitation!.invitedBy)
  const still =
    thing &&
    by &&
    may(
      { person: by, grants: await stores.people.grants(by.id, today), signedInAt: at },
      'invite-person',
      { ...thing, role },
      today,
    ).yes
  if (!still) return refuse({ code: 'invitation-expired' })
  if (person.name === '') return refuse({ code: 'name-missing' })
  if (!('person' in as)) {
    const account = await createAccount(stores, { ...as, person, at })
    if (!account.ok) return account
  }
  if (!(await stores.invitations.take(hash, { by: person.id, at })))
    return refuse({ code: 'invitation-taken' })
  const given = await giveGrant(stores, grant.value, { by: by.id, at })
  if (!given.ok) return given
  const act = { actor: { person }, at, newId, newSalt }
  await tell(stores, act, 'invitation-taken', office, hash, {})
  await tell(stores, { ...act, actor: { person: by } }, 'grant-given', office, person.id, {
    ...termOf({ role, from, to }),
  })
  return done(person)
}

/** Somebody who knows his password has lost the second factor: the office above his first one is asked. */
export async function askFactorReset(
  stores: Stores,
  { person, at, newId }: { person: PersonId; at: Instant; newId: () => string },
): Promise<FactorReset | null> {
  const grants = await stores.people.grants(person, localDay(at, null))
  const [first] = grants
  return first ? stores.factors.askReset({ id: newId(), person, office: first.office, askedAt: at }) : null
}

/** The signer of the office above lets go of every factor of a person; all of his sessions end with them. */
export async function signFactorReset(
  stores: Stores,
  act: Act,
  { office, id }: { office: OfficeId; id: string },
): Promise<Result<void, PeopleRefusal>> {
  const thing = await officeThing(stores, office, act.today)
  if (!thing) return refuse({ code: 'no-such-office' })
  const reset = (await stores.factors.resetsOf(office)).find((one) => one.id === id)
  if (!reset) return refuse({ code: 'no-such-reset' })
  const answer = may(
    act.actor,
    'reset-factor',
    { ...thing, state: 'open', editedBy: [reset.person] },
    act.today,
  )
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (!(await stores.factors.signReset(reset, { by: act.actor.person.id, at: act.at })))
    return refuse({ code: 'no-such-reset' })
  await stores.factors.clear(reset.person)
  await stores.sessions.endOthers(reset.person, null)
  await tell(stores, act, 'factor-reset-signed', office, reset.person, { asked_at: reset.askedAt })
  return done()
}

async function fits(
  stores: Stores,
  act: Act,
  verb: 'give-grant' | 'invite-person',
  { office, role, from }: Appointment,
): Promise<Result<void, PeopleRefusal>> {
  const thing = await officeThing(stores, office, act.today)
  if (!thing?.of) return refuse({ code: 'no-such-office' })
  const answer = may(act.actor, verb, { ...thing, role }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (!rolesOf(thing.of).includes(role)) return refuse({ code: 'role-not-in-this-office' })
  return from < act.today ? refuse({ code: 'grant-begins-in-the-past' }) : done()
}

const termOf = ({ role, from, to }: Omit<Appointment, 'office'>): Payload => ({ role, from, to })

type Telling = Pick<Act, 'at' | 'newId' | 'newSalt'> & { readonly actor: { readonly person: Person } }

/** Writes a fact about the people of an office; the person is an id, no name. */
const tell = (
  { journal }: Stores,
  { actor, at, newId, newSalt }: Telling,
  type: string,
  office: OfficeId,
  subject: string,
  payload: Payload,
) =>
  journal.append([
    {
      id: newId() as EntryId,
      type,
      at,
      asserted: false,
      actor: actor.person.id,
      office,
      subject,
      payload,
      corrects: null,
      salt: newSalt(),
    },
  ])
