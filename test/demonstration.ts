// The demonstration over a fresh database: accounts, a played year, and the acts, for tests of pages and flows.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readHolidays } from '#calendar'
import { type Books, type DemonstrationAccount, loadDemonstration } from '#flows'
import type { Instant } from '#kernel'
import { readActs } from '#law'
import { type RegisterUnit, localDay, readDemonstration, readDemonstrationMap } from '#territory'
import { chance, root } from '../src/serve.ts'
import { type FreshDatabase, filledTemplate, freshDatabase } from './fresh-database.ts'

export const books = (): Books => ({
  law: readActs(join(root, 'acts')),
  holidays: readHolidays(join(root, 'data/holidays.yaml')),
})

export { chance }

export type Demonstration = FreshDatabase & {
  readonly books: Books
  readonly accounts: readonly DemonstrationAccount[]
}

/** A database with the demonstration, and more units where a test wants them, as loaded at this instant; the caller closes it. */
export async function demonstrationAt(
  at: string,
  more: readonly RegisterUnit[] = [],
): Promise<Demonstration> {
  const law = books()
  const contents = createHash('sha256')
    .update(JSON.stringify([at, more]))
    .digest('hex')
  const template = `demonstration_${contents.slice(0, 16)}`
  const accounts = await filledTemplate(template, async (storage) => {
    const loaded = await loadDemonstration(storage, law, chance, {
      units: [...readDemonstration(join(root, 'data/demonstration/territory.yaml')), ...more],
      map: readDemonstrationMap(join(root, 'data/demonstration/map.yaml')),
      today: localDay(at as Instant, null),
      at: at as Instant,
    })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
    return JSON.stringify(loaded.value)
  })
  const database = await freshDatabase(template)
  return { ...database, books: law, accounts: JSON.parse(accounts) as DemonstrationAccount[] }
}
