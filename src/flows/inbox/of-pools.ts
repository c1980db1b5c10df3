// Pools of the own office: a draft that waits for its approval, and a meeting that is near and has none.
import { addDays, yearOf } from '#kernel'
import { meetingOf } from '#meetings'
import { may } from '#people'
import { wantsOf } from '#requests'
import type { Stores } from '../stores.ts'
import { type AtDesk, type Waiting, waits } from './waiting.ts'

/** From so many days before a meeting its pool is asked for. */
const near = 10

export async function ofPools(stores: Stores, desk: AtDesk): Promise<Waiting[]> {
  return [...(await toApprove(stores, desk)), ...(await toDrawUp(stores, desk))]
}

async function toApprove(stores: Stores, { actor, office, today }: AtDesk): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const { meeting: id, lines, editors } of await stores.pools.drafts(office.id)) {
    const thing = { office: office.id, state: 'drafted' as const, editedBy: editors }
    if (!may(actor, 'approve-pool', thing, today).yes) continue
    const inside = lines.filter(({ out }) => !out)
    if (inside.length === 0 || inside.some((line) => wantsOf(line).length > 0)) continue
    const meeting = await meetingOf(stores.meetings, id)
    if (meeting?.state !== 'planned' || meeting.day < today) continue
    found.push(
      waits('approve-pool', office.id, { id, unit: meeting.unit, day: meeting.day, by: meeting.day }),
    )
  }
  return found
}

/** Only where residents have asked something: without a word of theirs there is no pool. */
async function toDrawUp(stores: Stores, { actor, office, today }: AtDesk): Promise<Waiting[]> {
  if (!may(actor, 'triage-requests', { office: office.id }, today).yes) return []
  const [grouped] = await stores.requests.ofOffice(office.id, { fate: 'grouped', limit: 1 })
  if (!grouped && (await stores.requests.waiting(office.id)) === 0) return []
  const until = addDays(today, near)
  const years = [...new Set([yearOf(today), yearOf(until)])]
  const ahead = (await Array.fromAsync(years, (year) => stores.readings.meetingsOf(office.id, year)))
    .flat()
    .filter(({ day, status }) => status === 'planned' && day >= today && day <= until)
  const found: Waiting[] = []
  for (const { id, unit, day } of ahead)
    if ((await stores.pools.versions(id)).length === 0)
      found.push(waits('draw-up-pool', office.id, { id, unit: unit.code, day, by: day }))
  return found
}
