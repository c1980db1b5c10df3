// When no page answers: nothing there, or something broke; said in the reader's language.
import type { Context } from 'hono'
import type { Assets } from './assets.ts'
import type { WebHouse } from './house.ts'
import { answer, hereOf, isDemonstration } from './page.tsx'
import { RefusalPage } from './pages/refusal.tsx'

export async function missingAnswer(c: Context, house: WebHouse, assets: Assets): Promise<Response> {
  const here = hereOf(c, house, assets, await isDemonstration(house))
  return answer(c, <RefusalPage here={here} kind="notFound" />, 404)
}

/** More was sent than is taken; or as much as is taken at once is on the way from others. */
export async function refusalAnswer(
  c: Context,
  house: WebHouse,
  assets: Assets,
  kind: 'tooLarge' | 'full',
): Promise<Response> {
  const here = hereOf(c, house, assets, await isDemonstration(house))
  return answer(c, <RefusalPage here={here} kind={kind} />, kind === 'full' ? 429 : 413)
}

/** The one place where a fault ends: written down under a number, told honestly. Reads nothing: the store may be away. */
export function faultAnswer(c: Context, house: WebHouse, assets: Assets, fault: unknown): Response {
  const number = house.report(fault, { method: c.req.method, path: c.req.path })
  const here = hereOf(c, house, assets, false)
  return answer(c, <RefusalPage here={here} kind="fault" number={number} />, 500)
}
