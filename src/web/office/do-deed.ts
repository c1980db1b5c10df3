// A deed on a calendar, done once: the form's key makes sure of it, and the answer waits for the commit.
import type { Context } from 'hono'
import {
  type CalendarId,
  type CalendarRefusal,
  answerCalendar,
  approveCalendar,
  moveEntry,
  recallCalendar,
  sendCalendar,
  submitCalendar,
} from '#calendar'
import { type Stores, maslikhatPart, proposeCalendar, publish } from '#flows'
import { type Result, done } from '#kernel'
import type { OfficeId } from '#territory'
import { type ReceiptRefusal, type RequestKey, fingerprint, once } from '#receipts'
import type { WebHouse } from '../house.ts'
import { noteDenied } from '../people/note-denied.ts'
import type { Deed } from './addresses.ts'
import { type Desk, actNow, actingOf } from './desk.ts'
import type { DeskRefusal } from './refusals.ts'

export type Wish = {
  readonly year: number
  readonly key: RequestKey
  readonly revision: number
  /** The number or reason that the deed needs; empty for those that need none. */
  readonly words: string
}

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

/** The verb behind each deed. */
export function verbOf(house: WebHouse, desk: Desk, deed: Deed, { year, revision, words }: Wish) {
  const act = actNow(house, desk.actor)
  const region = desk.region!.code
  return async (stores: Stores): Promise<Result<unknown, DeskRefusal>> => {
    if (deed === 'draft')
      return proposeCalendar(stores, house.books, act, {
        region,
        year,
        answerBy: null,
        demonstration: desk.here.demonstration,
      })
    const calendar = (await stores.calendars.ofRegion(region, year))?.id ?? ('none' as CalendarId)
    const command = { calendar, revision, number: words }
    switch (deed) {
      case 'send':
        return sendCalendar(stores, act, command)
      case 'answer':
        return answerCalendar(stores, act, { ...command, part: maslikhatPart(house.books.law, year) })
      case 'recall':
        return recallCalendar(stores, act, { calendar, revision, reason: words })
      case 'approve':
        return approveCalendar(stores, act, command)
      case 'publish':
        return publish(stores, act, command)
      case 'submit':
        return submitCalendar(stores, act, command)
    }
  }
}

export const mover =
  (
    house: WebHouse,
    desk: Desk,
    command: Omit<Parameters<typeof moveEntry>[2], 'calendar'> & { year: number },
  ) =>
  async (stores: Stores): Promise<Result<unknown, CalendarRefusal>> => {
    const calendar = await stores.calendars.ofRegion(desk.region!.code, command.year)
    return moveEntry(stores, actNow(house, desk.actor), {
      ...command,
      calendar: calendar?.id ?? ('none' as CalendarId),
    })
  }
