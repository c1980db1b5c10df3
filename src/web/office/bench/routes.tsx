// The addresses of the commission's bench: the bench itself, one request, one group, the templates of answers.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import type { Act, MeetingId } from '#calendar'
import type { Stores } from '#flows'
import type { Result } from '#kernel'
import { type TopicNames, kinds, levels, readTopicNames } from '#reading'
import {
  type GroupCorrection,
  type GroupId,
  type RequestCorrection,
  type RequestId,
  type TemplateId,
  type TriageRefusal,
  correctGroup,
  correctRequests,
  dropTemplate,
  requestChannels,
  takeBack,
  writeTemplate,
} from '#requests'
import { type UnitCode, bodiesOn } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedCode, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import type { Returned } from '../meetings/meeting-fields.tsx'
import { FormReader } from '../meetings/read-meeting-forms.ts'
import { type Read, readStamp, typedOf } from '../read-deed.ts'
import { type BenchAt, benchAddresses, benchDeeds } from './bench-addresses.ts'
import { BenchPage } from './bench-page.tsx'
import { tellBench } from './bench-refusals.ts'
import { benchVerb, saidAfter } from './bench-verbs.ts'
import { GroupPage, groupFields } from './group-page.tsx'
import { readBench } from './read-bench.ts'
import { RequestPage } from './request-page.tsx'
import { TemplatesPage } from './templates-page.tsx'

type Verb = (stores: Stores, act: Act) => Promise<Result<unknown, TriageRefusal>>
type Back = (returned: Returned, status: DeskStatus) => Promise<Response>

const mostMembers = 500
/** Milliseconds that the bench waits for the newest to be grouped; after a start a large office takes longer. */
const patience = 5_000

