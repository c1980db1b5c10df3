// The pages of one request and of one group, and what is written of them there.
import { type Context, Hono } from 'hono'
import { spheres } from '#calendar'
import { kinds, levels } from '#reading'
import {
  type GroupCorrection,
  type GroupId,
  type RequestId,
  correctGroup,
  correctRequests,
  takeBack,
} from '#requests'
import { type UnitCode, bodiesOn } from '#territory'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { type DeskStatus, atThing } from '../at-desk.ts'
import type { Back } from '../post-deed.ts'
import { atBench, bench, benchDeed, postAtBench, saidOf, seenAs, to } from './at-bench.ts'
import { benchUnits } from './bench-units.ts'
import { GroupPage, groupFields } from './group-page.tsx'
import { RequestPage } from './request-page.tsx'

const mostMembers = 500

const requestDeeds = {
  // Only what was changed is a correction; the page shows what stands.
  correct: (id: RequestId) =>
    benchDeed(
      'correct',
      (typed, form) => ({
        requests: [seenAs(id, typed)],
        to: {
          kind: form.choice('kind', kinds),
          sphere: form.choice('sphere', spheres),
          ...(typed['level'] ? { level: form.choice('level', levels) } : {}),
          unit: form.text('unit', { needed: true }) as UnitCode,
        },
      }),
      correctRequests,
    ),
  back: (id: RequestId) => benchDeed('back', (typed) => ({ request: seenAs(id, typed) }), takeBack),
}

const correct = (id: GroupId) =>
  benchDeed(
    'correct',
    (typed, form, desk) => {
      const bodies = bodiesOn(desk.here.today).map((one) => one.id as string)
      const value = form.number('priority', 0, 100)
      const title = form.both('title', { most: 200 })
      const to: GroupCorrection = {
        ...(title.kk === '' && title.ru === '' ? {} : { title }),
        sphere: form.choice('sphere', spheres),
        ...(typed['level'] ? { level: form.choice('level', levels) } : {}),
        unit: form.text('unit', { needed: true }) as UnitCode,
        body: typed['body'] ? form.choice('body', bodies) : null,
        ...(typed['funding'] ? { funding: typed['funding'] === 'yes' } : {}),
        priority: value === null ? null : { value, reason: form.text('reason', { most: 500 }) },
      }
      return { group: seenAs(id, typed), to }
    },
    correctGroup,
  )

export function cardRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atBench(house, assets), postAtBench(house, assets)]
  const at = atThing(house, assets)

  const requestPage = (
    c: Context,
    id: RequestId,
    back: Back<unknown> | null = null,
    status: DeskStatus = 200,
  ) =>
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
            {...{ desk, request, moves, names }}
            returned={back && { ...back, stands: null }}
            csrf={formToken(c)}
            groups={new Map(groups.map((group) => [group.id, group]))}
            files={await stores.requestFiles.ofRequest(id)}
            units={await benchUnits(stores, desk, [request.unit])}
            said={saidOf(c, desk)}
          />
        )
      },
      status,
    )

  const groupPage = (
    c: Context,
    id: GroupId,
    back: Back<{ code: string }> | null = null,
    status: DeskStatus = 200,
  ) =>
    show(
      c,
      async (desk, stores) => {
        const [group] = await stores.groups.counted([id])
        if (group?.office !== desk.office.id) return null
        // Another was quicker: what stands now is shown beside what was typed.
        const stands = back?.refusal?.code === 'changed-meanwhile' ? groupFields(group) : null
        return (
          <GroupPage
            {...{ desk, group }}
            returned={back && { ...back, stands }}
            csrf={formToken(c)}
            members={await stores.requests.ofOffice(desk.office.id, { group: id, limit: mostMembers })}
            units={await benchUnits(stores, desk, [group.unit])}
            bodies={bodiesOn(desk.here.today)}
            said={saidOf(c, desk)}
          />
        )
      },
      status,
    )

  routes.get(`${bench}/:id`, (c) => at<RequestId>(c, (id) => requestPage(c, id)))
  for (const [name, deed] of Object.entries(requestDeeds))
    routes.post(`${bench}/:id/${name}`, (c) =>
      at<RequestId>(c, (id) =>
        post(c, {
          deed: deed(id),
          next: (desk) => to(desk).request(id, name),
          again: (back, status) => requestPage(c, id, back, status),
        }),
      ),
    )

  routes.get(`${bench}/groups/:id`, (c) => at<GroupId>(c, (id) => groupPage(c, id)))
  routes.post(`${bench}/groups/:id`, (c) =>
    at<GroupId>(c, (id) =>
      post(c, {
        deed: correct(id),
        next: (desk) => to(desk).group(id, 'correct'),
        again: (back, status) => groupPage(c, id, back, status),
      }),
    ),
  )

  return routes
}
