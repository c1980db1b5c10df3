import { sql } from 'kysely'
import type { Instant } from '#kernel'
import type { Message, MessageId, OutboxStore, Topic, Wish } from '#notices'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export type OutboxTables = {
  outbox_messages: {
    id: MessageId
    topics: Topic[]
    wish: Wish
    office: string | null
    payload: Message['payload']
    written_at: Instant
    spread_at: Instant | null
  }
}

/** What the clock of the house asks for: the messages of every office. */
const everything = 'the outbox'

export const outboxStore = (trx: Trx): OutboxStore => ({
  async write({ at, payload, ...message }) {
    await trx
      .insertInto('outbox_messages')
      .values({
        ...message,
        topics: [...message.topics],
        payload: sql`${JSON.stringify(payload)}::jsonb`,
        written_at: at,
        spread_at: null,
      })
      .onConflict((it) => it.doNothing())
      .execute()
  },
  async find(id) {
    await ask(trx, everything)
    const row = await trx.selectFrom('outbox_messages').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? messageOf(row) : null
  },
  async unspread(limit) {
    await ask(trx, everything)
    const rows = await trx
      .selectFrom('outbox_messages')
      .selectAll()
      .where('spread_at', 'is', null)
      .orderBy('written_at')
      .limit(limit)
      .execute()
    return rows.map(messageOf)
  },
  async spread(id, at) {
    await ask(trx, everything)
    await trx.updateTable('outbox_messages').set({ spread_at: at }).where('id', '=', id).execute()
  },
  async recent(offices, limit) {
    if (offices === 'all') await ask(trx, everything)
    const rows = await trx
      .selectFrom('outbox_messages')
      .selectAll()
      .$if(offices !== 'all', (it) => it.where(sql<boolean>`office = any(${offices})`))
      .orderBy('written_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(messageOf)
  },
})

const messageOf = (row: OutboxTables['outbox_messages']): Message => {
  const { id, topics, wish, office, payload, written_at: at } = row
  return { id, topics, wish, office, payload, at }
}