export function benchRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const bench = '/office/:office/requests'
  const atAnyDesk = atDesk(house, assets, 'see-requests')
  const anyDesk = deskFor(house, assets, 'see-requests')
  // Commissions are of akims alone.
  const show: typeof atAnyDesk = (c, page, status) =>
    atAnyDesk(c, async (desk, stores) => (desk.office.unit ? page(desk, stores) : null), status)
  const sit = async (c: Context) => {
    const desk = await anyDesk(c)
    return desk?.office.unit ? desk : null
  }
  const missing = (c: Context) => missingAnswer(c, house, assets)
  let topics: TopicNames | undefined

  // The bench.

  const benchAnswer = (c: Context, where: BenchAt, refused: string | null, status: DeskStatus) =>
    show(
      c,
      async (desk, stores) => (
        <BenchPage
          desk={desk}
          csrf={formToken(c)}
          view={await readBench(house, stores, desk, where)}
          topics={(topics ??= readTopicNames())}
          said={saidOf(c, desk)}
          refused={refused}
        />
      ),
      status,
    )

  routes.get(bench, async (c) => {
    const desk = await sit(c)
    // What has come in since lies in its groups before it is shown.
    if (desk) await Promise.race([house.intake.group(desk.office.id), sleep(patience, null, { ref: false })])
    return benchAnswer(c, whereOf(c.req.query()), null, 200)
  })

  routes.post(`${bench}/deeds/:deed`, async (c) => {
    const desk = await sit(c)
    const deed = benchDeeds.find((one) => one === c.req.param('deed'))
    if (!desk || !deed) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const next = whereOf(
      Object.fromEntries(
        Object.entries(typed).flatMap(([name, value]) =>
          name.startsWith('next.') ? [[name.slice(5), value]] : [],
        ),
      ),
    )
    const here = { ...next, ...at(typed['group'] ?? typed['request']) }
    const stamp = readStamp(typed)
    if (!stamp) return benchAnswer(c, here, desk.here.words.bench.refused.form, 422)
    const read = benchVerb(desk, deed, typed, stamp.revision)
    if (!read.ok) return benchAnswer(c, here, Object.values(read.wrong)[0]!, 422)
    let proposed = false
    const outcome = await doOnce(
      c,
      house,
      desk,
      {
        key: stamp.key,
        posted: JSON.stringify({ ...typed, key: '', csrf: '' }),
        next: benchAddresses(desk.here.language, desk.office.id).bench(
          deed === 'kind' && typed['request'] === undefined ? here : next,
          saidAfter[deed],
        ),
      },
      async (stores) => {
        const done = await read.value(stores, actNow(house, desk.actor))
        proposed = done.ok && isProposed(done.value)
        return done
      },
    )
    if (!outcome.ok) {
      const { status, words } = tellBench(desk.here.words, outcome.refusal)
      return benchAnswer(c, here, words, status)
    }
    return c.redirect(proposed ? outcome.value.replace('said=merge', 'said=proposed') : outcome.value, 303)
  })

  // One request.

  const requestAnswer =
    (c: Context, id: RequestId) =>
    (returned: Returned | null, status: DeskStatus): Promise<Response> =>
      show(
        c,
        async (desk, stores) => {
          const request = await stores.requests.find(id)
          if (request?.office !== desk.office.id) return null
          const moves = await stores.requests.movesOfRequest(id)
          const ids = [...new Set(moves.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()))]
          const groups = await stores.groups.counted(ids)
          const names = new Map<string, string>()
          for (const by of new Set(moves.flatMap((move) => move.by ?? [])))
            names.set(by, (await stores.people.person(by))?.name ?? by)
          return (
            <RequestPage
              {...{ desk, request, moves, names, returned }}
              csrf={formToken(c)}
              groups={new Map(groups.map((group) => [group.id, group]))}
              files={await stores.requestFiles.ofRequest(id)}
              units={await unitsOf(stores, desk)}
              said={saidOf(c, desk)}
            />
          )
        },
        status,
      )

  routes.get(`${bench}/templates`, (c) => templatesAnswer(c)(null, 200))

  routes.get(`${bench}/:id`, (c) =>
    isName(c.req.param('id')) ? requestAnswer(c, c.req.param('id') as RequestId)(null, 200) : missing(c),
  )

  routes.post(`${bench}/:id/correct`, async (c) => {
    const [id, desk] = [c.req.param('id') as RequestId, await sit(c)]
    if (!isName(id) || !desk) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const next = benchAddresses(desk.here.language, desk.office.id).request(id, 'correct')
    const read = readRequestForm(desk, typed, id)
    return post(c, desk, typed, read, next, requestAnswer(c, id), async () => null)
  })

  routes.post(`${bench}/:id/back`, async (c) => {
    const [id, desk] = [c.req.param('id') as RequestId, await sit(c)]
    if (!isName(id) || !desk) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const revision = readStamp(typed)?.revision ?? 0
    const next = benchAddresses(desk.here.language, desk.office.id).request(id, 'back')
    const verb: Verb = (s, act) => takeBack(s, act, { office: desk.office.id, request: { id, revision } })
    return post(c, desk, typed, { ok: true, value: verb }, next, requestAnswer(c, id), async () => null)
  })

  // One group.

  const groupAnswer =
    (c: Context, id: GroupId) =>
    (returned: Returned | null, status: DeskStatus): Promise<Response> =>
      show(
        c,
        async (desk, stores) => {
          const [group] = await stores.groups.counted([id])
          if (group?.office !== desk.office.id) return null
          return (
            <GroupPage
              {...{ desk, group, returned }}
              csrf={formToken(c)}
              members={await stores.requests.ofOffice(desk.office.id, { group: id, limit: mostMembers })}
              units={await unitsOf(stores, desk)}
              bodies={bodiesOn(desk.here.today)}
              said={saidOf(c, desk)}
            />
          )
        },
        status,
      )

  routes.get(`${bench}/groups/:id`, (c) =>
    isName(c.req.param('id')) ? groupAnswer(c, c.req.param('id') as GroupId)(null, 200) : missing(c),
  )

  routes.post(`${bench}/groups/:id`, async (c) => {
    const [id, desk] = [c.req.param('id') as GroupId, await sit(c)]
    if (!isName(id) || !desk) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const next = benchAddresses(desk.here.language, desk.office.id).group(id, 'correct')
    const stands = async (stores: Stores) => {
      const [group] = await stores.groups.counted([id])
      return group ? groupFields(group) : null
    }
    return post(c, desk, typed, readGroupForm(desk, typed, id), next, groupAnswer(c, id), stands)
  })

  // Templates of answers.

  const templatesAnswer =
    (c: Context) =>
    (returned: Returned | null, status: DeskStatus): Promise<Response> =>
      show(
        c,
        async (desk, stores): Promise<VNode> => (
          <TemplatesPage
            {...{ desk, returned }}
            csrf={formToken(c)}
            templates={await stores.triage.templates(desk.office.id)}
            said={saidOf(c, desk)}
          />
        ),
        status,
      )

  routes.post(`${bench}/templates`, async (c) => {
    const desk = await sit(c)
    if (!desk) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const form = new FormReader(typed, desk.here.words)
    const template = {
      office: desk.office.id,
      name: form.text('name', { most: 80, needed: true }),
      words: form.both('words', { most: 2000, needed: true }),
    }
    const read = form.done<Verb>((s, act) => writeTemplate(s, act, template))
    const next = benchAddresses(desk.here.language, desk.office.id).templates('template')
    return post(c, desk, typed, read, next, templatesAnswer(c), async () => null)
  })

  routes.post(`${bench}/templates/:id/drop`, async (c) => {
    const [id, desk] = [c.req.param('id') as TemplateId, await sit(c)]
    if (!isName(id) || !desk) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const next = benchAddresses(desk.here.language, desk.office.id).templates('dropped')
    const verb: Verb = (s, act) => dropTemplate(s, act, { office: desk.office.id, template: id })
    return post(c, desk, typed, { ok: true, value: verb }, next, templatesAnswer(c), async () => null)
  })

  /** Does what a form says, once; comes back with what was typed, and with what stands now where another was quicker. */
  async function post(
    c: Context,
    desk: Desk,
    typed: Typed,
    read: Read<Verb>,
    next: string,
    back: Back,
    stands: (stores: Stores) => Promise<Typed | null>,
  ): Promise<Response> {
    const { words } = desk.here
    const stamp = readStamp(typed)
    if (!stamp) return back({ typed, wrong: {}, sentence: words.bench.refused.form, stands: null }, 422)
    if (!read.ok) return back({ typed, wrong: read.wrong, sentence: null, stands: null }, 422)
    const posted = JSON.stringify({ ...typed, key: '', csrf: '' })
    const outcome = await doOnce(c, house, desk, { key: stamp.key, posted, next }, (stores) =>
      read.value(stores, actNow(house, desk.actor)),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const told = tellBench(words, outcome.refusal)
    const acting = { person: desk.actor.person.id, offices: [desk.office.id] }
    const now =
      outcome.refusal.code === 'changed-meanwhile' ? await house.storage.readOffice(acting, stands) : null
    return back({ typed, wrong: {}, sentence: told.words, stands: now }, told.status)
  }

  return routes
}

