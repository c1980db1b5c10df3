// What the law asks about one meeting, and how it stands: notice, time for questions, what follows.
import { type Duties, type PublicMeeting, type Stores, dutiesOf, factOf, statutory } from '#flows'
import { type LocalDate, localDate, yearOf } from '#kernel'
import { type Explained, type Law, type Provision, type Verdict, evaluate, explain, prepareWorld } from '#law'
import type { OfficeId } from '#territory'

export type MeetingDuty = { readonly provision: Provision; readonly verdict: Verdict }

export type MeetingLaw = {
  readonly duties: Duties
  /** Everything asked of this meeting, announcement first. */
  readonly asked: readonly MeetingDuty[]
  readonly notice: Explained | null
  /** The frequency rule that brings the meeting about. */
  readonly ground: Explained | null
  /** The longest a report may last, in minutes, by the rule on its share; null without such a rule. */
  readonly reportMinutes: number | null
}

export async function meetingLaw(
  stores: Stores,
  law: Law,
  meeting: PublicMeeting,
  asOf: LocalDate,
): Promise<MeetingLaw | null> {
  const horizon = localDate(`${Math.max(yearOf(meeting.day), yearOf(asOf))}-12-31`)
  const duties = await dutiesOf(stores, law, meeting.office.id, { asOf, horizon })
  if (!duties) return null
  const asked = duties.verdicts
    .filter(({ subject }) => subject === meeting.record)
    .map((verdict) => ({ verdict, provision: law.provision(verdict.norm)! }))
    .toSorted((a, b) => rank(a.provision) - rank(b.provision))
  const told = (verdict: Verdict | undefined) =>
    verdict ? (explain(law, duties.world, verdict, { asOf, horizon }) ?? null) : null
  const share = asked.find(({ provision: { rule } }) => rule.kind === 'share' && rule.at_most)?.provision.rule
  return {
    duties,
    asked,
    notice: told(asked.find(({ provision }) => provision.rule.kind === 'notice')?.verdict),
    ground: told(
      duties.verdicts.find(
        ({ norm, subject, period }) =>
          norm === meeting.norm && subject === meeting.unit.code && period === meeting.period,
      ),
    ),
    reportMinutes:
      share?.kind === 'share' && share.at_most
        ? (meeting.plannedMinutes * share.at_most.part) / share.at_most.of
        : null,
  }
}

const rank = ({ rule }: Provision): number => (rule.kind === 'notice' ? 0 : rule.kind === 'share' ? 1 : 2)

/** The verdict on the announcement of each of these meetings. Light: only their own facts, only that norm. */
export async function noticeVerdicts(
  { journal }: Pick<Stores, 'journal'>,
  law: Law,
  meetings: readonly PublicMeeting[],
  asOf: LocalDate,
): Promise<ReadonlyMap<string, Verdict>> {
  if (meetings.length === 0) return new Map()
  const norms = law.provisions.filter(({ rule }) => rule.kind === 'notice').map(({ id }) => id)
  const offices = new Map(meetings.map(({ office }) => [office.id, office]))
  const chains = meetings.flatMap(({ unit, above }) => [unit, ...above])
  const territory = [...new Map(chains.map((unit) => [unit.code, unit])).values()]
  const entries = await journal.entries({ subjects: meetings.map(({ id }) => id) })
  const facts = statutory(
    entries.filter(({ office }) => office !== null && offices.has(office as OfficeId)),
  ).map(factOf)
  const world = prepareWorld({ territory, offices: [...offices.values()], facts })
  const meetingOf = new Map(meetings.map(({ id, record }) => [record, id]))
  return new Map(
    evaluate(law, world, { asOf, norms }).flatMap((verdict) => {
      const id = meetingOf.get(verdict.subject!)
      return id ? [[id, verdict] as const] : []
    }),
  )
}
