// The pages of an office's pools and what their forms do.
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import type { MeetingId } from '#calendar'
import type { Stores } from '#flows'
import { meetingOf } from '#meetings'
import { type GroupId, type PoolRefusal, writeLine } from '#requests'
import { meetsPeople } from '#territory'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import { deed, named, ofOwn } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { type Back, sendForm } from '../post-deed.ts'
import { ApprovePage } from './approve-page.tsx'
import { lineFields, readLine } from './line-form.ts'
import { LinePage } from './line-page.tsx'
import { earlierIn } from './earlier-in.ts'
import { listPools } from './list-pools.ts'
import { offeredFor } from './offered-for.ts'
import { poolAddresses } from './pool-addresses.ts'
import { poolDeeds } from './pool-deeds.ts'
import { PoolPage } from './pool-page.tsx'
import { tellPool } from './pool-refusals.ts'
import { PoolsPage } from './pools-page.tsx'
import { readPool } from './read-pool.ts'

/** Routes of `/office/:office/pools` and of what lies below `/office/:office/meetings/:meeting/pool`. */
export function poolRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, sit] = [atDesk(house, assets, 'see-requests'), deskFor(house, assets, 'see-requests')]
  const send = sendForm<PoolRefusal>(house, tellPool)

  routes.get('/office/:office/pools', (c) =>
    show(c, async (desk, stores) =>
      meetsPeople(desk.office.post) ? (
        <PoolsPage desk={desk} csrf={formToken(c)} {...await listPools(stores, desk)} />
      ) : null,
    ),
  )

  const page = (
    c: Context,
    of: (props: Parameters<typeof PoolPage>[0], stores: Stores) => Promise<VNode | null>,
    refused: string | null = null,
    status: DeskStatus = 200,
  ) => {
    const id = c.req.param('meeting')
    if (!isName(id)) return missingAnswer(c, house, assets)
    return show(
      c,
      async (desk, stores) => {
        const view = await readPool(house, stores, desk, id as MeetingId)
        return view && of({ desk, view, csrf: formToken(c), said: saidOf(c, desk), refused }, stores)
      },
      status,
    )
  }
  const pool = (c: Context, refused: string | null = null, status: DeskStatus = 200) =>
    page(c, async (props) => <PoolPage {...props} />, refused, status)
  const approve = (c: Context, refused: string | null = null, status: DeskStatus = 200) =>
    page(
      c,
      async (props, stores) => (
        <ApprovePage {...props} earlier={await earlierIn(stores, props.desk.here, props.view)} />
      ),
      refused,
      status,
    )
  const line = (c: Context, back: Back<PoolRefusal> | null = null, status: DeskStatus = 200) =>
    page(
      c,
      async (props, stores) => {
        const offered = await offeredFor(house, stores, props.desk, props.view, c.req.param('group'))
        if (!offered || !props.view.edits) return null
        const stands = back?.refusal?.code === 'changed-meanwhile' ? lineFields(offered.one.line) : null
        return <LinePage {...props} {...offered} returned={back && { ...back, stands }} />
      },
      null,
      status,
    )

  const base = '/office/:office/meetings/:meeting/pool'
  routes.get(base, (c) => pool(c))
  routes.get(`${base}/approve`, (c) => approve(c))
  routes.get(`${base}/lines/:group`, (c) => line(c))

  const ownOf = (id: MeetingId) => (stores: Stores) => meetingOf(stores.meetings, id)
  const none = { code: 'no-such-meeting' } as const

  // What a line may say is read before its form: what is offered there.
  routes.post(`${base}/lines/:group`, async (c) => {
    const [desk, id, group] = [await sit(c), c.req.param('meeting') as MeetingId, c.req.param('group')]
    if (!desk || !isName(id)) return missingAnswer(c, house, assets)
    const { here, office, actor } = desk
    const acting = { person: actor.person.id, offices: [office.id] }
    const offered = await house.storage.readOffice(acting, async (stores) => {
      const view = await readPool(house, stores, desk, id)
      return view && offeredFor(house, stores, desk, view, group)
    })
    if (!offered) return missingAnswer(c, house, assets)
    const write = deed(
      'line',
      (typed) =>
        readLine(typed, here.words, actor.person.id, {
          units: offered.units.map(({ code }) => code),
          bodies: offered.bodies.map(({ id: body }) => body),
          quotes: offered.quotes.map(({ request }) => request),
          earlier: [...offered.earlier, ...offered.one.line.earlier],
          reader: offered.reader,
        }),
      (stores, act, seen: number, words) =>
        writeLine(stores, act, { meeting: id, group: group as GroupId, seen, words }),
    )
    return send(c, desk, {
      deed: ofOwn(write, ownOf(id), none),
      on: (_stores, _desk, revision) => revision,
      next: () => poolAddresses(here.language, office.id, id).pool(write.said, group as GroupId),
      again: (back, status) => line(c, back, status),
    })
  })

  routes.post(`${base}/:deed`, async (c) => {
    const [desk, id] = [await sit(c), c.req.param('meeting') as MeetingId]
    const name = named(poolDeeds, c.req.param('deed'))
    if (!desk || !name || !isName(id)) return missingAnswer(c, house, assets)
    const { here, office } = desk
    return send(c, desk, {
      deed: ofOwn(poolDeeds[name], ownOf(id), none),
      on: (_stores, _desk, revision) => ({ meeting: id, revision }),
      next: (_, { group }) =>
        poolAddresses(here.language, office.id, id).pool(
          name,
          name === 'step' ? (group as GroupId) : undefined,
        ),
      again: ({ sentence }, status) =>
        (name === 'approve' ? approve : pool)(c, sentence ?? here.words.office.wrong.form, status),
    })
  })

  return routes
}

function saidOf(c: Context, { here }: Desk): string | null {
  const said = c.req.query('said')
  const { saved } = here.words.pool
  return said !== undefined && Object.hasOwn(saved, said) ? saved[said as keyof typeof saved] : null
}
