// The Government's office: calendars that regions have submitted, received here, presented to the Administration.
import type { Calendar, Delivery } from '#calendar'
import { type Unit, type UnitCode, localDay } from '#territory'
import { addresses } from '../../address.ts'
import { officeAddresses } from '../addresses.ts'
import { Field, type Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { type Said, SaidLine } from './part.tsx'
import { SmallForm, refusedOf } from './small-form.tsx'

type Props = {
  readonly desk: Desk
  readonly year: number
  readonly calendars: readonly Calendar[]
  readonly deliveries: readonly Delivery[]
  readonly regions: ReadonlyMap<UnitCode, Unit>
  /** The region whose form was refused. */
  readonly at: UnitCode | null
  readonly may: boolean
  readonly csrf: string
  readonly said: Said
  readonly refused: Refused | null
}

export function DeliveriesPage(props: Props) {
  const { desk, year, calendars, deliveries, regions, at, may, csrf, said, refused } = props
  const { here, office } = desk
  const { format, language } = here
  const words = here.words.assembly
  const to = officeAddresses(language, office.id)
  const title = words.deliveriesTitle(year)
  const received = new Map(deliveries.map((one) => [one.calendar, one]))
  const waiting = deliveries.filter(({ forwardedAt }) => forwardedAt === null).length
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf} refused={refused !== null}>
      <h1>{title}</h1>
      <SaidLine here={here} said={said} />
      <p class="lead">{words.deliveriesLead}</p>
      <nav class="tabs" aria-label={here.words.office.year}>
        <ul class="plain">
          {[year - 1, year, year + 1].map((one) => (
            <li key={one}>
              <a href={to.deliveries(one)} {...(one === year ? { 'aria-current': 'true' as const } : {})}>
                {one}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {calendars.length === 0 && <p class="soft">{words.deliveriesNone}</p>}
      <ul class="rows plain">
        {calendars.map((calendar) => {
          const delivery = received.get(calendar.id)
          const day = (at: Calendar['draftedAt']) => format.day(localDay(at, calendar.region))
          return (
            <li key={calendar.id}>
              <a class="row-name" href={addresses[language].calendar(calendar.region, year)}>
                {regions.get(calendar.region)?.name[language] ?? calendar.region}
              </a>
              <span class="soft">{words.submittedOn(day(calendar.submittedAt!))}</span>
              {delivery && <span>{words.receivedOn(day(delivery.receivedAt), delivery.receivedNumber)}</span>}
              {delivery?.forwardedAt && (
                <span>{words.forwardedOn(day(delivery.forwardedAt), delivery.forwardedNumber ?? '')}</span>
              )}
              {!delivery && may && (
                <SmallForm
                  csrf={csrf}
                  refused={at === calendar.region ? refused : null}
                  deed="receive"
                  action={to.receive(year, calendar.region)}
                  revision={null}
                  button={words.receive.button}
                  second
                >
                  <Field
                    here={here}
                    id={`receive-${calendar.region}`}
                    name="number"
                    label={words.receive.number}
                    refused={at === calendar.region ? refusedOf(refused, 'receive') : null}
                    input={{ maxLength: 60 }}
                  />
                </SmallForm>
              )}
            </li>
          )
        })}
      </ul>
      {may && waiting > 0 && (
        <section class="next-step flow">
          <SmallForm
            {...{ csrf, refused }}
            deed="forward"
            action={to.forward(year)}
            revision={null}
            title={words.forward.title}
            lead={words.forward.lead(waiting)}
            button={words.forward.button}
          >
            <Field
              here={here}
              id="forward-number"
              name="number"
              label={words.forward.number}
              refused={refusedOf(refused, 'forward')}
              input={{ maxLength: 60 }}
            />
          </SmallForm>
        </section>
      )}
    </OfficeFrame>
  )
}
