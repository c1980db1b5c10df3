// Requests as they come into houses of tests: by the web, and with nothing more known of them than a test says.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Storage, Stores } from '#flows'
import type { Instant } from '#kernel'
import { hashFor } from '#receipts'
import { type Incoming, type ReceiptHash, type RequestId, receiveRequest } from '#requests'
import { localDay } from '#territory'
import { intake } from './intake.ts'

export type Sent = Pick<Incoming, 'office' | 'unit' | 'words'> &
  Partial<Omit<Incoming, 'id'>> & { readonly id: string; readonly at: Instant }

/** As who acts the one who keeps the receipt of this request. */
export const receiptOf = (id: string): ReceiptHash => hashFor('request', id) as ReceiptHash

/** Takes it in among what else the test does at once; sealed with the key of the tests if no other is given. */
export async function receive(stores: Stores, { id, at, ...of }: Sent, seal = intake.seal) {
  const reader = await intake.readers.of(stores, of.office, localDay(at, null))
  const newSalt = () => randomBytes(16).toString('hex')
  return receiveRequest(
    stores,
    { reader, seal, at, newId: randomUUID, newSalt },
    {
      id: id as RequestId,
      meeting: null,
      channel: 'web',
      receivedAt: at,
      asserted: false,
      enteredBy: null,
      receipt: receiptOf(id),
      source: null,
      externalId: null,
      proven: true,
      from: null,
      ...of,
    },
  )
}

/** Comes from a browser, which acts for no office; a refusal is thrown. */
export async function send(storage: Storage, sent: Sent): Promise<RequestId> {
  const acting = { person: receiptOf(sent.id), offices: [] }
  const outcome = await storage.transaction(acting, (stores) => receive(stores, sent))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.request.id
}
