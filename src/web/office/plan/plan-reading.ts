// What the pages of planning read, and what is worked out from it once the database is let go.
import type { Context } from 'hono'
import { type Alternative, type Way, planAlternative, ways } from '#calendar'
import {
  type PlanningDesk,
  type RegionGround,
  type Stores,
  groundFor,
  planPatiently,
  planningDesk,
  planningDeskOn,
} from '#flows'
import type { LocalDate } from '#kernel'
import { type Verb, may } from '#people'
import { type Office, type OfficeId, type UnitCode, akimOffice } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedOffice, askedYear } from '../../asked.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { hereOf } from '../../page.tsx'
import { type Desk, actingOf, deskOf } from '../desk.ts'
import type { PlanSaid } from './plan-year.tsx'

export type AtPlan = { readonly desk: Desk; readonly plan: PlanningDesk }

export const plan = '/office/:office/calendars/:year/plan'

/** Conflicts that one page names: each takes up to a fifth of a second. */
export const mostConflicts = 3

/** Visits up to which all ways are worked out on one page: about half a second of one core. */
const atOnce = 800

type Asked = { readonly region: UnitCode; readonly year: number; readonly today: LocalDate }

/**
 * The desk of the region's office and everything to plan with; `null` when the address is none of these.
 *
 * The transaction ends before anything is planned.
 */
async function readPlan(
  c: Context,
  house: WebHouse,
  assets: Assets,
  planWith = async (stores: Stores, asked: Asked): Promise<PlanningDesk | null> => {
    const plan = await planningDesk(stores, house.books, asked)
    return plan.ok ? plan.value : null
  },
): Promise<AtPlan | null> {
  const year = askedYear(c.req.param('year'))
  const actor = c.get('actor')
  if (!year || !actor) return null
  const { today } = hereOf(c, house, assets, false)
  return house.storage.readOffice(actingOf(actor, today), async (stores) => {
    const desk = await deskOf(c, house, assets, stores, 'see-calendar')
    if (!desk?.region || desk.office.id !== akimOffice(desk.region.code)) return null
    const plan = await planWith(stores, { region: desk.region.code, year, today })
    return plan && { desk, plan }
  })
}

/** Answers for the plan of an address; `null` from the page is a page that does not exist. */
export const planAt =
  (house: WebHouse, assets: Assets, read = (c: Context) => readPlan(c, house, assets)) =>
  async (c: Context, page: (at: AtPlan) => Promise<Response | null>): Promise<Response> => {
    const at = await read(c)
    return (at && (await page(at))) ?? missingAnswer(c, house, assets)
  }

/** How long a hand that drags may be answered over the register as it was, in milliseconds. */
const fresh = 30_000

/**
 * The same for a hand that drags: the register is read once in half a minute, the draft each time.
 *
 * What is saved in the end is checked against everything anew.
 */
export function groundKept(house: WebHouse, assets: Assets) {
  const kept = new Map<string, { readonly until: number; readonly ground: RegionGround }>()
  const overKept = async (stores: Stores, asked: Asked): Promise<PlanningDesk | null> => {
    const key = `${asked.region} ${asked.year} ${asked.today}`
    let found = kept.get(key)
    if (!found || found.until < Date.now()) {
      for (const [old, { until }] of kept) if (until < Date.now()) kept.delete(old)
      const ground = await groundFor(stores, house.books, asked)
      if (!ground.ok) return null
      kept.set(key, (found = { until: Date.now() + fresh, ground: ground.value }))
    }
    return planningDeskOn(stores, house.books, asked, found.ground)
  }
  return (c: Context) => readPlan(c, house, assets, overKept)
}

/** Other requests are answered between two offices. */
export const breathe = () => new Promise((resolve) => setImmediate(resolve))

export const visitsOf = ({ problems }: PlanningDesk): number =>
  problems.offices.reduce((sum, { problem }) => sum + problem.visits.length, 0)

/** The places that an office visits in the year. */
export const placesOf = ({ problems }: PlanningDesk, akim: OfficeId): ReadonlySet<string> =>
  new Set(problems.offices.find(({ office }) => office === akim)?.problem.places.map(({ id }) => id))

export const isLarge = (plan: PlanningDesk): boolean => visitsOf(plan) > atOnce

/** The ways of the whole region: all of a small one, of a large one those asked for. */
export async function regionWays(plan: PlanningDesk, asked: Way | null): Promise<Map<Way, Alternative>> {
  const found = new Map<Way, Alternative>()
  for (const way of isLarge(plan) ? ways.filter((one) => one === asked) : ways) {
    const outcome = await planPatiently(plan, way, null, breathe)
    if (outcome.ok) found.set(way, outcome.value)
  }
  return found
}

export function akimWays(plan: PlanningDesk, akim: OfficeId): Map<Way, Alternative> {
  const found = new Map<Way, Alternative>()
  for (const way of ways) {
    const outcome = planAlternative(plan, way, akim)
    if (outcome.ok) found.set(way, outcome.value)
  }
  return found
}

export function mayHere({ desk, plan }: AtPlan, verb: Verb): boolean {
  const { calendar } = plan
  return may(
    desk.actor,
    verb,
    {
      office: desk.office.id,
      unit: plan.region,
      ...(calendar ? { state: calendar.state, editedBy: calendar.editors } : {}),
    },
    desk.here.today,
  ).yes
}

/** Whether dates may be taken over: into the draft, or into one that is made by it. */
export const mayTake = (at: AtPlan): boolean =>
  mayHere(at, at.plan.calendar ? 'move-entry' : 'draft-calendar')

export const wayOf = (text: string | undefined): Way | null => ways.find((way) => way === text) ?? null

/** The akim of the address, when he owes a visit in this region. */
export function akimOf(c: Context, { plan: year }: AtPlan, text = c.req.param('akim')): Office | null {
  const id = askedOffice(text)
  return id && year.problems.offices.some(({ office }) => office === id)
    ? (year.offices.get(id) ?? null)
    : null
}

const said: readonly PlanSaid[] = ['taken', 'saidWishes']
/** What was just done, from the address. */
export const saidOf = (c: Context): PlanSaid | null => said.find((one) => one === c.req.query('said')) ?? null
