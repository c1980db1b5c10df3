// The kit of a notice that is signed and not yet out: its own office prints posters before the hour comes.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import type { Assets } from '../assets.ts'
import { isName } from '../asked.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { atDesk } from '../office/at-desk.ts'
import { type Desk, actingOf, deskOf } from '../office/desk.ts'
import { OfficeFrame } from '../office/frame.tsx'
import { meetingAddresses } from '../office/meetings/meeting-addresses.ts'
import { originOf } from '../origin.ts'
import { hereOf } from '../page.tsx'
import { type Found, readSignedKit } from './kit-facts.ts'
import { KitPieces } from './kit-page.tsx'
import { pieceAnswer } from './kit-routes.ts'
import { signedKit } from './kit-texts.ts'

/** Routes below `/office/:office/meetings/:meeting/kit`. */
export function signedKitRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const show = atDesk(house, assets, 'see-meetings')
  const idOf = (c: Context): MeetingId | null => {
    const id = c.req.param('meeting')
    return isName(id) ? (id as MeetingId) : null
  }

  routes.get('/office/:office/meetings/:meeting/kit', (c) =>
    show(c, async (desk, stores) => {
      const id = idOf(c)
      const found = id && (await readSignedKit(stores, desk, id, originOf(c, c.get('standing'))))
      return found ? <SignedKit desk={desk} csrf={formToken(c)} {...found} /> : null
    }),
  )
  routes.get('/office/:office/meetings/:meeting/kit/:piece', async (c) => {
    const id = idOf(c)
    const { today } = hereOf(c, house, assets, false)
    const found = await house.storage.readOffice(actingOf(c.get('actor')!, today), async (stores) => {
      const desk = await deskOf(c, house, assets, stores, 'see-meetings')
      return desk && id && readSignedKit(stores, desk, id, originOf(c, c.get('standing')))
    })
    const answer = found ? pieceAnswer(c, found, c.req.param('piece')) : null
    return answer ?? missingAnswer(c, house, assets)
  })
  return routes
}

function SignedKit({ desk, csrf, meeting, kit }: { desk: Desk; csrf: string } & Found) {
  const { here, office } = desk
  const { kit: words, meetings } = here.words
  const to = meetingAddresses(here.language, office.id)
  return (
    <OfficeFrame desk={desk} section="meetings" title={words.title} csrf={csrf}>
      <p>
        <a href={to.meeting(meeting.id)}>{meetings.office.backToMeeting}</a>
      </p>
      <h1>{words.title}</h1>
      <p class="soft">
        {here.format.fullDay(meeting.day)}, {meeting.start}
      </p>
      <p class="warn">{words.signed}</p>
      <div class="kit flow">
        <KitPieces here={here} kit={kit} below={signedKit(here.language, office.id, meeting.id)} />
      </div>
    </OfficeFrame>
  )
}
