// The addresses of visits in a schedule: a new one, and what is done to one of them.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import { type Stores, openProblems } from '#flows'
import type { LocalDate } from '#kernel'
import type { Unit } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedCode, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import type { DeskStatus } from '../at-desk.ts'
import { named } from '../deed-of.ts'
import { atSchedule, periodAt, to } from './at-schedule.ts'
import { NewVisitPage } from './new-visit-page.tsx'
import { postScheduleForm } from './post-schedule-form.ts'
import { addToProposal, onSchedule, visitDeeds } from './schedule-deeds.ts'
import type { Back } from './schedule-form.tsx'
import { SchedulePage } from './schedule-page.tsx'
import { typedOfVisit } from './visit-form.tsx'
import { VisitPage } from './visit-page.tsx'

export function visitRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atSchedule(house, assets), postScheduleForm(house, assets)]
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const visitAt = (c: Context): MeetingId | null => {
    const id = c.req.param('visit')
    return isName(id) ? (id as MeetingId) : null
  }

  const newPage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores, view) => {
        const own = view.proposals.find(({ body }) => body === desk.office.id)
        if (view.part !== 'body' || !own) return null
        const { today } = desk.here
        const regions = await stores.readings.children(null, today)
        const code = askedCode(back?.typed['region'] ?? c.req.query('region'))
        const region = regions.find((unit) => unit.code === code)
        return (
          <NewVisitPage
            {...{ desk, view, back, regions }}
            chosen={region ? await placeIn(stores, region, today) : null}
            revision={own.revision}
            open={await openProblems(stores)}
            csrf={formToken(c)}
          />
        )
      },
      status,
    )

  const visitPage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores, view) => {
        const visit = view.visits.find(({ id }) => id === visitAt(c))
        // It was taken out meanwhile: what was said of it stands on the page of the schedule.
        if (!visit)
          return back ? <SchedulePage {...{ desk, view, back }} csrf={formToken(c)} said={null} /> : null
        const { today } = desk.here
        const region = await stores.readings.unit(visit.region, today)
        if (!region) return null
        const stands = back?.stands && back.form === 'change' ? typedOfVisit(visit) : null
        return (
          <VisitPage
            {...{ desk, view, visit }}
            place={await placeIn(stores, region, today)}
            back={back && { ...back, stands }}
            open={await openProblems(stores)}
            csrf={formToken(c)}
          />
        )
      },
      status,
    )

  routes.get('/office/:office/schedule/:period/new', (c) => newPage(c))
  routes.get('/office/:office/schedule/:period/visits/:visit', (c) => visitPage(c))

  routes.post('/office/:office/schedule/:period/new', (c) => {
    const period = periodAt(c)
    if (!period) return missing(c)
    return post(c, {
      form: 'add',
      deed: addToProposal,
      on: onSchedule(period),
      next: (desk) => to(desk).schedule(period, addToProposal.said),
      again: (back, status) => newPage(c, back, status),
    })
  })

  routes.post('/office/:office/schedule/:period/visits/:visit/:deed', (c) => {
    const [period, visit] = [periodAt(c), visitAt(c)]
    if (!period || !visit) return missing(c)
    const deeds = visitDeeds(visit)
    const form = named(deeds, c.req.param('deed'))
    if (!form) return missing(c)
    return post(c, {
      form,
      deed: deeds[form],
      on: onSchedule(period),
      next: (desk) => to(desk).schedule(period, deeds[form].said),
      again: (back, status) => visitPage(c, back, status),
    })
  })

  return routes
}

/** A region with its districts and cities: where a visit may go. */
const placeIn = async ({ readings }: Stores, region: Unit, today: LocalDate) => ({
  region,
  units: [region, ...(await readings.children(region.code, today))],
})
