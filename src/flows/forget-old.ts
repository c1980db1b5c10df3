// What must go, goes: everything that is kept for a term, let go of in one place, at the start and once a day.
import { type Instant, done } from '#kernel'
import type { Storage } from './stores.ts'

/**
 * Receipts after 30 days, refused deeds after a year, spent challenges when they are over, brought files of requests after
 * three days, files of requests, what was sealed and the addresses left with requests after 400 days, unconfirmed
 * subscriptions after seven.
 */
export async function forgetOld(
  storage: Pick<Storage, 'transaction' | 'sealed'>,
  at: Instant,
): Promise<void> {
  await storage.transaction({ person: null, offices: [] }, async (stores) => {
    await stores.receipts.forgetOld()
    await stores.denied.forgetOld()
    await stores.challenges.forgetOld(at)
    await stores.requestImports.forgetOld()
    await stores.requestFiles.forgetOld()
    return done()
  })
  await storage.sealed(async ({ subscriptions, originals }) => {
    await subscriptions.forgetOld()
    await originals.forgetOld()
  })
}
