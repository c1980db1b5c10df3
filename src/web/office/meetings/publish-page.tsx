// The signer's page: what will be published, published now or signed for a set time.
import { signatureHours } from '#meetings'
import { localDay, localTime } from '#territory'
import { signedKit } from '../../kit/kit-texts.ts'
import { Agenda, WayIn } from '../../pages/announced.tsx'
import { NoticeClock } from './notice-clock.tsx'
import { FormPage, MeetingForm, type PageProps } from './meeting-frame.tsx'
import { type FormState, TextField } from './meeting-fields.tsx'

export function PublishPage(props: PageProps) {
  const { desk, view, returned } = props
  const { here } = desk
  const words = here.words.meetings.office
  const { notice, details, signature, unit } = view.meeting
  const form: FormState = { here, values: {}, returned: returned?.deed === 'sign' ? returned : null }
  return (
    <FormPage {...props} title={words.publishTitle} lead={words.publishLead}>
      <NoticeClock desk={desk} view={view} />
      {signature ? (
        <section class="next-step flow">
          <p>
            {words.signedFor(
              `${here.format.day(localDay(signature.publishAt, unit))}, ${localTime(signature.publishAt, unit)}`,
            )}
          </p>
          <p>
            <a href={signedKit(here.language, desk.office.id, view.meeting.id)}>{here.words.kit.link}</a>
          </p>
          <MeetingForm {...props} deed="withdraw" button={words.withdraw} second />
        </section>
      ) : (
        <section class="next-step flow">
          <MeetingForm {...props} deed="publish" button={words.publishNow} />
          <MeetingForm {...props} deed="sign" button={words.signButton} second>
            <h3>{words.signTitle}</h3>
            <p>{words.signLead(signatureHours)}</p>
            <div class="pair">
              <TextField
                form={form}
                name="day"
                label={words.signDay}
                input={{ type: 'date', min: here.today }}
              />
              <TextField form={form} name="start" label={words.signStart} input={{ type: 'time' }} />
            </div>
          </MeetingForm>
        </section>
      )}
      <h2>{words.preview}</h2>
      <div class="pair">
        <p class="announcement" lang="kk">
          {notice.kk}
        </p>
        <p class="announcement" lang="ru">
          {notice.ru}
        </p>
      </div>
      <WayIn here={here} details={details} announced={{ guests: [], commission: null }} />
      <Agenda here={here} details={details} />
    </FormPage>
  )
}
