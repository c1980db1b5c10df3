// Notices and changes of the own office that wait for a signature.
import { noticeClock, obstacle, thingOf } from '#meetings'
import { may } from '#people'
import { localDay } from '#territory'
import { noticeTermOf } from '../announce.ts'
import type { Books } from '../propose-calendar.ts'
import type { Stores } from '../stores.ts'
import { type AtDesk, type Waiting, waits } from './waiting.ts'

export async function ofMeetings(
  stores: Stores,
  { law }: Books,
  { actor, office, today }: AtDesk,
): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const meeting of await stores.meetings.unsigned([office.id], today)) {
    const { id, unit, day, change } = meeting
    const signs = change?.kind === 'cancel' ? 'cancel-meeting' : 'move-meeting'
    if (change && may(actor, signs, thingOf(meeting, signs), today).yes)
      found.push(waits('sign-change', office.id, { id, unit, day, by: day }))
    if (
      meeting.editors.length > 0 &&
      obstacle(meeting, today) === null &&
      may(actor, 'publish-notice', thingOf(meeting, 'publish-notice'), today).yes
    ) {
      const term = await noticeTermOf(stores, law, meeting)
      const last = term && noticeClock(term, unit).last
      const by = last ? localDay(last, unit) : null
      found.push(waits('sign-notice', office.id, { id, unit, day, by }))
    }
  }
  return found
}
