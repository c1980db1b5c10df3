// What a release changed of the one before: moved, added, left out.
import type { ReleaseContent } from './calendar.ts'

export type ReleasedMeeting = ReleaseContent['meetings'][number]

/** What a diff looks at; releases of the ministers' schedule have it too. */
type Dated = Pick<ReleasedMeeting, 'id' | 'day' | 'start' | 'plannedMinutes' | 'form' | 'unit' | 'office'>
type Released<M> = { readonly meetings: readonly M[] }

export type ReleaseDiff<M extends Dated = ReleasedMeeting> = {
  readonly moved: readonly { readonly from: M; readonly to: M }[]
  readonly added: readonly M[]
  readonly dropped: readonly M[]
}

/** Meetings are the same by their id; each list is in the order of the calendar. A new name of a place is no change. */
export function releaseDiff<M extends Dated>(before: Released<M>, after: Released<M>): ReleaseDiff<M> {
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

export const isEmpty = <M extends Dated>({ moved, added, dropped }: ReleaseDiff<M>): boolean =>
  moved.length + added.length + dropped.length === 0

const whenOf = ({ day, start, plannedMinutes, form, unit, office }: Dated): string =>
  [day, start, plannedMinutes, form, unit, office].join(' ')
