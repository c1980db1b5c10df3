// The form of an office's wishes: weekdays, hours, closed seasons, days away.
import type { PlanningDesk } from '#flows'
import type { Office } from '#territory'
import { officeAddresses } from '../addresses.ts'
import { Field, HiddenFields, type Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { Group } from '../meetings/meeting-fields.tsx'
import { planAddresses } from './plan-addresses.ts'
import { akimName, placeName, weekdayName, weekdays } from './plan-words.ts'
import { rowsOf, typedWishes } from './read-wishes.ts'

type Props = {
  readonly desk: Desk
  readonly plan: PlanningDesk
  readonly csrf: string
  readonly akim: Office
  readonly refused: Pick<Refused, 'typed' | 'wrong' | 'sentence'> | null
  /** The address of the form when the office writes its own wishes; the region's author is led by the plan. */
  readonly own?: string
  readonly said?: string | null
}

export function WishesPage({ desk, plan, csrf, akim, refused, own, said }: Props) {
  const { here, office } = desk
  const words = here.words.plan
  const to = planAddresses(here.language, office.id, plan.year)
  const title = own ? words.wishesOfYear(plan.year) : words.wishesFormTitle(akimName(here, plan, akim.id))
  const saved = plan.wishes.get(akim.id)
  const typed = refused?.typed ?? (saved ? typedWishes(saved) : {})
  const shown: Refused = { deed: 'move', typed, wrong: refused?.wrong ?? {}, sentence: null }
  const field = (name: string, label: string, type: 'date' | 'time') => (
    <Field
      here={here}
      id={name}
      name={name}
      label={label}
      refused={shown}
      input={{
        type,
        required: false,
        ...(type === 'date' ? { min: `${plan.year}-01-01`, max: `${plan.year}-12-31` } : {}),
      }}
    />
  )
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf} refused={refused !== null}>
      <p>
        {own ? (
          <a href={officeAddresses(here.language, office.id).calendars()}>{here.words.office.calendars}</a>
        ) : (
          <a href={to.akim(akim.id)}>{words.akimTitle(akimName(here, plan, akim.id), plan.year)}</a>
        )}
      </p>
      <h1>{title}</h1>
      {said && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      <p class="lead">{own ? words.ownWishesLead : words.wishesFormLead}</p>
      {refused?.sentence && (
        <p class="error" role="alert">
          {refused.sentence}
        </p>
      )}
      <form class="deed wishes flow" method="post" action={own ?? to.wishes(akim.id)} novalidate>
        <HiddenFields csrf={csrf} revision={saved?.revision ?? 0} />
        <Group legend={words.weekdays}>
          <p class="hint">{words.weekdaysHint}</p>
          <div class="checks">
            {weekdays.map((day) => (
              <label key={day} class="check" for={`weekday-${day}`}>
                <input
                  type="checkbox"
                  id={`weekday-${day}`}
                  name={`weekday-${day}`}
                  value="1"
                  checked={typed[`weekday-${day}`] !== undefined}
                />{' '}
                {weekdayName(here, day)}
              </label>
            ))}
          </div>
        </Group>
        <Group legend={words.hours}>
          <p class="hint">{words.hoursHint}</p>
          <div class="row-fields">
            {field('hours-from', words.hoursFrom, 'time')}
            {field('hours-to', words.hoursTo, 'time')}
          </div>
        </Group>
        <Group legend={words.seasons}>
          <p class="hint">{words.seasonsHint}</p>
          {Array.from({ length: rowsOf(typed, 'season') }, (_, row) => (
            <div key={row} class="row-fields" role="group" aria-label={words.season(row + 1)}>
              <PlaceField {...{ desk, plan, akim, row }} refused={shown} />
              {field(`season-${row}-first`, words.first, 'date')}
              {field(`season-${row}-last`, words.last, 'date')}
            </div>
          ))}
        </Group>
        <Group legend={words.away}>
          <p class="hint">{words.awayHint}</p>
          {Array.from({ length: rowsOf(typed, 'away') }, (_, row) => (
            <div key={row} class="row-fields" role="group" aria-label={words.awayRow(row + 1)}>
              {field(`away-${row}-first`, words.first, 'date')}
              {field(`away-${row}-last`, words.last, 'date')}
            </div>
          ))}
        </Group>
        <button type="submit">{words.save}</button>
      </form>
    </OfficeFrame>
  )
}

type PlaceProps = Pick<Props, 'desk' | 'plan' | 'akim'> & { readonly row: number; readonly refused: Refused }

function PlaceField({ desk: { here }, plan, akim, row, refused }: PlaceProps) {
  const words = here.words.plan
  const name = `season-${row}-place`
  const wrong = refused.wrong[name]
  const places = plan.problems.offices.find(({ office }) => office === akim.id)?.problem.places ?? []
  return (
    <div class="field">
      <label for={name}>{words.place}</label>
      {wrong && (
        <p id={`${name}-error`} class="error">
          <span class="unseen">{here.words.form.error}</span> {wrong}
        </p>
      )}
      <select
        id={name}
        name={name}
        {...(wrong ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-error` } : {})}
      >
        <option value="">{words.anyPlace}</option>
        {places.map(({ id }) => (
          <option key={id} value={id} selected={refused.typed[name] === id}>
            {placeName(here, plan, id)}
          </option>
        ))}
      </select>
    </div>
  )
}
