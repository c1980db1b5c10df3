// The office pages over the demonstration, as played up to one instant and visited at another.
import { webApp } from '#web'
import type { Instant } from '#kernel'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'
import { Visit } from './visit.ts'
import { groupingIntake, secrets } from '../intake.ts'

export type Desks = {
  readonly house: Demonstration
  readonly app: ReturnType<typeof webApp>
  /** A browser in which this account of the demonstration is signed in. */
  as(login: string): Promise<Visit>
}

const origin = 'https://kezdesu.example'

/** Opens them; a fault of a page is thrown. The caller closes the house. */
export async function openDesks(played: string, now = played): Promise<Desks> {
  const house = await demonstrationAt(played)
  const intake = groupingIntake(house.storage, () => now as Instant)
  const app = webApp({
    storage: house.storage,
    books: house.books,
    ...chance,
    intake,
    secrets,
    clock: () => now as Instant,
    standing: { origin, proxies: 0 },
    note: () => {},
    report: (fault) => {
      throw fault
    },
  })
  // Words that were sent may still be on the way to their groups.
  const close = async () => {
    await intake.idle()
    await house.close()
  }
  return {
    house: { ...house, close },
    app,
    async as(login) {
      const visit = new Visit(app, origin)
      await visit.signIn(login, house.accounts.find((account) => account.login === login)!.password)
      return visit
    },
  }
}
