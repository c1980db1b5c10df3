// How a resident says something without an account: one a code and a device, no faster than a village is.
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Stores } from '#flows'
import type { Result } from '#kernel'
import type { ByResident, SupportRefusal, VoteRefusal } from '#meetings'
import { type Budget, type ReceiptCode, hashFor } from '#receipts'
import type { Assets } from '../assets.ts'
import type { Here } from '../here.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { addressOf } from '../origin.ts'
import { answer, hereOf, isDemonstration, unkept } from '../page.tsx'
import { residentMark, step } from '../session.ts'
import { ReceiptPage, type Taken } from './demand-receipt.tsx'

export type Status = 200 | 404 | 409 | 422 | 429
type Refusal = SupportRefusal | VoteRefusal

/** The status of each refusal to a resident. */
const statusOf = {
  'no-such-poll': 404,
  'no-such-demand': 404,
  'no-such-unit': 422,
  'no-such-office': 422,
  'poll-closed': 409,
  'demand-closed': 409,
  'device-has-voted': 409,
  'device-supports-it': 409,
  'no-choice': 422,
  'no-such-code': 422,
  'words-wanted': 422,
  'words-too-long': 422,
  'words-with-marks': 422,
} as const satisfies Record<Refusal['code'], Status>

type Voice = {
  readonly budget: Budget
  /** What it is about: codes and marks are hashed for this one thing. */
  readonly thing: string
  readonly code: ReceiptCode
  /** Acts for nobody but the hash of the code. */
  readonly verb: (stores: Stores, code: string) => Promise<Result<unknown, Refusal>>
  /** What the receipt says, where it leads back to, and whether its code is new. */
  readonly taken: Taken
  readonly to: string
  readonly fresh: boolean
  /** The form again, with what was typed and why not. */
  readonly back: (words: string, status: Status, refused?: Refusal['code']) => Promise<Response>
}

export function residents(house: WebHouse, assets: Assets) {
  const { storage } = house
  const hereFor = async (c: Context): Promise<Here> => hereOf(c, house, assets, await isDemonstration(house))

  return {
    hereFor,
    /** What stands there now; `null` is a page that does not exist. */
    async show<T>(
      c: Context,
      read: (stores: Stores, here: Here) => Promise<T | null>,
      page: (reading: T, here: Here) => VNode,
      status: Status = 200,
    ): Promise<Response> {
      const here = await hereFor(c)
      const reading = await storage.readPublic((stores) => read(stores, here))
      return reading === null
        ? missingAnswer(c, house, assets)
        : unkept(answer(c, page(reading, here), status))
    },
    async send(c: Context, here: Here, { budget, thing, code, verb, taken, to, fresh, back }: Voice) {
      const say = here.words.demands.refused
      const address = addressOf(c, c.get('standing'))
      const seconds = await step(storage, ({ budgets }) => budgets.spend(budget, address, house.clock()))
      if (seconds > 0) {
        c.header('retry-after', String(seconds))
        return back(say.wait(seconds), 429)
      }
      const hash = hashFor(thing, code)
      const outcome = await storage.transaction<unknown, Refusal>({ person: hash, offices: [] }, (stores) =>
        verb(stores, hash),
      )
      if (!outcome.ok) {
        const { code: why } = outcome.refusal
        return back(say[why], statusOf[why], why)
      }
      return unkept(answer(c, <ReceiptPage {...{ here, taken }} code={fresh ? code : null} back={to} />, 200))
    },
    /** Who supports or demands, by a mark that his browser is given now. */
    by: (c: Context, thing: string, code: string): ByResident => ({
      at: house.clock(),
      code,
      device: deviceOf(c, thing),
      newId: house.newId,
      newSalt: house.newSalt,
    }),
  }
}

export const deviceOf = (c: Context, thing: string): string => hashFor(thing, residentMark(c))

export const bodyOf = (c: Context): Promise<Record<string, unknown>> =>
  c.req.parseBody({ all: true }).catch(() => ({}))
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
export const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
