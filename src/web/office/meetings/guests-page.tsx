// Guests by category: whom the law names, who is invited, what they answered.
import { replies } from '#meetings'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { guestName } from '../../pages/announced.tsx'
import { newRequestKey } from '../deed-form.tsx'
import { meetingAddresses } from './meeting-addresses.ts'
import { FormPage, MeetingForm, type PageProps } from './meeting-frame.tsx'
import { Area, Choice, type FormState } from './meeting-fields.tsx'

export function GuestsPage(props: PageProps) {
  const { desk, view, returned } = props
  const { here } = desk
  const words = here.words.meetings.office
  const { byLaw, usual } = view.categories
  const all = [...byLaw, ...usual]
  const form: FormState = { here, values: {}, returned: returned?.deed === 'guests' ? returned : null }
  return (
    <FormPage {...props} title={words.steps.guests} lead={words.guestsLead}>
      <ul class="plain rows guests">
        {[...all, ...otherCategories(props, all)].map((category) => (
          <li key={category}>
            <span class="row-name">
              {guestName(here, category)}{' '}
              {byLaw.includes(category) && <span class="soft small">{words.byLaw}</span>}
            </span>
            <Invited {...props} category={category} />
          </li>
        ))}
      </ul>
      <MeetingForm {...props} deed="guests" button={words.invite}>
        <Choice
          form={form}
          name="category"
          label={words.category}
          options={all.map((category) => [category, guestName(here, category)] as const)}
        />
        <Area form={form} name="names" label={words.names} hint={words.namesHint} />
      </MeetingForm>
    </FormPage>
  )
}

const otherCategories = ({ view }: PageProps, known: readonly string[]): string[] => [
  ...new Set(view.guests.map(({ category }) => category).filter((one) => !known.includes(one))),
]

function Invited({ desk, view, csrf, category }: PageProps & { category: string }) {
  const { here, office } = desk
  const words = here.words.meetings.office
  const guests = view.guests.filter((guest) => guest.category === category)
  if (guests.length === 0) return <span class="soft">{words.notInvited}</span>
  return (
    <>
      {guests.map((guest) => (
        <form
          key={guest.id}
          class="reply"
          method="post"
          action={meetingAddresses(here.language, office.id).form(view.meeting.id, 'reply')}
        >
          <CsrfField token={csrf} />
          <input type="hidden" name="key" value={newRequestKey()} />
          <input type="hidden" name="guest" value={guest.id} />
          <label for={`reply-${guest.id}`}>{guest.name}</label>
          <select id={`reply-${guest.id}`} name="reply" aria-label={words.replyLabel(guest.name)}>
            {replies.map((reply) => (
              <option key={reply} value={reply} selected={reply === guest.reply}>
                {words.replies[reply]}
              </option>
            ))}
          </select>
          <button type="submit" class="button-second">
            {words.replySave}
          </button>
        </form>
      ))}
    </>
  )
}
