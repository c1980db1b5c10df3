// The office pages over the demonstration, as played up to one instant and visited at another.
import type { GroupingDesk } from '#flows'
import type { Instant } from '#kernel'
import { type Demonstration, demonstrationAt } from '../demonstration.ts'
import { groupingIntake } from '../intake.ts'
import { origin, siteOver } from './site.ts'
import { Visit } from './visit.ts'

export { origin }

export type Desks = {
  readonly house: Demonstration
  readonly app: ReturnType<typeof siteOver>
  /** Groups what waits in an office, however long it takes. */
  readonly group: GroupingDesk['group']
  /** A browser in which this account of the demonstration is signed in; `at` another process over the same database. */
  as(login: string, at?: ReturnType<typeof siteOver>): Promise<Visit>
  /** A process whose groups are not in memory yet. */
  started(): ReturnType<typeof siteOver>
}

/** Opens them; a fault of a page is thrown. Where time goes on, `now` is a clock. The caller closes the house. */
export async function openDesks(played: string, now: string | (() => Instant) = played): Promise<Desks> {
  const house = await demonstrationAt(played)
  const clock = typeof now === 'string' ? () => now as Instant : now
  const intake = groupingIntake(house.storage, clock)
  const appWith = (more: Partial<typeof intake>) =>
    siteOver({ ...house, clock }, { intake: { ...intake, ...more } })
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
