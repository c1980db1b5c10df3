// A form at a desk, done once; refused, its page stands there again with everything that was typed.
import type { Context } from 'hono'
import type { Stores } from '#flows'
import type { ReceiptRefusal } from '#receipts'
import type { OfficeId } from '#territory'
import type { Assets } from '../assets.ts'
import type { Here } from '../here.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { type DeskStatus, deskFor } from './at-desk.ts'
import type { Typed } from './deed-form.tsx'
import type { DeedOf } from './deed-of.ts'
import { type Desk, type Sight, actNow } from './desk.ts'
import { doOnce } from './do-deed.ts'
import { type Wrong, readStamp, typedOf, wordsIn } from './read-deed.ts'
import { type DeskRefusal, told } from './refusals.ts'

/** A form that comes back: what was typed, what is wrong with it, and what was refused of the whole. */
export type Back<R> = {
  readonly typed: Typed
  readonly wrong: Wrong
  readonly sentence: string | null
  readonly refusal: R | ReceiptRefusal | null
}

/** What the forms of one room share: who sees its pages, which desks have them, and how it says no. */
export type Room<R> = {
  readonly sees?: Sight
  readonly has?: (desk: Desk) => boolean
  readonly tell: (
    here: Here,
    refusal: R | ReceiptRefusal,
  ) => { readonly status: DeskStatus; readonly words: string }
}

export type Posted<On, R> = {
  readonly deed: DeedOf<On, unknown, R>
  readonly on: (stores: Stores, desk: Desk, revision: number) => On | Promise<On>
  /** Where to go when it is done; `done` is what the verb gave back. */
  readonly next: (desk: Desk, typed: Typed, done: unknown) => string
  /** An office in whose place the actor stands in. */
  readonly beside?: OfficeId
  /** The page again, with what was typed and why not. */
  readonly again: (back: Back<R>, status: DeskStatus) => Promise<Response>
}

/** Does what a form says, at a desk that is known. */
export const sendForm =
  <R>(house: WebHouse, tell: Room<R>['tell']) =>
  async <On>(c: Context, desk: Desk, { deed, on, next, beside, again }: Posted<On, R>): Promise<Response> => {
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const read = deed.read(typed, desk)
    const wrong = (fields: Wrong, sentence: string | null) =>
      again({ typed, wrong: fields, sentence, refusal: null }, 422)
    if (!stamp) return wrong({}, desk.here.words.office.wrong.form)
    if (!read.ok) return wrong(read.wrong, null)
    const outcome = await doOnce(
      c,
      house,
      desk,
      {
        key: stamp.key,
        posted: wordsIn(typed),
        next: (done) => next(desk, typed, done),
        ...(beside && { beside }),
      },
      async (stores) => read.value(stores, actNow(house, desk.actor), await on(stores, desk, stamp.revision)),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = tell(desk.here, outcome.refusal)
    return again({ typed, wrong: {}, sentence: words, refusal: outcome.refusal }, status)
  }

export const postForm = <R>(house: WebHouse, assets: Assets, { sees, has = () => true, tell }: Room<R>) => {
  const [sit, send] = [deskFor(house, assets, sees), sendForm(house, tell)]
  return async <On>(c: Context, posted: Posted<On, R>): Promise<Response> => {
    const desk = await sit(c)
    return desk && has(desk) ? send(c, desk, posted) : missingAnswer(c, house, assets)
  }
}

/** The forms of a calendar. */
export const postDeed = (house: WebHouse, assets: Assets, room: Omit<Room<DeskRefusal>, 'tell'> = {}) =>
  postForm<DeskRefusal>(house, assets, { ...room, tell: told })
