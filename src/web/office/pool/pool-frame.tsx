// What the pages of one pool share: whose meeting it is, the way back, a form of one button.
import type { ComponentChildren } from 'preact'
import type { Meeting } from '#meetings'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { whenOf } from '../meetings/meeting-frame.tsx'
import type { PoolView } from './read-pool.ts'

export type PoolProps = {
  readonly desk: Desk
  readonly view: PoolView
  readonly csrf: string
  /** What a deed came to, or why it was refused. */
  readonly said: string | null
  readonly refused: string | null
}

export function PoolFrame({
  desk,
  view,
  csrf,
  said,
  refused,
  title,
  back,
  children,
}: PoolProps & {
  readonly title: string
  readonly back: { readonly href: string; readonly words: string }
  readonly children: ComponentChildren
}) {
  return (
    <OfficeFrame desk={desk} section="pools" title={title} csrf={csrf} refused={refused !== null}>
      <p>
        <a href={back.href}>{back.words}</a>
      </p>
      {said && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      {refused && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      <h1>{title}</h1>
      <p class="soft">{meetingLine(desk, view.pool.meeting, view)}</p>
      {children}
    </OfficeFrame>
  )
}

export const meetingLine = (desk: Desk, meeting: Meeting, { units }: Pick<PoolView, 'units'>): string =>
  `${whenOf(desk, meeting)} · ${units.get(meeting.unit)?.name[desk.here.language] ?? ''}`

/** A button that does one deed on the draft that was seen. */
export const DeedButton = ({
  view,
  csrf,
  action,
  words,
  label,
  second = true,
  fields = {},
}: {
  readonly view: PoolView
  readonly csrf: string
  readonly action: string
  readonly words: string
  /** What it is done to, for who does not see the line. */
  readonly label?: string
  readonly second?: boolean
  readonly fields?: Readonly<Record<string, string>>
}) => (
  <form method="post" action={action} class="row-deed">
    <HiddenFields csrf={csrf} revision={view.pool.draft?.revision ?? 0} />
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button type="submit" {...(second ? { class: 'button-second' } : {})}>
      {words}
      {label && <span class="unseen">: {label}</span>}
    </button>
  </form>
)
