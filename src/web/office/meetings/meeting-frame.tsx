// What the pages of one meeting share: its name, the way back, the form around the fields.
import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { newRequestKey } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { type MeetingDeed, meetingAddresses } from './meeting-addresses.ts'
import { type Returned, Said } from './meeting-fields.tsx'
import type { MeetingView } from './read-meeting.ts'

export type PageProps = {
  readonly desk: Desk
  readonly view: MeetingView
  readonly csrf: string
  /** The form that came back. */
  readonly returned: (Returned & { readonly deed: MeetingDeed }) | null
}

/** "2026 ж. 14 желтоқсан, дүйсенбі, 15:00" and the place below it. */
export const whenOf = (
  { here: { format } }: Desk,
  { day, start }: { day: MeetingView['meeting']['day']; start: string },
) => `${format.fullDay(day)}, ${start}`

export const whereOf = (
  { here: { language, words } }: Desk,
  { lineage }: Pick<MeetingView, 'lineage'>,
): string =>
  words.site.list(lineage.slice(0, Math.max(1, lineage.length - 1)).map(({ name }) => name[language]))

export function FormPage({
  desk,
  view,
  csrf,
  returned,
  title,
  lead,
  scripts = [],
  children,
}: PageProps & { title: string; lead: string; scripts?: readonly string[]; children: ComponentChildren }) {
  const { here, office } = desk
  const to = meetingAddresses(here.language, office.id)
  return (
    <OfficeFrame
      desk={desk}
      section="meetings"
      title={title}
      csrf={csrf}
      refused={returned !== null}
      scripts={scripts}
    >
      <p>
        <a href={to.meeting(view.meeting.id)}>{here.words.meetings.office.backToMeeting}</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {whenOf(desk, view.meeting)} · {whereOf(desk, view)}
      </p>
      <p class="lead">{lead}</p>
      {children}
    </OfficeFrame>
  )
}

/** A form that does one deed on the meeting; its hidden fields carry the key and the revision that was seen. */
export function MeetingForm({
  desk,
  view,
  csrf,
  returned,
  deed,
  button,
  second = false,
  bringsFile = false,
  children,
}: PageProps & {
  deed: MeetingDeed
  button: string
  second?: boolean
  bringsFile?: boolean
  children?: ComponentChildren
}) {
  const { here, office } = desk
  const { id, revision } = view.meeting
  const own = returned?.deed === deed ? returned : null
  return (
    <form
      id={deed}
      class="deed flow"
      method="post"
      action={meetingAddresses(here.language, office.id).form(id, deed)}
      novalidate
      {...(bringsFile ? { enctype: 'multipart/form-data' } : {})}
    >
      <CsrfField token={csrf} />
      <input type="hidden" name="key" value={newRequestKey()} />
      <input type="hidden" name="revision" value={revision} />
      <Said returned={own} />
      {children}
      <button type="submit" {...(second ? { class: 'button-second' } : {})}>
        {button}
      </button>
    </form>
  )
}
