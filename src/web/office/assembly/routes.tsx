// The addresses of assembling a calendar: parts, the region's hand over them, quotas, corrections, deliveries, sessions.
import { type Context, Hono } from 'hono'
import {
  type CalendarId,
  type MeetingId,
  type NewLine,
  addEntry,
  addToPart,
  beginPart,
  correctCalendar,
  dropEntry,
  dropFromPart,
  fillParts,
  forwardCalendars,
  giveUpCorrection,
  mayDeliver,
  moveInPart,
  quotaOf,
  receiveCalendar,
  recallPart,
  returnPart,
  sendPart,
  takePart,
} from '#calendar'
import { type Stores, demandsOf, gapsOf, heldIn, proposeCalendar, proposedLines } from '#flows'
import { type LocalDate, type Result, addDays, done, parseLocalDate, parsePeriod, refuse } from '#kernel'
import { may } from '#people'
import { type OfficeId, type UnitCode, governmentOffice, isUnitCode } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedCode, askedOffice, askedYear, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { hereOf } from '../../page.tsx'
import { type AssemblyDeed, officeAddresses } from '../addresses.ts'
import type { Refused, Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { readCalendar } from '../read-calendar.ts'
import { type Read, readMove, readWords } from '../read-deed.ts'
import type { DeskRefusal } from '../refusals.ts'
import { DeliveriesPage } from './deliveries.tsx'
import { type Status, deskTools } from './desk-tools.tsx'
import { PartMeetingPage } from './part-meeting.tsx'
import { OwnPartPage, PartInHandPage, type Said } from './part.tsx'
import { QuotaPage } from './quota.tsx'
import { readPart } from './read-part.ts'
import { SessionsPage } from './sessions.tsx'

/** The page of the whole calendar again, which stands with the other routes of the office. */
export type CalendarAgain = (c: Context, year: number, refused: Refused, status: Status) => Promise<Response>

/** The page of one meeting of the calendar again. */
export type MeetingAgain = (
  c: Context,
  year: number,
  meeting: MeetingId,
  refused: Refused,
  status: Status,
) => Promise<Response>

export function assemblyRoutes(
  house: WebHouse,
  assets: Assets,
  calendarAgain: CalendarAgain,
  meetingAgain: MeetingAgain,
): Hono {
  const routes = new Hono({ strict: false })
  const { books } = house
  const { missing, atDesk, post } = deskTools(house, assets)
  const yearOf = (c: Context) => askedYear(c.req.param('year'))

  // --- the region: asking, filling, correcting

  const calendarOf = async (stores: Stores, desk: Desk, year: number): Promise<CalendarId> =>
    (desk.region && (await stores.calendars.ofRegion(desk.region.code, year))?.id) ?? ('none' as CalendarId)

  routes.post('/office/:office/calendars/:year/assembly/:deed', (c) => {
    const year = yearOf(c)
    const deed = (['ask', 'fill', 'correct', 'give-up', 'add'] as const).find(
      (one) => one === c.req.param('deed'),
    )
    if (!year || !deed) return missing(c)
    if (deed === 'add')
      return post<NewLine>(c, {
        deed,
        read: readLine,
        next: (desk, { office }) =>
          `${officeAddresses(desk.here.language, desk.office.id).quota(year, office)}&said=added`,
        again: (refused, status) => quotaAnswer(c, year, refused, status),
        verb: async (stores, desk, line, revision) =>
          addEntry(stores, actNow(house, desk.actor), {
            calendar: await calendarOf(stores, desk, year),
            revision,
            line,
          }),
      })
    return post<string>(c, {
      deed,
      read: (typed, { here }) =>
        deed === 'ask'
          ? readDay(typed, here.words.office.wrong.day)
          : deed === 'correct'
            ? readWords(typed, 'reason', here.words.office)
            : { ok: true, value: '' },
      next: (desk) =>
        `${officeAddresses(desk.here.language, desk.office.id).calendar(year, { done: saidAfter[deed] })}`,
      again: (refused, status) => calendarAgain(c, year, refused, status),
      verb: async (stores, desk, words, revision): Promise<Result<unknown, DeskRefusal>> => {
        const act = actNow(house, desk.actor)
        const region = desk.region?.code
        if (!region) return refuse({ code: 'no-such-calendar' })
        const calendar = await calendarOf(stores, desk, year)
        switch (deed) {
          case 'ask':
            return proposeCalendar(stores, books, act, {
              region,
              year,
              answerBy: words as LocalDate,
              demonstration: desk.here.demonstration,
            })
          case 'fill': {
            const lines = await proposedLines(stores, books, { region, year, today: act.today })
            return lines.ok ? fillParts(stores, act, { calendar, revision, proposal: lines.value }) : lines
          }
          case 'correct':
            return correctCalendar(stores, act, { calendar, revision, reason: words })
          case 'give-up':
            return giveUpCorrection(stores, act, { calendar, revision })
        }
      },
    })
  })

  routes.post('/office/:office/calendars/:year/meetings/:meeting/drop', (c) => {
    const [year, meeting] = [yearOf(c), c.req.param('meeting')]
    if (!year || !isName(meeting)) return missing(c)
    return post<string>(c, {
      deed: 'drop',
      read: (typed, { here }) => readWords(typed, 'reason', here.words.office),
      next: (desk) => officeAddresses(desk.here.language, desk.office.id).calendar(year, { done: 'dropped' }),
      again: (refused, status) => meetingAgain(c, year, meeting as MeetingId, refused, status),
      verb: async (stores, desk, reason, revision) =>
        dropEntry(stores, actNow(house, desk.actor), {
          calendar: await calendarOf(stores, desk, year),
          meeting: meeting as MeetingId,
          revision,
          reason,
        }),
    })
  })

  // --- the region: the part of another office

  const handAnswer = (c: Context, year: number, refused: Refused | null, status: Status) =>
    atDesk(
      c,
      async (desk, stores) => {
        const owner = askedOffice(c.req.param('owner'))
        const view = owner && desk.region && (await readPart(stores, books, desk, owner, year))
        return view && view.part.region === desk.region!.code ? (
          <PartInHandPage {...{ desk, view, refused }} csrf={formToken(c)} said={saidOf(c)} />
        ) : null
      },
      status,
    )

  routes.get('/office/:office/calendars/:year/parts/:owner', (c) => {
    const year = yearOf(c)
    return year ? handAnswer(c, year, null, 200) : missing(c)
  })

  routes.post('/office/:office/calendars/:year/parts/:owner/:deed', (c) => {
    const [year, owner, deed] = [yearOf(c), askedOffice(c.req.param('owner')), c.req.param('deed')]
    if (!year || !owner || (deed !== 'take' && deed !== 'return')) return missing(c)
    return post<string>(c, {
      deed,
      read: (typed, { here }) =>
        deed === 'return' ? readWords(typed, 'reason', here.words.office) : { ok: true, value: '' },
      next: (desk) =>
        `${officeAddresses(desk.here.language, desk.office.id).calendar(year, {
          done: deed === 'take' ? 'taken' : 'returned',
        })}#parts`,
      again: (refused, status) => handAnswer(c, year, refused, status),
      verb: async (stores, desk, reason, revision) => {
        const act = actNow(house, desk.actor)
        const on = { calendar: await calendarOf(stores, desk, year), office: owner, revision }
        return deed === 'take' ? takePart(stores, act, on) : returnPart(stores, act, { ...on, reason })
      },
    })
  })

  // --- the quota matrix

  const quotaAnswer = (c: Context, year: number, refused: Refused | null, status: Status) =>
    atDesk(
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

  routes.get('/office/:office/calendars/:year/quota', (c) => {
    const year = yearOf(c)
    return year ? quotaAnswer(c, year, null, 200) : missing(c)
  })

  // --- an office below: its own part

  const partAnswer = (c: Context, year: number, refused: Refused | null, status: Status) =>
    atDesk(
      c,
      async (desk, stores) => {
        const view = await readPart(stores, books, desk, desk.office.id, year)
        return view && <OwnPartPage {...{ desk, view, refused }} csrf={formToken(c)} said={saidOf(c)} />
      },
      status,
    )

  const meetingAnswer = (c: Context, year: number, refused: Refused | null, status: Status) =>
    atDesk(
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

  /** The part of this desk for the year, by its key. */
  const onPart = async (stores: Stores, { office }: Desk, year: number, revision: number) => ({
    calendar: ((await stores.parts.ofOffice(office.id)).find((one) => one.year === year)?.calendar ??
      'none') as CalendarId,
    office: office.id,
    revision,
  })
  const toPart = (desk: Desk, year: number, said: string) =>
    officeAddresses(desk.here.language, desk.office.id).part(year, said)

  routes.get('/office/:office/calendars/:year/part', (c) => {
    const year = yearOf(c)
    return year ? partAnswer(c, year, null, 200) : missing(c)
  })

  routes.get('/office/:office/calendars/:year/part/meetings/:meeting', (c) => {
    const year = yearOf(c)
    return year && isName(c.req.param('meeting')) ? meetingAnswer(c, year, null, 200) : missing(c)
  })

  routes.post('/office/:office/calendars/:year/part/meetings/:meeting', (c) => {
    const [year, meeting] = [yearOf(c), c.req.param('meeting')]
    if (!year || !isName(meeting)) return missing(c)
    return post(c, {
      deed: 'move',
      read: (typed, { here }) => readMove(typed, here.words.office),
      next: (desk) => toPart(desk, year, 'moved'),
      again: (refused, status) => meetingAnswer(c, year, refused, status),
      verb: async (stores, desk, to, revision) =>
        moveInPart(stores, actNow(house, desk.actor), {
          ...(await onPart(stores, desk, year, revision)),
          ...to,
          meeting: meeting as MeetingId,
        }),
    })
  })

  routes.post('/office/:office/calendars/:year/part/meetings/:meeting/drop', (c) => {
    const [year, meeting] = [yearOf(c), c.req.param('meeting')]
    if (!year || !isName(meeting)) return missing(c)
    return post<string>(c, {
      deed: 'drop',
      read: (typed, { here }) => readWords(typed, 'reason', here.words.office),
      next: (desk) => toPart(desk, year, 'dropped'),
      again: (refused, status) => meetingAnswer(c, year, refused, status),
      verb: async (stores, desk, reason, revision) =>
        dropFromPart(stores, actNow(house, desk.actor), {
          ...(await onPart(stores, desk, year, revision)),
          meeting: meeting as MeetingId,
          reason,
        }),
    })
  })

  routes.post('/office/:office/calendars/:year/part/:deed', (c) => {
    const year = yearOf(c)
    const deed = (['begin', 'send-part', 'recall-part', 'add'] as const).find(
      (one) => one === c.req.param('deed'),
    )
    if (!year || !deed) return missing(c)
    const again = (refused: Refused, status: Status) => partAnswer(c, year, refused, status)
    if (deed === 'add')
      return post<NewLine>(c, {
        deed,
        read: readLine,
        next: (desk) => toPart(desk, year, 'added'),
        again,
        verb: async (stores, desk, line, revision) =>
          addToPart(stores, actNow(house, desk.actor), {
            ...(await onPart(stores, desk, year, revision)),
            line,
          }),
      })
    return post<null>(c, {
      deed,
      read: () => ({ ok: true, value: null }),
      next: (desk) => toPart(desk, year, saidOfPart[deed]),
      again,
      verb: async (stores, desk, _, revision) => {
        const act = actNow(house, desk.actor)
        const on = await onPart(stores, desk, year, revision)
        if (deed === 'send-part') return sendPart(stores, act, on)
        if (deed === 'recall-part') return recallPart(stores, act, on)
        const part = await stores.parts.find(on.calendar, on.office)
        if (!part) return refuse({ code: 'no-such-part' })
        const lines = await proposedLines(stores, books, { region: part.region, year, today: act.today })
        return lines.ok ? beginPart(stores, act, { ...on, proposal: lines.value }) : lines
      },
    })
  })

  // --- the Government's office

  const deliveriesAnswer = (
    c: Context,
    year: number,
    refused: { readonly of: Refused; readonly at: UnitCode | null } | null,
    status: Status,
  ) =>
    atDesk(
      c,
      async (desk, stores) => {
        if (desk.office.id !== governmentOffice) return null
        const calendars = await stores.calendars.submitted(year)
        const regions = await stores.readings.children(null, desk.here.today)
        return (
          <DeliveriesPage
            {...{ desk, year, calendars }}
            deliveries={await stores.calendars.deliveries(year)}
            regions={new Map(regions.map((unit) => [unit.code, unit]))}
            at={refused?.at ?? null}
            refused={refused?.of ?? null}
            may={mayDeliver({ actor: desk.actor, today: desk.here.today }).yes}
            csrf={formToken(c)}
            said={saidOf(c)}
          />
        )
      },
      status,
    )

  routes.get('/office/:office/deliveries', (c) =>
    deliveriesAnswer(c, Number(hereOf(c, house, assets, false).today.slice(0, 4)), null, 200),
  )
  routes.get('/office/:office/deliveries/:year', (c) => {
    const year = yearOf(c)
    return year ? deliveriesAnswer(c, year, null, 200) : missing(c)
  })
  routes.post('/office/:office/deliveries/:year/:region', (c) => {
    const year = yearOf(c)
    const region = c.req.param('region') === 'forward' ? null : askedCode(c.req.param('region'))
    if (!year || region === undefined) return missing(c)
    const deed: AssemblyDeed = region ? 'receive' : 'forward'
    return post<string>(c, {
      deed,
      read: (typed, { here }) => readWords(typed, 'number', here.words.office),
      next: (desk) =>
        officeAddresses(desk.here.language, desk.office.id).deliveries(
          year,
          region ? 'received' : 'forwarded',
        ),
      again: (of, status) => deliveriesAnswer(c, year, { of, at: region }, status),
      verb: async (stores, desk, number): Promise<Result<unknown, DeskRefusal>> => {
        const act = actNow(house, desk.actor)
        if (!region) return forwardCalendars(stores, act, { year, number })
        const calendar = await stores.calendars.ofRegion(region, year)
        return calendar
          ? receiveCalendar(stores, act, { calendar: calendar.id, number })
          : refuse({ code: 'no-such-calendar' })
      },
    })
  })

  // --- sessions of a maslikhat

  const sessionsAnswer = (c: Context, refused: Refused | null, status: Status) =>
    atDesk(
      c,
      async (desk, stores) => {
        const { office, here } = desk
        if (office.post !== 'maslikhat' || !office.unit) return null
        const sessions = await stores.calendars.sessions([office.unit], here.today, addDays(here.today, 800))
        return <SessionsPage {...{ desk, sessions, refused }} csrf={formToken(c)} said={saidOf(c)} />
      },
      status,
    )

  routes.get('/office/:office/sessions', (c) => sessionsAnswer(c, null, 200))
  routes.post('/office/:office/sessions', (c) =>
    post<{ day: LocalDate; drop: boolean }>(c, {
      deed: 'note',
      read: (typed, { here }) => {
        const day = parseLocalDate(typed['day'])
        return day
          ? { ok: true, value: { day, drop: typed['deed'] === 'unnote' } }
          : { ok: false, wrong: { day: here.words.office.wrong.day } }
      },
      next: (desk, { drop }) =>
        officeAddresses(desk.here.language, desk.office.id).sessions(drop ? 'unnoted' : 'noted'),
      again: (refused, status) => sessionsAnswer(c, refused, status),
      verb: async (stores, { office, actor, here }, { day, drop }): Promise<Result<unknown, DeskRefusal>> => {
        const answer = may(actor, 'note-session', { office: office.id }, here.today)
        if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
        if (day < here.today) return refuse({ code: 'day-over', day })
        const session = { office: office.id, unit: office.unit as UnitCode, day }
        if (drop) await stores.calendars.dropSession(session)
        else await stores.calendars.addSession(session)
        return done(session)
      },
    }),
  )

  return routes
}

const saidOfPart = { begin: 'begun', 'send-part': 'sent', 'recall-part': 'takenBack' } as const

const saidAfter = {
  ask: 'asked',
  fill: 'filled',
  correct: 'correcting',
  'give-up': 'givenUp',
} as const satisfies Partial<Record<AssemblyDeed, NonNullable<Said>>>

const saidWords: readonly string[] = [
  'asked',
  'filled',
  'taken',
  'returned',
  'begun',
  'takenBack',
  'moved',
  'added',
  'dropped',
  'sent',
  'correcting',
  'givenUp',
  'received',
  'forwarded',
  'noted',
  'unnoted',
]

/** What was just done, from the address. */
export function saidOf(c: Context): Said {
  const said = c.req.query('done') ?? c.req.query('said')
  return said !== undefined && saidWords.includes(said) ? (said as Said) : null
}

const readDay = (typed: Typed, wrong: string): Read<string> => {
  const day = parseLocalDate(typed['day'])
  return day ? { ok: true, value: day } : { ok: false, wrong: { day: wrong } }
}

/** A gap with the planner's day, as its button sends it; whoever types other things gets the page again. */
function readLine(typed: Typed, { here }: Desk): Read<NewLine> {
  const day = parseLocalDate(typed['day'])
  const period = parsePeriod(typed['period'])
  const { office, unit, norm, start, form } = typed
  return day &&
    period &&
    isName(office) &&
    isUnitCode(unit) &&
    isName(norm) &&
    /^([01]\d|2[0-3]):[0-5]\d$/.test(start ?? '')
    ? {
        ok: true,
        value: {
          office: office as OfficeId,
          unit,
          norm,
          period,
          day,
          start: start!,
          form: form === 'visiting' ? 'visiting' : 'stationary',
        },
      }
    : { ok: false, wrong: { day: here.words.office.wrong.form } }
}
