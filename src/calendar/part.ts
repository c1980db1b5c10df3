// The part of one office in the calendar of its region: who was asked, what he answered, whether it was taken.
import { type Result, done, refuse } from '#kernel'
import type { Instant } from '#kernel'
import { type PersonId, type ThingState, type Verb, may } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { CalendarId, CalendarRefusal, Entry, MeetingId } from './calendar.ts'
import type { Act, CalendarStores } from './change-calendar.ts'

/**
 * `asked`: the office writes; `sent`: it lies with the region; `returned`: back with a reason, the office writes
 * again; `taken`: its meetings stand in the calendar, word for word; `planned`: the planner's dates stand in the
 * calendar, and they are the region's own text.
 */
export const partStates = ['asked', 'sent', 'returned', 'taken', 'planned'] as const
export type PartState = (typeof partStates)[number]

/** What may follow what, while the calendar is a draft. */
export const partSteps = {
  asked: ['sent', 'planned'],
  sent: ['taken', 'returned', 'asked'],
  returned: ['sent', 'planned'],
  taken: ['returned'],
  planned: ['asked'],
} as const satisfies Record<PartState, readonly PartState[]>

export type Part = {
  readonly calendar: CalendarId
  readonly office: OfficeId
  readonly region: UnitCode
  readonly unit: UnitCode
  readonly year: number
  readonly state: PartState
  /** Rises by one with each change; an edit names the revision that it saw. */
  readonly revision: number
  readonly editors: readonly PersonId[]
  readonly sentAt: Instant | null
  /** Why the region gave it back. */
  readonly reason: string | null
}

/** What parts need remembered; storage implements it. */
export type PartStore = {
  find(calendar: CalendarId, office: OfficeId): Promise<Part | null>
  ofCalendar(calendar: CalendarId): Promise<Part[]>
  /** The parts of an office, the latest year first. */
  ofOffice(office: OfficeId): Promise<Part[]>
  add(parts: readonly Part[]): Promise<void>
  /** `false` when somebody was faster. */
  save(part: Part): Promise<boolean>
  /** The office's own text; the region sees it only once it was sent up. */
  entries(calendar: CalendarId, office: OfficeId): Promise<Entry[]>
  addEntries(entries: readonly Entry[]): Promise<void>
  saveEntry(entry: Entry): Promise<void>
  dropEntry(calendar: CalendarId, meeting: MeetingId): Promise<void>
  clear(calendar: CalendarId, office: OfficeId): Promise<void>
}

export type PartStores = CalendarStores & { readonly parts: PartStore }

export type OnPart = {
  readonly calendar: CalendarId
  readonly office: OfficeId
  readonly revision: number
}

/** How the policy names the state of a part: what was taken still counts as sent up, what was planned as not begun. */
const inPolicy = {
  asked: 'drafted',
  sent: 'sent',
  returned: 'returned',
  taken: 'sent',
  planned: 'none',
} as const satisfies Record<PartState, ThingState>

/** Whether the actor may do this to the part. */
export const mayPart = (act: Pick<Act, 'actor' | 'today'>, verb: Verb, part: Part) =>
  may(
    act.actor,
    verb,
    {
      office: part.office,
      unit: part.unit,
      above: [part.region],
      state: inPolicy[part.state],
      editedBy: part.editors,
    },
    act.today,
  )

/**
 * Finds a part and lets the actor take the verb on it, at the revision that he saw and while the calendar is a draft.
 *
 * Refuses: no-such-part, not-allowed, part-state, wrong-state, changed-meanwhile.
 */
export async function partFor(
  stores: PartStores,
  act: Act,
  { calendar: id, office, revision }: OnPart,
  verb: Verb,
): Promise<Result<Part, CalendarRefusal>> {
  const part = await stores.parts.find(id, office)
  const calendar = await stores.calendars.find(id)
  if (!part || !calendar) return refuse({ code: 'no-such-part' })
  const answer = mayPart(act, verb, part)
  if (!answer.yes)
    return answer.no.code === 'wrong-state'
      ? refuse({ code: 'part-state', state: part.state })
      : refuse({ code: 'not-allowed', why: answer.no })
  if (calendar.state !== 'drafted') return refuse({ code: 'wrong-state', state: calendar.state })
  if (part.revision !== revision) return refuse({ code: 'changed-meanwhile', revision: part.revision })
  return done(part)
}

/** Takes a part to its next state. Refuses: part-state, changed-meanwhile when somebody else was faster. */
export async function stepPart(
  stores: PartStores,
  part: Part,
  change: Partial<Part>,
): Promise<Result<Part, CalendarRefusal>> {
  const steps: readonly PartState[] = partSteps[part.state]
  if (change.state !== undefined && change.state !== part.state && !steps.includes(change.state))
    return refuse({ code: 'part-state', state: part.state })
  const next: Part = { ...part, ...change, revision: part.revision + 1 }
  if (!(await stores.parts.save(next))) return refuse({ code: 'changed-meanwhile', revision: part.revision })
  return done(next)
}
