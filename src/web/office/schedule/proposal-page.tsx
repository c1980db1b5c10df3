// The proposal of a ministry in the hands of the authorised body: taken as it is, or given back with a reason.
import { scheduleThing, type VisitProposal } from '#calendar'
import { may } from '#people'
import { periodName } from '../../parts/act-name.ts'
import { OfficeFrame } from '../frame.tsx'
import { Area } from '../meetings/meeting-fields.tsx'
import type { StepProps } from './next-step.tsx'
import { scheduleAddresses } from './schedule-addresses.ts'
import { DeedForm, fieldsOf } from './schedule-form.tsx'
import { VisitList } from './visit-list.tsx'

export function ProposalPage({
  desk,
  view,
  csrf,
  back,
  proposal,
}: StepProps & { readonly proposal: VisitProposal }) {
  const { here, office, actor } = desk
  const words = here.words.schedule.office
  const { period, schedule } = view
  const to = scheduleAddresses(here.language, office.id)
  const body = view.bodies.get(proposal.body)?.name[here.language] ?? proposal.body
  const title = words.proposalOf(body, periodName(here, period))
  const handles =
    (schedule?.state === 'proposed' || schedule?.state === 'drafted') &&
    may(actor, 'assemble-schedule', scheduleThing(schedule, 'assemble-schedule'), here.today).yes
  const revision = schedule?.revision ?? 0
  return (
    <OfficeFrame desk={desk} section="schedule" title={title} csrf={csrf} refused={back !== null}>
      <p>
        <a href={to.schedule(period)}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <span class={`stand stand-${proposal.state}`}>{words.proposalStates[proposal.state]}</span>
      </p>
      {back?.sentence && !handles && (
        <p class="error" role="alert">
          {back.sentence}
        </p>
      )}
      {proposal.state === 'returned' && <p class="warnings">{proposal.reason}</p>}
      <section class="flow">
        <h2>{words.visits}</h2>
        <VisitList
          desk={desk}
          view={view}
          visits={view.visits.filter((visit) => visit.office === proposal.body)}
        />
      </section>
      {handles && (
        <div class="desk">
          {proposal.state === 'sent' && (
            <section class="next-step flow">
              <DeedForm
                {...{ csrf, back, revision }}
                {...words.form.take}
                form="take"
                action={to.proposalDeed(period, proposal.body, 'take')}
              />
            </section>
          )}
          {(proposal.state === 'sent' || proposal.state === 'taken') && (
            <section class="flow">
              <DeedForm
                {...{ csrf, back, revision }}
                {...words.form.giveBack}
                form="give-back"
                action={to.proposalDeed(period, proposal.body, 'give-back')}
                second
              >
                <Area
                  form={fieldsOf(here, back, 'give-back')}
                  name="reason"
                  label={words.field.reason}
                  rows={2}
                />
              </DeedForm>
            </section>
          )}
        </div>
      )}
    </OfficeFrame>
  )
}
