// The pages of an office's pools and what their forms do.
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import type { MeetingId } from '#calendar'
import { type Stores, approveMeetingPool, drawUpPool, orderPool } from '#flows'
import { type Result, refuse } from '#kernel'
import { meetingOf } from '#meetings'
import {
  type GroupId,
  type PoolRefusal,
  intakeChannels,
  recordCollection,
  stepLine,
  steps,
  writeLine,
} from '#requests'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import type { Returned } from '../meetings/meeting-fields.tsx'
import { type Read, readStamp, typedOf } from '../read-deed.ts'
import { ApprovePage } from './approve-page.tsx'
import { lineFields, readLine } from './line-form.ts'
import { LinePage } from './line-page.tsx'
import { earlierIn } from './earlier-in.ts'
import { listPools } from './list-pools.ts'
import { offeredFor } from './offered-for.ts'
import { type PoolDeed, hasPools, poolAddresses, poolDeeds } from './pool-addresses.ts'
import { PoolPage } from './pool-page.tsx'
import { tellPool } from './pool-refusals.ts'
import { PoolsPage } from './pools-page.tsx'
import { readPool } from './read-pool.ts'

/** Routes of `/office/:office/pools` and of what lies below `/office/:office/meetings/:meeting/pool`. */
export function poolRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, sit] = [atDesk(house, assets, 'see-requests'), deskFor(house, assets, 'see-requests')]

  routes.get('/office/:office/pools', (c) =>
    show(c, async (desk, stores) =>
      hasPools(desk.office) ? (
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
  const line = (c: Context, returned: Returned | null = null, status: DeskStatus = 200) =>
    page(
      c,
      async (props, stores) => {
        const offered = await offeredFor(house, stores, props.desk, props.view, c.req.param('group'))
        if (!offered || !props.view.edits) return null
        const stands = returned?.stands ? lineFields(offered.one.line) : null
        return <LinePage {...props} {...offered} returned={returned && { ...returned, stands }} />
      },
      null,
      status,
    )

  const base = '/office/:office/meetings/:meeting/pool'
  routes.get(base, (c) => pool(c))
  routes.get(`${base}/approve`, (c) => approve(c))
  routes.get(`${base}/lines/:group`, (c) => line(c))

  /** Does a deed once for a meeting of this desk. */
  const act = (
    c: Context,
    desk: Desk,
    typed: Typed,
    next: string,
    verb: (stores: Stores, meeting: MeetingId) => Promise<Result<unknown, PoolRefusal>>,
  ) => {
    const id = c.req.param('meeting') as MeetingId
    return doOnce<PoolRefusal>(
      c,
      house,
      desk,
      { key: readStamp(typed)!.key, posted: JSON.stringify({ ...typed, key: '', csrf: '' }), next },
      async (stores) => {
        const meeting = await meetingOf(stores.meetings, id)
        // What is another office's is not there, whoever asks.
        if (meeting?.office !== desk.office.id) return refuse({ code: 'no-such-meeting' })
        return verb(stores, id)
      },
    )
  }

  routes.post(`${base}/lines/:group`, async (c) => {
    const [desk, id, group] = [await sit(c), c.req.param('meeting'), c.req.param('group')]
    if (!desk || !isName(id)) return missingAnswer(c, house, assets)
    const { here, office, actor } = desk
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const back = (
      status: DeskStatus,
      wrong: Returned['wrong'],
      sentence: string | null,
      stands: Returned['stands'] = null,
    ) => line(c, { typed, wrong, sentence, stands }, status)
    if (!stamp) return back(422, {}, here.words.office.wrong.form)
    const seen = await house.storage.readOffice(
      { person: actor.person.id, offices: [office.id] },
      async (stores) => {
        const view = await readPool(house, stores, desk, id as MeetingId)
        const offered = view && (await offeredFor(house, stores, desk, view, group))
        return offered
          ? readLine(typed, here.words, actor.person.id, {
              units: offered.units.map(({ code }) => code),
              bodies: offered.bodies.map(({ id: body }) => body),
              quotes: offered.quotes.map(({ request }) => request),
              earlier: [...offered.earlier, ...offered.one.line.earlier],
              reader: offered.reader,
            })
          : null
      },
    )
    const read: Read<Parameters<typeof writeLine>[2]['words']> | null = seen
    if (!read) return missingAnswer(c, house, assets)
    if (!read.ok) return back(422, read.wrong, null)
    const to = poolAddresses(here.language, office.id, id as MeetingId)
    const outcome = await act(c, desk, typed, to.pool('line', group as GroupId), (stores, meeting) =>
      writeLine(stores, actNow(house, actor), {
        meeting,
        group: group as GroupId,
        seen: stamp.revision,
        words: read.value,
      }),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = tellPool(here.words, outcome.refusal)
    return back(status, {}, words, outcome.refusal.code === 'changed-meanwhile' ? {} : null)
  })

  routes.post(`${base}/:deed`, async (c) => {
    const [desk, id] = [await sit(c), c.req.param('meeting')]
    const deed = poolDeeds.find((one) => one === c.req.param('deed'))
    if (!desk || !deed || !isName(id)) return missingAnswer(c, house, assets)
    const { here, office } = desk
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const back = deed === 'approve' ? approve : pool
    if (!stamp) return back(c, here.words.office.wrong.form, 422)
    const verb = verbOf(deed, typed, stamp.revision)
    if (!verb) return back(c, here.words.office.wrong.form, 422)
    const to = poolAddresses(here.language, office.id, id as MeetingId)
    const next = to.pool(deed, deed === 'step' ? (typed['group'] as GroupId) : undefined)
    const outcome = await act(c, desk, typed, next, (stores, meeting) =>
      verb(stores, actNow(house, desk.actor), meeting),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = tellPool(here.words, outcome.refusal)
    return back(c, words, status)
  })

  return routes
}

type PoolVerb = (
  stores: Stores,
  act: ReturnType<typeof actNow>,
  meeting: MeetingId,
) => Promise<Result<unknown, PoolRefusal>>

/** The verb behind each deed; null when the form is not one of ours. */
function verbOf(deed: PoolDeed, typed: Typed, revision: number): PoolVerb | null {
  switch (deed) {
    case 'draft':
      return (stores, act, meeting) => drawUpPool(stores, act, { meeting })
    case 'order':
      return (stores, act, meeting) => orderPool(stores, act, { meeting, revision })
    case 'approve':
      return (stores, act, meeting) => approveMeetingPool(stores, act, { meeting, revision })
    case 'step': {
      const step = steps.find((one) => one === typed['step'])
      const group = (typed['group'] ?? '') as GroupId
      return step ? (stores, act, meeting) => stepLine(stores, act, { meeting, revision, group, step }) : null
    }
    case 'look': {
      const channel = intakeChannels.find((one) => one === typed['channel'])
      return channel ? (stores, act, meeting) => recordCollection(stores, act, { meeting, channel }) : null
    }
  }
}

function saidOf(c: Context, { here }: Desk): string | null {
  const said = c.req.query('said')
  const { saved } = here.words.pool
  return said !== undefined && Object.hasOwn(saved, said) ? saved[said as keyof typeof saved] : null
}
