// A form of the schedule: what was refused of one field stands beside it, and what another was faster with beside what was typed.
import type { Context } from 'hono'
import type { Assets } from '../../assets.ts'
import type { WebHouse } from '../../house.ts'
import type { DeskStatus } from '../at-desk.ts'
import type { Desk } from '../desk.ts'
import { type Posted, postForm } from '../post-deed.ts'
import { partOf } from './read-schedule.ts'
import type { ScheduleForm } from './schedule-addresses.ts'
import type { ScheduleDeedOf } from './schedule-deeds.ts'
import type { Back } from './schedule-form.tsx'
import { type Refusal, fieldOf, tellOf } from './schedule-refusals.ts'

type PostedForm<On> = Pick<Posted<On, Refusal>, 'next'> & {
  readonly form: ScheduleForm
  readonly deed: ScheduleDeedOf<On>
  readonly on: (desk: Desk, revision: number) => On
  readonly again: (back: Back, status: DeskStatus) => Promise<Response>
}

export const postScheduleForm = (house: WebHouse, assets: Assets) => {
  const post = postForm<Refusal>(house, assets, {
    sees: 'see-calendar',
    has: (desk) => partOf(desk) !== null,
    tell: tellOf,
  })
  return <On>(c: Context, { form, deed, on, next, again }: PostedForm<On>): Promise<Response> =>
    post(c, {
      deed,
      on: (_, desk, revision) => on(desk, revision),
      next,
      again: ({ refusal, typed, wrong, sentence }, status) => {
        const field = refusal && fieldOf[refusal.code]
        const about =
          field && sentence ? { wrong: { [field]: sentence }, sentence: null } : { wrong, sentence }
        const stands = refusal?.code === 'changed-meanwhile' ? {} : null
        return again({ form, typed, ...about, stands }, status)
      },
    })
}
