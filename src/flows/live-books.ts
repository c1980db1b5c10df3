// Days off as they stand now: the shipped ones with what administrators changed, reread when somebody has.
import { type Holidays, laidOver } from '#calendar'
import type { Books } from './propose-calendar.ts'
import type { Storage } from './stores.ts'

export type LiveBooks = {
  /** `holidays` is read anew at each access: keep the books, not the days. */
  readonly books: Books
  /** Asks the database for the newest revision, and for the days when it is another one. */
  refresh(): Promise<void>
}

/** The books of the house with days off that follow every change, of whichever process. */
export function liveBooks(storage: Pick<Storage, 'readPublic'>, shipped: Books): LiveBooks {
  let held: { revision: number; holidays: Holidays } = { revision: 0, holidays: shipped.holidays }
  return {
    books: {
      law: shipped.law,
      get holidays() {
        return held.holidays
      },
    },
    async refresh() {
      const found = await storage.readPublic(async ({ holidays }) => {
        const revision = await holidays.revision()
        return revision === held.revision ? null : { revision, edits: await holidays.edits() }
      })
      // Beware: two readers may come back in either order; the older word must not win.
      if (found && found.revision > held.revision)
        held = { revision: found.revision, holidays: laidOver(shipped.holidays, found.edits) }
    },
  }
}
