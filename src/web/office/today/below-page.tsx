// A meeting of an office below that has no free signer: read here and signed by the one above, under his own desk.
import type { Meeting } from '#meetings'
import type { Office } from '#territory'
import { inLanguage } from '../../pages/announced.tsx'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { BelowFrame } from './below-frame.tsx'
import { belowAddress } from './where-to-go.ts'

export type BelowDeed = 'publish' | 'sign-change'

type Props = {
  readonly desk: Desk
  readonly of: Office
  /** `null`: it does not wait for this desk, so nothing of it is shown. */
  readonly meeting: Meeting | null
  /** What may be signed from here now. */
  readonly deeds: readonly BelowDeed[]
  readonly csrf: string
  readonly sentence: string | null
  readonly isDone: boolean
}

export function BelowPage({ desk, of, meeting, deeds, csrf, sentence, isDone }: Props) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.today.below
  const { meetings } = here.words
  const form = (deed: BelowDeed, button: string) =>
    meeting &&
    deeds.includes(deed) && (
      <form
        class="deed flow"
        method="post"
        action={belowAddress(language, office.id, of.id, meeting.id, deed)}
      >
        <HiddenFields csrf={csrf} revision={meeting.revision} />
        <button type="submit">{button}</button>
      </form>
    )
  return (
    <BelowFrame
      {...{ desk, csrf, sentence }}
      title={words.title(of.name[language])}
      done={isDone ? words.done : null}
    >
      {meeting && (
        <p class="soft">
          {format.fullDay(meeting.day)}, {meeting.start}
        </p>
      )}
      <p>{deeds.length > 0 ? words.lead : words.nothing}</p>
      {meeting?.change && (
        <section class="next-step flow">
          <h2>{words.change}</h2>
          <p>
            <strong>
              {meeting.change.kind === 'move'
                ? meetings.office.changeMove(`${format.fullDay(meeting.change.day)}, ${meeting.change.start}`)
                : meetings.office.changeCancel}
            </strong>
          </p>
          <p>{meetings.reason(inLanguage(meeting.change.reason, language))}</p>
          {form('sign-change', words.signChange)}
        </section>
      )}
      {meeting && (
        <section class="next-step flow">
          <h2>{words.notice}</h2>
          <div class="pair">
            <p class="announcement" lang="kk">
              {meeting.notice.kk}
            </p>
            <p class="announcement" lang="ru">
              {meeting.notice.ru}
            </p>
          </div>
          {form('publish', words.publish)}
        </section>
      )}
    </BelowFrame>
  )
}
