// The pool of an office below that has nobody free of having written it: read and approved by the signer above.
import { type Context, Hono } from 'hono'
import { approveMeetingPool } from '#flows'
import { refuse } from '#kernel'
import { meetingOf } from '#meetings'
import type { PoolRefusal } from '#requests'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer } from '../../page.tsx'
import type { DeskStatus } from '../at-desk.ts'
import { HiddenFields } from '../deed-form.tsx'
import { deed, nothing } from '../deed-of.ts'
import { sendForm } from '../post-deed.ts'
import { BelowFrame } from '../today/below-frame.tsx'
import { sitAbove } from '../today/sit-above.ts'
import { belowAddress } from '../today/where-to-go.ts'
import { PoolPreview } from './approve-page.tsx'
import { earlierIn } from './earlier-in.ts'
import { meetingLine } from './pool-frame.tsx'
import { tellPool } from './pool-refusals.ts'
import { readPool } from './read-pool.ts'

export function belowPoolRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const send = sendForm<PoolRefusal>(house, tellPool)

  async function page(c: Context, sentence: string | null, status: DeskStatus): Promise<Response> {
    const seat = await sitAbove(c, house, assets)
    if (!seat) return missingAnswer(c, house, assets)
    const { desk, below, meeting, acting } = seat
    const { here, office } = desk
    const [words, said] = [here.words.today.below, here.words.pool.approve]
    const shown = await house.storage.readOffice(acting, async (stores) => {
      const view = await readPool(house, stores, { ...desk, office: below }, meeting)
      const signs = view?.signs === 'signer-above'
      const isDone = c.req.query('said') === 'signed'
      // What does not wait for this desk is none of its business, whatever was asked or refused before.
      if (!view || (!signs && !isDone && !sentence)) return null
      return (
        <BelowFrame
          {...{ desk, sentence }}
          title={words.title(below.name[here.language])}
          csrf={formToken(c)}
          done={isDone ? words.done : null}
        >
          {signs && (
            <>
              <p class="soft">{meetingLine(desk, view.pool.meeting, view)}</p>
              <p>{words.lead}</p>
              <PoolPreview here={here} view={view} earlier={await earlierIn(stores, here, view)} />
              <form
                class="next-step deed flow"
                method="post"
                action={`${belowAddress(here.language, office.id, below.id, meeting, 'pool')}/approve`}
              >
                <HiddenFields csrf={formToken(c)} revision={view.pool.draft!.revision} />
                <p>{said.after}</p>
                <button type="submit">{said.button}</button>
              </form>
            </>
          )}
        </BelowFrame>
      )
    })
    return shown ? answer(c, shown, status) : missingAnswer(c, house, assets)
  }

  routes.get('/office/:office/below/:of/:meeting/pool', (c) => page(c, null, 200))

  routes.post('/office/:office/below/:of/:meeting/pool/approve', async (c) => {
    const seat = await sitAbove(c, house, assets)
    if (!seat) return missingAnswer(c, house, assets)
    const { desk, below, meeting } = seat
    const sign = deed('signed', nothing, async (stores, act, revision: number) => {
      const found = await meetingOf(stores.meetings, meeting)
      return found?.office === below.id
        ? approveMeetingPool(stores, act, { meeting, revision })
        : refuse({ code: 'no-such-meeting' as const })
    })
    return send(c, desk, {
      deed: sign,
      on: (_stores, _desk, revision) => revision,
      next: ({ here, office }) =>
        `${belowAddress(here.language, office.id, below.id, meeting, 'pool')}?said=${sign.said}`,
      beside: below.id,
      again: ({ sentence }, status) => page(c, sentence, status),
    })
  })

  return routes
}
