// The pages of planning a year: its ways, what one would change, taking it over, locking a date.
import { type Context, Hono } from 'hono'
import { type CalendarId, type MeetingId, lockEntry, nameConflicts } from '#calendar'
import { planPatiently, takePlanned } from '#flows'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { answer } from '../../page.tsx'
import { officeAddresses } from '../addresses.ts'
import type { DeskStatus } from '../at-desk.ts'
import { deed } from '../deed-of.ts'
import { sendForm } from '../post-deed.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { type DeskRefusal, told } from '../refusals.ts'
import { ChangesPage } from './changes.tsx'
import { lookRoutes, type MoveAnswer } from './look-routes.tsx'
import { planAddresses } from './plan-addresses.ts'
import { planAkimRoutes } from './plan-akim-routes.tsx'
import {
  type AtPlan,
  akimOf,
  breathe,
  isLarge,
  mayTake,
  mostConflicts,
  plan,
  planAt,
  regionWays,
  saidOf,
  visitsOf,
  wayOf,
} from './plan-reading.ts'
import { PlanYearPage } from './plan-year.tsx'

export function planRoutes(house: WebHouse, assets: Assets, moveAnswer: MoveAnswer): Hono {
  const routes = new Hono({ strict: false })
  const [atPlan, send] = [planAt(house, assets), sendForm<DeskRefusal>(house, told)]

  const yearAnswer = async (c: Context, at: AtPlan, refused: string | null, status: DeskStatus) => {
    const alternatives = await regionWays(at.plan, wayOf(c.req.query('way')))
    const years = [...alternatives.values()].at(-1)?.years ?? []
    return answer(
      c,
      <PlanYearPage
        {...at}
        alternatives={alternatives}
        csrf={formToken(c)}
        conflicts={nameConflicts(years, mostConflicts)}
        visits={visitsOf(at.plan)}
        large={isLarge(at.plan)}
        mayTake={mayTake(at)}
        said={saidOf(c)}
        refused={refused}
      />,
      status,
    )
  }

  routes.get(plan, (c) => atPlan(c, (at) => yearAnswer(c, at, null, 200)))

  routes.get(`${plan}/changes`, (c) =>
    atPlan(c, async (at) => {
      const [way, asked] = [wayOf(c.req.query('way')), c.req.query('akim')]
      const akim = asked ? akimOf(c, at, asked) : null
      if (!way || (asked && !akim)) return null
      const planned = await planPatiently(at.plan, way, akim?.id ?? null, breathe)
      if (!planned.ok) return yearAnswer(c, at, told(at.desk.here, planned.refusal).words, 409)
      return answer(
        c,
        <ChangesPage
          {...at}
          akim={akim?.id ?? null}
          alternative={planned.value}
          csrf={formToken(c)}
          mayTake={mayTake(at)}
        />,
        200,
      )
    }),
  )

  // What is taken is planned before its transaction begins: it may take seconds.
  routes.post(`${plan}/take`, (c) =>
    atPlan(c, async (at) => {
      const { here, office } = at.desk
      const typed = typedOf(await c.req.parseBody())
      const way = readStamp(typed) && wayOf(typed['way'])
      const akim = typed['akim'] ? akimOf(c, at, typed['akim']) : null
      const only = akim?.id ?? null
      const planned =
        way && (akim || !typed['akim']) ? await planPatiently(at.plan, way, only, breathe) : null
      if (planned?.ok === false) return yearAnswer(c, at, told(here, planned.refusal).words, 409)
      const take = deed(
        'taken',
        () => (planned ? { ok: true, value: planned.value } : { ok: false, wrong: {} }),
        (stores, act, revision: number | null, alternative) =>
          takePlanned(stores, house.books, act, {
            desk: at.plan,
            alternative,
            only,
            revision,
            demonstration: here.demonstration,
          }),
      )
      const to = planAddresses(here.language, office.id, at.plan.year)
      return send(c, at.desk, {
        deed: take,
        on: (_stores, _desk, revision) => (typed['revision'] === undefined ? null : revision),
        next: () => (only ? to.akim(only, { said: take.said }) : to.year({ said: take.said })),
        again: ({ sentence }, status) => yearAnswer(c, at, sentence ?? here.words.office.wrong.form, status),
      })
    }),
  )

  routes.post(`${plan}/locks/:meeting`, (c) =>
    atPlan(c, async (at) => {
      const meeting = c.req.param('meeting') as MeetingId
      if (!isName(meeting)) return null
      const lock = deed(
        null,
        (typed) => ({ ok: true, value: typed['locked'] === '1' }),
        (stores, act, calendar: CalendarId, locked) => lockEntry(stores, act, { calendar, meeting, locked }),
      )
      return send(c, at.desk, {
        deed: lock,
        on: () => at.plan.calendar?.id ?? ('none' as CalendarId),
        next: ({ here, office }) => officeAddresses(here.language, office.id).move(at.plan.year, meeting),
        again: ({ sentence }, status) => yearAnswer(c, at, sentence, status),
      })
    }),
  )

  routes.route('/', planAkimRoutes(house, assets))
  routes.route('/', lookRoutes(house, assets, moveAnswer))

  return routes
}
