// What the routes of assembling share: a page read at a desk, and a form done once with its refusals on the same page.
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Stores } from '#flows'
import type { Result } from '#kernel'
import type { Assets } from '../../assets.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer, hereOf } from '../../page.tsx'
import type { Refused, Typed } from '../deed-form.tsx'
import { type Desk, type Sight, actingOf, deskOf } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { type Read, readStamp, typedOf } from '../read-deed.ts'
import { type DeskRefusal, told } from '../refusals.ts'

export type Status = 200 | 403 | 404 | 409 | 422

/** A form: what it is called, what it reads, where it leads, and what it does. */
export type FormOf<T> = {
  readonly deed: Refused['deed']
  readonly read: (typed: Typed, desk: Desk) => Read<T>
  readonly next: (desk: Desk, value: T) => string
  readonly verb: (
    stores: Stores,
    desk: Desk,
    value: T,
    revision: number,
  ) => Promise<Result<unknown, DeskRefusal>>
  /** The page again, with what was typed and why not. */
  readonly again: (refused: Refused, status: Status) => Promise<Response>
}

export function deskTools(house: WebHouse, assets: Assets, sees: Sight = 'see-office') {
  const missing = (c: Context) => missingAnswer(c, house, assets)

  const atDesk = async (
    c: Context,
    page: (desk: Desk, stores: Stores) => Promise<VNode | null>,
    status: Status = 200,
  ): Promise<Response> => {
    const { today } = hereOf(c, house, assets, false)
    const shown = await house.storage.readOffice(actingOf(c.get('actor')!, today), async (stores) => {
      const desk = await deskOf(c, house, assets, stores, sees)
      return desk && page(desk, stores)
    })
    return shown ? answer(c, shown, status) : missing(c)
  }

  const post = async <T,>(c: Context, form: FormOf<T>): Promise<Response> => {
    const desk = await house.storage.readOffice(
      actingOf(c.get('actor')!, hereOf(c, house, assets, false).today),
      (stores) => deskOf(c, house, assets, stores, sees),
    )
    if (!desk) return missing(c)
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const read = form.read(typed, desk)
    const again = (status: Status, wrong: Refused['wrong'], sentence: string | null) =>
      form.again({ deed: form.deed, typed, wrong, sentence }, status)
    if (!stamp) return again(422, {}, desk.here.words.office.wrong.form)
    if (!read.ok) return again(422, read.wrong, null)
    const next = form.next(desk, read.value)
    const outcome = await doOnce(
      c,
      house,
      desk,
      { key: stamp.key, posted: JSON.stringify(read.value ?? null), next },
      (stores) => form.verb(stores, desk, read.value, stamp.revision),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = told(desk.here, outcome.refusal)
    return again(status, {}, words)
  }

  return { missing, atDesk, post }
}
