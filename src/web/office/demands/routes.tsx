// The addresses of what residents say, behind the sign-in: demands, risks, polls.
import { Hono } from 'hono'
import type { Stores } from '#flows'
import { type DemandId, type PollId, type RiskId, meetingFor } from '#meetings'
import type { Assets } from '../../assets.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { atThing } from '../at-desk.ts'
import { named, ofOwn } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { NewPollPage, OfficePollPage } from '../polls/poll-pages.tsx'
import { type Draw, atVoices, own } from './at-voices.tsx'
import { DemandPage } from './demand-page.tsx'
import { NewRiskPage, RiskPage } from './risk-pages.tsx'
import { decidePoll, demandDeeds, meetFor, openPoll, register } from './voice-deeds.ts'
import { VoicesPage, answeredBy } from './voices-page.tsx'

const none = { code: 'no-such-demand' } as const

export function voiceRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { show, send } = atVoices(house, assets)
  const at = atThing(house, assets)

  routes.get('/office/:office/demands', (c) =>
    show(c, async (page, { demands, polls, risks, meetings }) => {
      const { id } = page.desk.office
      return (
        <VoicesPage
          {...page}
          at={house.clock()}
          demands={await demands.ofOffice(id)}
          polls={await polls.ofOffice(id)}
          risks={await risks.ofOffice(id)}
          answered={await answeredBy(meetings, id)}
        />
      )
    }),
  )

  // Demands.

  const demandOf = (id: DemandId) => {
    const find = ({ demands }: Stores) => demands.find(id)
    const draw = own(find, async (page, stores, demand) => (
      <DemandPage
        {...page}
        demand={demand}
        at={house.clock()}
        unit={await stores.territory.unit(demand.unit, page.desk.here.today)}
        answer={await stores.demands.answer(id)}
        meeting={await meetingFor(stores, demand)}
      />
    ))
    return { find, draw }
  }

  routes.get('/office/:office/demands/:id', (c) => at<DemandId>(c, (id) => show(c, demandOf(id).draw)))

  routes.post('/office/:office/demands/:id/:deed', (c) =>
    at<DemandId>(c, (id) => {
      const { find, draw } = demandOf(id)
      const deeds = demandDeeds(id)
      const name = named(deeds, c.req.param('deed'))
      if (!name) return missingAnswer(c, house, assets)
      return send(c, {
        form: ({ withheld }) => (name !== 'judge' ? name : withheld === undefined ? 'show' : 'withhold'),
        deed: ofOwn(deeds[name], find, none),
        next: (to) => to.demand(id, deeds[name].said),
        draw,
      })
    }),
  )

  // Risks.

  const newRisk: Draw = async (page, stores) => (
    <NewRiskPage {...page} units={await unitsFor(stores, page.desk)} />
  )
  routes.get('/office/:office/risks/new', (c) => show(c, newRisk))
  routes.post('/office/:office/risks/new', (c) =>
    send(c, { form: () => 'risk', deed: register, next: (to) => to.all(register.said), draw: newRisk }),
  )

  const riskOf = (id: RiskId) => {
    const find = ({ risks }: Stores) => risks.find(id)
    const draw = own(find, async (page, stores, risk) => {
      const units = await stores.territory.subtree(risk.unit, page.desk.here.today)
      const unit = units.find(({ code }) => code === risk.unit) ?? null
      return <RiskPage {...page} {...{ risk, unit, units }} meeting={await meetingFor(stores, risk)} />
    })
    return { find, draw }
  }

  routes.get('/office/:office/risks/:id', (c) => at<RiskId>(c, (id) => show(c, riskOf(id).draw)))
  routes.post('/office/:office/risks/:id', (c) =>
    at<RiskId>(c, (id) => {
      const { find, draw } = riskOf(id)
      return send(c, {
        form: () => 'meet',
        deed: ofOwn(meetFor(id), find, none),
        next: (to) => to.risk(id),
        draw,
      })
    }),
  )

  // Polls.

  const newPoll: Draw = async (page, stores) => {
    const { office, here } = page.desk
    const meetings = await stores.meetings.ofOffice(office.id)
    const ahead = meetings.filter(({ state, day }) => state !== 'cancelled' && day > here.today)
    return <NewPollPage {...page} units={await unitsFor(stores, page.desk)} ahead={ahead} />
  }
  routes.get('/office/:office/polls/new', (c) => show(c, newPoll))
  routes.post('/office/:office/polls/new', (c) =>
    send(c, { form: () => 'poll', deed: openPoll, next: (to) => to.all(openPoll.said), draw: newPoll }),
  )

  const pollOf = (id: PollId) => {
    const find = ({ polls }: Stores) => polls.find(id)
    const draw = own(find, async (page, { polls }, poll) => (
      <OfficePollPage {...page} poll={poll} at={house.clock()} tally={await polls.tally(poll)} />
    ))
    return { find, draw }
  }

  routes.get('/office/:office/polls/:id', (c) => at<PollId>(c, (id) => show(c, pollOf(id).draw)))
  routes.post('/office/:office/polls/:id', (c) =>
    at<PollId>(c, (id) => {
      const { find, draw } = pollOf(id)
      const deed = ofOwn(decidePoll(id), find, none)
      return send(c, { form: () => 'decide', deed, next: (to) => to.poll(id, deed.said), draw })
    }),
  )

  return routes
}

/** An akim chooses among his own units, a central body among the regions. */
const unitsFor = ({ territory }: Stores, { office, here }: Desk) =>
  office.unit ? territory.subtree(office.unit, here.today) : territory.children(null, here.today)
