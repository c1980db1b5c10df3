// What can wait for a person at his desk: one kind for each deed that somebody else, or the law, has brought up to him.
import type { LocalDate, Period } from '#kernel'
import type { Actor } from '#people'
import type { Office, OfficeId, UnitCode } from '#territory'

/** Each kind is a deed with a form of its own; the face has one table from kind to words and address. */
export const waitingKinds = [
  'sign-notice',
  'sign-change',
  'write-part',
  'rewrite-part',
  'take-part',
  'answer-maslikhat',
  'approve-calendar',
  'publish-calendar',
  'submit-calendar',
  'receive-calendar',
  'forward-calendars',
  'propose-visits',
  'rewrite-visits',
  'take-proposal',
  'agree-schedule',
  'agree-visit',
  'assemble-schedule',
  'submit-schedule',
  'approve-schedule',
  'publish-schedule',
  'sign-procedure',
  'judge-demand',
  'draft-answer',
  'sign-answer',
  'decide-poll',
  'sort-requests',
  'confirm-merge',
  'allow-unsealing',
  'look-at-original',
  'approve-pool',
  'draw-up-pool',
  'reset-factor',
  'sign-below',
  'approve-pool-below',
  'allow-unsealing-below',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

export type Waiting = {
  readonly kind: WaitingKind
  /** Whose thing it is: the office whose meeting, part, calendar, visit or person waits. */
  readonly of: OfficeId
  /** The id of the thing: a meeting, a demand, a poll; null where the kind and the office say it all. */
  readonly id: string | null
  /** The year or period of the calendar or schedule. */
  readonly period: Period | null
  readonly unit: UnitCode | null
  /** The day that the thing is about, such as that of the meeting. */
  readonly day: LocalDate | null
  /** Until when it should be done; null where nothing sets a day. */
  readonly by: LocalDate | null
  /** How many of them wait, when they are told as one. */
  readonly count: number
}

/** Who sits where, and when. */
export type AtDesk = { readonly actor: Actor; readonly office: Office; readonly today: LocalDate }

/** A waiting thing with everything that was not said left empty. */
export const waits = (kind: WaitingKind, of: OfficeId, said: Partial<Waiting> = {}): Waiting => ({
  kind,
  of,
  id: null,
  period: null,
  unit: null,
  day: null,
  by: null,
  count: 1,
  ...said,
})
