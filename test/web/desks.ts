// The office pages over the demonstration, as played up to one instant and visited at another.
import type { GroupingDesk } from '#flows'
import { webApp } from '#web'
import type { Instant } from '#kernel'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'
import { Visit } from './visit.ts'
import { groupingIntake, secrets } from '../intake.ts'

export type Desks = {
  readonly house: Demonstration
  readonly app: ReturnType<typeof webApp>
  /** Groups what waits in an office, however long it takes. */
  readonly group: GroupingDesk['group']
  /** A browser in which this account of the demonstration is signed in; `at` another process over the same database. */
  as(login: string, at?: ReturnType<typeof webApp>): Promise<Visit>
  /** A process whose groups are not in memory yet. */
  started(): ReturnType<typeof webApp>
}

export const origin = 'https://kezdesu.example'

/** Opens them; a fault of a page is thrown. Where time goes on, `now` is a clock. The caller closes the house. */
export async function openDesks(played: string, now: string | (() => Instant) = played): Promise<Desks> {
  const house = await demonstrationAt(played)
  const clock = typeof now === 'string' ? () => now as Instant : now
  const intake = groupingIntake(house.storage, clock)
  const appWith = (more: Partial<typeof intake>) =>
    webApp({
      storage: house.storage,
      books: house.books,
      ...chance,
      intake: { ...intake, ...more },
      secrets,
      clock,
      standing: { origin, proxies: 0 },
      note: () => {},
      report: (fault) => {
        throw fault
      },
    })
  const app = appWith({})
  // Words that were sent may still be on the way to their groups.
  const close = async () => {
    await intake.idle()
    await house.close()
  }
  return {
    house: { ...house, close },
    app,
    group: intake.group,
    started: () => appWith({ group: () => new Promise(() => {}), nearest: () => null }),
    async as(login, at = app) {
      const visit = new Visit(at, origin)
      await visit.signIn(login, house.accounts.find((account) => account.login === login)!.password)
      return visit
    },
  }
}
