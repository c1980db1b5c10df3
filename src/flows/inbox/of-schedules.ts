// The ministers' schedule: proposals, agreement of bodies and akimats, approval, and the procedure.
import { type Schedule, type VisitProposal, proposalThing, scheduleThing, visitThing } from '#calendar'
import { lastDay } from '#kernel'
import { type Verb, may } from '#people'
import { authorisedBodyOffice, governmentOffice, upperAkims } from '#territory'
import type { Stores } from '../stores.ts'
import { type AtDesk, type Waiting, type WaitingKind, waits } from './waiting.ts'

const headsOfBodies = ['minister', 'central-body-head']

export async function ofSchedules(stores: Stores, desk: AtDesk): Promise<Waiting[]> {
  const { office, today } = desk
  const akim = (upperAkims as readonly string[]).includes(office.post)
  const concerned =
    akim ||
    headsOfBodies.includes(office.post) ||
    [authorisedBodyOffice, governmentOffice].includes(office.id)
  if (!concerned) return []
  const found: Waiting[] = []
  for (const schedule of await stores.schedules.all()) {
    if (lastDay(schedule.period) < today) continue
    found.push(
      ...(akim
        ? await visitsToAgree(stores, desk, schedule)
        : stepsOf(schedule, await stores.schedules.proposals(schedule.id), desk)),
    )
  }
  if (office.id === authorisedBodyOffice) found.push(...(await procedureToSign(stores, desk)))
  return found
}

/** Visits to the region on which the akimat has not answered. */
async function visitsToAgree(
  stores: Stores,
  { actor, office, today }: AtDesk,
  schedule: Schedule,
): Promise<Waiting[]> {
  if (schedule.state === 'proposed') return []
  return (await stores.schedules.visits(schedule.id))
    .filter((visit) => visit.region === office.unit && visit.akimat === null && visit.day >= today)
    .filter((visit) => may(actor, 'agree-visit', visitThing(visit, schedule), today).yes)
    .map((visit) =>
      waits('agree-visit', visit.office, {
        id: visit.id,
        period: schedule.period,
        unit: visit.unit,
        day: visit.day,
      }),
    )
}

function stepsOf(
  schedule: Schedule,
  proposals: readonly VisitProposal[],
  { actor, office, today }: AtDesk,
): Waiting[] {
  const { period, state, answerBy } = schedule
  const can = (verb: Verb) => may(actor, verb, scheduleThing(schedule, verb, proposals), today).yes
  const own = proposals.find(({ body }) => body === office.id)
  const canOwn = (verb: Verb) => own !== undefined && may(actor, verb, proposalThing(own), today).yes
  const found: Waiting[] = []
  const step = (kind: WaitingKind, said: Partial<Waiting> = {}) =>
    found.push(waits(kind, said.of ?? office.id, { period, ...said }))
  const isOpen = state === 'proposed' || state === 'drafted'
  if (isOpen && own?.state === 'asked' && canOwn('propose-visits')) step('propose-visits', { by: answerBy })
  if (isOpen && own?.state === 'returned' && canOwn('propose-visits'))
    step('rewrite-visits', { by: answerBy })
  if (state === 'drafted' && own?.state === 'taken' && own.agreedAt === null && canOwn('agree-schedule'))
    step('agree-schedule')
  if (office.id === authorisedBodyOffice) {
    const sent = proposals.filter((one) => one.state === 'sent')
    if (isOpen && can('assemble-schedule')) for (const { body } of sent) step('take-proposal', { of: body })
    const taken = proposals.filter((one) => one.state === 'taken')
    const settled =
      sent.length === 0 && !proposals.some((one) => one.state === 'returned') && taken.length > 0
    const everyone = !proposals.some((one) => one.state === 'asked')
    const agreed = taken.every(({ agreedAt }) => agreedAt !== null)
    // Before the last day a body that is silent may still answer.
    const ripe = state === 'proposed' ? everyone || today > answerBy : state === 'drafted' && agreed
    if (settled && ripe && can('assemble-schedule')) step('assemble-schedule')
    if (state === 'agreed' && can('submit-schedule')) step('submit-schedule')
    if (state === 'approved' && can('publish-schedule')) step('publish-schedule')
  }
  if (office.id === governmentOffice && state === 'submitted' && can('approve-schedule'))
    step('approve-schedule')
  return found
}

async function procedureToSign(stores: Stores, { actor, office, today }: AtDesk): Promise<Waiting[]> {
  const draft = await stores.schedules.procedureDraft()
  if (!draft) return []
  const thing = { office: office.id, post: office.post, state: 'drafted' as const, editedBy: draft.editors }
  return may(actor, 'publish-procedure', thing, today).yes ? [waits('sign-procedure', office.id)] : []
}
