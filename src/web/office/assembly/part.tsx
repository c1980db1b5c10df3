// The part of one office: its own page, and the same text in the hands of the region.
import { type Part, mayPart } from '#calendar'
import type { Verb } from '#people'
import { localDay } from '#territory'
import type { Here } from '../../here.ts'
import { officeAddresses } from '../addresses.ts'
import { Field, type Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { BothVersions } from './both-versions.tsx'
import { Gaps, PartLines, ownHref } from './part-lines.tsx'
import { QuotaTable } from './quota-table.tsx'
import type { PartView } from './read-part.ts'
import { SmallForm, refusedOf } from './small-form.tsx'

export type Said = keyof Here['words']['assembly']['said'] | null

type Props = {
  readonly desk: Desk
  readonly view: PartView
  readonly csrf: string
  readonly said: Said
  readonly refused: Refused | null
}

/** May the person do this to the part now? The verb asks again when it is done. */
export const mayHere = ({ actor, here }: Desk, { calendar, part }: PartView, verb: Verb): boolean =>
  calendar.state === 'drafted' && mayPart({ actor, today: here.today }, verb, part).yes

export function OwnPartPage({ desk, view, csrf, said, refused }: Props) {
  const { here, office } = desk
  const words = here.words.assembly
  const { calendar, part, entries, gaps } = view
  const to = officeAddresses(here.language, office.id)
  const title = words.partTitle(view.owner.name[here.language], part.year)
  const writing = (part.state === 'asked' || part.state === 'returned') && mayHere(desk, view, 'draft-part')
  // Of the deeds that have no form in sight: a line that could not be added, a meeting that is gone.
  const sentence =
    refused && !['begin', 'send-part', 'recall-part'].includes(refused.deed)
      ? (refused.sentence ?? refused.wrong['day'])
      : null
  const begins = mayHere(desk, view, 'draft-part') && part.state !== 'sent' && part.state !== 'taken'
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf} refused={refused !== null}>
      <h1>{title}</h1>
      <SaidLine here={here} said={said} />
      <PartState here={here} part={part} />
      <p>{words.partLead}</p>
      {sentence && (
        <p class="error" role="alert">
          {sentence}
        </p>
      )}
      {refused?.deed === 'move' && <BothVersions here={here} entry={null} refused={refused} />}
      {calendar.state !== 'drafted' ? (
        <p>{words.closed}</p>
      ) : part.state === 'sent' || part.state === 'taken' ? (
        <p>{words.waits[part.state]}</p>
      ) : (
        calendar.answerBy && <p>{words.answerBy(here.format.day(calendar.answerBy))}</p>
      )}
      {part.state === 'sent' && mayHere(desk, view, 'recall-part') && (
        <section class="next-step flow">
          <SmallForm
            {...{ csrf, refused }}
            deed="recall-part"
            action={to.partDeed(part.year, 'recall-part')}
            revision={part.revision}
            title={words.takeBack.title}
            lead={words.takeBack.lead}
            button={words.takeBack.button}
            second
          />
        </section>
      )}
      {(begins || writing) && (
        <div class="desk">
          {writing && entries.length > 0 && (
            <section class="next-step flow">
              <SmallForm
                {...{ csrf, refused }}
                deed="send-part"
                action={to.partDeed(part.year, 'send-part')}
                revision={part.revision}
                title={words.send.title}
                lead={gaps.length > 0 ? words.send.lacking(gaps.length) : words.send.lead}
                button={words.send.button}
              />
            </section>
          )}
          <section class={entries.length > 0 ? 'flow' : 'next-step flow'}>
            <SmallForm
              {...{ csrf, refused }}
              deed="begin"
              action={to.partDeed(part.year, 'begin')}
              revision={part.revision}
              title={words.begin.title}
              lead={
                part.state === 'planned'
                  ? words.begin.take
                  : entries.length > 0
                    ? words.begin.again
                    : words.begin.lead
              }
              button={words.begin.button}
              second={entries.length > 0}
            />
          </section>
        </div>
      )}
      <section class="flow" id="meetings">
        <h2>{words.meetings(entries.length)}</h2>
        <PartLines desk={desk} view={view} href={writing ? ownHref(desk, view) : null} />
      </section>
      <Gaps
        {...{ desk, csrf, gaps }}
        nameOf={(unit) => view.units.get(unit)?.name[here.language] ?? unit}
        add={writing ? { action: to.partDeed(part.year, 'add'), revision: part.revision } : null}
      />
      <section class="flow quota-of">
        <h2>{words.quotaLink}</h2>
        <p class="soft small">{words.quotaLead}</p>
        <QuotaTable
          here={here}
          rows={view.quota}
          nameOf={(unit) => view.units.get(unit)?.name[here.language] ?? unit}
        />
      </section>
    </OfficeFrame>
  )
}

export function PartInHandPage({ desk, view, csrf, said, refused }: Props) {
  const { here, office } = desk
  const words = here.words.assembly
  const { part, entries, gaps } = view
  const to = officeAddresses(here.language, office.id)
  const title = words.partTitle(view.owner.name[here.language], part.year)
  const takes = part.state === 'sent' && mayHere(desk, view, 'assemble-calendar')
  const returns = (part.state === 'sent' || part.state === 'taken') && mayHere(desk, view, 'return-part')
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf} refused={refused !== null}>
      <p>
        <a href={`${to.calendar(part.year)}#parts`}>{here.words.office.back}</a>
      </p>
      <h1>{title}</h1>
      <SaidLine here={here} said={said} />
      <PartState here={here} part={part} />
      {(takes || returns) && (
        <div class="desk">
          {takes && (
            <section class="next-step flow">
              <SmallForm
                {...{ csrf, refused }}
                deed="take"
                action={to.partOf(part.year, part.office, 'take')}
                revision={part.revision}
                {...words.take}
              />
            </section>
          )}
          {returns && (
            <section class="flow">
              <SmallForm
                {...{ csrf, refused }}
                deed="return"
                action={to.partOf(part.year, part.office, 'return')}
                revision={part.revision}
                title={words.giveBack.title}
                lead={words.giveBack.lead}
                button={words.giveBack.button}
                second
              >
                <Field
                  here={here}
                  id="return-reason"
                  name="reason"
                  label={words.giveBack.reason}
                  refused={refusedOf(refused, 'return')}
                  input={{ maxLength: 500 }}
                />
              </SmallForm>
            </section>
          )}
        </div>
      )}
      <section class="flow" id="meetings">
        <h2>{words.meetings(entries.length)}</h2>
        <PartLines desk={desk} view={view} href={null} />
      </section>
      <Gaps
        {...{ desk, csrf, gaps }}
        nameOf={(unit) => view.units.get(unit)?.name[here.language] ?? unit}
        add={null}
      />
    </OfficeFrame>
  )
}

export const SaidLine = ({ here, said }: { here: Here; said: Said }) =>
  said && (
    <p class="said" role="status">
      {here.words.assembly.said[said]}
    </p>
  )

function PartState({ here, part }: { here: Here; part: Part }) {
  const words = here.words.assembly
  return (
    <>
      <p>
        <span class={`stand stand-${part.state}`}>{words.states[part.state]}</span>{' '}
        {part.sentAt && (
          <span class="soft">{words.submittedOn(here.format.day(localDay(part.sentAt, part.region)))}</span>
        )}
      </p>
      {part.state === 'returned' && (
        <p class="warnings">
          {words.returnedBecause} <strong>{part.reason}</strong>
        </p>
      )}
    </>
  )
}
