// The addresses of the procedure by which a schedule is made: the authorised body writes and signs it.
import { type Context, Hono } from 'hono'
import { authorisedBodyOffice } from '#territory'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import { named } from '../deed-of.ts'
import { saidOf, to } from './at-schedule.ts'
import { postScheduleForm } from './post-schedule-form.ts'
import { ProcedurePage } from './procedure-page.tsx'
import { procedureDeeds } from './schedule-deeds.ts'
import type { Back } from './schedule-form.tsx'

export function procedureRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atDesk(house, assets, 'see-calendar'), postScheduleForm(house, assets)]

  const page = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores) => {
        if (desk.office.id !== authorisedBodyOffice) return null
        const draft = await stores.schedules.procedureDraft()
        const newest = (await stores.schedules.procedures()).at(-1) ?? null
        const stands = back?.stands && draft ? { 'text.kk': draft.text.kk, 'text.ru': draft.text.ru } : null
        return (
          <ProcedurePage
            {...{ desk, draft, newest }}
            back={back && { ...back, stands }}
            csrf={formToken(c)}
            said={saidOf(c, desk)}
          />
        )
      },
      status,
    )

  routes.get('/office/:office/schedule/procedure', (c) => page(c))

  routes.post('/office/:office/schedule/procedure/:deed', (c) => {
    const form = named(procedureDeeds, c.req.param('deed'))
    if (!form) return missingAnswer(c, house, assets)
    return post(c, {
      form,
      deed: procedureDeeds[form],
      on: (_, revision) => revision,
      next: (desk) => to(desk).procedure(procedureDeeds[form].said),
      again: (back, status) => page(c, back, status),
    })
  })

  return routes
}
