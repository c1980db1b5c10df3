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
import { officeAddresses } from '../addresses.ts'
import type { DeskStatus } from '../at-desk.ts'
import { HiddenFields } from '../deed-form.tsx'
import { actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { OfficeFrame } from '../frame.tsx'
import { readStamp, typedOf } from '../read-deed.ts'
import { sitAbove } from '../today/sit-above.ts'
import { belowAddress } from '../today/where-to-go.ts'
import { PoolPreview } from './approve-page.tsx'
import { earlierIn } from './earlier-in.ts'
import { meetingLine } from './pool-frame.tsx'
import { tellPool } from './pool-refusals.ts'
import { readPool } from './read-pool.ts'

export function belowPoolRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })

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
      const title = words.title(below.name[here.language])
      return (
        <OfficeFrame
          desk={desk}
          section="today"
          title={title}
          csrf={formToken(c)}
          refused={sentence !== null}
        >
          <p>
            <a href={officeAddresses(here.language, office.id).owed()}>{words.back}</a>
          </p>
          <h1>{title}</h1>
          {isDone && (
            <p class="said" role="status">
              {words.done}
            </p>
          )}
          {sentence && (
            <p class="error" role="alert">
              {sentence}
            </p>
          )}
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
        </OfficeFrame>
      )
    })
    return shown ? answer(c, shown, status) : missingAnswer(c, house, assets)
  }

  routes.get('/office/:office/below/:of/:meeting/pool', (c) => page(c, null, 200))

  routes.post('/office/:office/below/:of/:meeting/pool/approve', async (c) => {
    const seat = await sitAbove(c, house, assets)
    if (!seat) return missingAnswer(c, house, assets)
    const { desk, below, meeting } = seat
    const { here, office } = desk
    const stamp = readStamp(typedOf(await c.req.parseBody()))
    if (!stamp) return page(c, here.words.office.wrong.form, 422)
    const outcome = await doOnce<PoolRefusal>(
      c,
      house,
      desk,
      {
        key: stamp.key,
        posted: `approve-pool ${meeting}`,
        next: `${belowAddress(here.language, office.id, below.id, meeting, 'pool')}?said=signed`,
        beside: below.id,
      },
      async (stores) => {
        const found = await meetingOf(stores.meetings, meeting)
        if (found?.office !== below.id) return refuse({ code: 'no-such-meeting' })
        return approveMeetingPool(stores, actNow(house, desk.actor), { meeting, revision: stamp.revision })
      },
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = tellPool(here, outcome.refusal)
    return page(c, words, status)
  })

  return routes
}
