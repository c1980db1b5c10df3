// What an office brings up to the one above it: a lost factor, and a signature where it has no free signer of its own.
import type { Act } from '#calendar'
import { type Instant, instantOf, milliseconds } from '#kernel'
import { type Meeting, type SignedVerb, obstacle, signedBy } from '#meetings'
import { type Thing, may } from '#people'
import { hoursAfter, hoursToAllow, poolSignedBy, unsealingSignedBy } from '#requests'
import { type OfficeId, type UnitCode, akimOffice, bodiesOn, governmentOffice, localDay } from '#territory'
import type { Stores } from '../stores.ts'
import { type AtDesk, type Waiting, waits } from './waiting.ts'

export async function ofOfficesBelow(stores: Stores, desk: AtDesk, at: Instant): Promise<Waiting[]> {
  const offices = await officesBelow(stores, desk)
  if (offices.length === 0) return []
  const over: Over = { act: { actor: desk.actor, today: desk.today, at }, offices }
  const resets = await stores.factors.officesWithResets(offices)
  return [
    ...resets.map((office) => waits('reset-factor', office)),
    ...(await toStandInFor(stores, over)),
    ...(await toApproveFor(stores, over)),
    ...(await toAllowFor(stores, over)),
  ]
}

/** Who looks from above, when, and over which offices. */
type Over = {
  readonly act: Pick<Act, 'actor' | 'today' | 'at'>
  readonly offices: readonly OfficeId[]
}

/** The offices for which the actor may stand in from the desk above them. */
async function officesBelow(stores: Stores, { actor, office, today }: AtDesk): Promise<OfficeId[]> {
  const { unit } = office
  const things: Thing[] = unit
    ? (await stores.territory.officesBelow(unit, today)).map((below) => ({
        office: below.id,
        post: below.post,
        above: [unit],
        ...(below.unit && { unit: below.unit }),
      }))
    : office.id === governmentOffice
      ? [
          ...(await stores.territory.children(null, today)).flatMap(({ code }) => regionThing(code)),
          ...bodiesOn(today).map(({ id, post }) => ({ office: id, post })),
        ]
      : []
  return things.flatMap((thing) =>
    thing.office !== office.id && may(actor, 'stand-in', thing, today).yes ? [thing.office] : [],
  )
}

const regionThing = (code: UnitCode): Thing[] => [{ office: akimOffice(code), unit: code, above: [] }]

/** Their meetings in which this person may sign as the one above. */
async function toStandInFor(stores: Stores, { act, offices }: Over): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const meeting of await stores.meetings.unsigned(offices, act.today))
    if (await mayStandIn(stores, act, meeting)) {
      const { id, office, unit, day } = meeting
      found.push(waits('sign-below', office, { id, unit, day }))
    }
  return found
}

/** Their pools that this person may approve as the one above. */
async function toApproveFor(stores: Stores, { act, offices }: Over): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const { meeting: id, office, editors } of await stores.pools.unapproved(offices)) {
    const meeting = await stores.readings.meeting(id)
    if (meeting?.status !== 'planned' || meeting.day < act.today) continue
    const { day, start, unit } = meeting
    const about = { office, day, start, unit: unit.code }
    const answer = await poolSignedBy(stores, act, about, { editors })
    if (answer.ok && answer.value === 'signer-above')
      found.push(waits('approve-pool-below', office, { id, unit: unit.code, day, by: day }))
  }
  return found
}

/** What they ask to see, having no second person to allow it. */
async function toAllowFor(stores: Stores, { act, offices }: Over): Promise<Waiting[]> {
  const found: Waiting[] = []
  const since = instantOf(milliseconds(act.at) - hoursToAllow * 3_600_000)
  for (const unsealing of await stores.unsealings.waitingAt(offices, since)) {
    const { id, office, askedAt } = unsealing
    const answer = await unsealingSignedBy(stores, act, unsealing)
    if (answer.ok && answer.value === 'signer-above')
      found.push(
        waits('allow-unsealing-below', office, { id, by: localDay(hoursAfter(askedAt, hoursToAllow), null) }),
      )
  }
  return found
}

/** Whether something in the meeting waits for a signature that only somebody above can give. */
export async function mayStandIn(
  stores: Pick<Stores, 'people' | 'territory'>,
  act: Pick<Act, 'actor' | 'today' | 'at'>,
  meeting: Meeting,
): Promise<boolean> {
  const verbs: SignedVerb[] = []
  if (meeting.change) verbs.push(meeting.change.kind === 'move' ? 'move-meeting' : 'cancel-meeting')
  if (meeting.editors.length > 0 && obstacle(meeting, act.today) === null) verbs.push('publish-notice')
  for (const verb of verbs) {
    const answer = await signedBy(stores, act, meeting, verb, null)
    if (answer.ok && answer.value === 'signer-above') return true
  }
  return false
}
