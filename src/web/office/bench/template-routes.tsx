// Words that an office answers with again and again: its own templates, written and dropped.
import { type Context, Hono } from 'hono'
import { type TemplateId, dropTemplate, writeTemplate } from '#requests'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { type DeskStatus, atThing } from '../at-desk.ts'
import type { Back } from '../post-deed.ts'
import { atBench, bench, benchDeed, postAtBench, saidOf, to } from './at-bench.ts'
import { TemplatesPage } from './templates-page.tsx'

const write = benchDeed(
  'template',
  (_, form) => ({
    name: form.text('name', { most: 80, needed: true }),
    words: form.both('words', { most: 2000, needed: true }),
  }),
  writeTemplate,
)
const drop = (template: TemplateId) => benchDeed('dropped', () => ({ template }), dropTemplate)

export function templateRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atBench(house, assets), postAtBench(house, assets)]
  const at = atThing(house, assets)

  const page = (c: Context, back: Back<unknown> | null, status: DeskStatus) =>
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

  const done = (c: Context, deed: typeof write) =>
    post(c, {
      deed,
      next: (desk) => to(desk).templates(deed.said),
      again: (back, status) => page(c, back, status),
    })

  routes.get(`${bench}/templates`, (c) => page(c, null, 200))
  routes.post(`${bench}/templates`, (c) => done(c, write))
  routes.post(`${bench}/templates/:id/drop`, (c) => at<TemplateId>(c, (id) => done(c, drop(id))))

  return routes
}
