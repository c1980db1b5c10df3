// What an office below asks to see, having no second person: read here without a word of it, and allowed from above.
import { type Context, Hono } from 'hono'
import {
  type UnsealingId,
  type UnsealingRefusal,
  allowUnsealing,
  stateOfUnsealing,
  unsealingSignedBy,
} from '#requests'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer, unkept } from '../../page.tsx'
import type { DeskStatus } from '../at-desk.ts'
import { deed, nothing } from '../deed-of.ts'
import { actNow } from '../desk.ts'
import { sendForm } from '../post-deed.ts'
import { sitOver } from '../today/sit-above.ts'
import { BelowUnsealPage } from './below-unseal-page.tsx'
import { belowUnsealing } from './unseal-addresses.ts'
import { tellUnsealing } from './unseal-refusals.ts'

export function belowUnsealRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const send = sendForm<UnsealingRefusal>(house, tellUnsealing)
  const at = '/office/:office/below/:of/unsealings/:unsealing'
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const idOf = (c: Context) =>
    isName(c.req.param('unsealing')) ? (c.req.param('unsealing') as UnsealingId) : null

  async function page(c: Context, sentence: string | null, status: DeskStatus): Promise<Response> {
    const [id, seat] = [idOf(c), await sitOver(c, house, assets)]
    if (!id || !seat) return missing(c)
    const { desk, below, acting } = seat
    const shown = await house.storage.readOffice(acting, async (stores) => {
      const unsealing = await stores.unsealings.find(id)
      if (!unsealing || unsealing.office !== below.id) return null
      const act = actNow(house, desk.actor)
      const signs = await unsealingSignedBy(stores, act, unsealing)
      // A factor that is to be shown again does not hide what waits; the deed will ask for it.
      const mine = signs.ok ? signs.value === 'signer-above' : signs.refusal.code === 'fresh-factor-needed'
      const waits = mine && stateOfUnsealing(unsealing, act.at) === 'asked'
      const isDone = c.req.query('said') === 'allowed' && unsealing.allowedBy === desk.actor.person.id
      // What does not wait for this desk is none of its business, whatever was asked or refused before.
      if (!waits && !isDone && !sentence) return null
      const waiting = waits
        ? {
            unsealing,
            request: (await stores.requests.find(unsealing.request))!,
            asker: (await stores.people.person(unsealing.askedBy))?.name ?? unsealing.askedBy,
          }
        : null
      return <BelowUnsealPage {...{ desk, waiting, sentence, isDone }} of={below} csrf={formToken(c)} />
    })
    return shown ? unkept(answer(c, shown, status)) : missing(c)
  }

  routes.get(at, (c) => page(c, null, 200))

  routes.post(`${at}/allow`, async (c) => {
    const [id, seat] = [idOf(c), await sitOver(c, house, assets)]
    if (!id || !seat) return missing(c)
    const { desk, below } = seat
    const allow = deed('allowed', nothing, (stores, act, unsealing: UnsealingId) =>
      allowUnsealing(stores, act, { unsealing, office: below.id }),
    )
    return send(c, desk, {
      deed: allow,
      on: () => id,
      next: ({ here, office }) =>
        `${belowUnsealing(here.language, office.id, below.id, id)}?said=${allow.said}`,
      beside: below.id,
      again: ({ sentence }, status) => page(c, sentence, status),
    })
  })

  return routes
}
