// The year of one akim: alternatives beside the dates of the others, wishes and what they cost, trips, the year of each place.
import type { Alternative, Conflict, DayTrip, Way, WishPrice } from '#calendar'
import type { PlanningDesk } from '#flows'
import type { LocalDate } from '#kernel'
import type { Office } from '#territory'
import { YearStrip } from '../../parts/year-strip.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { AlternativeCards } from './alternative-cards.tsx'
import { Conflicts } from './conflicts.tsx'
import { planAddresses } from './plan-addresses.ts'
import { type PlanSaid, Unmapped } from './plan-year.tsx'
import { akimName, placeName, wishWords } from './plan-words.ts'

type Props = {
  readonly desk: Desk
  readonly plan: PlanningDesk
  readonly csrf: string
  readonly akim: Office
  readonly alternatives: ReadonlyMap<Way, Alternative>
  readonly conflicts: readonly Conflict[]
  readonly prices: readonly WishPrice[]
  readonly trips: readonly { readonly day: LocalDate; readonly trip: DayTrip }[]
  readonly mayTake: boolean
  readonly mayWish: boolean
  readonly said: PlanSaid | null
}

export function PlanAkimPage(props: Props) {
  const { desk, plan, csrf, akim, alternatives, conflicts, mayTake, said } = props
  const { here, office } = desk
  const words = here.words.plan
  const to = planAddresses(here.language, office.id, plan.year)
  const title = words.akimTitle(akimName(here, plan, akim.id), plan.year)
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf}>
      <p>
        <a href={to.year()}>{words.backToYear}</a>
      </p>
      <h1>{title}</h1>
      {said && (
        <p class="said" role="status">
          {words[said]}
        </p>
      )}
      {plan.others.has(akim.id) && <p>{words.ownText}</p>}
      <Unmapped desk={desk} plan={plan} akim={akim.id} />
      <Conflicts desk={desk} plan={plan} conflicts={conflicts} />
      <Wishes {...props} />
      <section class="flow">
        <h2>{words.waysTitle}</h2>
        <AlternativeCards {...{ desk, plan, csrf, alternatives }} akim={akim.id} mayTake={mayTake} />
      </section>
      <Trips {...props} />
      <Places {...props} />
    </OfficeFrame>
  )
}

function Wishes({ desk, plan, akim, prices, mayWish }: Props) {
  const { here, office } = desk
  const words = here.words.plan
  return (
    <section class="flow">
      <h2>{words.wishesTitle}</h2>
      {prices.length === 0 ? (
        <p>{words.wishesNone}</p>
      ) : (
        <ul class="rows plain">
          {prices.map(({ wish, km, minutes, unplaced }) => (
            <li key={wishWords(here, plan, wish)}>
              <strong>{wishWords(here, plan, wish)}</strong>{' '}
              <span class="soft">
                {words.price(km, minutes)}
                {unplaced > 0 && `; ${words.priceUnplaced(unplaced)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWish && (
        <p>
          <a href={planAddresses(here.language, office.id, plan.year).wishes(akim.id)}>{words.wishesEdit}</a>
        </p>
      )}
    </section>
  )
}

function Trips({ desk, plan, akim, trips }: Props) {
  const { here, office } = desk
  const words = here.words.plan
  const to = planAddresses(here.language, office.id, plan.year)
  if (trips.length === 0) return null
  return (
    <section class="flow">
      <h2>{words.daysTitle}</h2>
      <ul class="rows plain">
        {trips.map(({ day, trip }) => (
          <li key={day}>
            <a class="row-name" href={to.day(day, akim.id)}>
              {here.format.weekdayOfYear(day)}
            </a>{' '}
            <span class="soft">
              {words.dayLine(trip.stops.map(({ unit }) => placeName(here, plan, unit)).join(', '), trip.km)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Places({ desk: { here }, plan, akim }: Props) {
  const words = here.words.plan
  const places = plan.problems.offices.find(({ office }) => office === akim.id)?.problem.places ?? []
  if (plan.present.length === 0) return null
  return (
    <section class="flow">
      <h2>{words.placesTitle}</h2>
      <p class="soft">{words.placesHint}</p>
      {places.map(({ id }) => {
        const meetings = plan.present.filter(({ unit }) => unit === (id as string))
        return (
          <div key={id}>
            <h3>{placeName(here, plan, id)}</h3>
            <YearStrip
              here={here}
              year={plan.year}
              marks={meetings
                .filter(({ day }) => day.startsWith(`${plan.year}`))
                .map(({ day, office }) => ({ day, strong: office === akim.id }))}
            />
          </div>
        )
      })}
    </section>
  )
}
