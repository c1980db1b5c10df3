// A form of the schedule done once; refused, it stands on its page again with everything that was typed.
import type { Context } from 'hono'
import type { Assets } from '../../assets.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { partOf } from './read-schedule.ts'
import type { ScheduleForm } from './schedule-addresses.ts'
import type { ScheduleDeedOf } from './schedule-deeds.ts'
import type { Back } from './schedule-form.tsx'
import { fieldOf, tellOf } from './schedule-refusals.ts'

type Posted<On> = {
  readonly form: ScheduleForm
  readonly deed: ScheduleDeedOf<On>
  readonly on: (desk: Desk, revision: number) => On
  readonly next: (desk: Desk) => string
  readonly again: (back: Back, status: DeskStatus) => Promise<Response>
}

export const postScheduleForm = (house: WebHouse, assets: Assets) => {
  const sit = deskFor(house, assets, 'see-calendar')

  return async <On>(c: Context, { form, deed, on, next, again }: Posted<On>): Promise<Response> => {
    const desk = await sit(c)
    if (!desk || !partOf(desk)) return missingAnswer(c, house, assets)
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const read = deed.read(typed, desk)
    const back = (wrong: Typed, sentence: string | null, stands: Typed | null = null): Back => ({
      form,
      typed,
      wrong,
      sentence,
      stands,
    })
    if (!stamp) return again(back({}, desk.here.words.office.wrong.form), 422)
    if (!read.ok) return again(back(read.wrong, null), 422)
    const { posted, verb } = read.value
    const outcome = await doOnce(
      c,
      house,
      desk,
      { key: stamp.key, posted: JSON.stringify(posted), next: next(desk) },
      (stores) => verb(stores, actNow(house, desk.actor), on(desk, stamp.revision)),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const told = tellOf(desk.here, outcome.refusal)
    const field = fieldOf[outcome.refusal.code]
    // Another officer was faster: the page shows what stands now beside what was typed.
    const stands = outcome.refusal.code === 'changed-meanwhile' ? {} : null
    return again(field ? back({ [field]: told.words }, null) : back({}, told.words, stands), told.status)
  }
}
