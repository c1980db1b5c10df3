// The search of an office: what it received, grouped and answered, and its problem issues; row-level security holds the wall.
import { Hono } from 'hono'
import { searchOffice } from '#flows'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { unkept } from '../../page.tsx'
import { readTyped } from '../../read-search.ts'
import { atDesk } from '../at-desk.ts'
import { SearchPage } from './search-page.tsx'

export function officeSearchRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const page = atDesk(house, assets, 'see-requests')
  routes.get('/office/:office/search', async (c) => {
    const typed = readTyped(c.req.query('q'), c.req.query('sphere'))
    const shown = await page(
      c,
      async (desk, stores) => (
        <SearchPage
          {...{ desk, typed }}
          csrf={formToken(c)}
          found={
            typed.asked
              ? await searchOffice(stores, house.intake.readers.lexicon(), typed.q, {
                  office: desk.office.id,
                  sphere: typed.sphere,
                })
              : null
          }
        />
      ),
      typed.error === null ? 200 : 422,
    )
    // Words of citizens are in it.
    return unkept(shown)
  })
  return routes
}
