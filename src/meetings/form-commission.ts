// The commission that prepares the meetings of an office: formed once, standing until another is (AMB-18).
import type { Act } from '#calendar'
import type { EntryId } from '#journal'
import { type Result, done, refuse } from '#kernel'
import { may } from '#people'
import type { OfficeId } from '#territory'
import type { MeetingRefusal, MeetingStores } from './change-meeting.ts'

/**
 * Records that the office has formed its commission, and which bodies have no members in the unit at all.
 *
 * Law: A826-3.4.a. Refuses: not-allowed.
 */
export async function formCommission(
  { journal }: Pick<MeetingStores, 'journal'>,
  act: Act,
  command: {
    readonly office: OfficeId
    readonly members: readonly string[]
    readonly absent: readonly string[]
  },
): Promise<Result<void, MeetingRefusal>> {
  const { office, members, absent } = command
  const answer = may(act.actor, 'draft-meeting', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  await journal.append([
    {
      id: act.newId() as EntryId,
      type: 'commission-formed',
      at: act.at,
      asserted: act.asserted,
      actor: act.actor.person.id,
      office,
      subject: null,
      payload: { office, members, ...(absent.length > 0 ? { absent_bodies: absent } : {}) },
      corrects: null,
      salt: act.newSalt(),
    },
  ])
  return done()
}
