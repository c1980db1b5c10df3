// The first start of an empty house: the demonstration register, one account for each role, and a year played through.
import { type Instant, type LocalDate, type Result, done, refuse } from '#kernel'
import type { EntryId } from '#journal'
import { type Role, createAccount, giveGrant } from '#people'
import {
  type RegisterUnit,
  type UnitCode,
  akimOffice,
  loadDemonstration as loadDemonstrationUnits,
  maslikhatOffice,
} from '#territory'
import {
  type Chance,
  demonstrationGrant,
  demonstrationPerson,
  demonstrationRoles,
  playDemonstrationYear,
} from './demonstration.ts'
import type { Books } from './propose-calendar.ts'
import type { Storage } from './stores.ts'

export type DemonstrationAccount = { readonly role: Role; readonly login: string; readonly password: string }

/** The region whose district the demonstration shows at village depth: Zhambyl. */
const region = '310000000' as UnitCode

/**
 * Loads the demonstration into an empty house and gives the accounts, whose passwords are shown once and kept nowhere.
 *
 * Refuses: register-not-empty, and whatever a step of the year refuses (then nothing of the year is kept).
 */
export async function loadDemonstration(
  storage: Storage,
  books: Books,
  chance: Chance & { readonly newPassword: () => string; readonly newSaltBytes: () => Uint8Array },
  { units, today, at }: { units: readonly RegisterUnit[]; today: LocalDate; at: Instant },
): Promise<Result<DemonstrationAccount[], unknown>> {
  const offices = [akimOffice(region), maslikhatOffice(region)]
  const played = await storage.transaction({ person: null, offices }, async (stores) => {
    if (!(await loadDemonstrationUnits(stores, units))) return refuse({ code: 'register-not-empty' })
    await stores.journal.append([
      {
        id: chance.newId() as EntryId,
        type: 'demonstration-loaded',
        at,
        asserted: false,
        actor: null,
        office: null,
        subject: null,
        payload: {},
        corrects: null,
        salt: chance.newSalt(),
      },
    ])
    return playDemonstrationYear(stores, books, chance, { region, today })
  })
  if (!played.ok) return played

  const accounts: DemonstrationAccount[] = []
  for (const { role, login } of demonstrationRoles) {
    const password = chance.newPassword()
    const person = demonstrationPerson(role)
    const made = await storage.transaction<void, unknown>(
      { person: person.id, offices: [] },
      async (stores) => {
        const account = await createAccount(stores, {
          person,
          login,
          password,
          salt: chance.newSaltBytes(),
          at,
        })
        return account.ok
          ? giveGrant(stores, demonstrationGrant(role, region, today), { by: null, at })
          : account
      },
    )
    if (!made.ok) return made
    accounts.push({ role, login, password })
  }
  return done(accounts)
}
