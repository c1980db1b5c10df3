// Seeing what was sealed takes two persons and leaves a trace: asking with a purpose, allowing, looking.
import type { Act } from '#calendar'
import type { EntryId, JournalStore } from '#journal'
import { type Result, done, refuse } from '#kernel'
import { type NotAllowed, type Verb, may } from '#people'
import type { OfficeId } from '#territory'
import type { Request, RequestId, RequestStore } from './request.ts'
import {
  type Look,
  type LookId,
  type Unsealing,
  type UnsealingId,
  type UnsealingPurpose,
  type UnsealingStore,
  stateOfUnsealing,
} from './unsealing.ts'

export type UnsealingRefusal =
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'no-such-request' }
  | { readonly code: 'no-such-unsealing' }
  /** No mask hides anything, or it was erased. */
  | { readonly code: 'nothing-sealed' }
  /** One waits to be allowed, or is open. */
  | { readonly code: 'asked-already' }
  | { readonly code: 'basis-wanted' }
  | { readonly code: 'unsealing-lapsed' }
  | { readonly code: 'allowed-already' }
  /** Not allowed yet, or its day is over. */
  | { readonly code: 'unsealing-not-open' }

export type UnsealingStores = {
  readonly requests: Pick<RequestStore, 'find' | 'holdsOriginal'>
  readonly unsealings: UnsealingStore
  readonly journal: JournalStore
}

/**
 * Asks to see what was sealed of a request. Refuses: no-such-request, not-allowed, nothing-sealed, basis-wanted,
 * asked-already.
 */
export async function askUnsealing(
  { requests, unsealings, journal }: UnsealingStores,
  act: Act,
  wish: {
    readonly request: RequestId
    readonly office: OfficeId
    readonly purpose: UnsealingPurpose
    readonly basis: string | null
  },
): Promise<Result<Unsealing, UnsealingRefusal>> {
  const { purpose, basis } = wish
  const request = await ofOffice(requests, wish)
  if (!request) return refuse({ code: 'no-such-request' })
  const { id, office } = request
  const answer = may(act.actor, 'ask-unsealing', { office, state: 'none' }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (purpose === 'by-law' && !basis) return refuse({ code: 'basis-wanted' })
  if (!(await requests.holdsOriginal(id))) return refuse({ code: 'nothing-sealed' })
  const before = await unsealings.ofRequest(id)
  if (before.some((one) => ['asked', 'open'].includes(stateOfUnsealing(one, act.at))))
    return refuse({ code: 'asked-already' })
  const unsealing: Unsealing = {
    id: act.newId() as UnsealingId,
    request: id,
    office,
    purpose,
    basis,
    askedBy: act.actor.person.id,
    askedAt: act.at,
    allowedBy: null,
    allowedAt: null,
  }
  await unsealings.ask(unsealing)
  await journal.append([entryOf(act, 'unsealing-asked', unsealing)])
  return done(unsealing)
}

/**
 * Allows what another person asked for; both may look from now on, for a day.
 *
 * Refuses: no-such-unsealing, unsealing-lapsed, allowed-already, not-allowed (the one who asked, a signer without a fresh
 * factor).
 */
export async function allowUnsealing(
  { unsealings, journal }: UnsealingStores,
  act: Act,
  { unsealing: id, office }: { readonly unsealing: UnsealingId; readonly office: OfficeId },
): Promise<Result<Unsealing, UnsealingRefusal>> {
  const unsealing = await unsealings.find(id)
  if (!unsealing || unsealing.office !== office) return refuse({ code: 'no-such-unsealing' })
  const answer = may(act.actor, 'unseal', { office, state: 'open', editedBy: [unsealing.askedBy] }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const state = stateOfUnsealing(unsealing, act.at)
  if (state === 'lapsed') return refuse({ code: 'unsealing-lapsed' })
  const by = act.actor.person.id
  if (state !== 'asked' || !(await unsealings.allow(id, by, act.at)))
    return refuse({ code: 'allowed-already' })
  await journal.append([entryOf(act, 'unsealing-allowed', unsealing)])
  return done({ ...unsealing, allowedBy: by, allowedAt: act.at })
}

/**
 * Writes down that the actor looks; only then, and only by this look, the sealed schema gives the original.
 *
 * Refuses: no-such-unsealing, not-allowed (anybody but the two), unsealing-not-open.
 */
export async function lookAtOriginal(
  { unsealings, journal }: UnsealingStores,
  act: Act,
  { unsealing: id, office }: { readonly unsealing: UnsealingId; readonly office: OfficeId },
): Promise<Result<Look, UnsealingRefusal>> {
  const unsealing = await unsealings.find(id)
  if (!unsealing || unsealing.office !== office) return refuse({ code: 'no-such-unsealing' })
  const by = act.actor.person.id
  // Whoever asked or allowed, but has no part in the requests any more, has none in this.
  const answer = may(act.actor, 'see-requests' satisfies Verb, { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (![unsealing.askedBy, unsealing.allowedBy].includes(by)) return refuse({ code: 'no-such-unsealing' })
  if (stateOfUnsealing(unsealing, act.at) !== 'open') return refuse({ code: 'unsealing-not-open' })
  const look: Look = {
    id: act.newId() as LookId,
    unsealing: id,
    request: unsealing.request,
    office,
    by,
    at: act.at,
  }
  await unsealings.look(look)
  await journal.append([entryOf(act, 'original-looked-at', unsealing)])
  return done(look)
}

const ofOffice = async (
  requests: Pick<RequestStore, 'find'>,
  { request: id, office }: { readonly request: RequestId; readonly office: OfficeId },
): Promise<Request | null> => {
  const request = await requests.find(id)
  return request?.office === office ? request : null
}

const entryOf = (act: Act, type: string, { id, request, office, purpose }: Unsealing) => ({
  id: act.newId() as EntryId,
  type,
  at: act.at,
  asserted: false,
  actor: act.actor.person.id,
  office,
  subject: request,
  payload: { unsealing: id, purpose },
  corrects: null,
  salt: act.newSalt(),
})
