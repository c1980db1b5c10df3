// The pool of an office below that has nobody free of having written it: read and approved by the signer above.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import { approveMeetingPool, officeThing } from '#flows'
import { refuse } from '#kernel'
import { meetingOf } from '#meetings'
import { may } from '#people'
import type { PoolRefusal } from '#requests'
import type { OfficeId } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedOffice, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer, hereOf } from '../../page.tsx'
import { officeAddresses } from '../addresses.ts'
import type { DeskStatus } from '../at-desk.ts'
import { HiddenFields } from '../deed-form.tsx'
import { actNow, actingOf, deskOf } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { OfficeFrame } from '../frame.tsx'
import { readStamp, typedOf } from '../read-deed.ts'
import { belowAddress } from '../today/where-to-go.ts'
import { PoolPreview } from './approve-page.tsx'
import { earlierIn } from './earlier-in.ts'
import { meetingLine } from './pool-frame.tsx'
import { tellPool } from './pool-refusals.ts'
import { readPool } from './read-pool.ts'

export function belowPoolRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })

  /** The desk, and the office below when this person may stand in for its signer. */
  const sit = (c: Context, of: OfficeId) => {
    const { today } = hereOf(c, house, assets, false)
    return house.storage.readOffice(actingOf(c.get('actor')!, today), async (stores) => {
      const desk = await deskOf(c, house, assets, stores)
      const thing = desk && (await officeThing(stores, of, today))
      return desk && thing?.of && may(desk.actor, 'stand-in', thing, today).yes
        ? { desk, below: thing.of }
        : null
    })
  }

  async function page(c: Context, sentence: string | null, status: DeskStatus): Promise<Response> {
    const [of, id] = [askedOffice(c.req.param('of')), c.req.param('meeting')]
    const seat = of && isName(id) ? await sit(c, of) : null
    if (!seat) return missingAnswer(c, house, assets)
    const { desk, below } = seat
    const { here, office, actor } = desk
    const acting = actingOf(actor, here.today)
    const [words, said] = [here.words.today.below, here.words.pool.approve]
    const shown = await house.storage.readOffice(
      { ...acting, offices: [...acting.offices, below.id] },
      async (stores) => {
        const view = await readPool(house, stores, { ...desk, office: below }, id as MeetingId)
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
                  action={`${belowAddress(here.language, office.id, below.id, id!, 'pool')}/approve`}
                >
                  <HiddenFields csrf={formToken(c)} revision={view.pool.draft!.revision} />
                  <p>{said.after}</p>
                  <button type="submit">{said.button}</button>
                </form>
              </>
            )}
          </OfficeFrame>
        )
      },
    )
    return shown ? answer(c, shown, status) : missingAnswer(c, house, assets)
  }

  routes.get('/office/:office/below/:of/:meeting/pool', (c) => page(c, null, 200))

  routes.post('/office/:office/below/:of/:meeting/pool/approve', async (c) => {
    const [of, id] = [askedOffice(c.req.param('of')), c.req.param('meeting')]
    const seat = of && isName(id) ? await sit(c, of) : null
    if (!seat) return missingAnswer(c, house, assets)
    const { desk, below } = seat
    const { here, office } = desk
    const stamp = readStamp(typedOf(await c.req.parseBody()))
    if (!stamp) return page(c, here.words.office.wrong.form, 422)
    const meeting = id as MeetingId
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
    const { status, words } = tellPool(here.words, outcome.refusal)
    return page(c, words, status)
  })

  return routes
}
