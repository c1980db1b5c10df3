// How far a meeting has come on the day of the question.
import type { Day } from '../days.ts'
import type { Meeting } from '../world.ts'

/** `passed`: its day is over and nobody recorded whether it took place. `gone`: cancelled or moved. */
export type MeetingState = 'planned' | 'held' | 'passed' | 'gone'

export function stateOf(meeting: Meeting, asOf: Day): MeetingState {
  const { status } = meeting.fact
  if (status === 'cancelled' || status === 'moved') return 'gone'
  if (meeting.day > asOf) return 'planned'
  if (status === 'held') return 'held'
  return meeting.day < asOf ? 'passed' : 'planned'
}

/** Held by the holder or the acting one (AMB-01), or still planned. */
export function isOwn(meeting: Meeting, asOf: Day): boolean {
  const { held_by, status } = meeting.fact
  return held_by === 'holder' || held_by === 'acting' || status === 'planned' || meeting.day > asOf
}

export const isHeld = (meeting: Meeting, asOf: Day): boolean =>
  meeting.fact.status === 'held' && meeting.day <= asOf

/** Own, held, and known by the day of the question. */
export const isOwnHeld = (meeting: Meeting, asOf: Day): boolean =>
  isHeld(meeting, asOf) && isOwn(meeting, asOf)
