// The procedure of ministers' meetings at the authorised body: one writes it, another signs it.
import { type Procedure, type ProcedureDraft, scheduleThing } from '#calendar'
import { may } from '#people'
import { localDay } from '#territory'
import { addresses } from '../../address.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { Area, TextField } from '../meetings/meeting-fields.tsx'
import { scheduleAddresses } from './schedule-addresses.ts'
import { type Back, DeedForm, fieldsOf } from './schedule-form.tsx'
import { SaidLine, type SaidWord } from './schedule-page.tsx'

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly back: Back
  readonly said: SaidWord
  readonly draft: ProcedureDraft | null
  readonly newest: Procedure | null
}

export function ProcedurePage({ desk, csrf, back, said, draft, newest }: Props) {
  const { here, office, actor } = desk
  const words = here.words.schedule
  const { form: texts, field } = words.office
  const to = scheduleAddresses(here.language, office.id)
  const revision = draft?.revision ?? 0
  const writes = may(actor, 'assemble-schedule', scheduleThing(null, 'assemble-schedule'), here.today).yes
  const signs =
    draft !== null &&
    may(
      actor,
      'publish-procedure',
      { ...scheduleThing(null, 'publish-procedure'), state: 'drafted', editedBy: draft.editors },
      here.today,
    ).yes
  return (
    <OfficeFrame
      desk={desk}
      section="schedule"
      title={words.procedureTitle}
      csrf={csrf}
      refused={back !== null}
    >
      <p>
        <a href={to.all()}>{words.office.back}</a>
      </p>
      <h1>{words.procedureTitle}</h1>
      <SaidLine here={here} said={said} />
      {newest && (
        <p>
          {words.procedureOrder(newest.order, here.format.day(localDay(newest.publishedAt, null)))}{' '}
          <a href={addresses[here.language].ministersProcedure()}>{words.office.published}</a>
        </p>
      )}
      {draft && !writes && (
        <section class="flow">
          <h2>{words.office.procedure}</h2>
          <p class="said" lang="kk">
            {draft.text.kk}
          </p>
          <p class="said" lang="ru">
            {draft.text.ru}
          </p>
        </section>
      )}
      {signs && (
        <section class="next-step flow">
          <DeedForm
            {...{ csrf, back, revision }}
            {...texts.publishProcedure}
            form="sign"
            action={to.procedureDeed('sign')}
          >
            <TextField
              form={fieldsOf(here, back, 'sign')}
              name="number"
              label={field.order}
              input={{ maxLength: 60 }}
            />
          </DeedForm>
        </section>
      )}
      {writes && (
        <section class="next-step flow">
          <DeedForm
            {...{ csrf, back, revision }}
            {...texts.writeProcedure}
            form="write"
            action={to.procedureDeed('write')}
          >
            <Area
              form={fieldsOf(here, back, 'write', { 'text.kk': draft?.text.kk })}
              name="text.kk"
              label={field.textKk}
              rows={10}
              lang="kk"
            />
            <Area
              form={fieldsOf(here, back, 'write', { 'text.ru': draft?.text.ru })}
              name="text.ru"
              label={field.textRu}
              rows={10}
              lang="ru"
            />
          </DeedForm>
        </section>
      )}
    </OfficeFrame>
  )
}
