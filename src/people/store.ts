// What people needs remembered; storage implements it.
import type { Instant, LocalDate } from '#kernel'
import type { OfficeId } from '#territory'
import type { Account, Login } from './account.ts'
import type { PasswordHash } from './password.ts'
import type { Grant, Person, PersonId } from './person.ts'
import type { Invitation, InvitationHash } from './invitation.ts'
import type { RecoveryHash, SealedSecret } from './one-time-code.ts'
import type { NotAllowed } from './may.ts'
import type { Verb } from './policy.ts'
import type { Session, SessionHash } from './session.ts'

/** By whom and when; nobody for what the installation itself gives at its first start. */
export type By = { readonly by: PersonId | null; readonly at: Instant }

export type PeopleStore = {
  /** Adds the person, or does nothing when the id is there already. */
  addPerson(person: Person): Promise<void>
  person(id: PersonId): Promise<Person | null>
  /** False when the login is taken. */
  addAccount(account: Account, at: Instant): Promise<boolean>
  account(login: Login): Promise<Account | null>
  setPassword(login: Login, password: PasswordHash): Promise<void>
  /** False when the same grant holds already on some day of it. */
  addGrant(grant: Grant, given: By): Promise<boolean>
  /** Takes back what is left of a grant, from this instant on; false when there is nothing to take back. */
  revokeGrant(grant: Pick<Grant, 'person' | 'office' | 'role'>, taken: By): Promise<boolean>
  /** The grants of a person that hold on the day and were not taken back. */
  grants(person: PersonId, on: LocalDate): Promise<Grant[]>
  /** Every grant of an office that there ever was, the newest first: history stays with the person. */
  grantsOf(office: OfficeId): Promise<OfficeGrant[]>
  /** The logins of a person. */
  logins(person: PersonId): Promise<Login[]>
  /** False when the identity is bound already. */
  bindIdentity(identity: Identity, person: PersonId): Promise<boolean>
  personOfIdentity(identity: Identity): Promise<Person | null>
}

/** Who is known to a provider of identities (OpenID Connect) by which name. */
export type Identity = { readonly issuer: string; readonly subject: string }

/** A grant as the page of its office shows it. */
export type OfficeGrant = Grant & {
  readonly name: string
  readonly givenAt: Instant
  readonly revokedAt: Instant | null
}

export type InvitationStore = {
  add(invitation: Invitation): Promise<void>
  find(hash: InvitationHash): Promise<Invitation | null>
  /** False when somebody else was quicker. */
  take(hash: InvitationHash, taken: { by: PersonId; at: Instant }): Promise<boolean>
  /** False when it was taken or withdrawn already, or is not of this office. */
  withdraw(hash: InvitationHash, office: OfficeId, at: Instant): Promise<boolean>
  /** Those of an office that can still be taken. */
  openOf(office: OfficeId, at: Instant): Promise<Invitation[]>
}

/** What one-time codes are made of; `lastStep` is the newest step whose code was used. */
export type CodeSource = {
  readonly secret: SealedSecret
  readonly confirmedAt: Instant | null
  readonly lastStep: number
}

export type Passkey = {
  /** The credential id, base64url. */
  readonly id: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly addedAt: Instant
}

/** Somebody has lost his factor and asks the office above to let it go. */
export type FactorReset = {
  readonly id: string
  readonly person: PersonId
  readonly office: OfficeId
  readonly askedAt: Instant
}

