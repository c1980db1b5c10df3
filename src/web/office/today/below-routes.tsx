// Signing for an office below, which has no free signer of its own: `/office/<desk>/below/<office>/<meeting>`.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import { announceMeeting, cancelAndTell, mayStandIn, moveAndTell } from '#flows'
import { refuse } from '#kernel'
import { meetingOf } from '#meetings'
import type { OfficeId } from '#territory'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer } from '../../page.tsx'
import { type DeskStatus } from '../at-desk.ts'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { tellOf } from '../meetings/meeting-refusals.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { type BelowDeed, BelowPage } from './below-page.tsx'
import { sitAbove } from './sit-above.ts'
import { belowAddress } from './where-to-go.ts'

export function belowRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })

  async function page(c: Context, sentence: string | null, status: DeskStatus) {
    const seat = await sitAbove(c, house, assets)
    if (!seat) return missingAnswer(c, house, assets)
    const { desk, below: office, acting } = seat
    const shown = await house.storage.readOffice(acting, async (stores) => {
      const meeting = await meetingOf(stores.meetings, seat.meeting)
      if (meeting?.office !== office.id) return null
      const act = actNow(house, desk.actor)
      const deeds: BelowDeed[] = []
      if (await mayStandIn(stores, act, { ...meeting, editors: [] })) deeds.push('sign-change')
      if (await mayStandIn(stores, act, { ...meeting, change: null })) deeds.push('publish')
      const isDone = c.req.query('said') === 'signed'
      // What does not wait for this desk is none of its business, whatever was asked or refused before.
      const isOut = meeting.announced === meeting.record && meeting.change === null
      if (deeds.length === 0 && !isDone && !sentence) return null
      const read = deeds.length > 0 || isOut ? meeting : null
      return (
        <BelowPage {...{ desk, deeds, sentence, isDone }} of={office} meeting={read} csrf={formToken(c)} />
      )
    })
    return shown ? answer(c, shown, status) : missingAnswer(c, house, assets)
  }

  routes.get('/office/:office/below/:of/:meeting', (c) => page(c, null, 200))

  routes.post('/office/:office/below/:of/:meeting/:deed', async (c) => {
    const deed = c.req.param('deed')
    const seat = deed === 'publish' || deed === 'sign-change' ? await sitAbove(c, house, assets) : null
    if (!seat) return missingAnswer(c, house, assets)
    const { desk, below: office, meeting } = seat
    const stamp = readStamp(typedOf(await c.req.parseBody()))
    if (!stamp) return page(c, desk.here.words.office.wrong.form, 422)
    const outcome = await doOnce(
      c,
      house,
      desk,
      {
        key: stamp.key,
        posted: `${deed} ${meeting}`,
        next: nextOf(desk, office.id, meeting),
        beside: office.id,
      },
      async (stores) => {
        const found = await meetingOf(stores.meetings, meeting)
        if (found?.office !== office.id) return refuse({ code: 'no-such-meeting' as const })
        const [act, command] = [actNow(house, desk.actor), { meeting, revision: stamp.revision }]
        if (deed === 'publish') return announceMeeting(stores, house.books, act, command)
        return found.change?.kind === 'cancel'
          ? cancelAndTell(stores, act, command)
          : moveAndTell(stores, act, command)
      },
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { status, words } = tellOf(desk.here.words.meetings.office, outcome.refusal)
    return page(c, words, status)
  })

  return routes
}

const nextOf = ({ here, office }: Desk, of: OfficeId, meeting: MeetingId) =>
  `${belowAddress(here.language, office.id, of, meeting)}?said=signed`
