// The addresses of the ministers' schedule at a desk: the list, the schedule of a period, proposals, visits, the procedure.
import { type Context, Hono } from 'hono'
import { periodsToPlan } from '#calendar'
import { firstDay } from '#kernel'
import type { Assets } from '../../assets.ts'
import { askedOffice } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import { named } from '../deed-of.ts'
import { atSchedule, periodAt, saidOf, to } from './at-schedule.ts'
import { postScheduleForm } from './post-schedule-form.ts'
import { procedureRoutes } from './procedure-routes.tsx'
import { ProposalPage } from './proposal-page.tsx'
import { partOf } from './read-schedule.ts'
import { onSchedule, proposalDeeds, scheduleDeeds } from './schedule-deeds.ts'
import type { Back } from './schedule-form.tsx'
import { ScheduleListPage } from './schedule-list-page.tsx'
import { SchedulePage } from './schedule-page.tsx'
import { visitRoutes } from './visit-routes.tsx'

/** Routes below `/office/:office/schedule`. */
export function scheduleRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atSchedule(house, assets), postScheduleForm(house, assets)]
  const showList = atDesk(house, assets, 'see-calendar')
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const { law } = house.books

  const schedulePage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, _stores, view) => (
        <SchedulePage {...{ desk, view, back }} csrf={formToken(c)} said={saidOf(c, desk)} />
      ),
      status,
    )

  const proposalPage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, _stores, view) => {
        const proposal = view.proposals.find(({ body }) => body === c.req.param('body'))
        return view.part === 'authorised' && proposal ? (
          <ProposalPage {...{ desk, view, back, proposal }} csrf={formToken(c)} />
        ) : null
      },
      status,
    )

  routes.get('/office/:office/schedule', (c) =>
    showList(c, async (desk, stores) => {
      const part = partOf(desk)
      if (!part) return null
      const known = await stores.schedules.all()
      const byPeriod = new Map(known.map((schedule) => [schedule.period, schedule]))
      const periods = [
        ...new Set([...periodsToPlan(law, desk.here.today), ...known.map(({ period }) => period)]),
      ].toSorted((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1))
      const rows = periods.map((period) => ({ period, schedule: byPeriod.get(period) ?? null }))
      return <ScheduleListPage {...{ desk, part, rows }} csrf={formToken(c)} />
    }),
  )

  // Before the addresses of a period, which would take the word for one.
  routes.route('/', procedureRoutes(house, assets))
  routes.route('/', visitRoutes(house, assets))

  routes.get('/office/:office/schedule/:period', (c) => schedulePage(c))
  routes.get('/office/:office/schedule/:period/proposals/:body', (c) => proposalPage(c))

  routes.post('/office/:office/schedule/:period/proposals/:body/:deed', (c) => {
    const [period, body] = [periodAt(c), askedOffice(c.req.param('body'))]
    if (!period || !body) return missing(c)
    const deeds = proposalDeeds(body)
    const form = named(deeds, c.req.param('deed'))
    if (!form) return missing(c)
    return post(c, {
      form,
      deed: deeds[form],
      on: onSchedule(period),
      next: (desk) => to(desk).schedule(period, deeds[form].said),
      again: (back, status) => proposalPage(c, back, status),
    })
  })

  const deeds = scheduleDeeds(law)
  routes.post('/office/:office/schedule/:period/:deed', (c) => {
    const [period, form] = [periodAt(c), named(deeds, c.req.param('deed'))]
    if (!period || !form) return missing(c)
    return post(c, {
      form,
      deed: deeds[form],
      on: onSchedule(period),
      next: (desk) => to(desk).schedule(period, deeds[form].said),
      again: (back, status) => schedulePage(c, back, status),
    })
  })

  return routes
}
