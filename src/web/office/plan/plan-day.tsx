// The trip of one day: the sketch, and the same as a list.
import type { DayTrip } from '#calendar'
import type { PlanningDesk } from '#flows'
import type { LocalDate } from '#kernel'
import type { Office } from '#territory'
import { officeAddresses } from '../addresses.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { planAddresses } from './plan-addresses.ts'
import { akimName, placeName } from './plan-words.ts'
import { TripMap } from './trip-map.tsx'

type Props = {
  readonly desk: Desk
  readonly plan: PlanningDesk
  readonly csrf: string
  readonly akim: Office
  readonly day: LocalDate
  readonly trip: DayTrip
}

export function PlanDayPage({ desk, plan, csrf, akim, day, trip }: Props) {
  const { here, office } = desk
  const { format, language } = here
  const words = here.words.plan
  const title = words.dayTitle(format.weekdayOfYear(day))
  const homeName = placeName(here, plan, akim.unit ?? '')
  const names = trip.stops.map(({ unit }) => placeName(here, plan, unit))
  const legOf = (way: DayTrip['back']) => (way ? words.leg(way.km, way.minutes) : words.legUnknown)
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf}>
      <p>
        <a href={planAddresses(language, office.id, plan.year).akim(akim.id)}>
          {words.akimTitle(akimName(here, plan, akim.id), plan.year)}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{words.dayLead(akimName(here, plan, akim.id), trip.stops.length)}</p>
      <TripMap here={here} trip={trip} homeName={homeName} names={names} />
      <ol class="trip-list plain">
        <li>
          <span class="soft">{words.home}:</span> {homeName}
        </li>
        {trip.stops.map(({ id, start, way }, at) => (
          <li key={id}>
            <span class="soft numbers">{legOf(way)}</span>
            <br />
            <strong class="numbers">{start}</strong>{' '}
            {plan.calendar ? (
              <a href={officeAddresses(language, office.id).move(plan.year, id)}>{names[at]}</a>
            ) : (
              names[at]
            )}
          </li>
        ))}
        <li>
          <span class="soft numbers">{legOf(trip.back)}</span>
          <br />
          <span class="soft">{words.homeAgain}:</span> {homeName}
        </li>
      </ol>
      {trip.km > 0 && (
        <p>
          {words.dayTotal(trip.km, trip.minutes)} <span class="soft">{words.mapNote}</span>
        </p>
      )}
    </OfficeFrame>
  )
}
