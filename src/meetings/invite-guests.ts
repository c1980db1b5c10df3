// Guests: invited by category, which the law asks about, and by name, which is nobody else's business.
import type { Act, MeetingId } from '#calendar'
import { type Id, type Result, disguiseOf, done, refuse } from '#kernel'
import { type MeetingRefusal, type MeetingStores, meetingEntry, meetingFor } from './change-meeting.ts'
import type { Guest, Reply } from './guest.ts'

/**
 * Invites guests of one category. The law learns of the category, never of the names.
 *
 * Law: A826-4. Refuses: no-such-meeting, not-allowed, cancelled-already, past-day, letters-mixed, letters-hidden.
 */
export async function inviteGuests(
  stores: MeetingStores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly category: string; readonly names: readonly string[] },
): Promise<Result<readonly Guest[], MeetingRefusal>> {
  const found = await meetingFor(stores, act, { ...command, revision: null }, 'invite-guest')
  if (!found.ok) return found
  const meeting = found.value
  if (meeting.day < act.today) return refuse({ code: 'past-day', day: meeting.day })
  const { category } = command
  for (const name of command.names) {
    const disguise = disguiseOf(name)
    if (disguise) return refuse(disguise)
  }
  const guests = command.names.map((name): Guest => ({
    id: act.newId() as Id<'guest'>,
    meeting: meeting.id,
    office: meeting.office,
    category,
    name,
    invitedAt: act.at,
    reply: 'none',
    repliedAt: null,
  }))
  for (const guest of guests) await stores.meetings.saveGuest(guest)
  await stores.journal.append([
    meetingEntry(act, meeting, 'guests-invited', { meeting: meeting.record, categories: [category] }),
  ])
  return done(guests)
}

/** Notes what a guest answered. Refuses: no-such-meeting, not-allowed, cancelled-already, no-such-guest. */
export async function recordReply(
  stores: MeetingStores,
  act: Act,
  {
    meeting: id,
    guest,
    reply,
  }: { readonly meeting: MeetingId; readonly guest: string; readonly reply: Reply },
): Promise<Result<Guest, MeetingRefusal>> {
  const found = await meetingFor(stores, act, { meeting: id, revision: null }, 'invite-guest')
  if (!found.ok) return found
  const known = (await stores.meetings.guests(id)).find((one) => one.id === guest)
  if (!known) return refuse({ code: 'no-such-guest' })
  const replied: Guest = { ...known, reply, repliedAt: reply === 'none' ? null : act.at }
  await stores.meetings.saveGuest(replied)
  return done(replied)
}
