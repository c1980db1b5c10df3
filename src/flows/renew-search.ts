// When the rules of words have changed, lines that were made by earlier ones are made anew: office by office, in small
// transactions, while the old lines still serve.
import { done } from '#kernel'
import type { OfficeId } from '#territory'
import type { Storage } from './stores.ts'

/** Gives how many lines were made anew before `goOn` said no; safe to die in the middle, and to run twice at once. */
export async function renewSearch(
  storage: Pick<Storage, 'readOffice' | 'transaction'>,
  goOn: () => boolean = () => true,
  atOnce = 200,
): Promise<number> {
  const offices = await storage.readOffice({ person: null, offices: [] }, ({ search }) =>
    search.officesToRenew(),
  )
  let renewed = 0
  for (const office of offices)
    while (goOn()) {
      const made = await storage.transaction({ person: null, offices: [office] }, async ({ search }) =>
        done(await search.renew(office as OfficeId, atOnce)),
      )
      if (!made.ok || made.value === 0) break
      renewed += made.value
    }
  return renewed
}
