// What its author may do with a request, by his receipt code alone: take it back, or have what was sealed erased.
import type { EntryId, JournalStore } from '#journal'
import { type Instant, type Result, done, refuse } from '#kernel'
import type { ReceiptHash, Request, RequestStore } from './request.ts'
import type { RequestFileStore } from './request-file.ts'

export type AuthorRefusal =
  | { readonly code: 'no-such-request' }
  /** It was answered, set aside or withdrawn. */
  | { readonly code: 'fate-settled' }

export type AuthorStores = {
  readonly requests: RequestStore
  readonly requestFiles: RequestFileStore
  readonly journal: JournalStore
}

export type AuthorsAct = {
  /** Of the receipt code; the transaction acts under it. */
  readonly receipt: ReceiptHash
  readonly at: Instant
  readonly newId: () => string
  readonly newSalt: () => string
}

/**
 * Takes a request back: it leaves its group and is counted as withdrawn. An approved pool is a version that stays as it
 * is; what comes after it is made without this request. Refuses: no-such-request, fate-settled.
 */
export async function withdrawRequest(
  { requests, journal }: Pick<AuthorStores, 'requests' | 'journal'>,
  act: AuthorsAct,
): Promise<Result<Request, AuthorRefusal>> {
  const found = await requests.byReceipt(act.receipt)
  if (!found) return refuse({ code: 'no-such-request' })
  await requests.hold(found.office)
  // Somebody may have grouped it while we waited.
  const request = (await requests.byReceipt(act.receipt)) ?? found
  if (request.fate !== 'waiting' && request.fate !== 'grouped') return refuse({ code: 'fate-settled' })
  if (request.group !== null)
    await requests.move([
      {
        office: request.office,
        request: request.id,
        from: request.group,
        to: null,
        why: 'fate',
        deed: act.newId(),
        reasons: [],
        by: null,
        at: act.at,
      },
    ])
  const revision = request.revision + (request.group === null ? 1 : 2)
  const withdrawn: Request = { ...request, group: null, fate: 'withdrawn', fateAt: act.at, revision }
  if (!(await requests.save(withdrawn))) return refuse({ code: 'fate-settled' })
  await journal.append([entryOf(act, 'request-withdrawn', request)])
  return done(withdrawn)
}

/**
 * Erases the words before masking, name, contact, files and the address for news of a request; what is masked stays.
 * Gladly once more. Refuses: no-such-request.
 */
export async function eraseOriginal(
  { requests, requestFiles, journal }: AuthorStores,
  act: AuthorsAct,
): Promise<Result<void, AuthorRefusal>> {
  const request = await requests.byReceipt(act.receipt)
  if (!request) return refuse({ code: 'no-such-request' })
  const held = await requests.holdsOriginal(request.id)
  await requests.eraseOriginal(request.id)
  const files = await requestFiles.erase(request.id)
  if (held || files > 0) await journal.append([entryOf(act, 'original-erased', request)])
  return done()
}

const entryOf = (act: AuthorsAct, type: string, { id, office }: Request) => ({
  id: act.newId() as EntryId,
  type,
  at: act.at,
  asserted: false,
  actor: null,
  office,
  subject: id,
  payload: {},
  corrects: null,
  salt: act.newSalt(),
})
