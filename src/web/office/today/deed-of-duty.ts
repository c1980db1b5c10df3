// Where a duty is done: the very page with its form, for those who may do it.
import type { MeetingId } from '#calendar'
import type { Duties } from '#flows'
import { type LocalDate, type Period, firstDay, lastDay, yearOf } from '#kernel'
import type { Law, Verdict } from '#law'
import type { Demand } from '#meetings'
import { may } from '#people'
import { type OfficeId, type UnitCode, governmentOffice } from '#territory'
import { officeAddresses } from '../addresses.ts'
import { commissionAddresses } from '../commission/addresses.ts'
import { voiceAddresses } from '../demands/addresses.ts'
import type { Desk } from '../desk.ts'
import { type MeetingForm, meetingAddresses } from '../meetings/meeting-addresses.ts'
import { poolAddresses } from '../pool/pool-addresses.ts'
import { scheduleAddresses } from '../schedule/schedule-addresses.ts'

type Word = keyof Desk['here']['words']['today']['open']
type Asked = {
  readonly desk: Desk
  readonly duties: Duties
  readonly demands: readonly Demand[]
  readonly law: Law
  readonly verdict: Verdict
}
export type Deed = { readonly href: string; readonly word: Word }

/** Null for what is settled, for what cannot be mended any more, and for those who only read. */
export function deedOfDuty({ desk, duties, demands, law, verdict }: Asked): Deed | null {
  const { actor, office, region, here } = desk
  const { language, today } = here
  if (verdict.verdict !== 'pending' && verdict.verdict !== 'missed') return null
  const writes = may(actor, 'draft-meeting', { office: office.id, state: 'none' }, today).yes
  const signs = may(actor, 'record-holder', { office: office.id }, today).yes
  if (!writes && !signs) return null
  const demand = demands.find(({ id }) => id === verdict.subject)
  if (demand) return { href: voiceAddresses(language, office.id).demand(demand.id), word: 'demand' }
  const to = officeAddresses(language, office.id)
  const spoken = meetingOf(duties, verdict.subject) ?? plannedFor(duties, verdict, today)
  if (spoken) {
    const meeting = meetingAddresses(language, office.id)
    if (spoken.office !== office.id) return null
    const form = spoken.day >= today && verdict.subject !== null ? formOf(law, verdict, writes) : null
    if (form === 'pool')
      return writes
        ? { href: poolAddresses(language, office.id, spoken.id).pool(), word: form }
        : { href: meeting.meeting(spoken.id), word: 'meeting' }
    if (form === 'commission')
      return writes
        ? { href: commissionAddresses(language, office.id).page(), word: form }
        : { href: meeting.meeting(spoken.id), word: 'meeting' }
    return form
      ? { href: meeting.form(spoken.id, form), word: form }
      : { href: meeting.meeting(spoken.id), word: 'meeting' }
  }
  if (office.id === governmentOffice)
    return factsOf(law, verdict).includes('calendars-presented')
      ? { href: to.deliveries(), word: 'deliveries' }
      : null
  if (!office.unit) return { href: scheduleAddresses(language, office.id).all(), word: 'schedule' }
  const year = verdict.period ? yearOf(verdict.period) : null
  if (region && year && (verdict.verdict === 'pending' || lastDayOf(verdict) >= today))
    return { href: to.calendar(year), word: 'calendar' }
  return verdict.period && verdict.period.length !== 4 && writes && lastDayOf(verdict) >= today
    ? { href: meetingAddresses(language, office.id).create(), word: 'newMeeting' }
    : null
}

const lastDayOf = ({ period }: Verdict): LocalDate => lastDay(period!)

/** The facts that meet a norm. */
function factsOf(law: Law, { norm }: Verdict): readonly string[] {
  const rule = law.provision(norm)?.rule
  return rule && 'facts' in rule && 'types' in rule.facts ? rule.facts.types : []
}

/** The form of a meeting in which a norm is met. */
function formOf(
  law: Law,
  verdict: Verdict,
  writes: boolean,
): Extract<MeetingForm, Word> | 'commission' | 'pool' | null {
  const rule = law.provision(verdict.norm)?.rule
  if (!rule) return null
  if (rule.kind === 'notice') return writes ? 'notice' : 'publish'
  if (rule.kind === 'composition') return 'commission'
  if (rule.kind === 'share') return 'details'
  const facts = factsOf(law, verdict)
  if (facts.includes('guests-invited')) return 'guests'
  if (facts.includes('commission-formed')) return 'commission'
  if (facts.includes('requests-collected') || facts.includes('requests-analysed')) return 'pool'
  return facts.includes('notice-published') || facts.includes('outreach') ? 'channels' : null
}

export type MeetingSpoken = {
  readonly id: MeetingId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly day: LocalDate
}

/** The meeting whose record this is: a moved meeting has a record for each of its dates. */
export function meetingOf({ entries }: Duties, record: string | null): MeetingSpoken | undefined {
  const entry = entries.find(({ type, payload }) => type === 'meeting' && payload['id'] === record)
  return entry && ({ ...entry.payload, id: entry.subject } as MeetingSpoken)
}

/** The next planned meeting that would meet a duty of a period, in the place that it asks for. */
function plannedFor(
  { entries }: Duties,
  { subject, period }: Verdict,
  today: LocalDate,
): MeetingSpoken | undefined {
  if (!period || period.length === 4) return undefined
  const [first, last] = [firstDay(period as Period), lastDay(period as Period)]
  return entries
    .filter(({ type, payload }) => type === 'meeting' && payload['status'] === 'planned')
    .map((entry) => ({ ...entry.payload, id: entry.subject }) as MeetingSpoken)
    .filter(({ unit, day }) => (subject === null || unit === subject) && day >= first && day <= last)
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1))[0]
}
