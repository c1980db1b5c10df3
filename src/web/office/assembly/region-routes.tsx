// The region's addresses of assembling a calendar: asking, filling, correcting, the parts in its hands, the quotas.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import type { Assets } from '../../assets.ts'
import { askedOffice, askedYear, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { officeAddresses } from '../addresses.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import { named } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { PartInHandPage } from './part.tsx'
import { postDeed } from '../post-deed.ts'
import { quotaAnswer } from './quota-answer.tsx'
import { readPart } from './read-part.ts'
import { addToCalendar, calendarDeeds, dropFromCalendar, handDeeds, onCalendar } from './region-deeds.ts'
import { saidOf } from './said-of.ts'

/** The page of the whole calendar again, which stands with the other routes of the office. */
export type CalendarAgain = (
  c: Context,
  year: number,
  refused: Refused,
  status: DeskStatus,
) => Promise<Response>

/** The page of one meeting of the calendar again. */
export type MeetingAgain = (
  c: Context,
  year: number,
  meeting: MeetingId,
  refused: Refused,
  status: DeskStatus,
) => Promise<Response>

export function regionRoutes(
  house: WebHouse,
  assets: Assets,
  calendarAgain: CalendarAgain,
  meetingAgain: MeetingAgain,
): Hono {
  const routes = new Hono({ strict: false })
  const [show, post, quota] = [atDesk(house, assets), postDeed(house, assets), quotaAnswer(house, assets)]
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const yearOf = (c: Context) => askedYear(c.req.param('year'))
  const to = ({ here, office }: Desk) => officeAddresses(here.language, office.id)
  const deeds = calendarDeeds(house.books)

  routes.post('/office/:office/calendars/:year/assembly/:deed', (c) => {
    const [year, asked] = [yearOf(c), c.req.param('deed')]
    if (!year) return missing(c)
    const on = onCalendar(year)
    if (asked === 'add')
      return post(c, {
        deed: addToCalendar,
        on,
        next: (desk, { office }) => `${to(desk).quota(year, askedOffice(office))}&said=${addToCalendar.said}`,
        again: (back, status) => quota(c, year, { deed: asked, ...back }, status),
      })
    const name = named(deeds, asked)
    if (!name) return missing(c)
    return post(c, {
      deed: deeds[name],
      on,
      next: (desk) => to(desk).calendar(year, { done: deeds[name].said }),
      again: (back, status) => calendarAgain(c, year, { deed: name, ...back }, status),
    })
  })

  routes.post('/office/:office/calendars/:year/meetings/:meeting/drop', (c) => {
    const [year, meeting] = [yearOf(c), c.req.param('meeting')]
    if (!year || !isName(meeting)) return missing(c)
    const deed = dropFromCalendar(meeting as MeetingId)
    return post(c, {
      deed,
      on: onCalendar(year),
      next: (desk) => to(desk).calendar(year, { done: deed.said }),
      again: (back, status) => meetingAgain(c, year, meeting as MeetingId, { deed: 'drop', ...back }, status),
    })
  })

  routes.get('/office/:office/calendars/:year/quota', (c) => {
    const year = yearOf(c)
    return year ? quota(c, year) : missing(c)
  })

  const handAnswer = (c: Context, year: number, refused: Refused | null = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores) => {
        const owner = askedOffice(c.req.param('owner'))
        const view = owner && desk.region && (await readPart(stores, house.books, desk, owner, year))
        return view && view.part.region === desk.region!.code ? (
          <PartInHandPage {...{ desk, view, refused }} csrf={formToken(c)} said={saidOf(c)} />
        ) : null
      },
      status,
    )

  routes.get('/office/:office/calendars/:year/parts/:owner', (c) => {
    const year = yearOf(c)
    return year ? handAnswer(c, year) : missing(c)
  })

  routes.post('/office/:office/calendars/:year/parts/:owner/:deed', (c) => {
    const [year, owner] = [yearOf(c), askedOffice(c.req.param('owner'))]
    if (!year || !owner) return missing(c)
    const inHand = handDeeds(owner)
    const name = named(inHand, c.req.param('deed'))
    if (!name) return missing(c)
    return post(c, {
      deed: inHand[name],
      on: onCalendar(year),
      next: (desk) => `${to(desk).calendar(year, { done: inHand[name].said })}#parts`,
      again: (back, status) => handAnswer(c, year, { deed: name, ...back }, status),
    })
  })

  return routes
}
