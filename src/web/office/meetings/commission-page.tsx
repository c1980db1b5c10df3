// The office's commission: the bodies that the law names in it, and those that the unit does not have.
import { FormPage, MeetingForm, type PageProps } from './meeting-frame.tsx'
import { Area, Boxes, type FormState } from './meeting-fields.tsx'

export function CommissionPage(props: PageProps) {
  const { desk, view, returned } = props
  const { here } = desk
  const { meetings } = here.words
  const words = meetings.office
  const form: FormState = { here, values: {}, returned }
  const bodies = view.commission.map((body) => [body, bodyName(props, body)] as const)
  return (
    <FormPage {...props} title={meetings.commission} lead={words.commissionLead}>
      <MeetingForm {...props} deed="commission" button={words.commissionButton}>
        {bodies.length > 0 && (
          <Boxes form={form} group="members" legend={words.commissionBodies} options={bodies} />
        )}
        {bodies.length > 0 && (
          <Boxes form={form} group="absent" legend={words.commissionAbsent} options={bodies} />
        )}
        <Area form={form} name="others" label={words.commissionOthers} hint={words.linesHint} rows={3} />
      </MeetingForm>
    </FormPage>
  )
}

function bodyName({ desk }: PageProps, body: string): string {
  const { commissionBody } = desk.here.words.meetings
  return Object.hasOwn(commissionBody, body) ? commissionBody[body as keyof typeof commissionBody] : body
}
