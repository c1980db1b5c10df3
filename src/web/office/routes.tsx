// The pages behind the sign-in and what their forms do.
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import type { MeetingId } from '#calendar'
import type { Stores } from '#flows'
import { may } from '#people'
import { type OfficeId, governmentOffice } from '#territory'
import type { Assets } from '../assets.ts'
import { askedNumber, askedOffice, askedYear, isName } from '../asked.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { answer, hereOf, languageOf } from '../page.tsx'
import { missingAnswer } from '../no-page.tsx'
import { PartsListPage } from './assembly/parts-list.tsx'
import { deliveryRoutes } from './assembly/delivery-routes.tsx'
import { partRoutes } from './assembly/part-routes.tsx'
import { regionRoutes } from './assembly/region-routes.tsx'
import { saidOf as arrangedOf } from './assembly/said-of.ts'
import { sessionRoutes } from './assembly/session-routes.tsx'
import { onCalendar } from './assembly/region-deeds.ts'
import { officeAddresses } from './addresses.ts'
import { type DeskStatus, atDesk } from './at-desk.ts'
import { calendarSteps, moveInCalendar } from './calendar-deeds.ts'
import { CalendarPage, type Shown, entryIn } from './calendar.tsx'
import { CalendarsPage } from './calendars.tsx'
import type { Refused } from './deed-form.tsx'
import { named } from './deed-of.ts'
import { type Desk, officeIds, seesCalendar } from './desk.ts'
import { MovePage } from './move.tsx'
import { NoOfficePage } from './no-office.tsx'
import { operatorAddresses } from './operator/operator-desk.ts'
import { isOperator } from './operator/routes.tsx'
import { ownWishesRoutes } from './plan/own-wishes.tsx'
import { planRoutes } from './plan/plan-routes.tsx'
import type { EffectWords } from './plan/plan-words.ts'
import { postDeed } from './post-deed.ts'
import { type CalendarView, readCalendar } from './read-calendar.ts'
import { belowRoutes } from './today/below-routes.tsx'
import { DutiesPage } from './today/duties-page.tsx'
import { orderDuties, urgencies } from './today/order-duties.ts'
import { readOwed, readToday } from './today/read-today.ts'
import { TodayPage } from './today/today-page.tsx'

