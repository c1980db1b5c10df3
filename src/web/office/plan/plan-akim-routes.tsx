// One akim in a region's plan: his ways, one of his days, and his wishes as the region writes them.
import { type Context, Hono } from 'hono'
import { dayTrip, nameConflicts, priceWishes } from '#calendar'
import { parseLocalDate } from '#kernel'
import type { Office } from '#territory'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { answer } from '../../page.tsx'
import type { DeskStatus } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import { sendForm } from '../post-deed.ts'
import { type DeskRefusal, told } from '../refusals.ts'
import { planAddresses } from './plan-addresses.ts'
import { PlanAkimPage } from './plan-akim.tsx'
import { PlanDayPage } from './plan-day.tsx'
import {
  type AtPlan,
  akimOf,
  akimWays,
  mayHere,
  mayTake,
  mostConflicts,
  placesOf,
  plan,
  planAt,
  saidOf,
} from './plan-reading.ts'
import { writeWishes } from './read-wishes.ts'
import { WishesPage } from './wishes-form.tsx'

export function planAkimRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [atPlan, send] = [planAt(house, assets), sendForm<DeskRefusal>(house, told)]
  const atAkim = (c: Context, page: (at: AtPlan, akim: Office) => Promise<Response>) =>
    atPlan(c, async (at) => {
      const akim = akimOf(c, at)
      return akim && page(at, akim)
    })

  routes.get(`${plan}/akims/:akim`, (c) =>
    atAkim(c, async (at, akim) => {
      const alternatives = akimWays(at.plan, akim.id)
      const years = alternatives.get('most-even')?.years ?? []
      return answer(
        c,
        <PlanAkimPage
          {...at}
          akim={akim}
          alternatives={alternatives}
          csrf={formToken(c)}
          conflicts={nameConflicts(years, mostConflicts)}
          prices={priceWishes(at.plan, akim.id)}
          trips={tripsOf(at, akim)}
          mayTake={mayTake(at) && !at.plan.others.has(akim.id)}
          mayWish={mayHere(at, 'draft-calendar') || mayHere(at, 'move-entry')}
          said={saidOf(c)}
        />,
        200,
      )
    }),
  )

  const wishes = async (c: Context, at: AtPlan, akim: Office, refused: Refused | null, status: DeskStatus) =>
    answer(c, <WishesPage {...at} {...{ akim, refused }} csrf={formToken(c)} />, status)

  routes.get(`${plan}/akims/:akim/wishes`, (c) => atAkim(c, (at, akim) => wishes(c, at, akim, null, 200)))

  routes.post(`${plan}/akims/:akim/wishes`, (c) =>
    atAkim(c, async (at, akim) => {
      const { region, year } = at.plan
      const deed = writeWishes({ region, office: akim.id, year }, placesOf(at.plan, akim.id))
      return send(c, at.desk, {
        deed,
        on: (_stores, _desk, revision) => revision,
        next: ({ here, office }) =>
          planAddresses(here.language, office.id, year).akim(akim.id, { said: deed.said }),
        again: (back, status) => wishes(c, at, akim, { deed: 'move', ...back }, status),
      })
    }),
  )

  routes.get(`${plan}/days/:day`, (c) =>
    atPlan(c, async (at) => {
      const [akim, day] = [akimOf(c, at, c.req.query('akim')), parseLocalDate(c.req.param('day'))]
      const trip = akim && day ? dayTrip(at.plan, akim.id, day) : null
      return akim && day && trip
        ? answer(c, <PlanDayPage {...at} {...{ akim, day, trip }} csrf={formToken(c)} />, 200)
        : null
    }),
  )

  return routes
}

function tripsOf({ plan: year }: AtPlan, akim: Office) {
  const days = new Set(year.present.filter(({ office }) => office === akim.id).map(({ day }) => day))
  return [...days].toSorted().flatMap((day) => {
    const trip = dayTrip(year, akim.id, day)
    return trip ? [{ day, trip }] : []
  })
}
