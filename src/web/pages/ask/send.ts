// A request goes in: received once under the name of its form, its receipt found again, its contact sealed away.
import { randomBytes } from 'node:crypto'
import type { MeetingId } from '#calendar'
import type { Clean, FileId } from '#files'
import type { Language, LocalDate, Result } from '#kernel'
import { done } from '#kernel'
import { type Channel, type SubscriptionId, sealNonceBytes, subscribe, topic } from '#notices'
import { type ReceiptCode, type RequestKey, hashFor, receiptCodeOf } from '#receipts'
import {
  type AuthorRefusal,
  type IntakeRefusal,
  type ReceiptHash,
  type Request,
  type RequestId,
  eraseOriginal,
  receiveRequest,
  withdrawRequest,
} from '#requests'
import type { OfficeId, UnitCode } from '#territory'
import type { WebHouse } from '../../house.ts'
import type { AuthorsDeed } from './own-deeds.tsx'

/** Named after the form: sent twice it is one request, with one code. */
const namesOf = (key: RequestKey) => {
  const code = receiptCodeOf(key)
  return {
    id: `q-${hashFor('request', key).slice(0, 24)}` as RequestId,
    code,
    receipt: hashFor('request', code) as ReceiptHash,
  }
}

/** What came of this form before: the request, how many files lie with it, and its code. */
export async function sentBefore(
  storage: Pick<WebHouse['storage'], 'readOffice'>,
  key: RequestKey,
): Promise<{ readonly request: Request; readonly files: number; readonly code: ReceiptCode } | null> {
  const { code, receipt } = namesOf(key)
  return storage.readOffice({ person: receipt, offices: [] }, async ({ requests, requestFiles }) => {
    const request = await requests.byReceipt(receipt)
    return request && { request, files: (await requestFiles.ofRequest(request.id)).length, code }
  })
}

export async function sendRequest(
  { storage, intake, clock, newId, newSalt }: WebHouse,
  key: RequestKey,
  of: {
    readonly office: OfficeId
    readonly unit: UnitCode
    readonly meeting: MeetingId | null
    readonly words: string
    readonly files: readonly Clean[]
    readonly proven: boolean
    readonly today: LocalDate
  },
): Promise<Result<Request, IntakeRefusal>> {
  const { id, receipt } = namesOf(key)
  const at = clock()
  return storage.transaction({ person: receipt, offices: [] }, async (stores) => {
    const reader = await intake.readers.of(stores, of.office, of.today)
    const house = { reader, seal: intake.seal, at, newId, newSalt }
    const outcome = await receiveRequest(stores, house, {
      id,
      receipt,
      office: of.office,
      unit: of.unit,
      meeting: of.meeting,
      words: of.words,
      proven: of.proven,
      channel: 'web',
      receivedAt: at,
      asserted: false,
      enteredBy: null,
      source: null,
      externalId: null,
      from: null,
    })
    if (!outcome.ok) return outcome
    const { request, fresh } = outcome.value
    if (fresh) {
      const files = of.files.map((file) => ({ id: newId() as FileId, file }))
      await stores.requestFiles.add(files, { request: id, office: of.office, at })
    }
    return done(request)
  })
}

/** The address lies sealed, as one who is told of this request; asked twice it is kept once. */
export async function keepContact(
  { storage, notices, newId, clock }: WebHouse,
  request: RequestId,
  { channel, address }: { readonly channel: Channel; readonly address: string },
  language: Language,
): Promise<void> {
  if (!notices) return
  const of = topic(`request:${request}`)
  await storage.sealed(({ subscriptions }) =>
    subscribe(subscriptions, notices.box, {
      channel,
      address,
      topic: of,
      hears: [of],
      language,
      wishes: ['changes'],
      id: newId() as SubscriptionId,
      nonce: randomBytes(sealNonceBytes),
      at: clock(),
    }),
  )
}

/** Withdraws a request or erases what was sealed of it, for whoever holds its receipt. */
export const doAuthorsDeed = (
  { storage, clock, newId, newSalt }: WebHouse,
  receipt: ReceiptHash,
  deed: AuthorsDeed,
): Promise<Result<unknown, AuthorRefusal>> =>
  storage.transaction<unknown, AuthorRefusal>({ person: receipt, offices: [] }, (stores) => {
    const act = { receipt, at: clock(), newId, newSalt }
    return deed === 'erase' ? eraseOriginal(stores, act) : withdrawRequest(stores, act)
  })
