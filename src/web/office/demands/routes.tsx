// Pages and forms about demands, risks and polls behind the sign-in.
import { type Context, Hono } from 'hono'
import type { Act, MeetingId } from '#calendar'
import { type Stores, decideDemandAndTell, decidePollAndTell, openPollAndTell } from '#flows'
import { type Result, refuse } from '#kernel'
import {
  type DemandId,
  type DemandRefusal,
  type PollId,
  type PollRefusal,
  type RiskId,
  demandDecisions,
  draftAnswer,
  instantAt,
  judgeWords,
  kindsFor,
  meetForDemand,
  meetForRisk,
  meetingFor,
  registerRisk,
  withholdReasons,
} from '#meetings'
import type { UnitCode } from '#territory'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { FormReader } from '../meetings/read-meeting-forms.ts'
import { NewPollPage, OfficePollPage, pollRows } from '../polls/poll-pages.tsx'
import { type Read, readStamp, typedOf } from '../read-deed.ts'
import { type DemandDeed, demandDeeds, voiceAddresses } from './addresses.ts'
import { DemandPage } from './demand-page.tsx'
import { tellVoice } from './refusals.ts'
import { NewRiskPage, RiskPage } from './risk-pages.tsx'
import type { VoicePage, VoiceReturned } from './voice-form.tsx'
import { VoicesPage, answeredBy } from './voices-page.tsx'

type Verb = (stores: Stores, act: Act) => Promise<Result<unknown, DemandRefusal | PollRefusal>>
type Show = (returned: VoiceReturned, status: DeskStatus) => Promise<Response>

