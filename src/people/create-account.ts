// A new account for a person, and the grants a person acts by.
import { type Disguise, type Instant, type Result, disguiseOf, done, refuse } from '#kernel'
import { type Account, type Login, parseLogin } from './account.ts'
import { type PasswordRefusal, refusalOfPassword } from './new-password.ts'
import { hashPassword } from './password.ts'
import type { Grant, Person } from './person.ts'
import type { By, PeopleStore } from './store.ts'

export type AccountRefusal =
  | PasswordRefusal
  | Disguise
  | { readonly code: 'login-not-usable' }
  | { readonly code: 'login-taken'; readonly login: Login }

type NewAccount = {
  readonly person: Person
  readonly login: string
  readonly password: string
  readonly salt: Uint8Array
}

/** Adds the person where he is new, and an account for him. `salt`: 16 random bytes. Refuses: `AccountRefusal`. */
export async function createAccount(
  stores: { people: PeopleStore },
  command: NewAccount & { at: Instant },
): Promise<Result<Account, AccountRefusal>> {
  const made = await makeAccount(command)
  return made.ok ? addAccount(stores, made.value, command.at) : made
}

/** An account with its password hashed, which takes a core a fraction of a second; not added yet. Refuses all but login-taken. */
export async function makeAccount(command: NewAccount): Promise<Result<Account, AccountRefusal>> {
  const login = parseLogin(command.login)
  if (!login) return refuse({ code: 'login-not-usable' })
  const disguise = disguiseOf(command.person.name)
  if (disguise) return refuse(disguise)
  const refusal = refusalOfPassword(command.password, login)
  if (refusal) return refuse(refusal)
  return done({
    login,
    person: command.person,
    password: await hashPassword(command.password, command.salt),
  })
}

/** Adds an account that was made. Refuses: login-taken. */
export async function addAccount(
  stores: { people: PeopleStore },
  account: Account,
  at: Instant,
): Promise<Result<Account, AccountRefusal>> {
  await stores.people.addPerson(account.person)
  if (!(await stores.people.addAccount(account, at)))
    return refuse({ code: 'login-taken', login: account.login })
  return done(account)
}

export type GrantRefusal =
  | { readonly code: 'grant-to-oneself' }
  | { readonly code: 'grant-ends-before-it-begins' }
  | { readonly code: 'grant-held-already' }

/** Gives a person a role in an office. Refuses: `GrantRefusal`. */
export async function giveGrant(
  stores: { people: PeopleStore },
  grant: Grant,
  given: By,
): Promise<Result<void, GrantRefusal>> {
  if (given.by === grant.person) return refuse({ code: 'grant-to-oneself' })
  if (grant.to !== null && grant.to < grant.from) return refuse({ code: 'grant-ends-before-it-begins' })
  return (await stores.people.addGrant(grant, given)) ? done() : refuse({ code: 'grant-held-already' })
}
