// An office below the region writes its own wishes for a year, before the region plans it.
import { type Context, Hono } from 'hono'
import { type PlanningDesk, type Stores, groundFor, planningDeskOn } from '#flows'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedYear } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { officeAddresses } from '../addresses.ts'
import { postDeed } from '../post-deed.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { told } from '../refusals.ts'
import { writeWishes } from './read-wishes.ts'
import { WishesPage } from './wishes-form.tsx'

export function ownWishesRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [
    atDesk(house, assets, 'see-calendar'),
    postDeed(house, assets, { sees: 'see-calendar' }),
  ]
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const at = '/office/:office/calendars/:year/wishes'

  const page = (c: Context, year: number, refused: Refused | null, status: DeskStatus) =>
    show(
      c,
      async (desk, stores) => {
        const region = await regionAbove(stores, desk)
        const owed = region && (await readOwed(house, stores, desk, region, year))
        if (!owed) return null
        const said = c.req.query('said') === 'saidWishes' ? desk.here.words.plan.saidWishes : null
        return owed === 'closed' ? (
          <ClosedPage desk={desk} year={year} csrf={formToken(c)} />
        ) : (
          <WishesPage
            {...{ desk, refused, said }}
            plan={owed}
            akim={desk.office}
            csrf={formToken(c)}
            own={officeAddresses(desk.here.language, desk.office.id).wishes(year)}
          />
        )
      },
      status,
    )

  routes.get(at, (c) => {
    const year = askedYear(c.req.param('year'))
    return year ? page(c, year, null, 200) : missing(c)
  })

  routes.post(at, async (c) => {
    const year = askedYear(c.req.param('year'))
    if (!year) return missing(c)
    // What the form may name is read before the form: the places that the office visits, and its region.
    const found: { region?: UnitCode; office?: OfficeId; places?: ReadonlySet<string> } = {}
    await show(c, async (desk, stores) => {
      const region = await regionAbove(stores, desk)
      const owed = region && (await readOwed(house, stores, desk, region, year))
      if (region && owed && owed !== 'closed')
        Object.assign(found, {
          region,
          office: desk.office.id,
          places: new Set(placesOf(owed, desk).map(({ id }) => id)),
        })
      return null
    })
    const { region, office, places } = found
    if (!region || !office || !places) return page(c, year, null, 409)
    const save = writeWishes({ region, office, year }, places)
    return post(c, {
      name: 'move',
      deed: save,
      on: (_stores, _desk, revision) => revision,
      next: ({ here, office }) => officeAddresses(here.language, office.id).wishes(year, save.said),
      again: (refused, status) => page(c, year, refused, status),
    })
  })

  return routes
}

/** The region that an akim's office lies in; `null` for the region itself and for who has none. */
async function regionAbove({ territory }: Stores, { here, office, region }: Desk): Promise<UnitCode | null> {
  if (!office.unit || region || office.id !== akimOffice(office.unit)) return null
  return (await territory.lineage(office.unit, here.today)).at(-1)?.code ?? null
}

/** What the office owes in the year; `closed` when nobody can plan it, `null` when it owes nothing. */
async function readOwed(
  { books }: WebHouse,
  stores: Stores,
  desk: Desk,
  region: UnitCode,
  year: number,
): Promise<PlanningDesk | 'closed' | null> {
  const asked = { region, year, today: desk.here.today }
  const ground = await groundFor(stores, books, asked)
  if (!ground.ok) return ground.refusal.code === 'year-not-open' ? 'closed' : null
  const owes = ground.value.problems.offices.some(({ office }) => office === desk.office.id)
  return owes ? planningDeskOn(stores, books, asked, ground.value) : null
}

const placesOf = ({ problems }: PlanningDesk, { office: { id } }: Desk) =>
  problems.offices.find(({ office }) => office === id)?.problem.places ?? []

const ClosedPage = ({ desk, year, csrf }: { desk: Desk; year: number; csrf: string }) => (
  <OfficeFrame desk={desk} section="calendars" title={desk.here.words.plan.wishesOfYear(year)} csrf={csrf}>
    <h1>{desk.here.words.plan.wishesOfYear(year)}</h1>
    <p>{told(desk.here, { code: 'year-not-open', year }).words}</p>
  </OfficeFrame>
)
