// An office below the region writes its own wishes for a year, before the region plans it.
import { type Context, Hono } from 'hono'
import { type PlanningDesk, type Stores, groundFor, planningDeskOn } from '#flows'
import { type UnitCode, akimOffice } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedYear } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer, hereOf } from '../../page.tsx'
import { officeAddresses } from '../addresses.ts'
import type { DeskStatus } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import { type Desk, actingOf, deskOf } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { sendForm } from '../post-deed.ts'
import { type DeskRefusal, told } from '../refusals.ts'
import { placesOf } from './plan-reading.ts'
import { writeWishes } from './read-wishes.ts'
import { WishesPage } from './wishes-form.tsx'

/** The office with what it owes in the year; `closed` when nobody can plan it yet. */
type Own = { readonly desk: Desk; readonly region: UnitCode; readonly owed: PlanningDesk | 'closed' }

export function ownWishesRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const send = sendForm<DeskRefusal>(house, told)
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const at = '/office/:office/calendars/:year/wishes'

  const readOwn = (c: Context, year: number): Promise<Own | null> =>
    house.storage.readOffice(
      actingOf(c.get('actor')!, hereOf(c, house, assets, false).today),
      async (stores) => {
        const desk = await deskOf(c, house, assets, stores, 'see-calendar')
        const region = desk && (await regionAbove(stores, desk))
        const owed = region && (await readOwed(house, stores, desk, region, year))
        return owed ? { desk, region, owed } : null
      },
    )

  const page = async (c: Context, year: number, refused: Refused | null, status: DeskStatus) => {
    const own = await readOwn(c, year)
    if (!own) return missing(c)
    const { desk, owed } = own
    const said = c.req.query('said') === 'saidWishes' ? desk.here.words.plan.saidWishes : null
    return answer(
      c,
      owed === 'closed' ? (
        <ClosedPage desk={desk} year={year} csrf={formToken(c)} />
      ) : (
        <WishesPage
          {...{ desk, refused, said }}
          plan={owed}
          akim={desk.office}
          csrf={formToken(c)}
          own={officeAddresses(desk.here.language, desk.office.id).wishes(year)}
        />
      ),
      status,
    )
  }

  routes.get(at, (c) => {
    const year = askedYear(c.req.param('year'))
    return year ? page(c, year, null, 200) : missing(c)
  })

  routes.post(at, async (c) => {
    const year = askedYear(c.req.param('year'))
    if (!year) return missing(c)
    // What the form may name is read before the form: the places that the office visits, and its region.
    const own = await readOwn(c, year)
    if (!own || own.owed === 'closed') return page(c, year, null, 409)
    const { desk, region, owed } = own
    const save = writeWishes({ region, office: desk.office.id, year }, placesOf(owed, desk.office.id))
    return send(c, desk, {
      deed: save,
      on: (_stores, _desk, revision) => revision,
      next: ({ here, office }) => officeAddresses(here.language, office.id).wishes(year, save.said),
      again: (back, status) => page(c, year, { deed: 'move', ...back }, status),
    })
  })

  return routes
}

/** The region that an akim's office lies in; `null` for the region itself and for who has none. */
async function regionAbove({ territory }: Stores, { here, office, region }: Desk): Promise<UnitCode | null> {
  if (!office.unit || region || office.id !== akimOffice(office.unit)) return null
  return (await territory.lineage(office.unit, here.today)).at(-1)?.code ?? null
}

/** `null` when it owes nothing. */
async function readOwed(
  { books }: WebHouse,
  stores: Stores,
  desk: Desk,
  region: UnitCode,
  year: number,
): Promise<Own['owed'] | null> {
  const asked = { region, year, today: desk.here.today }
  const ground = await groundFor(stores, books, asked)
  if (!ground.ok) return ground.refusal.code === 'year-not-open' ? 'closed' : null
  const owes = ground.value.problems.offices.some(({ office }) => office === desk.office.id)
  return owes ? planningDeskOn(stores, books, asked, ground.value) : null
}

const ClosedPage = ({ desk, year, csrf }: { desk: Desk; year: number; csrf: string }) => (
  <OfficeFrame desk={desk} section="calendars" title={desk.here.words.plan.wishesOfYear(year)} csrf={csrf}>
    <h1>{desk.here.words.plan.wishesOfYear(year)}</h1>
    <p>{told(desk.here, { code: 'year-not-open', year }).words}</p>
  </OfficeFrame>
)
