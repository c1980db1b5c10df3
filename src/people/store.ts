// What people needs remembered; storage implements it.
import type { Instant, LocalDate } from '#kernel'
import type { Account, Login } from './account.ts'
import type { PasswordHash } from './password.ts'
import type { Grant, Person, PersonId } from './person.ts'
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
}

export type SessionStore = {
  start(session: { hash: SessionHash; person: PersonId; at: Instant }): Promise<void>
  find(hash: SessionHash): Promise<Session | null>
  seen(hash: SessionHash, at: Instant): Promise<void>
  end(hash: SessionHash): Promise<void>
}

/** Who tries to sign in as whom, from where. */
export type Attempt = { readonly login: string; readonly address: string; readonly at: Instant }

export type AttemptStore = {
  /** Counts the attempt as failed and gives 0; or counts nothing and gives the seconds to wait. */
  admit(attempt: Attempt): Promise<number>
  /** Takes the count back, and knows this login from this place for the rest of the day. */
  succeeded(attempt: Attempt): Promise<void>
}