const isProposed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'proposed' in value && value.proposed === true

const unitsOf = async ({ territory }: Stores, { office, here }: Desk) => {
  const units = office.unit ? await territory.subtree(office.unit, here.today) : []
  return new Map(units.map((unit) => [unit.code, unit]))
}

const at = (id: string | undefined): BenchAt => (isName(id) ? { at: id } : {})

/** What of an address is ours; the rest is as if it were not there. */
function whereOf(query: Readonly<Record<string, string | undefined>>): BenchAt {
  const { meeting, sphere, all } = query
  const unit = askedCode(query['unit'])
  const channel = requestChannels.find((one) => one === query['channel'])
  return {
    ...at(query['at']),
    ...(isName(meeting) ? { meeting: meeting as MeetingId } : {}),
    ...(isName(sphere) ? { sphere } : {}),
    ...(unit ? { unit } : {}),
    ...(channel ? { channel } : {}),
    ...(all === 'on' ? { all: true as const } : {}),
  }
}

function saidOf(c: Context, { here }: Desk): string | null {
  const { said } = here.words.bench
  const asked = c.req.query('said')
  return asked !== undefined && Object.hasOwn(said, asked) ? said[asked as keyof typeof said] : null
}

/** Only what was changed is a correction; the page shows what stands. */
function readRequestForm(desk: Desk, typed: Typed, id: RequestId): Read<Verb> {
  const form = new FormReader(typed, desk.here.words)
  const revision = readStamp(typed)?.revision ?? 0
  const level = typed['level'] ? form.choice('level', levels) : undefined
  const to: RequestCorrection = {
    kind: form.choice('kind', kinds),
    sphere: form.choice('sphere', Object.keys(desk.here.words.schedule.spheres)),
    ...(level ? { level } : {}),
    unit: form.text('unit', { needed: true }) as UnitCode,
  }
  return form.done<Verb>((stores, act) =>
    correctRequests(stores, act, { office: desk.office.id, requests: [{ id, revision }], to }),
  )
}

function readGroupForm(desk: Desk, typed: Typed, id: GroupId): Read<Verb> {
  const form = new FormReader(typed, desk.here.words)
  const revision = readStamp(typed)?.revision ?? 0
  const level = typed['level'] ? form.choice('level', levels) : undefined
  const body = typed['body']
    ? form.choice(
        'body',
        bodiesOn(desk.here.today).map((one) => one.id as string),
      )
    : null
  const value = form.number('priority', 0, 100)
  const title = form.both('title', { most: 200 })
  const to: GroupCorrection = {
    ...(title.kk === '' && title.ru === '' ? {} : { title }),
    sphere: form.choice('sphere', Object.keys(desk.here.words.schedule.spheres)),
    ...(level ? { level } : {}),
    unit: form.text('unit', { needed: true }) as UnitCode,
    body,
    ...(typed['funding'] ? { funding: typed['funding'] === 'yes' } : {}),
    priority: value === null ? null : { value, reason: form.text('reason', { most: 500 }) },
  }
  return form.done<Verb>((stores, act) =>
    correctGroup(stores, act, { office: desk.office.id, group: { id, revision }, to }),
  )
}
