// A deed done once: the form's key makes sure of it, and the answer waits for the commit.
import type { Context } from 'hono'
import type { Stores } from '#flows'
import { type Result, done } from '#kernel'
import type { OfficeId } from '#territory'
import { type ReceiptRefusal, type RequestKey, fingerprint, once } from '#receipts'
import type { WebHouse } from '../house.ts'
import { noteDenied } from '../people/note-denied.ts'
import { type Desk, actingOf } from './desk.ts'

/** Runs a verb once under the key of its form; the value is where to go next. */
export async function doOnce<R>(
  c: Context,
  house: WebHouse,
  desk: Pick<Desk, 'here' | 'actor'> & { readonly office: Pick<Desk['office'], 'id'> },
  wish: {
    readonly key: RequestKey
    readonly posted: string
    /** Where to go, which may depend on what was done. */
    readonly next: string | ((done: unknown) => string)
    /** An office in whose place the actor stands in. */
    readonly beside?: OfficeId
  },
  verb: (stores: Stores) => Promise<Result<unknown, R>>,
): Promise<Result<string, R | ReceiptRefusal>> {
  const { actor, here } = desk
  const { person, offices } = actingOf(actor, here.today)
  const acting = { person, offices: wish.beside ? [...offices, wish.beside] : offices }
  const outcome = await house.storage.transaction(acting, (stores) =>
    once<R>(
      stores.receipts,
      { who: actor.person.id, key: wish.key, route: c.req.path, fingerprint: fingerprint(wish.posted) },
      async () => {
        const result = await verb(stores)
        if (!result.ok) return result
        const location = typeof wish.next === 'string' ? wish.next : wish.next(result.value)
        return done({ status: 303, location, body: null })
      },
    ),
  )
  if (!outcome.ok) noteDenied(c, desk.office.id, outcome.refusal)
  return outcome.ok ? done(outcome.value.location!) : outcome
}
