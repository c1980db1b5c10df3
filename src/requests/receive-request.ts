// A request comes in: masked, read, kept with its receipt, and what the masks hide sealed away, all at once or not at all.
import type { MeetingId } from '#calendar'
import type { EntryId, JournalStore } from '#journal'
import { type Instant, type Result, done, refuse } from '#kernel'
import type { NotAllowed, PersonId } from '#people'
import type { Kind } from '#reading'
import { type OfficeId, type TerritoryStore, type UnitCode, localDay } from '#territory'
import { type Reader, asRead, readWords } from './read-words.ts'
import type { ReceiptHash, Request, RequestChannel, RequestId, RequestStore } from './request.ts'

/** Characters of a request as typed; reading looks at as many. */
export const mostCharacters = 20_000

export type IntakeRefusal =
  | { readonly code: 'words-wanted' }
  | { readonly code: 'words-too-long'; readonly most: number }
  | { readonly code: 'no-such-unit'; readonly unit: UnitCode }
  | { readonly code: 'no-such-office'; readonly office: OfficeId }
  | { readonly code: 'received-ahead' }
  | { readonly code: 'id-taken' }
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }

export type IntakeStores = {
  readonly requests: RequestStore
  readonly journal: JournalStore
  readonly territory: Pick<TerritoryStore, 'office' | 'lineage'>
}

/** A request as it comes, before anything is known of it. */
export type Incoming = {
  readonly id: RequestId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly meeting: MeetingId | null
  readonly channel: RequestChannel
  /** As typed. */
  readonly words: string
  readonly receivedAt: Instant
  readonly asserted: boolean
  readonly enteredBy: PersonId | null
  readonly receipt: ReceiptHash
  readonly source: string | null
  readonly externalId: string | null
  /** As the system it was imported from calls it; without it the words are read. */
  readonly kind?: Kind | null
  readonly proven: boolean
  /** Who it came from, as told to an office: sealed with the original words. */
  readonly from: { readonly name: string; readonly contact: string } | null
}

export type IntakeHouse = {
  readonly reader: Reader
  /** Seals what the masks hide: AES-256-GCM under the key of the installation. */
  readonly seal: (text: string) => Uint8Array
  readonly at: Instant
  readonly newId: () => string
  readonly newSalt: () => string
}

/** Lines end as in a text of this house; nothing that turns text around or halves a character is kept. */
export const tidyWords = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]|(?![\n\t])\p{Cc}|\p{Cs}/gu, '')
    .trim()

/**
 * Receives a request. The same id, or the same row of another system, again changes nothing and gives the first.
 *
 * Refuses: words-wanted, words-too-long, no-such-unit, no-such-office, received-ahead, id-taken (by somebody whose
 * request the acting one may not see).
 */
export async function receiveRequest(
  stores: IntakeStores,
  house: IntakeHouse,
  incoming: Incoming,
): Promise<Result<{ readonly request: Request; readonly fresh: boolean }, IntakeRefusal>> {
  const { id, office, unit, receivedAt, source, externalId } = incoming
  const before =
    (await stores.requests.find(id)) ??
    (source !== null && externalId !== null
      ? await stores.requests.byExternal(office, source, externalId)
      : null)
  if (before) return done({ request: before, fresh: false })
  const words = tidyWords(incoming.words)
  if (words === '') return refuse({ code: 'words-wanted' })
  if (words.length > mostCharacters) return refuse({ code: 'words-too-long', most: mostCharacters })
  if (receivedAt > house.at) return refuse({ code: 'received-ahead' })
  if (!(await stores.territory.office(office))) return refuse({ code: 'no-such-office', office })
  if ((await stores.territory.lineage(unit, localDay(house.at, unit))).length === 0)
    return refuse({ code: 'no-such-unit', unit })

  const { masked, spans, reading } = readWords(words, house.reader)
  // A mask may be longer than what it covers.
  if (masked.length > mostCharacters) return refuse({ code: 'words-too-long', most: mostCharacters })
  const { from } = incoming
  const request = await stores.requests.add({
    id,
    office,
    unit,
    meeting: incoming.meeting,
    channel: incoming.channel,
    receivedAt,
    recordedAt: house.at,
    asserted: incoming.asserted,
    enteredBy: incoming.enteredBy,
    receipt: incoming.receipt,
    source,
    externalId,
    words: masked,
    proven: incoming.proven,
    language: reading.language,
    kind: incoming.kind ?? reading.kind,
    sphere: reading.sphere,
    level: reading.level,
    reading: asRead(reading, spans),
    corrected: [],
    group: null,
    fate: 'waiting',
    fateWords: null,
    fateAt: null,
    revision: 1,
  })
  // Somebody sent the same at the same moment, and was quicker.
  if (!request) {
    const there = await stores.requests.find(id)
    return there ? done({ request: there, fresh: false }) : refuse({ code: 'id-taken' })
  }
  if (spans.length > 0 || from)
    await stores.requests.seal(
      id,
      office,
      house.seal(JSON.stringify({ words: spans.length > 0 ? words : null, ...from })),
      house.at,
    )
  await stores.journal.append([
    {
      id: house.newId() as EntryId,
      type: 'request-received',
      at: house.at,
      asserted: incoming.asserted,
      actor: incoming.enteredBy,
      office,
      subject: id,
      payload: {
        unit,
        channel: incoming.channel,
        ...(incoming.meeting ? { meeting: incoming.meeting } : {}),
      },
      corrects: null,
      salt: house.newSalt(),
    },
  ])
  return done({ request, fresh: true })
}
