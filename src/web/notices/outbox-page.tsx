// What is told to subscribers on behalf of an office: the words of each message, and how many wait, got it or could not.
import { type Context, Hono } from 'hono'
import type { MeetingTold } from '#flows'
import type { DeliveryCount, Message } from '#notices'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { type Desk, actingOf, deskOf } from '../office/desk.ts'
import { OfficeFrame } from '../office/frame.tsx'
import { originOf } from '../origin.ts'
import { answer, hereOf } from '../page.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { meetingLetter } from './letters.ts'

type Counted = { readonly message: Message; readonly count: DeliveryCount }

const most = 50

export function outboxRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  routes.get('/office/:office/outbox', async (c: Context) => {
    const actor = c.get('actor')
    if (!actor) return missingAnswer(c, house, assets)
    const { today } = hereOf(c, house, assets, false)
    const read = await house.storage.readOffice(actingOf(actor, today), async (stores) => {
      const desk = await deskOf(c, house, assets, stores, 'see-meetings')
      return desk && { desk, messages: await stores.outbox.recent([desk.office.id], most) }
    })
    if (!read) return missingAnswer(c, house, assets)
    const counted = await house.storage.sealed(async (store) => {
      const list: Counted[] = []
      for (const message of read.messages) list.push({ message, count: await store.count(message.id) })
      return list
    })
    const sends = (house.notices?.channels.length ?? 0) > 0
    return answer(
      c,
      <OutboxPage
        desk={read.desk}
        csrf={formToken(c)}
        counted={counted}
        sends={sends}
        origin={originOf(c, c.get('standing'))}
      />,
      200,
    )
  })
  return routes
}

type Props = {
  desk: Desk
  csrf: string
  counted: readonly Counted[]
  sends: boolean
  origin: string
}

function OutboxPage({ desk, csrf, counted, sends, origin }: Props) {
  const { words, language } = desk.here
  const say = words.notices.outbox
  return (
    <OfficeFrame desk={desk} section="outbox" title={say.title} csrf={csrf}>
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      {!sends && <p class="warn">{say.off}</p>}
      {counted.length === 0 ? (
        <EmptyState title={say.none} />
      ) : (
        <ul class="plain rows">
          {counted.map(({ message, count }) => {
            const { subject, text } = meetingLetter(
              message.payload as unknown as MeetingTold,
              language,
              origin,
            )
            return (
              <li key={message.id}>
                <details>
                  <summary>{subject}</summary>
                  <pre class="letter">{text}</pre>
                </details>
                <span class="soft small">{say.counts(count.waiting, count.sent, count.givenUp)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </OfficeFrame>
  )
}
