// The quota matrix of a region, or of one akim with the lines that he lacks.
import type { Context } from 'hono'
import { quotaOf } from '#calendar'
import { demandsOf, gapsOf, heldIn } from '#flows'
import type { Assets } from '../../assets.ts'
import { askedOffice } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import { readCalendar } from '../read-calendar.ts'
import { QuotaPage } from './quota.tsx'
import { saidOf } from './said-of.ts'

export function quotaAnswer(house: WebHouse, assets: Assets) {
  const show = atDesk(house, assets)
  const { books } = house

  return (c: Context, year: number, refused: Refused | null = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores) => {
        if (!desk.region) return null
        const view = await readCalendar(stores, books, desk, year)
        if (!view.calendar) return null
        const asked = askedOffice(c.req.query('akim') ?? refused?.typed['office'])
        const akim = view.parts.some(({ office }) => office === asked) ? asked! : null
        const offices = [...view.offices.values()]
        const demands = demandsOf(books.law, [...view.units.values()], offices, year)
        const rows = quotaOf(
          demands.filter(({ office }) => !akim || office === akim),
          view.entries,
          await heldIn(stores, akim ? [akim] : offices.map(({ id }) => id), year),
        )
        const gaps = akim
          ? await gapsOf(stores, books, {
              region: desk.region.code,
              year,
              today: desk.here.today,
              office: akim,
              entries: view.entries,
            })
          : null
        return (
          <QuotaPage
            {...{ desk, view, rows, akim }}
            gaps={gaps?.ok ? gaps.value : []}
            csrf={formToken(c)}
            said={saidOf(c)}
            sentence={refused?.sentence ?? refused?.wrong['day'] ?? null}
          />
        )
      },
      status,
    )
}
