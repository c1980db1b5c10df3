// An account: a login and a password by which a person signs in.
import type { PasswordHash } from './password.ts'
import type { Person } from './person.ts'

declare const login: unique symbol
/** Lower-case Latin letters, digits, dot, dash and underscore: no look-alike letters, nothing to misspell. */
export type Login = string & { readonly [login]: true }

export type Account = { readonly login: Login; readonly person: Person; readonly password: PasswordHash }

const shape = /^[a-z0-9][a-z0-9._-]{2,63}$/

/** What was typed as a login: without outer blanks, in lower case; undefined when no account can be called so. */
export function parseLogin(typed: string): Login | undefined {
  const folded = typed.normalize('NFKC').trim().toLowerCase()
  return shape.test(folded) ? (folded as Login) : undefined
}
