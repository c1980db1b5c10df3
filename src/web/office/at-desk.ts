// A page at a desk: read as the person who sits there; what is not his is not there.
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Stores } from '#flows'
import type { Assets } from '../assets.ts'
import { isName } from '../asked.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { answer, hereOf } from '../page.tsx'
import { type Desk, type Sight, actingOf, deskOf } from './desk.ts'

export type DeskStatus = 200 | 403 | 404 | 409 | 422

/** Shows the page of a desk; `null` from it is a page that does not exist. */
export const atDesk =
  (house: WebHouse, assets: Assets, sees: Sight = 'see-office') =>
  async (
    c: Context,
    page: (desk: Desk, stores: Stores) => Promise<VNode | null>,
    status: DeskStatus = 200,
  ): Promise<Response> => {
    const { today } = hereOf(c, house, assets, false)
    const shown = await house.storage.readOffice(actingOf(c.get('actor')!, today), async (stores) => {
      const desk = await deskOf(c, house, assets, stores, sees)
      return desk && page(desk, stores)
    })
    return shown ? answer(c, shown, status) : missingAnswer(c, house, assets)
  }

/** Answers for the thing that an address names; what is no name is no page. */
export const atThing =
  (house: WebHouse, assets: Assets) =>
  <Id extends string>(c: Context, found: (id: Id) => Promise<Response>): Promise<Response> => {
    const id = c.req.param('id')
    return isName(id) ? found(id as Id) : missingAnswer(c, house, assets)
  }

/** The desk of a form, which needs it before its transaction begins. */
export const deskFor =
  (house: WebHouse, assets: Assets, sees: Sight = 'see-office') =>
  (c: Context): Promise<Desk | null> =>
    house.storage.readOffice(actingOf(c.get('actor')!, hereOf(c, house, assets, false).today), (stores) =>
      deskOf(c, house, assets, stores, sees),
    )
