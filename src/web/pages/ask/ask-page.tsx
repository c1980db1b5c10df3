// The form of a question or proposal: to whom, about which place, the words, and where an answer may go.
import type { Channel } from '#notices'
import { mostCharacters } from '#requests'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { Breadcrumbs } from '../../parts/breadcrumbs.tsx'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { Fault, about } from '../../parts/fault.tsx'
import { Layout } from '../../parts/layout.tsx'
import { OfficeChoice } from '../../parts/office-choice.tsx'
import { DraftKept, DraftOffered } from './draft-lines.tsx'
import type { FoundPlace, From, Ground } from './ground.ts'
import { PlaceField } from './place-field.tsx'
import type { Typed, Wrong } from './typed.ts'
import { type Work, WorkField } from './work-field.tsx'

export type AskProps = {
  readonly here: Here
  readonly ground: Ground
  readonly csrf: string
  readonly typed: Typed
  readonly work: Work
}

export const askAddress = ({ language }: Here, from: From): string =>
  'unit' in from ? addresses[language].ask(from.unit) : addresses[language].askMeeting(from.meeting)

export const AskCrumbs = ({ here, ground }: Pick<AskProps, 'here' | 'ground'>) => (
  <Breadcrumbs
    here={here}
    crumbs={ground.lineage.toReversed().map(({ code, name }) => ({
      name: name[here.language],
      href: addresses[here.language].place(code),
    }))}
  />
)

/** To whom it goes: the meeting with its day, or the office. */
export const ToWhom = ({ here, ground, office }: Pick<AskProps, 'here' | 'ground'> & { office: string }) => {
  const { meeting, offices } = ground
  const name = offices.find(({ id }) => id === office)?.name[here.language]
  return meeting
    ? here.words.ask.toMeeting(meeting.office.name[here.language], here.format.fullDay(meeting.day))
    : name
}

type Props = AskProps & {
  readonly wrong: Wrong
  /** Places of the name that was typed, where there are several. */
  readonly found: readonly FoundPlace[]
  readonly channels: readonly Channel[]
}

export function AskPage({ here, ground, csrf, typed, work, wrong, found, channels }: Props) {
  const say = here.words.ask.form
  const { meeting } = ground
  return (
    <Layout
      here={here}
      title={say.title}
      refused={Object.keys(wrong).length > 0}
      unlisted
      scripts={['ask.js']}
    >
      <div class="wrap flow narrow">
        <AskCrumbs here={here} ground={ground} />
        <h1>{say.title}</h1>
        <p class="lead">
          {meeting ? <ToWhom here={here} ground={ground} office={typed.office} /> : say.lead}
        </p>
        <p>{say.noName}</p>
        {ground.over && !wrong.whole && <p class="warn">{here.words.ask.refused['meeting-over']}</p>}
        <DraftOffered here={here} />
        <form id="ask" class="flow wishing" method="post" action={askAddress(here, ground.from)} novalidate>
          <CsrfField token={csrf} />
          <input type="hidden" name="key" value={typed.key} />
          <Fault here={here} id="whole">
            {wrong.whole}
          </Fault>
          {ground.offices.length > 1 ? (
            <OfficeChoice
              {...{
                here,
                legend: say.office,
                offices: ground.offices,
                chosen: typed.office,
                wrong: wrong.office,
                note: (id) => (ground.sorting.has(id) ? undefined : say.officeWaits),
              }}
            />
          ) : (
            <input type="hidden" name="office" value={ground.offices[0]!.id} />
          )}
          <div class="field">
            <label for="words">{say.words}</label>
            <p id="words-hint" class="hint">
              {say.wordsHint(mostCharacters)}
            </p>
            <Fault here={here} id="words">
              {wrong.words}
            </Fault>
            <textarea id="words" name="words" rows={8} {...about('words', wrong.words)}>
              {typed.words}
            </textarea>
            <p id="left" hidden data-most={mostCharacters} data-left={say.left} data-over={say.over} />
            <DraftKept here={here} />
          </div>
          <PlaceField here={here} ground={ground} typed={typed} wrong={wrong.unit} found={found} />
          {channels.length > 0 && (
            <div class="field">
              <label for="contact">{say.contact[channels.length > 1 ? 'any' : channels[0]!]}</label>
              <p id="contact-hint" class="hint">
                {say.contactHint}
              </p>
              <Fault here={here} id="contact">
                {wrong.contact}
              </Fault>
              <input
                id="contact"
                name="contact"
                value={typed.contact}
                maxLength={254}
                autocomplete="off"
                {...about('contact', wrong.contact)}
              />
            </div>
          )}
          <WorkField here={here} work={work} />
          <p class="buttons">
            <button type="submit" name="do" value="preview">
              {say.preview}
            </button>{' '}
            <button type="submit" name="do" value="formal" class="button-second">
              {say.formal}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  )
}
