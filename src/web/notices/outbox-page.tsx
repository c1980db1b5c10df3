// What is told to subscribers on behalf of an office: the words of each message, and how many wait, got it or could not.
import { type Context, Hono } from 'hono'
import { type Stores, requestOfTopic } from '#flows'
import type { LocalDate } from '#kernel'
import type { DeliveryCount, Message, MessageId } from '#notices'
import { type Unit, type UnitCode, localDay, localTime } from '#territory'
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
      if (!desk) return null
      const messages = await stores.outbox.recent([desk.office.id], most)
      return { desk, messages, units: await unitsOfAuthors(stores, messages, today) }
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
        units={read.units}
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
  units: ReadonlyMap<MessageId, Unit>
  origin: string
}

function OutboxPage({ desk, csrf, counted, sends, units, origin }: Props) {
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
        <MessageList
          here={desk.here}
          counted={counted}
          origin={origin}
          of={({ id, topics }) => {
            const name = units.get(id)?.name[desk.here.language]
            return name ? `${name} · ${words.bench.voices(topics.length)}` : null
          }}
        />
      )}
    </OfficeFrame>
  )
}

type ListProps = {
  readonly here: Here
  readonly counted: readonly Counted[]
  readonly origin: string
  /** What else tells a message apart from others with its title. */
  readonly of: (message: Message) => string | null
}

export function MessageList({ here, counted, origin, of }: ListProps) {
  return (
    <ul class="plain rows">
      {counted.map(({ message, count }) => {
        const { subject, text } = letterOf(message.payload, here.language, origin)
        const about = [
          of(message),
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

/** Places of the requests that messages tell of; of a forgotten one nothing is known. */
async function unitsOfAuthors(
  { requests, national }: Pick<Stores, 'requests' | 'national'>,
  messages: readonly Message[],
  today: LocalDate,
): Promise<ReadonlyMap<MessageId, Unit>> {
  const codes = new Map<MessageId, UnitCode>()
  for (const { id, topics } of messages) {
    const request = topics[0] ? requestOfTopic(topics[0]) : null
    const unit = request && (await requests.find(request))?.unit
    if (unit) codes.set(id, unit)
  }
  const units = new Map(
    (await national.units([...new Set(codes.values())], today)).map((unit) => [unit.code, unit]),
  )
  return new Map([...codes].flatMap(([id, code]) => (units.has(code) ? [[id, units.get(code)!]] : [])))
}

/** How far each message has come. */
export const countedOf = (house: WebHouse, messages: readonly Message[]): Promise<Counted[]> =>
  house.storage.sealed(async ({ subscriptions: store }) => {
    const list: Counted[] = []
    for (const message of messages) list.push({ message, count: await store.count(message.id) })
    return list
  })
