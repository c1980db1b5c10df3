// What a release changed of the one before: moved, added, left out.
import type { ReleaseContent } from './calendar.ts'

export type ReleasedMeeting = ReleaseContent['meetings'][number]

export type ReleaseDiff = {
  readonly moved: readonly { readonly from: ReleasedMeeting; readonly to: ReleasedMeeting }[]
  readonly added: readonly ReleasedMeeting[]
  readonly dropped: readonly ReleasedMeeting[]
}

/** Meetings are the same by their id; each list is in the order of the calendar. A new name of a place is no change. */
export function releaseDiff(before: ReleaseContent, after: ReleaseContent): ReleaseDiff {
  const [old, young] = [before, after].map(({ meetings }) => new Map(meetings.map((one) => [one.id, one])))
  return {
    moved: after.meetings.flatMap((to) => {
      const from = old!.get(to.id)
      return from && whenOf(from) !== whenOf(to) ? [{ from, to }] : []
    }),
    added: after.meetings.filter(({ id }) => !old!.has(id)),
    dropped: before.meetings.filter(({ id }) => !young!.has(id)),
  }
}

export const isEmpty = ({ moved, added, dropped }: ReleaseDiff): boolean =>
  moved.length + added.length + dropped.length === 0

const whenOf = ({ day, start, plannedMinutes, form, unit, office }: ReleasedMeeting): string =>
  [day, start, plannedMinutes, form, unit, office].join(' ')
