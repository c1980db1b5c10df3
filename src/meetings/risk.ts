// A risk that an office sees in a place: for ministers it makes a meeting mandatory, for akims it is the need of one.
import { type Act, entryBy } from '#calendar'
import { type Id, type Instant, type LocalDate, type Result, done, refuse } from '#kernel'
import { may } from '#people'
import { type OfficeId, type Post, type UnitCode, unitOfOffice } from '#territory'
import type { MeetingRefusal, MeetingStores } from './change-meeting.ts'
import type { Both, Meeting } from './meeting.ts'
import { meetingFor } from './demand-answered.ts'
import type { DemandRefusal } from './demand.ts'
import { openMeeting } from './open-meeting.ts'

export type RiskId = Id<'risk'>

/** `necessity` is what an akim sees (A826-3.1.b), the others what a central body sees (A863-3.1, G24-1.4). */
export const riskKinds = ['necessity', 'sector', 'social-tension'] as const
export type RiskKind = (typeof riskKinds)[number]

export type Risk = {
  readonly id: RiskId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly kind: RiskKind
  /** Both together call for deputy prime ministers (A863-6.2). */
  readonly highTension: boolean
  readonly destabilisation: boolean
  /** What was seen; the office alone reads it. */
  readonly words: string
  readonly at: Instant
}

export type RiskStore = {
  find(id: RiskId): Promise<Risk | null>
  ofOffice(office: OfficeId): Promise<Risk[]>
  add(risk: Risk): Promise<void>
}

export type RiskStores = MeetingStores & { readonly risks: RiskStore }

const centralPosts: readonly Post[] = ['minister', 'central-body-head']

/** The kinds that a post can register. */
export const kindsFor = (post: Post): readonly RiskKind[] =>
  centralPosts.includes(post) ? ['social-tension', 'sector'] : ['necessity']

/**
 * Registers a risk and, by it, the duty to meet: from this instant the verdict on A826-3.1.b, A863-3.1 or G24-1.4 is
 * pending until the meeting is held.
 *
 * Refuses: no-such-office, not-allowed, no-such-unit, not-your-territory.
 */
export async function registerRisk(
  stores: RiskStores,
  act: Act,
  risk: Omit<Risk, 'id' | 'at'>,
): Promise<Result<Risk, MeetingRefusal>> {
  const office = await stores.territory.office(risk.office)
  if (!office || !kindsFor(office.post).includes(risk.kind))
    return refuse({ code: 'no-such-office', office: risk.office })
  const answer = may(act.actor, 'register-risk', { office: risk.office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const lineage = await stores.territory.lineage(risk.unit, act.today)
  if (lineage.length === 0) return refuse({ code: 'no-such-unit', unit: risk.unit, day: act.today })
  const own = unitOfOffice(risk.office)
  if (own && !lineage.some(({ code }) => code === own))
    return refuse({ code: 'not-your-territory', unit: risk.unit })
  const registered: Risk = { ...risk, id: act.newId() as RiskId, at: act.at }
  const { id, unit, kind, highTension, destabilisation } = registered
  await stores.risks.add(registered)
  await stores.journal.append([
    entryBy(act, {
      type: kind === 'necessity' ? 'necessity-recorded' : 'risk-identified',
      office: risk.office,
      subject: id,
      payload: {
        id,
        office: risk.office,
        unit,
        ...(kind === 'necessity' ? {} : { kind, high_tension: highTension, destabilisation }),
      },
    }),
  ])
  return done(registered)
}

type Meet = {
  readonly risk: RiskId
  readonly unit: UnitCode
  readonly day: LocalDate
  readonly start: string
  readonly minutes: number
  /** What everybody reads about why the meeting is held. */
  readonly words: Both
}

/**
 * Opens the meeting outside the calendar or schedule that a risk calls for, in its unit or below.
 *
 * Refuses: no-such-demand (no such risk), has-a-meeting, not-your-territory, and as `openMeeting` does.
 */
export async function meetForRisk(
  stores: RiskStores,
  act: Act,
  { risk: id, unit, words, ...when }: Meet,
): Promise<Result<Meeting, DemandRefusal>> {
  const risk = await stores.risks.find(id)
  if (!risk) return refuse({ code: 'no-such-demand' })
  const meeting = await meetingFor(stores, risk)
  if (meeting) return refuse({ code: 'has-a-meeting', meeting })
  const lineage = await stores.territory.lineage(unit, when.day)
  if (lineage.length > 0 && !lineage.some(({ code }) => code === risk.unit))
    return refuse({ code: 'not-your-territory', unit })
  return openMeeting(stores, act, {
    office: risk.office,
    unit,
    ...when,
    outside: { reason: risk.kind === 'necessity' ? 'necessity' : 'risk', words, answers: [id] },
  })
}
