// What is told to subscribers on behalf of an office: the words of each message, and how many wait, got it or could not.
import { type Context, Hono } from 'hono'
import type { DeliveryCount, Message } from '#notices'
import { localDay, localTime } from '#territory'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import type { Here } from '../here.ts'
import { type Desk, actingOf, deskOf } from '../office/desk.ts'
import { OfficeFrame } from '../office/frame.tsx'
import { originOf } from '../origin.ts'
import { answer, hereOf } from '../page.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { letterOf, placeOf } from './letters.ts'

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
    const counted = await countedOf(house, read.messages)
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
  const { words } = desk.here
  const say = words.notices.outbox
  return (
    <OfficeFrame desk={desk} section="outbox" title={say.title} csrf={csrf}>
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      {!sends && <p class="warn">{say.off}</p>}
      {counted.length === 0 ? (
        <EmptyState title={say.none} />
      ) : (
        <MessageList here={desk.here} counted={counted} origin={origin} />
      )}
    </OfficeFrame>
  )
}

type ListProps = {
  readonly here: Here
  readonly counted: readonly Counted[]
  readonly origin: string
  /** Whose message each is, where several offices stand in one list. */
  readonly of?: (office: string) => string
}

export function MessageList({ here, counted, origin, of }: ListProps) {
  return (
    <ul class="plain rows">
      {counted.map(({ message, count }) => {
        const { subject, text } = letterOf(message.payload, here.language, origin)
        const about = [
          of && message.office ? of(message.office) : null,
          placeOf(message.payload, here.language),
          `${here.format.day(localDay(message.at, null))}, ${localTime(message.at, null)}`,
        ]
        return (
          <li key={message.id}>
            <details>
              <summary>{subject}</summary>
              <pre class="letter">{text}</pre>
            </details>
            <span class="soft small">{about.filter((one) => one !== null).join(' · ')}</span>{' '}
            <span class="soft small">
              {here.words.notices.outbox.counts(count.waiting, count.sent, count.givenUp)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** How far each message has come. */
export const countedOf = (house: WebHouse, messages: readonly Message[]): Promise<Counted[]> =>
  house.storage.sealed(async ({ subscriptions: store }) => {
    const list: Counted[] = []
    for (const message of messages) list.push({ message, count: await store.count(message.id) })
    return list
  })
