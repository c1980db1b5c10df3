// A form at a desk, done once; refused, its page stands there again with everything that was typed.
import type { Context } from 'hono'
import type { Stores } from '#flows'
import type { Assets } from '../assets.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { type DeskStatus, deskFor } from './at-desk.ts'
import type { Refused, Typed } from './deed-form.tsx'
import type { DeedOf } from './deed-of.ts'
import { type Desk, type Sight, actNow } from './desk.ts'
import { doOnce } from './do-deed.ts'
import { readStamp, typedOf } from './read-deed.ts'
import { type DeskRefusal, told } from './refusals.ts'

export type Posted<On> = {
  readonly name: Refused['deed']
  readonly deed: DeedOf<On, string, DeskRefusal>
  readonly on: (stores: Stores, desk: Desk, revision: number) => On | Promise<On>
  readonly next: (desk: Desk, typed: Typed) => string
  /** The page again, with what was typed and why not. */
  readonly again: (refused: Refused, status: DeskStatus) => Promise<Response>
}

export const postDeed = (house: WebHouse, assets: Assets, sees?: Sight) => {
  const sit = deskFor(house, assets, sees)

  return async <On>(c: Context, { name, deed, on, next, again }: Posted<On>): Promise<Response> => {
    const desk = await sit(c)
    if (!desk) return missingAnswer(c, house, assets)
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const read = deed.read(typed, desk)
    const refuse = (status: DeskStatus, wrong: Refused['wrong'], sentence: string | null) =>
      again({ deed: name, typed, wrong, sentence }, status)
    if (!stamp) return refuse(422, {}, desk.here.words.office.wrong.form)
    if (!read.ok) return refuse(422, read.wrong, null)
    const { posted, verb } = read.value
    const outcome = await doOnce(
      c,
      house,
      desk,
      { key: stamp.key, posted: JSON.stringify(posted), next: next(desk, typed) },
      async (stores) => verb(stores, actNow(house, desk.actor), await on(stores, desk, stamp.revision)),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = told(desk.here, outcome.refusal)
    return refuse(status, {}, words)
  }
}
