// From what waits to the page with its form: one line for each kind; a missing one does not compile.
import type { MeetingId } from '#calendar'
import type { Waiting, WaitingKind } from '#flows'
import { type Language, yearOf } from '#kernel'
import type { DemandId, PollId } from '#meetings'
import type { RequestId, UnsealingId } from '#requests'
import type { OfficeId } from '#territory'
import { peopleAddresses } from '../../people/addresses.ts'
import { officeAddresses } from '../addresses.ts'
import { benchAddresses } from '../bench/bench-addresses.ts'
import { voiceAddresses } from '../demands/addresses.ts'
import { meetingAddresses } from '../meetings/meeting-addresses.ts'
import { poolAddresses } from '../pool/pool-addresses.ts'
import { scheduleAddresses } from '../schedule/schedule-addresses.ts'
import { belowUnsealing, unsealAddresses } from '../unseal/unseal-addresses.ts'

/** A meeting below at which this desk signs. */
export const belowAddress = (language: Language, desk: OfficeId, of: OfficeId, id: string, deed?: string) =>
  `/${language}/office/${desk}/below/${of}/${encodeURIComponent(id)}${deed ? `/${deed}` : ''}`

/** The page with the form, seen from the desk. */
export function whereToGo(language: Language, desk: OfficeId, waiting: Waiting): string {
  const office = officeAddresses(language, desk)
  const meeting = meetingAddresses(language, desk)
  const schedule = scheduleAddresses(language, desk)
  const voice = voiceAddresses(language, desk)
  const demand = () => voice.demand(waiting.id as DemandId)
  const id = waiting.id as MeetingId
  const period = waiting.period!
  const calendar = () => office.calendar(yearOf(period))
  const deliveries = () => office.deliveries(yearOf(period))
  const ofSchedule = () => schedule.schedule(period)
  const addresses: Record<WaitingKind, () => string> = {
    'sign-notice': () => meeting.form(id, 'publish'),
    'sign-change': () => `${meeting.meeting(id)}#change`,
    'write-part': () => office.part(yearOf(period)),
    'rewrite-part': () => office.part(yearOf(period)),
    'take-part': () => office.partOf(yearOf(period), waiting.of),
    'answer-maslikhat': calendar,
    'approve-calendar': calendar,
    'publish-calendar': calendar,
    'submit-calendar': calendar,
    'receive-calendar': deliveries,
    'forward-calendars': deliveries,
    'propose-visits': ofSchedule,
    'rewrite-visits': ofSchedule,
    'take-proposal': () => schedule.proposal(period, waiting.of),
    'agree-schedule': ofSchedule,
    'agree-visit': () => schedule.visit(period, id),
    'assemble-schedule': ofSchedule,
    'submit-schedule': ofSchedule,
    'approve-schedule': ofSchedule,
    'publish-schedule': ofSchedule,
    'sign-procedure': () => schedule.procedure(),
    'judge-demand': demand,
    'draft-answer': demand,
    'sign-answer': demand,
    'decide-poll': () => voice.poll(waiting.id as PollId),
    'sort-requests': () => benchAddresses(language, desk).bench(),
    'confirm-merge': () => benchAddresses(language, desk).bench(),
    'allow-unsealing': () => unsealAddresses(language, desk, waiting.id as RequestId).page(),
    'look-at-original': () => unsealAddresses(language, desk, waiting.id as RequestId).page(),
    'approve-pool': () => poolAddresses(language, desk, id).deed('approve'),
    'draw-up-pool': () => poolAddresses(language, desk, id).pool(),
    'reset-factor': () => peopleAddresses(language).people(desk, waiting.of),
    'sign-below': () => belowAddress(language, desk, waiting.of, waiting.id!),
    'approve-pool-below': () => belowAddress(language, desk, waiting.of, waiting.id!, 'pool'),
    'allow-unsealing-below': () => belowUnsealing(language, desk, waiting.of, waiting.id as UnsealingId),
  }
  return addresses[waiting.kind]()
}
