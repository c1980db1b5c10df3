// One meeting of a schedule: its ministry changes it, the authorised body moves it, the akimat of the region answers.
import { type OpenProblems, type Visit, proposalThing, scheduleThing, visitThing } from '#calendar'
import { may } from '#people'
import type { Unit } from '#territory'
import { Fact, Facts } from '../../parts/facts.tsx'
import { OfficeFrame } from '../frame.tsx'
import { Area, TextField } from '../meetings/meeting-fields.tsx'
import type { StepProps } from './next-step.tsx'
import { scheduleAddresses } from './schedule-addresses.ts'
import { DeedForm, fieldsOf } from './schedule-form.tsx'
import { Raised, VisitFields, typedOfVisit } from './visit-form.tsx'
import { VisitLine } from './visit-list.tsx'

type Props = StepProps & {
  readonly visit: Visit
  readonly place: { readonly region: Unit; readonly units: readonly Unit[] }
  readonly open: OpenProblems
}

export function VisitPage(props: Props) {
  const { desk, view, csrf, back, visit, place, open } = props
  const { here, office, actor } = desk
  const { language, format } = here
  const words = here.words.schedule.office
  const { form: texts, field } = words
  const { period, schedule, part } = view
  const to = scheduleAddresses(language, office.id)
  const proposal = view.proposals.find(({ body }) => body === visit.office)
  const inHand = schedule?.state === 'proposed' || schedule?.state === 'drafted'
  const changes =
    part === 'body' &&
    inHand &&
    proposal !== undefined &&
    may(actor, 'propose-visits', proposalThing(proposal), here.today).yes
  const moves =
    part === 'authorised' &&
    inHand &&
    proposal?.state === 'taken' &&
    may(actor, 'assemble-schedule', scheduleThing(schedule, 'assemble-schedule'), here.today).yes
  const answers =
    part === 'region' &&
    schedule !== null &&
    may(actor, 'agree-visit', visitThing(visit, schedule), here.today).yes
  const title = `${words.visitTitle}: ${view.bodies.get(visit.office)?.name[language] ?? visit.office}`
  return (
    <OfficeFrame desk={desk} section="schedule" title={title} csrf={csrf} refused={back !== null}>
      <p>
        <a href={to.schedule(period)}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {format.fullDay(visit.day)}, {visit.start}
      </p>
      <ul class="rows plain">
        <li>
          <VisitLine desk={desk} view={view} visit={visit} />
        </li>
      </ul>
      {back?.sentence && !changes && !moves && !answers && (
        <p class="error" role="alert">
          {back.sentence}
        </p>
      )}
      {!changes && (
        <Facts>
          <Fact term={here.words.schedule.place}>{language === 'ru' ? visit.venue.ru : visit.venue.kk}</Fact>
          <Fact term={field.grounds}>
            {here.words.site.list(visit.grounds.map((ground) => field.ground[ground]))}
          </Fact>
          <Fact term={field.whyKk}>{visit.why.kk}</Fact>
          <Fact term={field.whyRu}>{visit.why.ru}</Fact>
        </Facts>
      )}
      {answers && (
        <div class="desk">
          <section class="next-step flow">
            <DeedForm
              {...{ csrf, back }}
              {...texts.answer}
              revision={visit.revision}
              form="answer"
              action={to.visitDeed(period, visit.id, 'answer')}
            >
              <TextField
                form={fieldsOf(here, back, 'answer')}
                name="number"
                label={field.letter}
                input={{ maxLength: 60 }}
              />
            </DeedForm>
          </section>
          <section class="flow">
            <DeedForm
              {...{ csrf, back }}
              {...texts.object}
              revision={visit.revision}
              form="object"
              action={to.visitDeed(period, visit.id, 'object')}
              second
            >
              <Area form={fieldsOf(here, back, 'object')} name="reason" label={field.reason} rows={2} />
            </DeedForm>
          </section>
        </div>
      )}
      {moves && (
        <div class="desk">
          <section class="next-step flow">
            <DeedForm
              {...{ csrf, back }}
              {...texts.move}
              revision={schedule.revision}
              form="move"
              action={to.visitDeed(period, visit.id, 'move')}
            >
              <TextField
                form={fieldsOf(here, back, 'move', { day: visit.day })}
                name="day"
                label={field.day}
                input={{ type: 'date' }}
              />
              <TextField
                form={fieldsOf(here, back, 'move', { start: visit.start })}
                name="start"
                label={field.start}
                input={{ type: 'time' }}
              />
              <Area form={fieldsOf(here, back, 'move')} name="reason" label={field.reason} rows={2} />
            </DeedForm>
          </section>
          <section class="flow">
            <DeedForm
              {...{ csrf, back }}
              {...texts.leaveOut}
              revision={schedule.revision}
              form="leave-out"
              action={to.visitDeed(period, visit.id, 'leave-out')}
              second
            >
              <Area form={fieldsOf(here, back, 'leave-out')} name="because" label={field.reason} rows={2} />
            </DeedForm>
          </section>
        </div>
      )}
      {changes && <Raised here={here} region={place.region} open={open} />}
      {changes && (
        <div class="desk">
          <section class="next-step flow">
            <DeedForm
              {...{ csrf, back }}
              revision={proposal.revision}
              form="change"
              action={to.visitDeed(period, visit.id, 'change')}
              button={texts.change.button}
            >
              <VisitFields
                form={fieldsOf(here, back, 'change', typedOfVisit(visit))}
                period={period}
                {...place}
              />
            </DeedForm>
          </section>
          <section class="flow">
            <DeedForm
              {...{ csrf, back }}
              {...texts.withdraw}
              revision={proposal.revision}
              form="withdraw"
              action={to.visitDeed(period, visit.id, 'withdraw')}
              second
            />
          </section>
        </div>
      )}
    </OfficeFrame>
  )
}
