// Moving one date of a draft: where it stands, where the law wants it, and the form.
import { firstDay, lastDay } from '#kernel'
import type { Entry } from '#calendar'
import { addresses } from '../address.ts'
import { Fact, Facts } from '../parts/facts.tsx'
import { officeAddresses } from './addresses.ts'
import { DropForm } from './assembly/part-meeting.tsx'
import { BothVersions, seenOf } from './assembly/both-versions.tsx'
import { nameOf, warningWords } from './calendar.tsx'
import { HiddenFields, type Refused } from './deed-form.tsx'
import type { Desk } from './desk.ts'
import { OfficeFrame } from './frame.tsx'
import { MoveFields } from './move-fields.tsx'
import { mayHere } from './next-step.tsx'
import { EffectSection } from './plan/effect.tsx'
import { LockForm } from './plan/lock-form.tsx'
import { planAddresses } from './plan/plan-addresses.ts'
import type { EffectWords } from './plan/plan-words.ts'
import type { CalendarView } from './read-calendar.ts'

type Props = {
  readonly desk: Desk
  readonly view: CalendarView
  readonly entry: Entry
  readonly csrf: string
  readonly refused: Refused | null
  /** What the move that was typed would do. */
  readonly effect: EffectWords | null
}

export function MovePage({ desk, view, entry, csrf, refused, effect }: Props) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.office
  const to = officeAddresses(language, office.id)
  const who = view.offices.get(entry.office)?.name[language] ?? entry.office
  const title = words.moveTitle(who)
  return (
    <OfficeFrame
      desk={desk}
      section="calendars"
      title={title}
      csrf={csrf}
      refused={refused !== null && !effect}
    >
      <p>
        <a href={`${to.calendar(view.year, { month: Number(entry.day.slice(5, 7)) })}#meetings`}>
          {words.back}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{nameOf(desk, view, entry)}</p>
      <Facts>
        <Fact term={words.moveNow}>
          {format.fullDay(entry.day)}, {entry.start}
        </Fact>
        <Fact term={words.moveProposed}>{format.fullDay(entry.proposedDay)}</Fact>
      </Facts>
      <p>
        {words.movePeriod(format.day(firstDay(entry.period)), format.day(lastDay(entry.period)))}{' '}
        <a
          class="why"
          href={addresses[language].why({
            norm: entry.norm,
            bearer: entry.office,
            subject: entry.unit,
            period: entry.period,
          })}
        >
          {words.why}
        </a>
      </p>
      {(view.warnings.get(entry.id) ?? []).map((warning) => (
        <p key={warning.kind} class="warn">
          {warningWords(here, warning)}
        </p>
      ))}
      {refused?.deed === 'move' && refused.sentence && (
        <p class="error" role="alert">
          {refused.sentence}
        </p>
      )}
      <BothVersions here={here} entry={entry} refused={refused} />
      {effect && <EffectSection here={here} effect={effect} />}
      {mayHere(desk, view, 'move-entry') && (
        <form class="deed flow" method="post" action={to.move(view.year, entry.id)} novalidate>
          <HiddenFields csrf={csrf} revision={view.calendar!.revision} />
          <input type="hidden" name="seen" value={seenOf(entry)} />
          <MoveFields {...{ here, entry, refused }} year={view.year} />
          <p class="buttons">
            <button type="submit">{words.moveButton}</button>{' '}
            <button
              type="submit"
              class="button-second"
              formaction={`${planAddresses(language, office.id, view.year).look(entry.id)}#effect`}
            >
              {here.words.plan.look}
            </button>
          </p>
        </form>
      )}
      {mayHere(desk, view, 'move-entry') && (
        <LockForm
          {...{ desk, csrf }}
          year={view.year}
          meeting={entry.id}
          locked={view.locked.has(entry.id)}
        />
      )}
      {mayHere(desk, view, 'move-entry') && (
        <DropForm
          {...{ here, csrf, refused }}
          words={here.words.assembly.drop}
          action={to.drop(view.year, entry.id)}
          revision={view.calendar!.revision}
        />
      )}
    </OfficeFrame>
  )
}
