// What a move would do before it is done: for the hand that drags, and as a page without script.
import { type Context, Hono } from 'hono'
import { type MeetingId, effectOfMove } from '#calendar'
import type { LocalDate } from '#kernel'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import type { WebHouse } from '../../house.ts'
import type { DeskStatus } from '../at-desk.ts'
import type { Refused } from '../deed-form.tsx'
import { readMoment, typedOf } from '../read-deed.ts'
import { type AtPlan, groundKept, plan, planAt } from './plan-reading.ts'
import { type EffectWords, effectWords } from './plan-words.ts'

/** The page of a move, with what was typed and what it would do. */
export type MoveAnswer = (
  c: Context,
  year: number,
  meeting: MeetingId,
  refused: Refused | null,
  status: DeskStatus,
  effect?: EffectWords,
) => Promise<Response>

export function lookRoutes(house: WebHouse, assets: Assets, moveAnswer: MoveAnswer): Hono {
  const routes = new Hono({ strict: false })
  const [atPlan, atKept] = [planAt(house, assets), planAt(house, assets, groundKept(house, assets))]

  // The sentences of the page without script.
  routes.get(`${plan}/effect`, (c) =>
    atKept(c, async (at) => {
      const { meeting, ...typed } = c.req.query()
      const read = readMoment(typed, at.desk.here.words.office)
      const effect = isName(meeting) && read.ok && effectOf(at, meeting as MeetingId, read.value)
      return effect ? c.json(effect) : null
    }),
  )

  routes.post(`${plan}/look/:meeting`, (c) =>
    atPlan(c, async (at) => {
      const meeting = c.req.param('meeting') as MeetingId
      if (!isName(meeting)) return null
      const typed = typedOf(await c.req.parseBody())
      const read = readMoment(typed, at.desk.here.words.office)
      const show = (wrong: Refused['wrong'], status: DeskStatus, effect?: EffectWords) =>
        moveAnswer(c, at.plan.year, meeting, { deed: 'move', typed, wrong, sentence: null }, status, effect)
      if (!read.ok) return show(read.wrong, 422)
      const effect = effectOf(at, meeting, read.value)
      return effect && show({}, 200, effect)
    }),
  )

  return routes
}

function effectOf(
  { desk, plan: year }: AtPlan,
  meeting: MeetingId,
  moment: { readonly day: LocalDate; readonly start: string },
): EffectWords | null {
  const effect = effectOfMove(year, year.entries, { meeting, ...moment }, year.around)
  return effect && effectWords(desk.here, year, moment, effect)
}
