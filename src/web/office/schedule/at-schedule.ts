// A page of one schedule, as far as this desk has to do with it.
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Stores } from '#flows'
import type { Period } from '#kernel'
import type { Assets } from '../../assets.ts'
import { askedPeriod } from '../../asked.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Desk } from '../desk.ts'
import { readSchedule } from './read-schedule.ts'
import { scheduleAddresses } from './schedule-addresses.ts'
import type { SaidWord } from './schedule-page.tsx'

type View = NonNullable<Awaited<ReturnType<typeof readSchedule>>>

export const periodAt = (c: Context): Period | null => askedPeriod(c.req.param('period')) ?? null

/** `null` from the page is a page that does not exist. */
export const atSchedule = (house: WebHouse, assets: Assets) => {
  const show = atDesk(house, assets, 'see-calendar')
  return async (
    c: Context,
    page: (desk: Desk, stores: Stores, view: View) => Promise<VNode | null>,
    status: DeskStatus = 200,
  ): Promise<Response> => {
    const period = periodAt(c)
    if (!period) return missingAnswer(c, house, assets)
    return show(
      c,
      async (desk, stores) => {
        const view = await readSchedule(stores, house.books, desk, period)
        return view && page(desk, stores, view)
      },
      status,
    )
  }
}

/** Addresses of the schedule at this desk. */
export const to = ({ here, office }: Desk) => scheduleAddresses(here.language, office.id)

/** What was just done, from the address. */
export function saidOf(c: Context, { here }: Desk): SaidWord {
  const said = c.req.query('said')
  return said !== undefined && Object.hasOwn(here.words.schedule.office.said, said)
    ? (said as NonNullable<SaidWord>)
    : null
}
