// `kezdesu account …`: the operator gives somebody an account, or a new password to one that has lost his.
import { type Storage } from '#flows'
import { type Instant, type LocalDate, done, refuse } from '#kernel'
import {
  type PersonId,
  type Role,
  createAccount,
  giveGrant,
  hashPassword,
  operatorOffice,
  parseLogin,
  roles,
} from '#people'
import type { OfficeId } from '#territory'

export type AccountWish =
  | {
      readonly deed: 'add'
      readonly login: string
      readonly person: string
      readonly office: string
      readonly role: string
    }
  | { readonly deed: 'password'; readonly login: string }

type World = {
  readonly at: Instant
  readonly today: LocalDate
  readonly newId: () => string
  /** A fresh password, and 16 random bytes of salt for its hash. */
  readonly newPassword: () => string
  readonly newSaltBytes: () => Uint8Array
  readonly print: (line: string) => void
}

/** Prints the password once; it is kept nowhere. The exit code is 0 when it was done. */
export async function account(storage: Storage, wish: AccountWish, world: World): Promise<0 | 1> {
  const password = world.newPassword()
  const outcome =
    wish.deed === 'add'
      ? await add(storage, wish, world, password)
      : await renew(storage, wish, world, password)
  if (!outcome.ok) {
    world.print(`${wish.login}: ${outcome.refusal}; nothing was changed`)
    return 1
  }
  world.print(`${wish.login}  ${password}`)
  return 0
}

function add(storage: Storage, wish: Extract<AccountWish, { deed: 'add' }>, world: World, password: string) {
  const { login, office } = wish
  const person = { id: `person.${world.newId()}` as PersonId, name: wish.person }
  return storage.transaction<void, string>({ person: person.id, offices: [] }, async (stores) => {
    const role = roles.find((one): one is Role => one === wish.role)
    if (!role) return refuse(`the role is one of ${roles.join(', ')}`)
    if (office !== operatorOffice && !(await stores.territory.office(office as OfficeId)))
      return refuse(
        `there is no office ${office} (akim.<code>, maslikhat.<code>, a body such as health, or ${operatorOffice})`,
      )
    const made = await createAccount(stores, {
      person,
      login,
      password,
      salt: world.newSaltBytes(),
      at: world.at,
    })
    if (!made.ok) return refuse(made.refusal.code)
    const grant = { person: person.id, office: office as OfficeId, role, from: world.today, to: null }
    const given = await giveGrant(stores, grant, { by: null, at: world.at })
    return given.ok ? given : refuse(given.refusal.code)
  })
}

async function renew(storage: Storage, wish: AccountWish, world: World, password: string) {
  const login = parseLogin(wish.login)
  const hash = await hashPassword(password, world.newSaltBytes())
  return storage.transaction<void, string>({ person: null, offices: [] }, async ({ people }) => {
    if (!login || !(await people.account(login))) return refuse('there is no such account')
    await people.setPassword(login, hash)
    return done()
  })
}
