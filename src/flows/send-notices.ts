// What the outbox holds goes to those who hear it: spread to subscriptions, then sent one at a time.
import { type Instant, type LocalDate, addDays, done } from '#kernel'
import {
  type Channel,
  type Delivery,
  type Post,
  type SealBox,
  codeOf,
  confirmation,
  nextTry,
  parcelId,
  takenUntil,
} from '#notices'
import type { Storage } from './stores.ts'
import { messageOf } from './tell-subscribers.ts'

const nobody = { person: null, offices: [] }
/** So many a turn; the next turn takes the rest. */
const mostMessages = 20
const mostDeliveries = 50

export type SendingHouse = {
  readonly storage: Storage
  readonly box: SealBox
  readonly post: Post
  readonly clock: () => Instant
  /** Hears of each try that failed: a code, never an address. */
  readonly failed: (delivery: Delivery, code: string) => void
}

/** One turn: what is new is spread, what is due is sent. Gives the number of deliveries that went. */
export async function sendNotices(house: SendingHouse): Promise<number> {
  await spreadMessages(house)
  const channels = Object.keys(house.post.senders) as Channel[]
  const due = await house.storage.sealed(({ subscriptions: store }) =>
    store.due(channels, house.clock(), mostDeliveries),
  )
  let sent = 0
  for (const delivery of due) if (await sendOne(house, delivery)) sent++
  return sent
}

async function spreadMessages({ storage, clock }: SendingHouse): Promise<void> {
  const messages = await storage.readOffice(nobody, ({ outbox }) => outbox.unspread(mostMessages))
  for (const message of messages) {
    // Two transactions in two roles: whoever dies in between spreads again, and that adds nothing.
    await storage.sealed(({ subscriptions: store }) => store.spread(message, clock()))
    await storage.transaction(nobody, async ({ outbox }) => done(await outbox.spread(message.id, clock())))
  }
}

async function sendOne(
  { storage, box, post, clock, failed }: SendingHouse,
  delivery: Delivery,
): Promise<boolean> {
  const until = takenUntil(clock())
  if (!(await storage.sealed(({ subscriptions: store }) => store.take(delivery, until)))) return false
  try {
    const subscription = await storage.sealed(({ subscriptions: store }) => store.byId(delivery.subscription))
    // Ended a moment ago; its deliveries went with it.
    if (!subscription) return false
    const asks = delivery.message === confirmation
    const message = asks
      ? null
      : await storage.readOffice(nobody, ({ outbox }) => outbox.find(delivery.message))
    const token = box.token(subscription.id)
    await post.senders[delivery.channel]!({
      ...(await post.write(message, subscription, token)),
      address: box.open(subscription.address),
      id: parcelId(delivery),
      token,
      subscribed: !asks,
    })
  } catch (fault) {
    const [at, code] = [clock(), codeOf(fault)]
    await storage.sealed(({ subscriptions: store }) =>
      store.failed(delivery, nextTry(delivery, at, fault), code, at),
    )
    failed(delivery, code)
    return false
  }
  await storage.sealed(({ subscriptions: store }) => store.sent(delivery, clock()))
  return true
}

/** Writes the reminders of meetings a week and a day ahead; of each there is one, however often this is asked. */
export async function writeReminders(
  storage: Pick<Storage, 'readPublic' | 'transaction'>,
  today: LocalDate,
  at: Instant,
): Promise<void> {
  for (const [event, days] of [
    ['week-before', 7],
    ['day-before', 1],
  ] as const) {
    const day = addDays(today, days)
    const meetings = await storage.readPublic(({ national }) => national.meetingsOn(day))
    const messages = meetings
      .filter(({ status }) => status === 'planned' || status === 'moved')
      .map(({ id, office, unit, above, start }) =>
        messageOf(at, { event, meeting: id, office: office.id, unit: unit.code, day, start }, office, [
          unit,
          ...above,
        ]),
      )
    await storage.transaction(nobody, async ({ outbox }) => {
      for (const message of messages) await outbox.write(message)
      return done()
    })
  }
}
