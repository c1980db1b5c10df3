// The addresses of the commission's bench: the bench itself, with the templates of answers, one request and one group.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { type TopicNames, readTopicNames } from '#reading'
import { type TemplateId, dropTemplate, writeTemplate } from '#requests'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atThing, deskFor } from '../at-desk.ts'
import { named } from '../deed-of.ts'
import type { Back } from '../post-deed.ts'
import { atBench, bench, benchDeed, hasBench, postAtBench, saidOf, to } from './at-bench.ts'
import { type BenchAt, lookedAt, nextOf, whereOf } from './bench-addresses.ts'
import { benchDeeds, isOfTicked } from './bench-deeds.ts'
import { BenchPage } from './bench-page.tsx'
import { cardRoutes } from './card-routes.tsx'
import { readBench } from './read-bench.ts'
import { TemplatesPage } from './templates-page.tsx'

/** Milliseconds that the bench waits for the newest to be grouped; after a start it is shown as it was stored. */
const patience = 250

const write = benchDeed(
  'template',
  (_, form) => ({
    name: form.text('name', { most: 80, needed: true }),
    words: form.both('words', { most: 2000, needed: true }),
  }),
  writeTemplate,
)
const drop = (template: TemplateId) => benchDeed('dropped', () => ({ template }), dropTemplate)

export function benchRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atBench(house, assets), postAtBench(house, assets)]
  const atTemplate = atThing(house, assets)
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

  // Templates of answers.

  const templates = (c: Context, back: Back<unknown> | null, status: DeskStatus) =>
    show(
      c,
      async (desk, stores) => (
        <TemplatesPage
          desk={desk}
          returned={back && { ...back, stands: null }}
          csrf={formToken(c)}
          templates={await stores.triage.templates(desk.office.id)}
          said={saidOf(c, desk)}
        />
      ),
      status,
    )

  const onTemplates = (c: Context, deed: typeof write) =>
    post(c, {
      deed,
      next: (desk) => to(desk).templates(deed.said),
      again: (back, status) => templates(c, back, status),
    })

  routes.get(`${bench}/templates`, (c) => templates(c, null, 200))
  routes.post(`${bench}/templates`, (c) => onTemplates(c, write))
  routes.post(`${bench}/templates/:id/drop`, (c) =>
    atTemplate<TemplateId>(c, (id) => onTemplates(c, drop(id))),
  )

  // After the templates, whose address would be taken for that of a request.
  routes.route('/', cardRoutes(house, assets))

  return routes
}

const isProposed = (done: unknown): boolean =>
  typeof done === 'object' && done !== null && 'proposed' in done && done.proposed === true