export function officeRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, books } = house

  const show = atDesk(house, assets)
  const post = postDeed(house, assets, { has: ({ region }) => region !== null })

  const calendarAnswer = (c: Context, year: number, refused: Refused | null, status: DeskStatus) =>
    show(
      c,
      async (desk, stores) => {
        if (!desk.region) return null
        const view = await readCalendar(stores, books, desk, year)
        const { law, holidays } = books
        return (
          <CalendarPage
            {...{ desk, view, law, holidays, refused }}
            csrf={formToken(c)}
            shown={shownOf(c, desk, view)}
            said={saidOf(c, desk)}
            arranged={arrangedOf(c)}
          />
        )
      },
      status,
    )

  const moveAnswer = (
    c: Context,
    year: number,
    meeting: MeetingId,
    refused: Refused | null,
    status: DeskStatus,
    effect: EffectWords | null = null,
  ) =>
    show(
      c,
      async (desk, stores) => {
        if (!desk.region) return null
        const view = await readCalendar(stores, books, desk, year)
        const entry = entryIn(view, meeting)
        return entry ? <MovePage {...{ desk, view, entry, refused, effect }} csrf={formToken(c)} /> : null
      },
      status,
    )

  routes.get('/office', async (c) => {
    const actor = c.get('actor')!
    const here = hereOf(
      c,
      house,
      assets,
      await storage.readPublic(({ readings }) => readings.isDemonstration()),
    )
    for (const id of officeIds(actor, here.today)) {
      const office = await storage.readPublic(({ territory }) => territory.office(id))
      if (office) return c.redirect(officeAddresses(languageOf(c), id).owed(), 303)
    }
    if (isOperator(c, here.today)) return c.redirect(operatorAddresses(here.language).desk(), 303)
    return answer(c, <NoOfficePage here={here} csrf={formToken(c)} />, 200)
  })

  routes.get('/office/:office', (c) =>
    show(c, async (desk, stores) => {
      const view = await readToday(stores, books, desk, house.clock())
      return view && <TodayPage {...{ desk, view }} law={books.law} csrf={formToken(c)} />
    }),
  )

  routes.get('/office/:office/duties', (c) =>
    show(c, async (desk, stores) => {
      const owed = await readOwed(stores, books, desk)
      const urgency = urgencies.find((one) => one === (c.req.query('urgency') ?? 'soon'))
      const page = askedNumber(c.req.query('page') ?? '1', 999)
      if (!owed || !urgency || !page) return null
      const ordered = orderDuties(owed.duties, desk.here.today)
      return (
        <DutiesPage
          owed={{ desk, law: books.law, ...owed }}
          {...{ ordered, urgency, page }}
          csrf={formToken(c)}
        />
      )
    }),
  )

  routes.get('/office/:office/calendars', (c) => show(c, (desk, stores) => calendars(c, desk, stores)))

  routes.get('/office/:office/calendars/:year', (c) => {
    const year = askedYear(c.req.param('year'))
    return year ? calendarAnswer(c, year, null, 200) : missingAnswer(c, house, assets)
  })

  routes.get('/office/:office/calendars/:year/meetings/:meeting', (c) => {
    const [year, meeting] = [askedYear(c.req.param('year')), c.req.param('meeting')]
    return year && isName(meeting)
      ? moveAnswer(c, year, meeting as MeetingId, null, 200)
      : missingAnswer(c, house, assets)
  })

  routes.post('/office/:office/calendars/:year/meetings/:meeting', (c) => {
    const [year, meeting] = [askedYear(c.req.param('year')), c.req.param('meeting') as MeetingId]
    if (!year || !isName(meeting)) return missingAnswer(c, house, assets)
    const deed = moveInCalendar(meeting)
    return post(c, {
      deed,
      on: onCalendar(year),
      next: (desk, { day }) =>
        `${to(desk).calendar(year, { month: Number(day!.slice(5, 7)), said: deed.said })}#meetings`,
      again: (back, status) => moveAnswer(c, year, meeting, { deed: 'move', ...back }, status),
    })
  })

  routes.route('/', regionRoutes(house, assets, calendarAnswer, moveAnswer))
  routes.route('/', partRoutes(house, assets))
  routes.route('/', deliveryRoutes(house, assets))
  routes.route('/', sessionRoutes(house, assets))
  routes.route('/', belowRoutes(house, assets))
  routes.route('/', planRoutes(house, assets, moveAnswer))
  routes.route('/', ownWishesRoutes(house, assets))

  const steps = calendarSteps(books)
  routes.post('/office/:office/calendars/:year/:deed', (c) => {
    const [year, name] = [askedYear(c.req.param('year')), named(steps, c.req.param('deed'))]
    if (!year || !name) return missingAnswer(c, house, assets)
    return post(c, {
      deed: steps[name],
      on: onCalendar(year),
      next: (desk) => to(desk).calendar(year, { said: steps[name].said }),
      again: (back, status) => calendarAnswer(c, year, { deed: name, ...back }, status),
    })
  })

  return routes

  async function calendars(c: Context, desk: Desk, stores: Stores): Promise<VNode | null> {
    if (desk.office.id === governmentOffice) return null
    if (!desk.region) {
      const sees = may(desk.actor, 'see-calendar', { office: desk.office.id }, desk.here.today).yes
      const parts = sees ? await stores.parts.ofOffice(desk.office.id) : []
      return <PartsListPage {...{ desk, parts }} csrf={formToken(c)} />
    }
    const now = Number(desk.here.today.slice(0, 4))
    const years = await Array.fromAsync([now + 1, now, now - 1], async (year) => {
      const calendar = await stores.calendars.ofRegion(desk.region!.code, year)
      return { year, calendar: calendar && seesCalendar(desk, calendar) ? calendar : null }
    })
    return <CalendarsPage desk={desk} csrf={formToken(c)} years={years} />
  }
}

const to = ({ here, office }: Desk) => officeAddresses(here.language, office.id)

/** The month and akim to show; without a wish the month of the next meeting, or of the first. */
function shownOf(c: Context, { here }: Desk, { entries }: CalendarView): Shown {
  const next = entries.find(({ day }) => day >= here.today) ?? entries[0]
  const month = askedNumber(c.req.query('month'), 12) ?? (next ? Number(next.day.slice(5, 7)) : 1)
  const akim = askedOffice(c.req.query('akim') || undefined) ?? null
  return { month, akim: entries.some((entry) => entry.office === akim) ? (akim as OfficeId) : null }
}

function saidOf(c: Context, { here }: Desk): keyof typeof here.words.office.said | null {
  const said = c.req.query('said')
  return said !== undefined && Object.hasOwn(here.words.office.said, said)
    ? (said as keyof typeof here.words.office.said)
    : null
}
