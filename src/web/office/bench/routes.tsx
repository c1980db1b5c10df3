// The addresses of the commission's bench: the bench itself, with the templates of answers, one request and one group.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import { type TopicNames, readTopicNames } from '#reading'
import { requestChannels } from '#requests'
import type { Assets } from '../../assets.ts'
import { askedCode, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { named } from '../deed-of.ts'
import { atBench, bench, hasBench, postAtBench, saidOf, to } from './at-bench.ts'
import type { BenchAt } from './bench-addresses.ts'
import { benchDeeds, isOfTicked } from './bench-deeds.ts'
import { BenchPage } from './bench-page.tsx'
import { cardRoutes } from './card-routes.tsx'
import { readBench } from './read-bench.ts'
import { templateRoutes } from './template-routes.tsx'

/** Milliseconds that the bench waits for the newest to be grouped; after a start it is shown as it was stored. */
const patience = 250

export function benchRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atBench(house, assets), postAtBench(house, assets)]
  const sit = deskFor(house, assets, 'see-requests')
  let topics: TopicNames | undefined

  const page = (c: Context, where: BenchAt, refused: string | null, status: DeskStatus) =>
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
    if (desk && hasBench(desk))
      await Promise.race([house.intake.group(desk.office.id), sleep(patience, null, { ref: false })])
    return page(c, whereOf(c.req.query()), null, 200)
  })

  routes.post(`${bench}/deeds/:deed`, (c) => {
    const name = named(benchDeeds, c.req.param('deed'))
    if (!name) return missingAnswer(c, house, assets)
    return post(c, {
      deed: benchDeeds[name],
      next: (desk, typed, done) =>
        to(desk).bench(
          // Who corrects some of a group goes on with the rest of it.
          name === 'kind' && isOfTicked(typed) ? lookedAt(typed) : nextOf(typed),
          isProposed(done) ? 'proposed' : benchDeeds[name].said,
        ),
      again: ({ typed, wrong, sentence }, status) =>
        page(c, lookedAt(typed), sentence ?? Object.values(wrong)[0] ?? null, status),
    })
  })

  routes.route('/', templateRoutes(house, assets))
  // After the templates, whose address would be taken for that of a request.
  routes.route('/', cardRoutes(house, assets))

  return routes
}

const isProposed = (done: unknown): boolean =>
  typeof done === 'object' && done !== null && 'proposed' in done && done.proposed === true

const at = (id: string | undefined): BenchAt => (isName(id) ? { at: id } : {})

/** Where a form goes on. */
const nextOf = (typed: Typed): BenchAt =>
  whereOf(
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith('next.') ? [[name.slice(5), value]] : [],
      ),
    ),
  )

/** Where it was sent from: the same part of the queue, and what was looked at. */
const lookedAt = (typed: Typed): BenchAt => ({ ...nextOf(typed), ...at(typed['group'] ?? typed['request']) })

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
