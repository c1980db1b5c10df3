// The pages of the ministers' schedule at a desk and what their forms do.
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import {
  type MeetingId,
  type VisitLine,
  addVisit,
  agreeToSchedule,
  answerVisit,
  approveSchedule,
  changeVisit,
  circulateSchedule,
  closeAgreement,
  correctSchedule,
  giveUpScheduleCorrection,
  grounds,
  leaveOutVisit,
  moveVisit,
  openSchedule,
  periodsToPlan,
  publishProcedure,
  regimeOf,
  returnProposal,
  returnSchedule,
  scheduleIdOf,
  sendProposal,
  spheres,
  submitSchedule,
  takeProposal,
  withdrawVisit,
  writeProcedure,
} from '#calendar'
import { type Stores, openProblems, publishMinistersSchedule } from '#flows'
import { type Period, type Result, firstDay, refuse } from '#kernel'
import { type OfficeId, type UnitCode, authorisedBodyOffice, isUnitCode } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedCode, askedOffice, askedPeriod, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { FormReader } from '../meetings/read-meeting-forms.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { NewVisitPage } from './new-visit-page.tsx'
import { ProcedurePage } from './procedure-page.tsx'
import { ProposalPage } from './proposal-page.tsx'
import { partOf, readSchedule } from './read-schedule.ts'
import {
  type ScheduleDeed,
  type ScheduleForm,
  type VisitDeed,
  scheduleAddresses,
  scheduleDeeds,
  visitDeeds,
} from './schedule-addresses.ts'
import type { Back } from './schedule-form.tsx'
import { ScheduleListPage } from './schedule-list-page.tsx'
import { SchedulePage, type SaidWord } from './schedule-page.tsx'
import { type Refusal, fieldOf, tellOf } from './schedule-refusals.ts'
import { typedOfVisit } from './visit-form.tsx'
import { VisitPage } from './visit-page.tsx'

/** Another officer was faster: the page shows what stands now beside what was typed. */
type Again = (back: Back, status: DeskStatus) => Promise<Response>

