// Who sits at the desk of the operator: an office without a post or a unit, so it has a desk of its own.
import type { Context } from 'hono'
import type { Stores } from '#flows'
import { type Actor, type Verb, may, operatorOffice } from '#people'
import type { Assets } from '../../assets.ts'
import type { Here } from '../../here.ts'
import type { WebHouse } from '../../house.ts'
import { hereOf } from '../../page.tsx'

export type OperatorDesk = {
  readonly here: Here
  readonly actor: Actor
  readonly office: { readonly id: typeof operatorOffice }
}

/** The desk of the operator; `null` when the person may not do this there. */
export async function operatorDesk(
  c: Context,
  house: WebHouse,
  assets: Assets,
  stores: Stores,
  verb: Verb = 'see-office',
): Promise<OperatorDesk | null> {
  const actor = c.get('actor')
  if (!actor) return null
  const here = hereOf(c, house, assets, await stores.readings.isDemonstration())
  const sees = may(actor, verb, { office: operatorOffice }, here.today)
  if (!sees.yes) c.set('denied', { office: operatorOffice, why: sees.no })
  return sees.yes ? { here, actor, office: { id: operatorOffice } } : null
}

export const operatorAddresses = (language: Here['language']) => {
  const desk = `/${language}/office/${operatorOffice}`
  return {
    desk: () => desk,
    holidays: (asked: { year?: number; said?: string } = {}) => {
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries(asked)) query.set(name, String(value))
      return `${desk}/holidays${query.size > 0 ? `?${query}` : ''}`
    },
    outbox: () => `${desk}/outbox`,
    denied: () => `${desk}/denied`,
  }
}
