// What residents have brought up: demands to judge, to answer and to sign, polls whose outcome is to be decided.
import type { Instant } from '#kernel'
import { stateOfDemand, stateOfPoll } from '#meetings'
import { may } from '#people'
import type { Stores } from '../stores.ts'
import { type AtDesk, type Waiting, waits } from './waiting.ts'

export async function ofDemands(stores: Stores, { actor, office, today }: AtDesk): Promise<Waiting[]> {
  const drafts = may(actor, 'answer-demand-draft', { office: office.id, state: 'open' }, today).yes
  const found: Waiting[] = []
  for (const demand of await stores.demands.ofOffice(office.id)) {
    const { id, unit, registered, judged } = demand
    const state = stateOfDemand(demand, today)
    const isOpen = state === 'collecting' || state === 'registered'
    if (isOpen && judged === null && drafts) found.push(waits('judge-demand', office.id, { id, unit }))
    if (state !== 'registered') continue
    const by = registered?.due ?? null
    const answer = await stores.demands.answer(id)
    if (!answer && drafts) found.push(waits('draft-answer', office.id, { id, unit, by }))
    const thing = { office: office.id, unit, state: 'drafted' as const, editedBy: answer?.editors ?? [] }
    if (answer && may(actor, 'decide-demand', thing, today).yes)
      found.push(waits('sign-answer', office.id, { id, unit, by }))
  }
  return found
}

export async function ofPolls(
  stores: Stores,
  { actor, office, today }: AtDesk,
  at: Instant,
): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const poll of await stores.polls.ofOffice(office.id)) {
    if (stateOfPoll(poll, at) !== 'closed') continue
    const opener = await stores.polls.openedBy(poll.id)
    const thing = { office: office.id, state: 'closed' as const, editedBy: opener ? [opener] : [] }
    if (may(actor, 'decide-poll', thing, today).yes)
      found.push(waits('decide-poll', office.id, { id: poll.id, unit: poll.unit }))
  }
  return found
}
