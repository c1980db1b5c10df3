// Receipts: the answer that was given to a request's key, so that the same request sent again does nothing twice.
import { createHash } from 'node:crypto'
import { type Id, type Instant, type Result, done, refuse } from '#kernel'

/** A name that the sender gave to one request: 8–128 url-safe characters. */
export type RequestKey = Id<'request-key'>

export const parseRequestKey = (text: unknown): RequestKey | undefined =>
  typeof text === 'string' && /^[A-Za-z0-9_.~-]{8,128}$/.test(text) ? (text as RequestKey) : undefined

/** What a face answered, as it can be answered again: HTTP status, where to go next, a small body as text. */
export type Outcome = {
  readonly status: number
  readonly location: string | null
  readonly body: string | null
}

export type Request = {
  /** The person acting in the transaction; a key means nothing to anybody else. */
  readonly who: string
  readonly key: RequestKey
  readonly route: string
  /** See `fingerprint`. */
  readonly fingerprint: string
}

export type Receipt = Request & { readonly outcome: Outcome; readonly at: Instant }

export type ReceiptStore = {
  /** The receipt of this key, if any. Waits while another transaction is busy with the same key. */
  find(who: string, key: RequestKey): Promise<Receipt | null>
  keep(request: Request, outcome: Outcome): Promise<void>
  /** Drops what is older than 30 days; returns how many. */
  forgetOld(): Promise<number>
}

/** SHA-256, hex, of the words of a request as they came. */
export const fingerprint = (words: string | Uint8Array): string =>
  createHash('sha256').update(words).digest('hex')

export type ReceiptRefusal = { readonly code: 'key-used-for-other-words'; readonly key: RequestKey }

/**
 * Does the act once and remembers its outcome in the same transaction; later the outcome is given again, whatever has
 * happened in between. A refusal is not remembered. Refuses: key-used-for-other-words, and whatever the act refuses.
 */
export async function once<R>(
  receipts: ReceiptStore,
  request: Request,
  act: () => Promise<Result<Outcome, R>>,
): Promise<Result<Outcome & { readonly repeated: boolean }, R | ReceiptRefusal>> {
  const earlier = await receipts.find(request.who, request.key)
  if (earlier)
    return earlier.fingerprint === request.fingerprint && earlier.route === request.route
      ? done({ ...earlier.outcome, repeated: true })
      : refuse({ code: 'key-used-for-other-words', key: request.key })
  const result = await act()
  if (!result.ok) return result
  await receipts.keep(request, result.value)
  return done({ ...result.value, repeated: false })
}
