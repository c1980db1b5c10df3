// Signing for an office below, which has no free signer of its own: `/office/<desk>/below/<office>/<meeting>`.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import { type Books, announceMeeting, cancelAndTell, mayStandIn, moveAndTell } from '#flows'
import { refuse } from '#kernel'
import { type MeetingRefusal, meetingOf } from '#meetings'
import type { OfficeId } from '#territory'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { answer } from '../../page.tsx'
import { type DeskStatus } from '../at-desk.ts'
import { deed, named, nothing } from '../deed-of.ts'
import { actNow } from '../desk.ts'
import { tellOf } from '../meetings/meeting-refusals.ts'
import { sendForm } from '../post-deed.ts'
import { type BelowDeed, BelowPage } from './below-page.tsx'
import { sitAbove } from './sit-above.ts'
import { belowAddress } from './where-to-go.ts'

type OnBelow = { readonly of: OfficeId; readonly meeting: MeetingId; readonly revision: number }

const belowDeeds = (books: Books) => ({
  publish: deed('signed', nothing, async (stores, act, { of, ...on }: OnBelow) => {
    const found = await meetingOf(stores.meetings, on.meeting)
    return found?.office === of ? announceMeeting(stores, books, act, on) : refuse(none)
  }),
  'sign-change': deed('signed', nothing, async (stores, act, { of, ...on }: OnBelow) => {
    const found = await meetingOf(stores.meetings, on.meeting)
    if (found?.office !== of) return refuse(none)
    return found.change?.kind === 'cancel' ? cancelAndTell(stores, act, on) : moveAndTell(stores, act, on)
  }),
})

const none = { code: 'no-such-meeting' } as const

export function belowRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const send = sendForm<MeetingRefusal>(house, (here, refusal) => tellOf(here.words.meetings.office, refusal))

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
    const name = named(belowDeeds(house.books), c.req.param('deed'))
    const seat = name ? await sitAbove(c, house, assets) : null
    if (!name || !seat) return missingAnswer(c, house, assets)
    const { desk, below: of, meeting } = seat
    return send(c, desk, {
      deed: belowDeeds(house.books)[name],
      on: (_stores, _desk, revision) => ({ of: of.id, meeting, revision }),
      next: ({ here, office }) => `${belowAddress(here.language, office.id, of.id, meeting)}?said=signed`,
      beside: of.id,
      again: ({ sentence }, status) => page(c, sentence, status),
    })
  })

  return routes
}
