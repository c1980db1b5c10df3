// A new password by whoever knows the old one: every other session ends with it.
import { type Instant, type Result, done, refuse } from '#kernel'
import { type PasswordRefusal, refusalOfPassword } from './new-password.ts'
import { checkPassword, hashPassword, nobodysHash } from './password.ts'
import type { PersonId } from './person.ts'
import type { SessionHash } from './session.ts'
import type { Step } from './sign-in.ts'

/**
 * Changes the password of the first account of the person. `salt`: 16 random bytes.
 *
 * Refuses: wrong-password (and slows down guessing it), what a new password is refused for.
 */
export async function changePassword(
  step: Step,
  wish: {
    readonly person: PersonId
    readonly old: string
    readonly password: string
    readonly salt: Uint8Array
    readonly keep: SessionHash
    readonly address: string
    readonly at: Instant
  },
): Promise<Result<void, PasswordRefusal | { readonly code: 'wrong-password' }>> {
  const { person, at } = wish
  const attempt = { login: `password of ${person}`, address: wish.address, at }
  const account = await step(async ({ people, attempts }) => {
    if ((await attempts.admit(attempt)) > 0) return null
    const [login] = await people.logins(person)
    return login ? people.account(login) : null
  })
  const { right } = await checkPassword(wish.old, account?.password ?? nobodysHash)
  if (!account || !right) return refuse({ code: 'wrong-password' })
  const refusal = refusalOfPassword(wish.password, account.login)
  if (refusal) return refuse(refusal)
  const hash = await hashPassword(wish.password, wish.salt)
  await step(async ({ people, sessions, attempts }) => {
    await attempts.succeeded(attempt)
    await people.setPassword(account.login, hash)
    await sessions.endOthers(person, wish.keep)
  })
  return done()
}
