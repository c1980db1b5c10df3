// Subscriptions and their deliveries, in schema `seal`: each query first names the one key whose rows it may see.
import { type RawBuilder, sql } from 'kysely'
import type { Instant, Language } from '#kernel'
import type {
  Blind,
  Delivery,
  Subscription,
  SubscriptionId,
  SubscriptionStore,
  TokenHash,
  Topic,
  Wish,
} from '#notices'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

type SubscriptionRow = {
  id: SubscriptionId
  channel: Subscription['channel']
  blind: Blind
  address: Uint8Array
  topic: Topic
  hears: Topic[]
  language: Language
  wishes: Wish[]
  token: TokenHash
  asked_at: Instant
  confirmed_at: Instant | null
}

export const subscriptionStore = (trx: Trx): SubscriptionStore => {
  const one = async (key: string, where: RawBuilder<unknown>): Promise<Subscription | null> => {
    await ask(trx, key)
    const { rows } = await sql<SubscriptionRow>`select * from seal.subscriptions where ${where}`.execute(trx)
    return rows[0] ? subscriptionOf(rows[0]) : null
  }
  return {
    async add(of) {
      await ask(trx, of.id)
      const { numAffectedRows } = await sql`
        insert into seal.subscriptions
        values (${of.id}, ${of.channel}, ${of.blind}, ${Buffer.from(of.address)}, ${of.topic}, ${[...of.hears]}, ${of.language},
                ${[...of.wishes]}, ${of.token}, ${of.askedAt}, ${of.confirmedAt})
        on conflict do nothing`.execute(trx)
      return numAffectedRows === 1n
    },
    async waiting(blind) {
      await ask(trx, blind)
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from seal.subscriptions where blind = ${blind} and confirmed_at is null`.execute(
        trx,
      )
      return rows[0]!.n
    },
    ofAddress: (blind, topic) => one(blind, sql`blind = ${blind} and topic = ${topic}`),
    byToken: (token) => one(token, sql`token = ${token}`),
    byId: (id) => one(id, sql`id = ${id}`),
    async confirm(token, at) {
      await ask(trx, token)
      await sql`update seal.subscriptions set confirmed_at = ${at}
                where token = ${token} and confirmed_at is null`.execute(trx)
    },
    async change(token, { wishes, language }) {
      await ask(trx, token)
      await sql`update seal.subscriptions set wishes = ${[...wishes]}, language = ${language}
                where token = ${token}`.execute(trx)
    },
    async end(token) {
      await ask(trx, token)
      await sql`delete from seal.subscriptions where token = ${token}`.execute(trx)
    },
    async forgetOld() {
      // Beware: no `where`. With nothing asked for, the policies let go of old rows and of no others.
      await ask(trx, '')
      const { numAffectedRows } = await sql`delete from seal.subscriptions`.execute(trx)
      return Number(numAffectedRows ?? 0)
    },
    async spread({ id, topics, wish }, at) {
      await ask(trx, topics.join(' '))
      const { numAffectedRows } = await sql`
        insert into seal.deliveries (message, subscription, channel, next_at)
        select ${id}, s.id, s.channel, ${at}::timestamptz from seal.subscriptions s
        where s.hears && ${[...topics]}::text[] and s.confirmed_at is not null and ${wish} = any(s.wishes)
        on conflict do nothing`.execute(trx)
      return Number(numAffectedRows ?? 0)
    },
    async deliver({ message, subscription, channel, nextAt }) {
      await ask(trx, subscription)
      await sql`
        insert into seal.deliveries (message, subscription, channel, next_at)
        values (${message}, ${subscription}, ${channel}, ${nextAt})
        on conflict (message, subscription) do update
          set next_at = excluded.next_at, tries = 0, sent_at = null, given_up_at = null, fault = null
          where deliveries.sent_at is not null or deliveries.given_up_at is not null`.execute(trx)
    },
    async due(channels, at, limit) {
      await ask(trx, '')
      const { rows } = await sql<Omit<Delivery, 'nextAt'> & { next_at: Instant }>`
        select message, subscription, channel, tries, next_at from seal.deliveries
        where sent_at is null and given_up_at is null and next_at <= ${at} and channel = any(${[...channels]})
        order by next_at limit ${limit}`.execute(trx)
      return rows.map(({ next_at, ...row }) => ({ ...row, nextAt: next_at }))
    },
    async take(delivery, until) {
      return changed(
        trx,
        delivery,
        sql`next_at = ${until}`,
        sql`next_at = ${delivery.nextAt} and sent_at is null and given_up_at is null`,
      )
    },
    async sent(delivery, at) {
      await changed(
        trx,
        delivery,
        sql`sent_at = ${at}, tries = tries + 1, fault = null`,
        sql`sent_at is null`,
      )
    },
    async failed(delivery, nextAt, fault, at) {
      const when = nextAt === null ? sql`given_up_at = ${at}` : sql`next_at = ${nextAt}`
      await changed(trx, delivery, sql`${when}, tries = tries + 1, fault = ${fault}`, sql`sent_at is null`)
    },
    async count(message) {
      await ask(trx, message)
      const { rows } = await sql<{ waiting: number; sent: number; givenUp: number }>`
        select (count(*) filter (where sent_at is null and given_up_at is null))::int as waiting,
               count(sent_at)::int as sent, count(given_up_at)::int as "givenUp"
        from seal.deliveries where message = ${message}`.execute(trx)
      return rows[0]!
    },
  }
}

async function changed(
  trx: Trx,
  { message, subscription }: Delivery,
  set: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<boolean> {
  await ask(trx, subscription)
  const { numAffectedRows } = await sql`
    update seal.deliveries set ${set}
    where message = ${message} and subscription = ${subscription} and ${where}`.execute(trx)
  return numAffectedRows === 1n
}

const subscriptionOf = ({ asked_at, confirmed_at, ...row }: SubscriptionRow): Subscription => ({
  ...row,
  askedAt: asked_at,
  confirmedAt: confirmed_at,
})
