// The addresses of the Government's office: calendars received from regions, and sent on.
import { type Context, Hono } from 'hono'
import { forwardCalendars, mayDeliver, receiveCalendar } from '#calendar'
import { refuse } from '#kernel'
import { type UnitCode, governmentOffice } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedCode, askedYear } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { hereOf } from '../../page.tsx'
import { officeAddresses } from '../addresses.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import { deed } from '../deed-of.ts'
import { DeliveriesPage } from './deliveries.tsx'
import { postDeed } from '../post-deed.ts'
import { saidOf } from './said-of.ts'
import { number } from './read-small-forms.ts'

const receive = (region: UnitCode) =>
  deed('received', number, async (stores, act, year: number, given) => {
    const calendar = await stores.calendars.ofRegion(region, year)
    return calendar
      ? receiveCalendar(stores, act, { calendar: calendar.id, number: given })
      : refuse({ code: 'no-such-calendar' })
  })

const forward = deed('forwarded', number, (stores, act, year: number, given) =>
  forwardCalendars(stores, act, { year, number: given }),
)

export function deliveryRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atDesk(house, assets), postDeed(house, assets)]
  const missing = (c: Context) => missingAnswer(c, house, assets)

  const page = (
    c: Context,
    year: number,
    refused: { readonly of: Refused; readonly at: UnitCode | null } | null = null,
    status: DeskStatus = 200,
  ) =>
    show(
      c,
      async (desk, stores) => {
        if (desk.office.id !== governmentOffice) return null
        const calendars = await stores.calendars.submitted(year)
        const regions = await stores.readings.children(null, desk.here.today)
        return (
          <DeliveriesPage
            {...{ desk, year, calendars }}
            deliveries={await stores.calendars.deliveries(year)}
            regions={new Map(regions.map((unit) => [unit.code, unit]))}
            at={refused?.at ?? null}
            refused={refused?.of ?? null}
            may={mayDeliver({ actor: desk.actor, today: desk.here.today }).yes}
            csrf={formToken(c)}
            said={saidOf(c)}
          />
        )
      },
      status,
    )

  routes.get('/office/:office/deliveries', (c) =>
    page(c, Number(hereOf(c, house, assets, false).today.slice(0, 4))),
  )

  routes.get('/office/:office/deliveries/:year', (c) => {
    const year = askedYear(c.req.param('year'))
    return year ? page(c, year) : missing(c)
  })

  routes.post('/office/:office/deliveries/:year/:region', (c) => {
    const year = askedYear(c.req.param('year'))
    const region = c.req.param('region') === 'forward' ? null : askedCode(c.req.param('region'))
    if (!year || region === undefined) return missing(c)
    const done = region ? receive(region) : forward
    return post(c, {
      deed: done,
      on: () => year,
      next: ({ here, office }) => officeAddresses(here.language, office.id).deliveries(year, done.said),
      again: (back, status) =>
        page(c, year, { of: { deed: region ? 'receive' : 'forward', ...back }, at: region }, status),
    })
  })

  return routes
}
