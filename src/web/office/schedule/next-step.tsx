// The one step that comes next for this office: its form for who may take it, a sentence for the others.
import { periodsWithout, proposalThing, scheduleThing, visitThing } from '#calendar'
import { type LocalDate, addDays, firstDay } from '#kernel'
import { type Verb, may } from '#people'
import { periodName } from '../../parts/act-name.ts'
import type { Desk } from '../desk.ts'
import { Area, TextField } from '../meetings/meeting-fields.tsx'
import type { ScheduleView } from './read-schedule.ts'
import { type ScheduleDeed, scheduleAddresses } from './schedule-addresses.ts'
import { type Back, DeedForm, fieldsOf } from './schedule-form.tsx'

export type StepProps = {
  readonly desk: Desk
  readonly view: ScheduleView
  readonly csrf: string
  readonly back: Back
}

export function NextStep(props: StepProps) {
  const { desk, view, back } = props
  const words = desk.here.words.schedule.office
  const forms = formsOf(props)
  // A form that was refused stays in sight, even when it is no longer the next step.
  const stale = back && !forms.some(({ deed }) => deed === back.form) ? back.sentence : null
  return (
    <section class="next-step flow">
      <h2>{words.next}</h2>
      {stale && (
        <p class="error" role="alert">
          {stale}
        </p>
      )}
      {sentencesOf(desk, view, forms.length > 0).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {forms.map(({ deed, node }, at) => (
        <div key={deed}>{node(at > 0)}</div>
      ))}
    </section>
  )
}

type StepForm = { readonly deed: ScheduleDeed; readonly node: (second: boolean) => preact.JSX.Element }

/** Which steps the person may take now, the next one first. */
function formsOf({ desk, view, csrf, back }: StepProps): StepForm[] {
  const { here, office, actor } = desk
  const { schedule, part, period, proposals, visits, regime } = view
  const words = here.words.schedule.office
  const { form: texts, field } = words
  const to = scheduleAddresses(here.language, office.id)
  const own = proposals.find(({ body }) => body === office.id)
  const can = (verb: Verb) => may(actor, verb, scheduleThing(schedule, verb, proposals), here.today).yes
  const canOwn = (verb: Verb) => own !== undefined && may(actor, verb, proposalThing(own), here.today).yes
  const form = (
    deed: ScheduleDeed,
    { title, lead, button }: { title: string; lead: string; button: string },
    revision: number,
    input: 'number' | 'reason' | 'answerBy' | null = null,
  ): StepForm => ({
    deed,
    node: (second) => (
      <DeedForm
        {...{ csrf, back, title, lead, button, second, revision }}
        form={deed}
        action={to.deed(period, deed)}
      >
        {input === 'number' && (
          <TextField
            form={fieldsOf(here, back, deed)}
            name="number"
            label={field.number}
            input={{ maxLength: 60 }}
          />
        )}
        {input === 'reason' && (
          <Area form={fieldsOf(here, back, deed)} name="reason" label={field.reason} rows={2} />
        )}
        {input === 'answerBy' && (
          <TextField
            form={fieldsOf(here, back, deed, { answerBy: usualAnswerDay(view, here.today) })}
            name="answerBy"
            label={field.answerBy}
            input={{ type: 'date', min: here.today }}
          />
        )}
      </DeedForm>
    ),
  })
  const stamp = schedule?.revision ?? 0
  const taken = proposals.filter(({ state }) => state === 'taken')
  const open = proposals.filter(({ state }) => state === 'sent' || state === 'returned').length
  const forms: StepForm[] = []
  if (part === 'authorised') {
    if (!schedule && regime && can('assemble-schedule'))
      forms.push(form('open', { ...texts.open, lead: texts.open.lead(view.asked.length) }, stamp, 'answerBy'))
    if (schedule?.state === 'proposed' && open === 0 && taken.length > 0 && can('assemble-schedule')) {
      const silent = proposals.filter(({ state }) => state === 'asked').length
      forms.push(form('circulate', { ...texts.circulate, lead: texts.circulate.lead(silent) }, stamp))
    }
    if (schedule?.state === 'drafted' && can('assemble-schedule')) {
      const silent = visits.filter(({ akimat }) => !akimat?.agrees).length
      if (open === 0 && taken.every(({ agreedAt }) => agreedAt !== null))
        forms.push(form('close', { ...texts.close, lead: texts.close.lead(silent) }, stamp))
      if (schedule.correction) forms.push(form('give-up', texts.giveUp, stamp))
    }
    if (schedule?.state === 'agreed' && can('submit-schedule'))
      forms.push(form('submit', texts.submit, stamp, 'number'))
    if (schedule?.state === 'approved' && can('publish-schedule'))
      forms.push(form('publish', texts.publish, stamp))
    if (schedule?.state === 'published' && can('correct-schedule'))
      forms.push(form('correct', texts.correct, stamp, 'reason'))
  }
  if (part === 'government' && schedule?.state === 'submitted' && can('approve-schedule'))
    forms.push(form('approve', texts.approve, stamp, 'number'), form('return', texts.return, stamp, 'reason'))
  if (part === 'body' && own && regime && (schedule?.state === 'proposed' || schedule?.state === 'drafted')) {
    if (visits.length > 0 && canOwn('propose-visits')) {
      const lacking = periodsWithout(regime, period, visits, office.id)
      const lead =
        lacking.length > 0
          ? texts.send.lacking(here.words.site.list(lacking.map((one) => periodName(here, one))))
          : texts.send.lead
      forms.push(form('send', { ...texts.send, lead }, own.revision))
    }
    if (
      schedule.state === 'drafted' &&
      own.state === 'taken' &&
      own.agreedAt === null &&
      canOwn('agree-schedule')
    )
      forms.push(form('agree', texts.agree, own.revision))
  }
  return forms
}

/** What is said beside the forms, or in their place. */
function sentencesOf({ here, office, actor }: Desk, view: ScheduleView, acts: boolean): string[] {
  const words = here.words.schedule.office
  const { schedule, part, proposals, visits } = view
  const own = proposals.find(({ body }) => body === office.id)
  if (part === 'body' && !view.asked.some(({ id }) => id === office.id)) return [words.exempt]
  if (!schedule) return acts ? [] : [words.waits.none]
  if (part === 'region') {
    const waiting = visits.filter(
      (visit) => may(actor, 'agree-visit', visitThing(visit, schedule), here.today).yes,
    )
    return [words.toAnswer(waiting.length)]
  }
  if (part === 'body' && own && (schedule.state === 'proposed' || schedule.state === 'drafted')) {
    if (own.state === 'returned') return [words.returnedProposal(own.reason ?? '')]
    if (own.state === 'sent') return [words.sentWaits]
    if (own.state === 'taken') return acts ? [] : [own.agreedAt ? words.agreedWaits : words.takenWaits]
    return [words.answerByLine(here.format.day(schedule.answerBy))]
  }
  if (part === 'authorised' && (schedule.state === 'proposed' || schedule.state === 'drafted')) {
    const count = (of: string) => proposals.filter(({ state }) => state === of).length
    const silent = proposals.filter(({ state, agreedAt }) => state === 'taken' && agreedAt === null).length
    return [
      ...(count('sent') > 0 ? [words.lookAt(count('sent'))] : []),
      ...(count('returned') > 0 ? [words.waitReturned(count('returned'))] : []),
      ...(schedule.state === 'drafted' && silent > 0 ? [words.waitAgreement(silent)] : []),
      ...(schedule.state === 'proposed' && !acts && count('sent') + count('returned') === 0
        ? [words.waits.proposed]
        : []),
    ]
  }
  return acts && schedule.state !== 'published' ? [] : [words.waits[schedule.state]]
}

/** A fortnight before the draft is due, but not in the past. */
function usualAnswerDay({ due, period }: ScheduleView, today: LocalDate): LocalDate {
  const day = addDays(due ?? firstDay(period), -14)
  return day > today ? day : addDays(today, 7)
}
