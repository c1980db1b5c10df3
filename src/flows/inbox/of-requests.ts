// What citizens trusted the office with, and somebody of it asked to see: another person may allow it, then he looks.
import { type Instant, instantOf, milliseconds } from '#kernel'
import { may } from '#people'
import { hoursAfter, hoursToAllow, hoursToLook } from '#requests'
import { localDay, meetsPeople } from '#territory'
import type { Stores } from '../stores.ts'
import { type AtDesk, type Waiting, waits } from './waiting.ts'

export async function ofUnsealings(
  { unsealings }: Stores,
  { actor, office, today }: AtDesk,
  at: Instant,
): Promise<Waiting[]> {
  const since = (hours: number) => instantOf(milliseconds(at) - hours * 3_600_000)
  const toAllow = (await unsealings.waiting(office.id, since(hoursToAllow)))
    .filter(
      ({ askedBy }) =>
        may(actor, 'unseal', { office: office.id, state: 'open', editedBy: [askedBy] }, today).yes,
    )
    .map(({ request, askedAt }) =>
      waits('allow-unsealing', office.id, {
        id: request,
        by: localDay(hoursAfter(askedAt, hoursToAllow), office.unit),
      }),
    )
  if (!may(actor, 'see-requests', { office: office.id }, today).yes) return toAllow
  const toLook = (await unsealings.unseen(office.id, actor.person.id, since(hoursToLook))).map(
    ({ request, allowedAt }) =>
      waits('look-at-original', office.id, {
        id: request,
        by: localDay(hoursAfter(allowedAt!, hoursToLook), office.unit),
      }),
  )
  return [...toAllow, ...toLook]
}

/** What nobody has looked at yet, as one line; and large merges that somebody else proposed. */
export async function ofBench(stores: Stores, { actor, office, today }: AtDesk): Promise<Waiting[]> {
  const allows = (verb: 'triage-requests' | 'decide-merge') =>
    may(actor, verb, { office: office.id }, today).yes
  if (!meetsPeople(office.post) || !allows('decide-merge')) return []
  const merges = (await stores.triage.proposed(office.id)).filter(({ by }) => by !== actor.person.id)
  const sorts = allows('triage-requests')
  const left = sorts ? await stores.groups.left(office.id) : 0
  const waiting = sorts ? await stores.requests.waiting(office.id) : 0
  return [
    ...(left + waiting > 0 ? [waits('sort-requests', office.id, { count: left + waiting })] : []),
    ...(merges.length > 0 ? [waits('confirm-merge', office.id, { count: merges.length })] : []),
  ]
}
