// The way of a request for whoever holds its code, and what he may do: the code comes in a form and stands in no address.
import { type Context, Hono } from 'hono'
import { hashFor, parseReceiptCode } from '#receipts'
import type { ReceiptHash } from '#requests'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { addressOf } from '../../origin.ts'
import { answer, hereOf, isDemonstration, unkept } from '../../page.tsx'
import { step } from '../../session.ts'
import { authorsDeeds } from './own-deeds.tsx'
import { ReceiptAskedPage } from './receipt-asked-page.tsx'
import { doAuthorsDeed } from './send.ts'
import { readWay } from './way.ts'
import { WayPage } from './way-page.tsx'

export function receiptRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, clock } = house
  const hereFor = async (c: Context) => hereOf(c, house, assets, await isDemonstration(house))

  const asked = async (c: Context, typed: string, wrong: string | undefined, status: 200 | 422 | 429) => {
    const props = { here: await hereFor(c), typed, wrong }
    return unkept(answer(c, <ReceiptAskedPage {...props} csrf={formToken(c)} />, status))
  }

  routes.get('/receipt', (c) => asked(c, '', undefined, 200))

  routes.post('/receipt', async (c) => {
    const here = await hereFor(c)
    const say = here.words.ask.refused
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const typed = typeof body['code'] === 'string' ? body['code'].slice(0, 60) : ''
    const code = parseReceiptCode(typed)
    if (!code) return asked(c, typed, say['no-such-code'], 422)
    const address = addressOf(c, c.get('standing'))
    const seconds = await step(storage, ({ budgets }) => budgets.spend('receipt', address, clock()))
    if (seconds > 0) {
      c.header('retry-after', String(seconds))
      return asked(c, typed, say.wait(seconds), 429)
    }
    const receipt = hashFor('request', code) as ReceiptHash
    const deed = authorsDeeds.find((one) => one === body['do'])
    const outcome = deed && (await doAuthorsDeed(house, receipt, deed))
    const way = await readWay(storage, receipt, here.today)
    if (!way) return asked(c, typed, say['unknown-code'], 422)
    const { author } = here.words.unseal
    const done = deed && (deed === 'erase' ? author.erased : author.withdrawn)
    const settled = outcome && !outcome.ok && way.request.fate !== 'withdrawn'
    const props = { here, way, code: typed, csrf: formToken(c) }
    const said = settled ? author.settled : (done ?? null)
    return unkept(answer(c, <WayPage {...props} said={said} />, settled ? 409 : 200))
  })

  return routes
}
