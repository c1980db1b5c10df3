// A meeting was moved: what was collected and analysed for it holds for its new date, too.
import type { Act } from '#calendar'
import type { JournalStore } from '#journal'
import { type Meeting, meetingEntry } from '#meetings'
import { collectedOf } from './approve-pool.ts'

/** Tells the law of the new date what it knew of the one before. Law: A826-3.4.b, A863-3.5.b; AMB-14. */
export async function keepCollected(
  { journal }: { readonly journal: JournalStore },
  act: Act,
  meeting: Meeting,
  recordBefore: string,
): Promise<void> {
  const { channels, analysed } = await collectedOf({ journal }, { id: meeting.id, record: recordBefore })
  const about = { meeting: meeting.record }
  await journal.append([
    ...channels.map((channel) => meetingEntry(act, meeting, 'requests-collected', { ...about, channel })),
    ...(analysed ? [meetingEntry(act, meeting, 'requests-analysed', about)] : []),
  ])
}
