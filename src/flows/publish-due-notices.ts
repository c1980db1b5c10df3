// Notices that were signed beforehand go out at their instant, on behalf of those who signed them.
import type { Act } from '#calendar'
import { type Instant, done } from '#kernel'
import { publishSigned } from '#meetings'
import { localDay } from '#territory'
import { noticeTermOf, tellOfNotice } from './announce.ts'
import type { Chance } from './demonstration/year.ts'
import type { Books } from './propose-calendar.ts'
import type { Storage } from './stores.ts'

/**
 * One turn of the clock: publishes what is due, each in a transaction of its own. Gives how many went out.
 *
 * Two processes may do it at once: a notice belongs to whoever saves its meeting first. A fault with one keeps nobody
 * else waiting; it is told to `failed` and tried again at the next turn.
 */
export async function publishDueNotices(
  storage: Pick<Storage, 'transaction' | 'readOffice'>,
  books: Pick<Books, 'law'>,
  chance: Chance,
  at: Instant,
  failed: (fault: unknown) => void,
): Promise<number> {
  const due = await storage.readOffice({ person: null, offices: [] }, ({ meetings }) => meetings.due(at))
  let published = 0
  for (const { meeting: id, office, signedBy } of due) {
    try {
      const outcome = await storage.transaction({ person: signedBy, offices: [office] }, async (stores) => {
        const today = localDay(at, null)
        const person = await stores.people.person(signedBy)
        // Beware: the grants of today, not those of the signature: a right that was taken back signs nothing.
        const grants = await stores.people.grants(signedBy, today)
        const meeting = await stores.meetings.find(id)
        if (!person || !meeting) return done(null)
        const act: Act = { actor: { person, grants, signedInAt: at }, at, today, ...chance, asserted: false }
        const term = await noticeTermOf(stores, books.law, meeting)
        const result = await publishSigned(stores, act, { meeting: id, term })
        if (result.ok && result.value) await tellOfNotice(stores, act, result.value)
        return result
      })
      if (outcome.ok && outcome.value) published++
    } catch (fault) {
      failed(fault)
    }
  }
  return published
}