export function voiceRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, sit] = [atDesk(house, assets, 'see-meetings'), deskFor(house, assets, 'see-meetings')]
  const page = (c: Context, desk: Desk, returned: VoiceReturned): VoicePage => ({
    desk,
    csrf: formToken(c),
    returned,
    said: c.req.query('said') ?? null,
  })

  routes.get('/office/:office/demands', (c) =>
    show(c, async (desk, stores) => {
      if (!hasVoices(desk)) return null
      const { id } = desk.office
      const [demands, polls, risks] = [
        await stores.demands.ofOffice(id),
        await stores.polls.ofOffice(id),
        await stores.risks.ofOffice(id),
      ]
      const answered = await answeredBy(stores.meetings, id)
      return (
        <VoicesPage {...page(c, desk, null)} at={house.clock()} {...{ demands, polls, risks, answered }} />
      )
    }),
  )

  // Demands.

  const demandAnswer =
    (c: Context, id: DemandId): Show =>
    (returned, status) =>
      show(
        c,
        async (desk, stores) => {
          const demand = await stores.demands.find(id)
          if (!demand || demand.office !== desk.office.id || !hasVoices(desk)) return null
          const unit = await stores.territory.unit(demand.unit, desk.here.today)
          const answer = await stores.demands.answer(id)
          const meeting = await meetingFor(stores, demand)
          return (
            <DemandPage
              {...page(c, desk, returned)}
              at={house.clock()}
              {...{ demand, unit, answer, meeting }}
            />
          )
        },
        status,
      )

  routes.get('/office/:office/demands/:id', (c) =>
    isName(c.req.param('id'))
      ? demandAnswer(c, c.req.param('id') as DemandId)(null, 200)
      : missingAnswer(c, house, assets),
  )

  routes.post('/office/:office/demands/:id/:deed', async (c) => {
    const [id, desk] = [c.req.param('id') as DemandId, await sit(c)]
    const deed = demandDeeds.find((one) => one === c.req.param('deed'))
    if (!isName(id) || !deed || !desk) return missingAnswer(c, house, assets)
    const typed = typedOf(await c.req.parseBody())
    const to = voiceAddresses(desk.here.language, desk.office.id)
    const read = demandVerb(desk, deed, id, typed)
    const form = deed === 'judge' ? (typed['withheld'] === undefined ? 'show' : 'withhold') : deed
    const next = to.demand(id, saidAfter[deed])
    const own = ofOffice(desk, read, ({ demands }) => demands.find(id))
    return post(c, desk, typed, form, own, next, demandAnswer(c, id))
  })

  // Risks.

  const newRisk =
    (c: Context): Show =>
    (returned, status) =>
      show(
        c,
        async (desk, stores) =>
          hasVoices(desk) ? (
            <NewRiskPage {...page(c, desk, returned)} units={await unitsFor(stores, desk)} />
          ) : null,
        status,
      )
  routes.get('/office/:office/risks/new', (c) => newRisk(c)(null, 200))
  routes.post('/office/:office/risks/new', async (c) => {
    const desk = await sit(c)
    if (!desk || !hasVoices(desk)) return missingAnswer(c, house, assets)
    const typed = typedOf(await c.req.parseBody())
    const form = new FormReader(typed, desk.here.words)
    const risk = {
      office: desk.office.id,
      unit: form.text('unit', { needed: true }) as UnitCode,
      kind: form.choice('kind', kindsFor(desk.office.post)),
      highTension: typed['high'] === 'on',
      destabilisation: typed['destabilisation'] === 'on',
      words: form.text('words', { most: 2000, needed: true }),
    }
    const read = form.done<Verb>((stores, act) => registerRisk(stores, act, risk))
    const next = voiceAddresses(desk.here.language, desk.office.id).all('registered')
    return post(c, desk, typed, 'risk', read, next, newRisk(c))
  })

  const riskAnswer =
    (c: Context, id: RiskId): Show =>
    (returned, status) =>
      show(
        c,
        async (desk, stores) => {
          const risk = await stores.risks.find(id)
          if (!risk || risk.office !== desk.office.id || !hasVoices(desk)) return null
          const { today } = desk.here
          const units = await stores.territory.subtree(risk.unit, today)
          const meeting = await meetingFor(stores, risk)
          const unit = units.find(({ code }) => code === risk.unit) ?? null
          return <RiskPage {...page(c, desk, returned)} {...{ risk, unit, units, meeting }} />
        },
        status,
      )
  routes.get('/office/:office/risks/:id', (c) =>
    isName(c.req.param('id'))
      ? riskAnswer(c, c.req.param('id') as RiskId)(null, 200)
      : missingAnswer(c, house, assets),
  )
  routes.post('/office/:office/risks/:id', async (c) => {
    const [id, desk] = [c.req.param('id') as RiskId, await sit(c)]
    if (!isName(id) || !desk) return missingAnswer(c, house, assets)
    const typed = typedOf(await c.req.parseBody())
    const form = new FormReader(typed, desk.here.words)
    const meet = {
      risk: id,
      unit: form.text('unit', { needed: true }) as UnitCode,
      ...whenOf(form),
      words: form.both('reason', { most: 500, needed: true }),
    }
    const read = form.done<Verb>((stores, act) => meetForRisk(stores, act, meet))
    const next = voiceAddresses(desk.here.language, desk.office.id).risk(id)
    const own = ofOffice(desk, read, ({ risks }) => risks.find(id))
    return post(c, desk, typed, 'meet', own, next, riskAnswer(c, id))
  })

  // Polls.

  const newPoll =
    (c: Context): Show =>
    (returned, status) =>
      show(
        c,
        async (desk, stores) => {
          if (!hasVoices(desk)) return null
          const { today } = desk.here
          const own = await stores.meetings.ofOffice(desk.office.id)
          const ahead = own.filter(({ state, day }) => state !== 'cancelled' && day > today)
          return (
            <NewPollPage {...page(c, desk, returned)} units={await unitsFor(stores, desk)} ahead={ahead} />
          )
        },
        status,
      )
  routes.get('/office/:office/polls/new', (c) => newPoll(c)(null, 200))
  routes.post('/office/:office/polls/new', async (c) => {
    const desk = await sit(c)
    if (!desk || !hasVoices(desk)) return missingAnswer(c, house, assets)
    const typed = typedOf(await c.req.parseBody())
    const form = new FormReader(typed, desk.here.words)
    const unit = form.text('unit', { needed: true }) as UnitCode
    const options = Array.from({ length: pollRows }, (_, place) => `options.${place}`).flatMap((row) =>
      typed[`${row}.day`] || typed[`${row}.start`]
        ? [{ day: form.day(`${row}.day`), start: form.clock(`${row}.start`) }]
        : [],
    )
    const [day, start] = [form.day('close.day'), form.clock('close.start')]
    const meeting = form.text('meeting') || null
    const about = form.both('about', { most: 200, needed: true })
    const read = form.done<Verb>((stores, act) =>
      openPollAndTell(stores, act, {
        office: desk.office.id,
        unit,
        about,
        meeting: isName(meeting ?? undefined) ? (meeting as MeetingId) : null,
        options,
        closesAt: instantAt(day, start, unit),
      }),
    )
    const next = voiceAddresses(desk.here.language, desk.office.id).all('opened')
    return post(c, desk, typed, 'poll', read, next, newPoll(c))
  })

  const pollAnswer =
    (c: Context, id: PollId): Show =>
    (returned, status) =>
      show(
        c,
        async (desk, stores) => {
          const poll = await stores.polls.find(id)
          if (!poll || poll.office !== desk.office.id || !hasVoices(desk)) return null
          const tally = await stores.polls.tally(poll)
          return <OfficePollPage {...page(c, desk, returned)} at={house.clock()} {...{ poll, tally }} />
        },
        status,
      )
  routes.get('/office/:office/polls/:id', (c) =>
    isName(c.req.param('id'))
      ? pollAnswer(c, c.req.param('id') as PollId)(null, 200)
      : missingAnswer(c, house, assets),
  )
  routes.post('/office/:office/polls/:id', async (c) => {
    const [id, desk] = [c.req.param('id') as PollId, await sit(c)]
    if (!isName(id) || !desk) return missingAnswer(c, house, assets)
    const typed = typedOf(await c.req.parseBody())
    const form = new FormReader(typed, desk.here.words)
    const option = /^\d$/.test(typed['option'] ?? '') ? Number(typed['option']) : null
    const reason = form.both('reason', { most: 500 })
    const read = form.done<Verb>((stores, act) =>
      decidePollAndTell(stores, act, { poll: id, option, reason }),
    )
    const next = voiceAddresses(desk.here.language, desk.office.id).poll(id, 'decided')
    const own = ofOffice(desk, read, ({ polls }) => polls.find(id))
    return post(c, desk, typed, 'decide', own, next, pollAnswer(c, id))
  })

  /** Does what a form says, once; comes back with what was typed when it is refused. */
  async function post(
    c: Context,
    desk: Desk,
    typed: Typed,
    form: string,
    read: Read<Verb>,
    next: string,
    back: Show,
  ): Promise<Response> {
    const stamp = readStamp(typed)
    const returned = (wrong: NonNullable<VoiceReturned>['wrong'], sentence: string | null) => ({
      form,
      typed,
      wrong,
      sentence,
      stands: null,
    })
    if (!stamp) return back(returned({}, desk.here.words.office.wrong.form), 422)
    if (!read.ok) return back(returned(read.wrong, null), 422)
    const posted = JSON.stringify({ ...typed, key: '', csrf: '' })
    const outcome = await doOnce(c, house, desk, { key: stamp.key, posted, next }, (stores) =>
      read.value(stores, actNow(house, desk.actor)),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = tellVoice(desk.here, outcome.refusal)
    return back(returned({}, words), status)
  }

  return routes
}

