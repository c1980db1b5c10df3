// The pages of planning a year and what their forms do.
import { type Context, Hono } from 'hono'
import {
  type CalendarId,
  type MeetingId,
  dayTrip,
  effectOfMove,
  lockEntry,
  nameConflicts,
  noWishes,
  priceWishes,
  saveWishes,
} from '#calendar'
import { planPatiently, takePlanned } from '#flows'
import { type LocalDate, parseLocalDate } from '#kernel'
import type { Office } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedOffice, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer } from '../../page.tsx'
import { officeAddresses } from '../addresses.ts'
import type { Refused, Typed } from '../deed-form.tsx'
import { actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { told } from '../refusals.ts'
import { ChangesPage } from './changes.tsx'
import { planAddresses } from './plan-addresses.ts'
import { PlanAkimPage } from './plan-akim.tsx'
import { PlanDayPage } from './plan-day.tsx'
import {
  type AtPlan,
  akimWays,
  breathe,
  groundKept,
  isLarge,
  mayHere,
  mayTake,
  readPlan,
  regionWays,
  visitsOf,
  wayOf,
} from './plan-reading.ts'
import { type EffectWords, effectWords } from './plan-words.ts'
import { PlanYearPage, type PlanSaid } from './plan-year.tsx'
import { readWishes } from './read-wishes.ts'
import { WishesPage } from './wishes-form.tsx'

type Status = 200 | 403 | 404 | 409 | 422

/** The page of a move, with what was typed and what it would do. */
export type MoveAnswer = (
  c: Context,
  year: number,
  meeting: MeetingId,
  refused: Refused | null,
  status: Status,
  effect?: EffectWords,
) => Promise<Response>

/** Conflicts that one page names: each takes up to a fifth of a second. */
const most = 3

const plan = '/office/:office/calendars/:year/plan'

export function planRoutes(house: WebHouse, assets: Assets, moveAnswer: MoveAnswer): Hono {
  const routes = new Hono({ strict: false })
  const missing = (c: Context) => missingAnswer(c, house, assets)

  routes.get(plan, async (c) => {
    const at = await readPlan(c, house, assets)
    return at ? yearAnswer(c, at, null, 200) : missing(c)
  })

  routes.get(`${plan}/akims/:akim`, async (c) => {
    const at = await readPlan(c, house, assets)
    const akim = at && akimOf(c, at)
    if (!at || !akim) return missing(c)
    const alternatives = akimWays(at.plan, akim.id)
    const years = alternatives.get('most-even')?.years ?? []
    return answer(
      c,
      <PlanAkimPage
        {...at}
        akim={akim}
        alternatives={alternatives}
        csrf={formToken(c)}
        conflicts={nameConflicts(years, most)}
        prices={priceWishes(at.plan, akim.id)}
        trips={tripsOf(at, akim)}
        mayTake={mayTake(at) && !at.plan.others.has(akim.id)}
        mayWish={mayHere(at, 'draft-calendar') || mayHere(at, 'move-entry')}
        said={saidOf(c)}
      />,
      200,
    )
  })

  routes.get(`${plan}/akims/:akim/wishes`, async (c) => {
    const at = await readPlan(c, house, assets)
    const akim = at && akimOf(c, at)
    return at && akim
      ? answer(c, <WishesPage {...at} akim={akim} csrf={formToken(c)} refused={null} />, 200)
      : missing(c)
  })

  routes.post(`${plan}/akims/:akim/wishes`, async (c) => {
    const at = await readPlan(c, house, assets)
    const akim = at && akimOf(c, at)
    if (!at || !akim) return missing(c)
    const { desk } = at
    const { here } = desk
    const typed = typedOf(await c.req.parseBody())
    const places = at.plan.problems.offices.find(({ office }) => office === akim.id)?.problem.places ?? []
    const stamp = readStamp(typed)
    const read = readWishes(typed, at.plan.year, new Set(places.map(({ id }) => id)), here.words.plan)
    const refuse = (status: Status, wrong: Refused['wrong'], sentence: string | null) =>
      answer(
        c,
        <WishesPage {...at} akim={akim} csrf={formToken(c)} refused={{ typed, wrong, sentence }} />,
        status,
      )
    if (!stamp) return refuse(422, {}, here.words.office.wrong.form)
    if (!read.ok) return refuse(422, read.wrong, null)
    const wishes = {
      ...noWishes(at.plan.region, akim.id, at.plan.year),
      ...read.value,
      revision: stamp.revision,
    }
    const next = planAddresses(here.language, desk.office.id, at.plan.year).akim(akim.id, {
      said: 'saidWishes',
    })
    const outcome = await doOnce(
      c,
      house,
      desk,
      { key: stamp.key, posted: JSON.stringify(wishes), next },
      (stores) => saveWishes(stores, actNow(house, desk.actor), wishes),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = told(here, outcome.refusal)
    return refuse(status, {}, words)
  })

  routes.get(`${plan}/changes`, async (c) => {
    const at = await readPlan(c, house, assets)
    const way = wayOf(c.req.query('way'))
    const akim = at && c.req.query('akim') ? akimOf(c, at, c.req.query('akim')) : null
    if (!at || !way || (c.req.query('akim') && !akim)) return missing(c)
    const planned = await planPatiently(at.plan, way, akim?.id ?? null, breathe)
    if (!planned.ok) return yearAnswer(c, at, told(at.desk.here, planned.refusal).words, 409)
    return answer(
      c,
      <ChangesPage
        {...at}
        akim={akim?.id ?? null}
        alternative={planned.value}
        csrf={formToken(c)}
        mayTake={mayTake(at)}
      />,
      200,
    )
  })

  routes.get(`${plan}/days/:day`, async (c) => {
    const at = await readPlan(c, house, assets)
    const akim = at && akimOf(c, at, c.req.query('akim'))
    const day = parseLocalDate(c.req.param('day'))
    const trip = at && akim && day ? dayTrip(at.plan, akim.id, day) : null
    return at && akim && day && trip
      ? answer(c, <PlanDayPage {...at} {...{ akim, day, trip }} csrf={formToken(c)} />, 200)
      : missing(c)
  })

  routes.post(`${plan}/take`, async (c) => {
    const at = await readPlan(c, house, assets)
    if (!at) return missing(c)
    const { desk } = at
    const { here } = desk
    const typed = typedOf(await c.req.parseBody())
    const [stamp, way] = [readStamp(typed), wayOf(typed['way'])]
    const akim = typed['akim'] ? akimOf(c, at, typed['akim']) : null
    if (!stamp || !way || (typed['akim'] && !akim))
      return yearAnswer(c, at, here.words.office.wrong.form, 422)
    const only = akim?.id ?? null
    const planned = await planPatiently(at.plan, way, only, breathe)
    if (!planned.ok) return yearAnswer(c, at, told(here, planned.refusal).words, 409)
    const to = planAddresses(here.language, desk.office.id, at.plan.year)
    const next = only ? to.akim(only, { said: 'taken' }) : to.year({ said: 'taken' })
    const outcome = await doOnce(
      c,
      house,
      desk,
      { key: stamp.key, posted: JSON.stringify({ way, only }), next },
      (stores) =>
        takePlanned(stores, house.books, actNow(house, desk.actor), {
          desk: at.plan,
          alternative: planned.value,
          only,
          revision: typed['revision'] === undefined ? null : stamp.revision,
          demonstration: here.demonstration,
        }),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = told(here, outcome.refusal)
    return yearAnswer(c, at, words, status)
  })

  routes.post(`${plan}/locks/:meeting`, async (c) => {
    const at = await readPlan(c, house, assets)
    const meeting = c.req.param('meeting')
    if (!at || !isName(meeting)) return missing(c)
    const { desk } = at
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    if (!stamp) return yearAnswer(c, at, desk.here.words.office.wrong.form, 422)
    const locked = typed['locked'] === '1'
    const next = officeAddresses(desk.here.language, desk.office.id).move(at.plan.year, meeting as MeetingId)
    const command = {
      calendar: at.plan.calendar?.id ?? ('none' as CalendarId),
      meeting: meeting as MeetingId,
      locked,
    }
    const outcome = await doOnce(
      c,
      house,
      desk,
      { key: stamp.key, posted: JSON.stringify(command), next },
      (stores) => lockEntry(stores, actNow(house, desk.actor), command),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = told(desk.here, outcome.refusal)
    return yearAnswer(c, at, words, status)
  })

  // What a move would do, for the hand that drags: the sentences of the page without script.
  const readKept = groundKept(house, assets)
  routes.get(`${plan}/effect`, async (c) => {
    const at = await readKept(c)
    const meeting = c.req.query('meeting')
    const read = readMoment(c.req.query('day'), c.req.query('start'))
    if (!at || !isName(meeting) || !read) return missing(c)
    const effect = effectOf(at, meeting as MeetingId, read)
    return effect ? c.json(effect) : missing(c)
  })

  routes.post(`${plan}/look/:meeting`, async (c) => {
    const at = await readPlan(c, house, assets)
    const meeting = c.req.param('meeting')
    if (!at || !isName(meeting)) return missing(c)
    const { office: words } = at.desk.here.words
    const typed = typedOf(await c.req.parseBody())
    const read = readMoment(typed['day'], typed['start'])
    const show = (wrong: Refused['wrong'], status: Status, effect?: EffectWords) =>
      moveAnswer(c, at.plan.year, meeting as MeetingId, shown(typed, wrong), status, effect)
    if (!read)
      return show(
        {
          ...(parseLocalDate(typed['day']) ? {} : { day: words.wrong.day }),
          ...(isClock(typed['start']) ? {} : { start: words.wrong.start }),
        },
        422,
      )
    const effect = effectOf(at, meeting as MeetingId, read)
    return effect ? show({}, 200, effect) : missing(c)
  })

  return routes

  async function yearAnswer(c: Context, at: AtPlan, refused: string | null, status: Status) {
    const alternatives = await regionWays(at.plan, wayOf(c.req.query('way')))
    const years = [...alternatives.values()].at(-1)?.years ?? []
    return answer(
      c,
      <PlanYearPage
        {...at}
        alternatives={alternatives}
        csrf={formToken(c)}
        conflicts={nameConflicts(years, most)}
        visits={visitsOf(at.plan)}
        large={isLarge(at.plan)}
        mayTake={mayTake(at)}
        said={saidOf(c)}
        refused={refused}
      />,
      status,
    )
  }
}

const shown = (typed: Typed, wrong: Refused['wrong']): Refused => ({
  deed: 'move',
  typed,
  wrong,
  sentence: null,
})

const isClock = (text: string | undefined): text is string =>
  text !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

function readMoment(
  day: string | undefined,
  start: string | undefined,
): { readonly day: LocalDate; readonly start: string } | null {
  const read = parseLocalDate(day)
  return read && isClock(start) ? { day: read, start } : null
}

function effectOf(
  { desk, plan: year }: AtPlan,
  meeting: MeetingId,
  moment: { readonly day: LocalDate; readonly start: string },
): EffectWords | null {
  const effect = effectOfMove(year, year.entries, { meeting, ...moment }, year.around)
  return effect && effectWords(desk.here, year, moment, effect)
}

/** The akim of the address, when he owes a visit in this region. */
function akimOf(c: Context, { plan: year }: AtPlan, text = c.req.param('akim')): Office | null {
  const id = askedOffice(text)
  return id && year.problems.offices.some(({ office }) => office === id)
    ? (year.offices.get(id) ?? null)
    : null
}

function tripsOf({ plan: year }: AtPlan, akim: Office) {
  const days = new Set(year.present.filter(({ office }) => office === akim.id).map(({ day }) => day))
  return [...days].toSorted().flatMap((day) => {
    const trip = dayTrip(year, akim.id, day)
    return trip ? [{ day, trip }] : []
  })
}

const said: readonly PlanSaid[] = ['taken', 'saidWishes']
const saidOf = (c: Context): PlanSaid | null => said.find((one) => one === c.req.query('said')) ?? null
