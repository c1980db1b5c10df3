// The way of a calendar, and the one step that comes next: the form for who may take it, a sentence for the others.
import { type CalendarState, calendarStates } from '#calendar'
import { type Role, type Verb, may } from '#people'
import { maslikhatOffice } from '#territory'
import { AskForm } from './assembly/ask-form.tsx'
import { DeedForm, type Refused } from './deed-form.tsx'
import { type Deed, deeds } from './addresses.ts'
import type { Desk } from './desk.ts'
import type { CalendarView } from './read-calendar.ts'

type Props = { desk: Desk; view: CalendarView; csrf: string; refused: Refused | null }

export function Way({ desk, state }: { desk: Desk; state: CalendarState | null }) {
  const words = desk.here.words.office
  const reached = state === null ? -1 : calendarStates.indexOf(state)
  return (
    <ol class="way plain" aria-label={words.stepsTitle}>
      {calendarStates.map((step, at) => (
        <li
          key={step}
          class={at <= reached ? 'way-done' : at === reached + 1 ? 'way-next' : ''}
          {...(at === reached ? { 'aria-current': 'step' as const } : {})}
        >
          {words.steps[step]}
        </li>
      ))}
    </ol>
  )
}

/** Whose turn it is after each state. */
const turn = {
  none: ['draft', 'draft-calendar', 'author'],
  drafted: ['send', 'send-calendar', 'author'],
  sent: ['answer', 'record-maslikhat', 'maslikhat-secretary'],
  answered: ['approve', 'approve-calendar', 'signer'],
  approved: ['publish', 'publish-calendar', 'signer'],
  published: null,
} as const satisfies Record<CalendarState | 'none', readonly [Deed, Verb, Role] | null>

export function NextStep({ desk, view, csrf, refused }: Props) {
  const { calendar, year } = view
  const words = desk.here.words.office
  const next = turn[calendar?.state ?? 'none']
  const can = (verb: Verb) => mayHere(desk, view, verb)
  // Every part has to be in the calendar before it goes on.
  const openParts =
    next?.[0] === 'send'
      ? view.parts.filter(({ state }) => state !== 'taken' && state !== 'planned').length
      : 0
  const forms = [
    ...(next && can(next[1]) && openParts === 0 ? [next[0]] : []),
    ...(calendar?.approvedAt && !calendar.submittedAt && can('submit-calendar') ? ['submit' as const] : []),
    ...(calendar && can('recall-calendar') ? ['recall' as const] : []),
  ]
  // A form that was refused stays in sight, even when it is no longer the next step.
  const refusedDeed = deeds.find((deed) => deed === refused?.deed)
  const stale = refusedDeed && !forms.includes(refusedDeed) ? refused!.sentence : null
  return (
    <section class="next-step flow">
      <h2>{words.nextStep}</h2>
      {stale && (
        <p class="error" role="alert">
          {stale}
        </p>
      )}
      {next === null && <p>{words.waitsFor.nobody}</p>}
      {openParts > 0 && (
        <p>
          {desk.here.words.assembly.partsFirst(openParts)}{' '}
          <a href="#parts">{desk.here.words.assembly.partsTitle}</a>
        </p>
      )}
      {next && !can(next[1]) && <p>{words.waitsFor[next[2]]}</p>}
      {forms.map((deed, at) => (
        <DeedForm
          key={deed}
          {...{ desk, csrf, year, calendar, deed, refused }}
          {...wordsOf(desk, view, deed)}
          second={at > 0}
        />
      ))}
      <AskForm {...{ desk, view, csrf, refused }} />
    </section>
  )
}

/** May the person do this to this calendar now? The verb asks again when it is done. */
export function mayHere(desk: Desk, { calendar }: CalendarView, verb: Verb): boolean {
  const { region, office, actor, here } = desk
  if (!region) return false
  const thing = verb === 'record-maslikhat' ? maslikhatOffice(region.code) : (calendar?.office ?? office.id)
  return may(
    actor,
    verb,
    {
      office: thing,
      unit: region.code,
      ...(calendar ? { state: calendar.state, editedBy: calendar.editors } : {}),
    },
    here.today,
  ).yes
}

function wordsOf(desk: Desk, view: CalendarView, deed: Deed) {
  const words = desk.here.words.office
  const number = (label: string) => ({ field: { name: 'number' as const, label } })
  switch (deed) {
    case 'draft':
      return { ...words.draft, lead: words.draft.lead(view.year) }
    case 'answer': {
      const { number: label, button, ...titles } = words.answer
      const [title, lead] =
        view.part === 'consent'
          ? [titles.consentTitle, titles.consentLead]
          : [titles.notificationTitle, titles.notificationLead]
      return { title, lead, button, ...number(label) }
    }
    case 'recall': {
      const { reason, ...rest } = words.recall
      return { ...rest, field: { name: 'reason' as const, label: reason } }
    }
    case 'publish':
      return words.publish
    default: {
      const { number: label, ...rest } = words[deed]
      return { ...rest, ...number(label) }
    }
  }
}
