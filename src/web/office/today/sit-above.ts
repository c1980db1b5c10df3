// Who signs for an office below sits at his own desk: the desk, the office below, and what both may see.
import type { Context } from 'hono'
import type { MeetingId } from '#calendar'
import { may, officeThing } from '#people'
import type { Assets } from '../../assets.ts'
import { askedOffice, isName } from '../../asked.ts'
import type { WebHouse } from '../../house.ts'
import { hereOf } from '../../page.tsx'
import { type Desk, actingOf, deskOf } from '../desk.ts'

/** Of a route with `:of`; null where there is no such office, or this person may not stand in for it. */
export async function sitOver(c: Context, house: WebHouse, assets: Assets) {
  const of = askedOffice(c.req.param('of'))
  if (!of) return null
  const { today } = hereOf(c, house, assets, false)
  const acting = actingOf(c.get('actor')!, today)
  return house.storage.readOffice(acting, async (stores) => {
    const desk = await deskOf(c, house, assets, stores)
    const thing = desk && (await officeThing(stores, of, today))
    if (!desk || !thing?.of || !may(desk.actor, 'stand-in', thing, today).yes) return null
    return seatOf(desk, thing.of)
  })
}

/** The same at the `:meeting` of a route. */
export async function sitAbove(c: Context, house: WebHouse, assets: Assets) {
  const meeting = c.req.param('meeting')
  const seat = isName(meeting) ? await sitOver(c, house, assets) : null
  return seat && { ...seat, meeting: meeting as MeetingId }
}

const seatOf = (desk: Desk, below: Desk['office']) => {
  const acting = actingOf(desk.actor, desk.here.today)
  return { desk, below, acting: { ...acting, offices: [...acting.offices, below.id] } }
}
