// What an office does with the voice of residents: a demand judged and answered, a risk registered, a poll opened and decided.
import type { MeetingId } from '#calendar'
import { decideDemandAndTell, decidePollAndTell, openPollAndTell } from '#flows'
import {
  type DemandId,
  type PollId,
  type RiskId,
  demandDecisions,
  draftAnswer,
  instantAt,
  judgeWords,
  kindsFor,
  meetForDemand,
  meetForRisk,
  registerRisk,
  withholdReasons,
} from '#meetings'
import type { UnitCode } from '#territory'
import { isName } from '../../asked.ts'
import { formDeed } from '../deed-of.ts'
import type { FormReader } from '../meetings/read-meeting-forms.ts'
import { pollRows } from '../polls/poll-pages.tsx'
import { readStamp } from '../read-deed.ts'
import type { DemandDeed } from './addresses.ts'

const unitIn = (form: FormReader) => form.text('unit', { needed: true }) as UnitCode
const whenIn = (form: FormReader) => ({
  day: form.day('day'),
  start: form.clock('start'),
  minutes: form.neededNumber('minutes', 10, 720),
})
const revisionIn = ({ typed }: FormReader) => readStamp(typed)?.revision ?? 0

export const demandDeeds = (demand: DemandId) =>
  ({
    judge: formDeed(
      'judged',
      (typed, form) => ({
        demand,
        withheld: typed['withheld'] === undefined ? null : form.choice('withheld', withholdReasons),
      }),
      judgeWords,
    ),
    draft: formDeed(
      'drafted',
      (_, form) => ({
        demand,
        revision: revisionIn(form),
        decision: form.choice('decision', demandDecisions),
        reason: form.both('reason', { most: 2000, needed: true }),
      }),
      draftAnswer,
    ),
    decide: formDeed('decided', (_, form) => ({ demand, revision: revisionIn(form) }), decideDemandAndTell),
    meet: formDeed(null, (_, form) => ({ demand, ...whenIn(form) }), meetForDemand),
  }) satisfies Record<DemandDeed, unknown>

export const register = formDeed(
  'registered',
  (typed, form, { office }) => ({
    office: office.id,
    unit: unitIn(form),
    kind: form.choice('kind', kindsFor(office.post)),
    highTension: typed['high'] === 'on',
    destabilisation: typed['destabilisation'] === 'on',
    words: form.text('words', { most: 2000, needed: true }),
  }),
  registerRisk,
)

export const meetFor = (risk: RiskId) =>
  formDeed(
    null,
    (_, form) => ({
      risk,
      unit: unitIn(form),
      ...whenIn(form),
      words: form.both('reason', { most: 500, needed: true }),
    }),
    meetForRisk,
  )

export const openPoll = formDeed(
  'opened',
  (typed, form, { office }) => {
    const unit = unitIn(form)
    const options = Array.from({ length: pollRows }, (_, place) => `options.${place}`).flatMap((row) =>
      typed[`${row}.day`] || typed[`${row}.start`]
        ? [{ day: form.day(`${row}.day`), start: form.clock(`${row}.start`) }]
        : [],
    )
    const [day, start] = [form.day('close.day'), form.clock('close.start')]
    const meeting = form.text('meeting')
    return {
      office: office.id,
      unit,
      about: form.both('about', { most: 200, needed: true }),
      meeting: isName(meeting) ? (meeting as MeetingId) : null,
      options,
      closes: { day, start },
    }
  },
  (stores, act, { closes, ...poll }) =>
    openPollAndTell(stores, act, { ...poll, closesAt: instantAt(closes.day, closes.start, poll.unit) }),
)

export const decidePoll = (poll: PollId) =>
  formDeed(
    'decided',
    (typed, form) => ({
      poll,
      option: /^\d$/.test(typed['option'] ?? '') ? Number(typed['option']) : null,
      reason: form.both('reason', { most: 500 }),
    }),
    decidePollAndTell,
  )