export type FactorStore = {
  codes(person: PersonId): Promise<CodeSource | null>
  /** Writes a new source over one that was never confirmed; false when a confirmed one stands there. */
  offerCodes(person: PersonId, secret: SealedSecret): Promise<boolean>
  /** Secrets that lie in the open: those set up before secrets were sealed. */
  openSecrets(): Promise<{ readonly person: PersonId; readonly secret: Uint8Array }[]>
  /** Puts a sealed secret where the same one lay in the open. */
  sealSecret(person: PersonId, secret: SealedSecret): Promise<void>
  confirmCodes(person: PersonId, at: Instant): Promise<void>
  /** False when this step, or a later one, was used meanwhile. */
  useStep(person: PersonId, step: number): Promise<boolean>
  setRecovery(person: PersonId, hashes: readonly RecoveryHash[]): Promise<void>
  /** False when there is no such code any more. */
  useRecovery(person: PersonId, hash: RecoveryHash): Promise<boolean>
  recoveryLeft(person: PersonId): Promise<number>
  passkeys(person: PersonId): Promise<Passkey[]>
  /** False when it is registered already. */
  addPasskey(person: PersonId, passkey: Passkey): Promise<boolean>
  passkeyUsed(person: PersonId, id: string, counter: number, at: Instant): Promise<void>
  removePasskey(person: PersonId, id: string): Promise<void>
  /** Lets go of every factor of the person. */
  clear(person: PersonId): Promise<void>
  /** Null when one is open already. */
  askReset(reset: FactorReset): Promise<FactorReset | null>
  resetsOf(office: OfficeId): Promise<(FactorReset & { readonly name: string })[]>
  /** Those of the offices where a reset waits. */
  officesWithResets(offices: readonly OfficeId[]): Promise<OfficeId[]>
  /** False when it was signed meanwhile. */
  signReset(reset: FactorReset, signed: { by: PersonId; at: Instant }): Promise<boolean>
}

/** A browser by which a person has signed in; `hash` is of the mark that the browser keeps. */
export type Device = { readonly hash: string; readonly agent: string; readonly firstAt: Instant }

/** A deed that was refused: no words, no names, only who, what, where and why. */
export type Denied = {
  readonly person: PersonId
  readonly verb: Verb
  readonly office: OfficeId
  readonly why: NotAllowed['code']
  readonly at: Instant
}

export type DeniedStore = {
  add(denied: Denied): Promise<void>
  /** The newest, at the offices given or everywhere. */
  newest(of: readonly OfficeId[] | 'everywhere', limit: number): Promise<Denied[]>
  /** Forgets those older than a year, and gives how many. */
  forgetOld(): Promise<number>
}

export type NewSession = {
  readonly hash: SessionHash
  readonly person: PersonId
  readonly at: Instant
  /** What the browser calls itself, at most 200 characters. */
  readonly agent?: string
  /** The password was right and the second factor is still to be shown: such a session stands for nobody. */
  readonly factorDue?: boolean
  readonly factorAt?: Instant | null
}

export type SessionStore = {
  start(session: NewSession): Promise<void>
  find(hash: SessionHash): Promise<Session | null>
  seen(hash: SessionHash, at: Instant): Promise<void>
  end(hash: SessionHash): Promise<void>
  /** All of a person, the newest first. */
  ofPerson(person: PersonId): Promise<Session[]>
  /** Ends all of a person but one. */
  endOthers(person: PersonId, but: SessionHash | null): Promise<void>
  /** Ends one, if it is the person's. */
  endOf(person: PersonId, hash: SessionHash): Promise<void>
  showFactor(hash: SessionHash, at: Instant | null): Promise<void>
  setChallenge(hash: SessionHash, challenge: string | null): Promise<void>
  /** Remembers a device; true when it is new beside others that are known already. */
  addDevice(person: PersonId, device: Device): Promise<boolean>
  /** New devices that the person was not told of. */
  untoldDevices(person: PersonId): Promise<Device[]>
  tellDevices(person: PersonId, at: Instant): Promise<void>
}

/** Who tries to sign in as whom, from where. */
export type Attempt = { readonly login: string; readonly address: string; readonly at: Instant }

export type AttemptStore = {
  /** Counts the attempt as failed and gives 0; or counts nothing and gives the seconds to wait. */
  admit(attempt: Attempt): Promise<number>
  /** Takes the count back, and knows this login from this place for the rest of the day. */
  succeeded(attempt: Attempt): Promise<void>
}