/** Routes below `/office/:office/schedule`. */
export function scheduleRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, sit] = [atDesk(house, assets, 'see-calendar'), deskFor(house, assets, 'see-calendar')]
  const { books } = house
  const missing = (c: Context) => missingAnswer(c, house, assets)

  const periodAt = (c: Context): Period | null => askedPeriod(c.req.param('period')) ?? null
  const visitAt = (c: Context): MeetingId | null => {
    const id = c.req.param('visit')
    return isName(id) ? (id as MeetingId) : null
  }

  /** A page of one schedule, as far as this desk has to do with it. */
  const page = (
    c: Context,
    of: (
      desk: Desk,
      stores: Stores,
      view: NonNullable<Awaited<ReturnType<typeof readSchedule>>>,
    ) => Promise<VNode | null>,
    status: DeskStatus = 200,
  ) => {
    const period = periodAt(c)
    return period
      ? show(
          c,
          async (desk, stores) => {
            const view = await readSchedule(stores, books, desk, period)
            return view && of(desk, stores, view)
          },
          status,
        )
      : Promise.resolve(missing(c))
  }

  const schedulePage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    page(
      c,
      async (desk, _stores, view) => (
        <SchedulePage {...{ desk, view, back }} csrf={formToken(c)} said={saidOf(c, desk)} />
      ),
      status,
    )

  const newPage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    page(
      c,
      async (desk, stores, view) => {
        const own = view.proposals.find(({ body }) => body === desk.office.id)
        if (view.part !== 'body' || !own) return null
        const { today } = desk.here
        const regions = await stores.readings.children(null, today)
        const code = askedCode(back?.typed['region'] ?? c.req.query('region'))
        const region = regions.find((unit) => unit.code === code)
        const chosen = region
          ? { region, units: [region, ...(await stores.readings.children(region.code, today))] }
          : null
        return (
          <NewVisitPage
            {...{ desk, view, back, regions, chosen }}
            revision={own.revision}
            open={await openProblems(stores)}
            csrf={formToken(c)}
          />
        )
      },
      status,
    )

  const visitPage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    page(
      c,
      async (desk, stores, view) => {
        const visit = view.visits.find(({ id }) => id === visitAt(c))
        // It was taken out meanwhile: what was said of it stands on the page of the schedule.
        if (!visit)
          return back ? <SchedulePage {...{ desk, view, back }} csrf={formToken(c)} said={null} /> : null
        const { today } = desk.here
        const region = await stores.readings.unit(visit.region, today)
        if (!region) return null
        const place = { region, units: [region, ...(await stores.readings.children(region.code, today))] }
        const stands = back?.stands && back.form === 'change' ? typedOfVisit(visit) : null
        return (
          <VisitPage
            {...{ desk, view, visit, place }}
            back={back && { ...back, stands }}
            open={await openProblems(stores)}
            csrf={formToken(c)}
          />
        )
      },
      status,
    )

  const proposalPage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    page(
      c,
      async (desk, _stores, view) => {
        const proposal = view.proposals.find(({ body }) => body === c.req.param('body'))
        return view.part === 'authorised' && proposal ? (
          <ProposalPage {...{ desk, view, back, proposal }} csrf={formToken(c)} />
        ) : null
      },
      status,
    )

  const procedurePage = (c: Context, back: Back = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores) => {
        if (desk.office.id !== authorisedBodyOffice) return null
        const draft = await stores.schedules.procedureDraft()
        const newest = (await stores.schedules.procedures()).at(-1) ?? null
        const stands = back?.stands && draft ? { 'text.kk': draft.text.kk, 'text.ru': draft.text.ru } : null
        return (
          <ProcedurePage
            {...{ desk, draft, newest }}
            back={back && { ...back, stands }}
            csrf={formToken(c)}
            said={saidOf(c, desk)}
          />
        )
      },
      status,
    )

  /** A form done once; refused, it stands on its page again with everything that was typed. */
  async function post<T>(
    c: Context,
    form: ScheduleForm,
    read: (reader: FormReader) => T,
    verb: (stores: Stores, desk: Desk, value: T, revision: number) => Promise<Result<unknown, Refusal>>,
    next: (desk: Desk) => string,
    again: Again,
  ): Promise<Response> {
    const desk = await sit(c)
    if (!desk || !partOf(desk)) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const words = desk.here.words
    const reader = new FormReader(typed, words)
    const value = read(reader)
    const back = (wrong: Typed, sentence: string | null, stands: Typed | null = null): Back => ({
      form,
      typed,
      wrong,
      sentence,
      stands,
    })
    const stamp = readStamp(typed)
    if (!stamp) return again(back({}, words.office.wrong.form), 422)
    if (Object.keys(reader.wrong).length > 0) return again(back(reader.wrong, null), 422)
    const posted = JSON.stringify(value ?? null)
    const outcome = await doOnce(c, house, desk, { key: stamp.key, posted, next: next(desk) }, (stores) =>
      verb(stores, desk, value, stamp.revision),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const told = tellOf(desk.here, outcome.refusal)
    const field = fieldOf[outcome.refusal.code]
    const stands = outcome.refusal.code === 'changed-meanwhile' ? {} : null
    return again(field ? back({ [field]: told.words }, null) : back({}, told.words, stands), told.status)
  }

  routes.get('/office/:office/schedule', (c) =>
    show(c, async (desk, stores) => {
      const part = partOf(desk)
      if (!part) return null
      const known = await stores.schedules.all()
      const byPeriod = new Map(known.map((schedule) => [schedule.period, schedule]))
      const periods = [
        ...new Set([...periodsToPlan(books.law, desk.here.today), ...known.map(({ period }) => period)]),
      ].toSorted((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1))
      const rows = periods.map((period) => ({ period, schedule: byPeriod.get(period) ?? null }))
      return <ScheduleListPage {...{ desk, part, rows }} csrf={formToken(c)} />
    }),
  )

  routes.get('/office/:office/schedule/procedure', (c) => procedurePage(c))
  routes.get('/office/:office/schedule/:period', (c) => schedulePage(c))
  routes.get('/office/:office/schedule/:period/new', (c) => newPage(c))
  routes.get('/office/:office/schedule/:period/visits/:visit', (c) => visitPage(c))
  routes.get('/office/:office/schedule/:period/proposals/:body', (c) => proposalPage(c))

  routes.post('/office/:office/schedule/procedure/:deed', (c) => {
    const deed = (['write', 'sign'] as const).find((one) => one === c.req.param('deed'))
    if (!deed) return missing(c)
    return post(
      c,
      deed,
      (form) =>
        deed === 'sign'
          ? { order: form.text('number', { most: 60, needed: true }) }
          : { text: form.both('text', { most: 20_000, needed: true }) },
      (stores, desk, value, revision) => {
        const act = actNow(house, desk.actor)
        return 'text' in value
          ? writeProcedure(stores, act, { text: value.text, revision })
          : publishProcedure(stores, act, { order: value.order, revision })
      },
      (desk) => to(desk).procedure(deed === 'write' ? 'written' : 'published'),
      (back, status) => procedurePage(c, back, status),
    )
  })

  routes.post('/office/:office/schedule/:period/new', (c) => {
    const period = periodAt(c)
    if (!period) return missing(c)
    return post(
      c,
      'add',
      readLine,
      (stores, desk, line, revision) =>
        addVisit(stores, actNow(house, desk.actor), {
          schedule: scheduleIdOf(period),
          body: desk.office.id,
          revision,
          line,
        }),
      (desk) => to(desk).schedule(period, 'added'),
      (back, status) => newPage(c, back, status),
    )
  })

  routes.post('/office/:office/schedule/:period/visits/:visit/:deed', (c) => {
    const [period, visit] = [periodAt(c), visitAt(c)]
    const deed = visitDeeds.find((one) => one === c.req.param('deed'))
    if (!period || !visit || !deed) return missing(c)
    return post(
      c,
      deed,
      (form) => readVisitDeed(deed, form),
      async (stores, desk, value, revision): Promise<Result<unknown, Refusal>> => {
        const act = actNow(house, desk.actor)
        const on = { schedule: scheduleIdOf(period), visit, revision }
        const own = { ...on, body: desk.office.id }
        switch (value.deed) {
          case 'change':
            return changeVisit(stores, act, { ...own, line: value.line })
          case 'withdraw':
            return withdrawVisit(stores, act, own)
          case 'move':
            return moveVisit(stores, act, { ...on, ...value.to })
          case 'leave-out':
            return leaveOutVisit(stores, act, { ...on, reason: value.reason })
          case 'answer':
            return answerVisit(stores, act, { ...on, agrees: true, words: value.number })
          case 'object':
            return answerVisit(stores, act, { ...on, agrees: false, words: value.reason })
        }
      },
      (desk) => to(desk).schedule(period, saidOfVisit[deed]),
      (back, status) => visitPage(c, back, status),
    )
  })

  routes.post('/office/:office/schedule/:period/proposals/:body/:deed', (c) => {
    const [period, body] = [periodAt(c), askedOffice(c.req.param('body'))]
    const deed = (['take', 'give-back'] as const).find((one) => one === c.req.param('deed'))
    if (!period || !body || !deed) return missing(c)
    return post(
      c,
      deed,
      (form) => (deed === 'take' ? null : form.text('reason', { most: 500, needed: true })),
      (stores, desk, reason, revision) => {
        const act = actNow(house, desk.actor)
        const on = { schedule: scheduleIdOf(period), body: body as OfficeId, revision }
        return reason === null
          ? takeProposal(stores, act, on)
          : returnProposal(stores, act, { ...on, reason })
      },
      (desk) => to(desk).schedule(period, deed === 'take' ? 'taken' : 'returned'),
      (back, status) => proposalPage(c, back, status),
    )
  })

  routes.post('/office/:office/schedule/:period/:deed', (c) => {
    const period = periodAt(c)
    const deed = scheduleDeeds.find((one) => one === c.req.param('deed'))
    if (!period || !deed) return missing(c)
    return post(
      c,
      deed,
      (form) => readDeed(deed, form),
      async (stores, desk, words, revision): Promise<Result<unknown, Refusal>> => {
        const act = actNow(house, desk.actor)
        const schedule = scheduleIdOf(period)
        const on = { schedule, revision }
        const own = { ...on, body: desk.office.id }
        switch (deed) {
          case 'open':
            return openSchedule(stores, act, {
              law: books.law,
              period,
              answerBy: words as VisitLine['day'],
              demonstration: desk.here.demonstration,
            })
          case 'circulate':
            return circulateSchedule(stores, act, on)
          case 'close':
            return closeAgreement(stores, act, on)
          case 'submit':
            return submitSchedule(stores, act, { ...on, number: words })
          case 'approve':
            return approveSchedule(stores, act, { ...on, number: words })
          case 'return':
            return returnSchedule(stores, act, { ...on, reason: words })
          case 'publish':
            return publishMinistersSchedule(stores, books.law, act, on)
          case 'correct':
            return correctSchedule(stores, act, { ...on, reason: words })
          case 'give-up':
            return giveUpScheduleCorrection(stores, act, on)
          case 'send': {
            const regime = regimeOf(books.law, period)
            return regime ? sendProposal(stores, act, { ...own, regime }) : refuse({ code: 'no-such-regime' })
          }
          case 'agree':
            return agreeToSchedule(stores, act, own)
        }
      },
      (desk) => to(desk).schedule(period, saidOfDeed[deed]),
      (back, status) => schedulePage(c, back, status),
    )
  })

  return routes
}

