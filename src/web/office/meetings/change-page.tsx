// Moving and cancelling: the author proposes with a reason in both languages, the signer decides on the meeting's page.
import { FormPage, MeetingForm, type PageProps } from './meeting-frame.tsx'
import { Area, type FormState, TextField } from './meeting-fields.tsx'

export function ChangePage({ kind, ...props }: PageProps & { kind: 'move' | 'cancel' }) {
  const { desk, view, returned } = props
  const { here } = desk
  const words = here.words.meetings.office
  const { day, start, place } = view.meeting
  const date = view.corrected ?? { day, start }
  const form: FormState = { here, values: { day: date.day, start: date.start }, returned }
  const moving = kind === 'move'
  return (
    <FormPage
      {...props}
      title={moving ? words.moveTitle : words.cancelTitle}
      lead={moving ? words.moveLead : words.cancelLead}
    >
      <MeetingForm {...props} deed={kind} button={moving ? words.moveButton : words.cancelButton}>
        {moving && (
          <div class="pair">
            <TextField
              form={form}
              name="day"
              label={words.day}
              input={{
                type: 'date',
                min: here.today,
                ...(place ? { max: `${place.year}-12-31` } : {}),
              }}
            />
            <TextField form={form} name="start" label={words.start} input={{ type: 'time' }} />
          </div>
        )}
        <div class="pair">
          <Area form={form} name="reason.kk" label={words.inKk(words.reasonLabel)} rows={3} lang="kk" />
          <Area form={form} name="reason.ru" label={words.inRu(words.reasonLabel)} rows={3} lang="ru" />
        </div>
      </MeetingForm>
    </FormPage>
  )
}
