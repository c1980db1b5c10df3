// The first start of an empty house: the demonstration register, one account for each role, and a year played through.
import { type Instant, type LocalDate, type Result, done, refuse } from '#kernel'
import type { EntryId } from '#journal'
import { type PersonId, type Role, addAccount, giveGrant, makeAccount } from '#people'
import {
  type DemonstrationMap,
  type RegisterUnit,
  type UnitCode,
  akimOffice,
  authorisedBodyOffice,
  governmentOffice,
  loadDemonstration as loadDemonstrationUnits,
  maslikhatOffice,
} from '#territory'
import { linkDemonstrationMember } from './commissions.ts'
import { demonstratedMinistries } from './schedule.ts'
import {
  type Chance,
  demonstrationGrant,
  demonstrationPerson,
  demonstrationRoles,
  demonstrationSeats,
  playDemonstrationYear,
} from './year.ts'
import { type DemonstrationIntake, demonstrateRequests } from './requests.ts'
import { demonstrateResidents } from './residents.ts'
import type { Books } from '../propose-calendar.ts'
import type { Storage } from '../stores.ts'

export type DemonstrationAccount = { readonly role: Role; readonly login: string; readonly password: string }

/** The region whose district the demonstration shows at village depth: Zhambyl. */
const region = '310000000' as UnitCode

/**
 * Loads the demonstration into an empty house and gives the accounts, whose passwords are shown once and kept nowhere.
 *
 * All or nothing, so that a first start that was broken off is a first start again: without accounts nobody could sign
 * in. Refuses: register-not-empty, and whatever a step refuses.
 */
export async function loadDemonstration(
  storage: Storage,
  books: Books,
  chance: Chance & { readonly newPassword: () => string; readonly newSaltBytes: () => Uint8Array },
  {
    units,
    map,
    today,
    at,
    intake,
  }: {
    units: readonly RegisterUnit[]
    map: DemonstrationMap
    today: LocalDate
    at: Instant
    /** Without it nobody writes in the demonstration. */
    intake?: DemonstrationIntake
  },
): Promise<Result<DemonstrationAccount[], unknown>> {
  const offices = [
    maslikhatOffice(region),
    governmentOffice,
    authorisedBodyOffice,
    ...demonstratedMinistries,
    ...units.filter(({ hasAkim }) => hasAkim).map(({ code }) => akimOffice(code)),
  ]
  // Hashing takes a core longer than the year does: the one goes on beside the other.
  const seats = seatsOf(chance, today)
  const loaded = await storage.transaction<DemonstrationAccount[], unknown>(
    { person: null, offices },
    async (stores) => {
      if (!(await loadDemonstrationUnits(stores, { units, map })))
        return refuse({ code: 'register-not-empty' })
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
      const played = await playDemonstrationYear(stores, books, chance, { region, today })
      if (!played.ok) return played

      const accounts: DemonstrationAccount[] = []
      for (const { role, login, password, grant, account: hashing } of seats) {
        const made = await hashing
        const account = made.ok ? await addAccount(stores, made.value, at) : made
        if (!account.ok) return account
        const given = await giveGrant(stores, grant, { by: null, at })
        if (!given.ok) return given
        if (role === 'commission-member') await linkDemonstrationMember(stores, grant.office, grant.person)
        accounts.push({ role, login, password })
      }
      return done(accounts)
    },
  )
  if (!loaded.ok) return loaded
  // Each resident acts for his own code alone, so that their part comes after what is all or nothing.
  const voices = await demonstrateResidents(storage, chance, { region, today, at })
  if (!voices.ok) return voices
  const written = intake ? await demonstrateRequests(storage, chance, intake, { today, at }) : done()
  return written.ok ? loaded : written
}

/** Accounts that are hashed at a time: each takes 64 MB. */
const hashedAtOnce = 2

/** Who sits where in the demonstration, each with an account that is being made and not added yet. */
function seatsOf(
  chance: { readonly newPassword: () => string; readonly newSaltBytes: () => Uint8Array },
  today: LocalDate,
) {
  const seats = [
    ...demonstrationRoles.map(({ role, login }) => ({
      role,
      login,
      person: demonstrationPerson(role),
      grant: demonstrationGrant(role, region, today),
    })),
    ...demonstrationSeats.map(({ role, login, office, name }) => {
      const person = { id: `demonstration.${login}` as PersonId, name }
      return { role, login, person, grant: { person: person.id, office, role, from: today, to: null } }
    }),
  ]
  const making: ReturnType<typeof makeAccount>[] = []
  const hashing = seats.map((seat, at) => {
    const password = chance.newPassword()
    const wish = { ...seat, password, salt: chance.newSaltBytes() }
    const account = (making[at - hashedAtOnce] ?? Promise.resolve()).then(() => makeAccount(wish))
    making.push(account)
    return { ...seat, password, account }
  })
  // A fault is thrown where its seat is waited for, which may be late or never.
  void Promise.allSettled(making)
  return hashing
}