const to = ({ here, office }: Desk) => scheduleAddresses(here.language, office.id)

const saidOfDeed = {
  open: 'opened',
  circulate: 'circulated',
  close: 'closed',
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  publish: 'published',
  correct: 'correcting',
  'give-up': 'given-up',
  send: 'sent',
  agree: 'agreed',
} as const satisfies Record<ScheduleDeed, SaidWord>

const saidOfVisit = {
  change: 'changed',
  withdraw: 'withdrawn',
  move: 'moved',
  'leave-out': 'left-out',
  answer: 'answered',
  object: 'objected',
} as const satisfies Record<VisitDeed, SaidWord>

/** The one thing that a deed needs to be told: a number, a reason or a day; empty for those that need none. */
function readDeed(deed: ScheduleDeed, form: FormReader): string {
  switch (deed) {
    case 'open':
      return form.day('answerBy')
    case 'submit':
    case 'approve':
      return form.text('number', { most: 60, needed: true })
    case 'return':
    case 'correct':
      return form.text('reason', { most: 500, needed: true })
    default:
      return ''
  }
}

function readVisitDeed(deed: VisitDeed, form: FormReader) {
  const reason = (name = 'reason') => form.text(name, { most: 500, needed: true })
  switch (deed) {
    case 'change':
      return { deed, line: readLine(form) }
    case 'withdraw':
      return { deed }
    case 'move':
      return { deed, to: { day: form.day('day'), start: form.clock('start'), reason: reason() } }
    case 'leave-out':
      return { deed, reason: reason('because') }
    case 'answer':
      return { deed, number: form.text('number', { most: 60, needed: true }) }
    case 'object':
      return { deed, reason: reason() }
  }
}

function readLine(form: FormReader): VisitLine {
  const code = (name: string): UnitCode => {
    const text = form.typed[name]
    if (isUnitCode(text)) return text
    form.wrong['unit'] = form.words.meetings.office.wrong.choice
    return '' as UnitCode
  }
  return {
    region: code('region'),
    unit: code('unit'),
    day: form.day('day'),
    start: form.clock('start'),
    plannedMinutes: form.neededNumber('minutes', 15, 600),
    sphere: form.choice('sphere', spheres),
    venue: form.both('venue', { needed: true }),
    why: form.both('why', { most: 1000, needed: true }),
    grounds: form.ticked('ground', grounds),
  }
}

function saidOf(c: Context, { here }: Desk): SaidWord {
  const said = c.req.query('said')
  return said !== undefined && Object.hasOwn(here.words.schedule.office.said, said)
    ? (said as NonNullable<SaidWord>)
    : null
}
