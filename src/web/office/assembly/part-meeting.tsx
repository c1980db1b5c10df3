// One meeting of the own part: another day by form, or out of the part with a reason.
import type { Entry } from '#calendar'
import { officeAddresses } from '../addresses.ts'
import { warningWords } from '../calendar.tsx'
import { Field, HiddenFields, type Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { MoveFields } from '../move-fields.tsx'
import { BothVersions, seenOf } from './both-versions.tsx'
import { mayHere } from './part.tsx'
import type { PartView } from './read-part.ts'
import { SmallForm, refusedOf } from './small-form.tsx'

type Props = {
  readonly desk: Desk
  readonly view: PartView
  readonly entry: Entry
  readonly csrf: string
  readonly refused: Refused | null
}

export function PartMeetingPage({ desk, view, entry, csrf, refused }: Props) {
  const { here, office } = desk
  const { format, language } = here
  const words = here.words.office
  const { drop } = here.words.assembly
  const { part } = view
  const to = officeAddresses(language, office.id)
  const title = view.units.get(entry.unit)?.name[language] ?? entry.unit
  const own = refused?.deed === 'move' ? refused : null
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf} refused={refused !== null}>
      <p>
        <a href={`${to.part(part.year)}#meetings`}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {format.fullDay(entry.day)}, {entry.start}
      </p>
      {(view.warnings.get(entry.id) ?? []).map((warning) => (
        <p key={warning.kind} class="warn">
          {warningWords(here, warning)}
        </p>
      ))}
      {own?.sentence && (
        <p class="error" role="alert">
          {own.sentence}
        </p>
      )}
      <BothVersions here={here} entry={entry} refused={own} />
      {mayHere(desk, view, 'draft-part') && (
        <>
          <form
            class="deed flow"
            id="move"
            method="post"
            action={to.partMeeting(part.year, entry.id)}
            novalidate
          >
            <HiddenFields csrf={csrf} revision={part.revision} />
            <input type="hidden" name="seen" value={seenOf(entry)} />
            <MoveFields {...{ here, entry }} refused={own} year={part.year} />
            <button type="submit">{words.moveButton}</button>
          </form>
          <DropForm
            {...{ here, csrf, refused, words: drop }}
            action={to.partDrop(part.year, entry.id)}
            revision={part.revision}
          />
        </>
      )}
    </OfficeFrame>
  )
}

type DropProps = {
  readonly here: Desk['here']
  readonly csrf: string
  readonly refused: Refused | null
  readonly words: Desk['here']['words']['assembly']['drop']
  readonly action: string
  readonly revision: number
}

export const DropForm = ({ here, csrf, refused, words, action, revision }: DropProps) => (
  <SmallForm
    {...{ csrf, refused, action, revision }}
    deed="drop"
    title={words.title}
    lead={words.lead}
    button={words.button}
    second
  >
    <Field
      here={here}
      id="drop-reason"
      name="reason"
      label={words.reason}
      refused={refusedOf(refused, 'drop')}
      input={{ maxLength: 500 }}
    />
  </SmallForm>
)