const saidAfter = { judge: 'judged', draft: 'drafted', decide: 'decided', meet: undefined } as const

/** Offices that hold meetings: an akim's, or a central body. */
const hasVoices = ({ office }: Desk): boolean =>
  office.unit !== null || kindsFor(office.post).includes('sector')

/** An akim chooses among his own units, a central body among the regions. */
const unitsFor = ({ territory }: Stores, { office, here }: Desk) =>
  office.unit ? territory.subtree(office.unit, here.today) : territory.children(null, here.today)

/** What is another office's is not there, whoever asks. */
const ofOffice = (
  { office }: Desk,
  read: Read<Verb>,
  find: (stores: Stores) => Promise<{ readonly office: string } | null>,
): Read<Verb> =>
  read.ok
    ? {
        ok: true,
        value: async (stores, act) =>
          (await find(stores))?.office === office.id
            ? read.value(stores, act)
            : refuse({ code: 'no-such-demand' }),
      }
    : read

const whenOf = (form: FormReader) => ({
  day: form.day('day'),
  start: form.clock('start'),
  minutes: form.neededNumber('minutes', 10, 720),
})

function demandVerb(desk: Desk, deed: DemandDeed, demand: DemandId, typed: Typed): Read<Verb> {
  const form = new FormReader(typed, desk.here.words)
  const revision = readStamp(typed)?.revision ?? 0
  switch (deed) {
    case 'judge': {
      const withheld = typed['withheld'] === undefined ? null : form.choice('withheld', withholdReasons)
      return form.done<Verb>((stores, act) => judgeWords(stores, act, { demand, withheld }))
    }
    case 'draft': {
      const decision = form.choice('decision', demandDecisions)
      const reason = form.both('reason', { most: 2000, needed: true })
      return form.done<Verb>((stores, act) =>
        draftAnswer(stores, act, { demand, revision, decision, reason }),
      )
    }
    case 'decide':
      return form.done<Verb>((stores, act) => decideDemandAndTell(stores, act, { demand, revision }))
    case 'meet': {
      const when = whenOf(form)
      return form.done<Verb>((stores, act) => meetForDemand(stores, act, { demand, ...when }))
    }
  }
}
