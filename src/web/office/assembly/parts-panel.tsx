// The region's hand over the year: who has answered, what is taken, the correction in hand.
import { releaseDiff, type Part } from '#calendar'
import { officeAddresses } from '../addresses.ts'
import { addresses } from '../../address.ts'
import { Field, type Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { mayHere } from '../next-step.tsx'
import type { CalendarView } from '../read-calendar.ts'
import { SmallForm, refusedOf } from './small-form.tsx'

type Props = {
  readonly desk: Desk
  readonly view: CalendarView
  readonly csrf: string
  readonly refused: Refused | null
}

const isIn = ({ state }: Part) => state === 'taken' || state === 'planned'

export function PartsPanel({ desk, view, csrf, refused }: Props) {
  const { here, office } = desk
  const { format, language } = here
  const words = here.words.assembly
  const { calendar, parts, entries, year } = view
  if (!calendar || parts.length === 0) return null
  const to = officeAddresses(language, office.id)
  const silent = parts.filter(({ state }) => state === 'asked' || state === 'returned')
  const mayFill = calendar.state === 'drafted' && silent.length > 0 && mayHere(desk, view, 'draft-calendar')
  const isTime = calendar.answerBy === null || here.today > calendar.answerBy
  const order = { sent: 0, returned: 1, asked: 2, taken: 3, planned: 4 }
  const shown = parts.toSorted((a, b) => order[a.state] - order[b.state])
  const isOpen = parts.some(({ state }) => state !== 'planned')
  return (
    <details class="parts" id="parts" open={isOpen}>
      <summary>
        <h2>{words.partsTitle}</h2>
      </summary>
      <p>
        {words.partsLead(parts.filter(isIn).length, parts.length)}{' '}
        {calendar.answerBy && words.until(format.day(calendar.answerBy))}
      </p>
      {mayFill &&
        (isTime ? (
          <SmallForm
            {...{ csrf, refused }}
            deed="fill"
            action={to.assembly(year, 'fill')}
            revision={calendar.revision}
            title={words.fill.title}
            lead={words.fill.lead(silent.length)}
            button={words.fill.button}
            second
          />
        ) : (
          <p>{words.fill.wait(silent.length, format.day(calendar.answerBy!))}</p>
        ))}
      <table class="table parts-table">
        <thead>
          <tr>
            <th scope="col">{words.partsOffice}</th>
            <th scope="col">{words.partsState}</th>
            <th scope="col">{words.partsMeetings}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <tr key={part.office}>
              <th scope="row">
                {part.office === office.id ? (
                  view.offices.get(part.office)?.name[language]
                ) : (
                  <a href={to.partOf(year, part.office)}>
                    {view.offices.get(part.office)?.name[language] ?? part.office}
                  </a>
                )}
              </th>
              <td>
                <span class={`stand stand-${part.state}`}>{words.states[part.state]}</span>
              </td>
              <td class="numbers">
                {isIn(part)
                  ? format.number(entries.filter((entry) => entry.office === part.office).length)
                  : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** A correction: the form to begin one, or what the one in hand has changed so far. */
export function CorrectionPanel({ desk, view, csrf, refused }: Props) {
  const { here, office, region } = desk
  const words = here.words.assembly
  const { calendar, year, released } = view
  if (!calendar || !released) return null
  const to = officeAddresses(here.language, office.id)
  const [first] = released.slice(-1)
  if (calendar.correction) {
    const entries = new Map(view.entries.map((entry) => [entry.id, entry]))
    const old = first!.content.meetings
    const { moved, added, dropped } = releaseDiff(first!.content, {
      ...first!.content,
      meetings: view.entries.map((entry) => {
        const before = old.find(({ id }) => id === entry.id)
        const names = { officeName: { kk: '', ru: '' }, unitName: { kk: '', ru: '' }, ...before }
        const { day, start, plannedMinutes, form, unit, id } = entries.get(entry.id)!
        return { ...names, id, office: entry.office, unit, day, start, plannedMinutes, form }
      }),
    })
    return (
      <section class="warnings flow">
        <p>
          <strong>{words.correcting(first!.number + 1)}</strong>
        </p>
        <p>
          {words.correctingReason}: {calendar.correction.reason}
        </p>
        <p>{words.soFar(moved.length, added.length, dropped.length)}</p>
        {calendar.state === 'drafted' && mayHere(desk, view, 'draft-calendar') && (
          <SmallForm
            {...{ csrf, refused }}
            deed="give-up"
            action={to.assembly(year, 'give-up')}
            revision={calendar.revision}
            {...words.giveUp}
            second
          />
        )}
      </section>
    )
  }
  return (
    <section class="flow">
      <h2>{words.releasesTitle}</h2>
      <ul class="plain links">
        {released.toReversed().map(({ number }) => (
          <li key={number}>
            <a href={addresses[here.language].release(region!.code, year, number)}>{words.release(number)}</a>
            {number > 1 && (
              <>
                {' · '}
                <a href={addresses[here.language].changes(region!.code, year, number)}>{words.changesLink}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      {mayHere(desk, view, 'correct-calendar') && (
        <SmallForm
          {...{ csrf, refused }}
          deed="correct"
          action={to.assembly(year, 'correct')}
          revision={calendar.revision}
          title={words.correct.title}
          lead={words.correct.lead}
          button={words.correct.button}
          second
        >
          <Field
            here={here}
            id="correct-reason"
            name="reason"
            label={words.correct.reason}
            hint={words.correct.hint}
            refused={refusedOf(refused, 'correct')}
            input={{ maxLength: 500 }}
          />
        </SmallForm>
      )}
    </section>
  )
}
