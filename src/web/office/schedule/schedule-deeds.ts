// What is done to the ministers' schedule: to the whole, to a proposal, to one visit, to the procedure.
import {
  type MeetingId,
  type OnProposal,
  addVisit,
  agreeToSchedule,
  answerVisit,
  approveSchedule,
  changeVisit,
  circulateSchedule,
  closeAgreement,
  correctSchedule,
  giveUpScheduleCorrection,
  leaveOutVisit,
  moveVisit,
  openSchedule,
  publishProcedure,
  regimeOf,
  returnProposal,
  returnSchedule,
  scheduleIdOf,
  sendProposal,
  submitSchedule,
  takeProposal,
  withdrawVisit,
  writeProcedure,
} from '#calendar'
import { publishMinistersSchedule } from '#flows'
import { type Period, refuse } from '#kernel'
import type { Law } from '#law'
import type { OfficeId } from '#territory'
import { type DeedOf, deed, nothing } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { answerDay, because, line, number, otherDay, procedureText, reason } from './read-schedule-forms.ts'
import type { ScheduleDeed, VisitDeed } from './schedule-addresses.ts'
import type { SaidWord } from './schedule-page.tsx'
import type { Refusal } from './schedule-refusals.ts'

/** The schedule of a period, and the desk's own proposal in it. */
export type OnSchedule = OnProposal & { readonly period: Period; readonly demonstration: boolean }

export type ScheduleDeedOf<On> = DeedOf<On, NonNullable<SaidWord>, Refusal>

export const onSchedule =
  (period: Period) =>
  ({ office, here }: Desk, revision: number): OnSchedule => ({
    schedule: scheduleIdOf(period),
    body: office.id,
    revision,
    period,
    demonstration: here.demonstration,
  })

export const scheduleDeeds = (law: Law) =>
  ({
    open: deed('opened', answerDay, (stores, act, { period, demonstration }: OnSchedule, answerBy) =>
      openSchedule(stores, act, { law, period, answerBy, demonstration }),
    ),
    circulate: deed('circulated', nothing, circulateSchedule),
    close: deed('closed', nothing, closeAgreement),
    submit: deed('submitted', number, (stores, act, on: OnSchedule, given) =>
      submitSchedule(stores, act, { ...on, number: given }),
    ),
    approve: deed('approved', number, (stores, act, on: OnSchedule, given) =>
      approveSchedule(stores, act, { ...on, number: given }),
    ),
    return: deed('returned', reason, (stores, act, on: OnSchedule, why) =>
      returnSchedule(stores, act, { ...on, reason: why }),
    ),
    publish: deed('published', nothing, (stores, act, on: OnSchedule) =>
      publishMinistersSchedule(stores, law, act, on),
    ),
    correct: deed('correcting', reason, (stores, act, on: OnSchedule, why) =>
      correctSchedule(stores, act, { ...on, reason: why }),
    ),
    'give-up': deed('given-up', nothing, giveUpScheduleCorrection),
    send: deed('sent', nothing, async (stores, act, on: OnSchedule) => {
      const regime = regimeOf(law, on.period)
      return regime ? sendProposal(stores, act, { ...on, regime }) : refuse({ code: 'no-such-regime' })
    }),
    agree: deed('agreed', nothing, agreeToSchedule),
  }) satisfies Record<ScheduleDeed, ScheduleDeedOf<OnSchedule>>

/** The proposal of another body, in the hands of the authorised one. */
export const proposalDeeds = (body: OfficeId) => ({
  take: deed('taken', nothing, (stores, act, on: OnProposal) => takeProposal(stores, act, { ...on, body })),
  'give-back': deed('returned', reason, (stores, act, on: OnProposal, why) =>
    returnProposal(stores, act, { ...on, body, reason: why }),
  ),
})

export const addToProposal = deed('added', line, (stores, act, on: OnProposal, added) =>
  addVisit(stores, act, { ...on, line: added }),
)

export const visitDeeds = (visit: MeetingId) =>
  ({
    change: deed('changed', line, (stores, act, on: OnProposal, changed) =>
      changeVisit(stores, act, { ...on, visit, line: changed }),
    ),
    withdraw: deed('withdrawn', nothing, (stores, act, on: OnProposal) =>
      withdrawVisit(stores, act, { ...on, visit }),
    ),
    move: deed('moved', otherDay, (stores, act, on: OnProposal, to) =>
      moveVisit(stores, act, { ...on, ...to, visit }),
    ),
    'leave-out': deed('left-out', because, (stores, act, on: OnProposal, why) =>
      leaveOutVisit(stores, act, { ...on, visit, reason: why }),
    ),
    answer: deed('answered', number, (stores, act, on: OnProposal, given) =>
      answerVisit(stores, act, { ...on, visit, agrees: true, words: given }),
    ),
    object: deed('objected', reason, (stores, act, on: OnProposal, why) =>
      answerVisit(stores, act, { ...on, visit, agrees: false, words: why }),
    ),
  }) satisfies Record<VisitDeed, ScheduleDeedOf<OnProposal>>

export const procedureDeeds = {
  write: deed('written', procedureText, (stores, act, revision: number, text) =>
    writeProcedure(stores, act, { text, revision }),
  ),
  sign: deed('published', number, (stores, act, revision: number, order) =>
    publishProcedure(stores, act, { order, revision }),
  ),
}
