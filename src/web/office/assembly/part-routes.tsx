// The addresses of an office's own part of its region's calendar.
import { type Context, Hono } from 'hono'
import type { MeetingId, OnPart } from '#calendar'
import type { Assets } from '../../assets.ts'
import { askedYear, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { officeAddresses } from '../addresses.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import { type DeedOf, named } from '../deed-of.ts'
import { onPart, partDeeds, partMeetingDeeds } from './part-deeds.ts'
import { PartMeetingPage } from './part-meeting.tsx'
import { OwnPartPage } from './part.tsx'
import { postDeed } from '../post-deed.ts'
import type { DeskRefusal } from '../refusals.ts'
import { readPart } from './read-part.ts'
import { saidOf } from './said-of.ts'

export function partRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, postAny] = [atDesk(house, assets), postDeed(house, assets)]
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const yearOf = (c: Context) => askedYear(c.req.param('year'))
  const { books } = house
  const deeds = partDeeds(books)

  const partAnswer = (c: Context, year: number, refused: Refused | null = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores) => {
        const view = await readPart(stores, books, desk, desk.office.id, year)
        return view && <OwnPartPage {...{ desk, view, refused }} csrf={formToken(c)} said={saidOf(c)} />
      },
      status,
    )

  const meetingAnswer = (
    c: Context,
    year: number,
    refused: Refused | null = null,
    status: DeskStatus = 200,
  ) =>
    show(
      c,
      async (desk, stores) => {
        const view = await readPart(stores, books, desk, desk.office.id, year)
        const entry = view?.entries.find(({ id }) => id === c.req.param('meeting'))
        if (view && entry) return <PartMeetingPage {...{ desk, view, entry, refused }} csrf={formToken(c)} />
        // Somebody left it out meanwhile: what was typed is shown on the page of the part.
        return view && refused ? (
          <OwnPartPage {...{ desk, view, refused }} csrf={formToken(c)} said={null} />
        ) : null
      },
      status,
    )

  const part = '/office/:office/calendars/:year/part'

  routes.get(part, (c) => {
    const year = yearOf(c)
    return year ? partAnswer(c, year) : missing(c)
  })

  routes.get(`${part}/meetings/:meeting`, (c) => {
    const year = yearOf(c)
    return year && isName(c.req.param('meeting')) ? meetingAnswer(c, year) : missing(c)
  })

  const post = (
    c: Context,
    year: number,
    name: Refused['deed'],
    deed: DeedOf<OnPart, string, DeskRefusal>,
    page: typeof partAnswer,
  ) =>
    postAny(c, {
      deed,
      on: onPart(year),
      next: ({ here, office }) => officeAddresses(here.language, office.id).part(year, deed.said),
      again: (back, status) => page(c, year, { deed: name, ...back }, status),
    })

  const postMeeting = (c: Context, name: 'move' | 'drop') => {
    const [year, meeting] = [yearOf(c), c.req.param('meeting')]
    if (!year || !isName(meeting)) return missing(c)
    return post(c, year, name, partMeetingDeeds(meeting as MeetingId)[name], meetingAnswer)
  }

  routes.post(`${part}/meetings/:meeting`, (c) => postMeeting(c, 'move'))
  routes.post(`${part}/meetings/:meeting/drop`, (c) => postMeeting(c, 'drop'))

  routes.post(`${part}/:deed`, (c) => {
    const [year, name] = [yearOf(c), named(deeds, c.req.param('deed'))]
    return year && name ? post(c, year, name, deeds[name], partAnswer) : missing(c)
  })

  return routes
}
