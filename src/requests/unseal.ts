// Seeing what was sealed takes two persons and leaves a trace: asking with a purpose, allowing, looking.
import { type Act, entryBy } from '#calendar'
import type { JournalStore } from '#journal'
import { type Result, done, refuse } from '#kernel'
import { type NotAllowed, type Verb, may } from '#people'
import type { OfficeId } from '#territory'
import type { Request, RequestId, RequestStore } from './request.ts'
import {
  type AllowedHow,
  type Look,
  type LookId,
  type Unsealing,
  type UnsealingId,
  type UnsealingPurpose,
  type UnsealingStore,
  stateOfUnsealing,
} from './unsealing.ts'
import { type HandsStores, handsOf, mayLook, unsealingSignedBy } from './hands.ts'

export type UnsealingRefusal =
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'no-such-request' }
  | { readonly code: 'no-such-unsealing' }
  /** No mask hides anything, or it was erased. */
  | { readonly code: 'nothing-sealed' }
  /** One waits to be allowed, or is open. */
  | { readonly code: 'asked-already' }
  | { readonly code: 'basis-wanted' }
  /** Nobody else here may allow it; there are others who may ask. */
  | { readonly code: 'another-must-ask' }
  | { readonly code: 'unsealing-lapsed' }
  | { readonly code: 'allowed-already' }
  /** Not allowed yet, or its day is over. */
  | { readonly code: 'unsealing-not-open' }

export type UnsealingStores = {
  readonly requests: Pick<RequestStore, 'find' | 'holdsOriginal'>
  readonly unsealings: UnsealingStore
  readonly journal: JournalStore
} & HandsStores

/**
 * Asks to see what was sealed of a request. Refuses: no-such-request, not-allowed, nothing-sealed, basis-wanted,
 * another-must-ask, asked-already.
 */
export async function askUnsealing(
  { requests, unsealings, journal, people }: UnsealingStores,
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
  const by = act.actor.person.id
  const { signers, hasTwo } = await handsOf({ people }, office, act.today)
  if (hasTwo && signers.every((signer) => signer === by)) return refuse({ code: 'another-must-ask' })
  const before = await unsealings.ofRequest(id)
  if (before.some((one) => ['asked', 'open'].includes(stateOfUnsealing(one, act.at))))
    return refuse({ code: 'asked-already' })
  const unsealing: Unsealing = {
    id: act.newId() as UnsealingId,
    request: id,
    office,
    purpose,
    basis,
    askedBy: by,
    askedAt: act.at,
    allowedBy: null,
    allowedAt: null,
    signed: null,
  }
  await unsealings.ask(unsealing)
  await journal.append([entryOf(act, 'unsealing-asked', unsealing)])
  return done(unsealing)
}

/**
 * Allows what another person asked for; both may look from now on, for a day, but not who allowed it from above.
 *
 * Refuses: no-such-unsealing, unsealing-lapsed, allowed-already, not-allowed (the one who asked, a signer without a fresh
 * factor).
 */
export async function allowUnsealing(
  { unsealings, journal, people, territory }: Omit<UnsealingStores, 'requests'>,
  act: Act,
  { unsealing: id, office }: { readonly unsealing: UnsealingId; readonly office: OfficeId },
): Promise<Result<Unsealing, UnsealingRefusal>> {
  const unsealing = await unsealings.find(id)
  if (!unsealing || unsealing.office !== office) return refuse({ code: 'no-such-unsealing' })
  const answer = await unsealingSignedBy({ people, territory }, act, unsealing)
  if (!answer.ok) return refuse({ code: 'not-allowed', why: answer.refusal })
  const signed = answer.value
  const state = stateOfUnsealing(unsealing, act.at)
  if (state === 'lapsed') return refuse({ code: 'unsealing-lapsed' })
  const by = act.actor.person.id
  if (state !== 'asked' || !(await unsealings.allow(id, by, act.at, signed)))
    return refuse({ code: 'allowed-already' })
  await journal.append([entryOf(act, 'unsealing-allowed', unsealing, { signed })])
  return done({ ...unsealing, allowedBy: by, allowedAt: act.at, signed })
}

/**
 * Writes down that the actor looks; only then, and only by this look, the sealed schema gives the original.
 *
 * Refuses: no-such-unsealing (to anybody but the two), not-allowed (no part in the requests any more), unsealing-not-open.
 */
export async function lookAtOriginal(
  { unsealings, journal }: Pick<UnsealingStores, 'unsealings' | 'journal'>,
  act: Act,
  { unsealing: id, office }: { readonly unsealing: UnsealingId; readonly office: OfficeId },
): Promise<Result<Look, UnsealingRefusal>> {
  const unsealing = await unsealings.find(id)
  if (!unsealing || unsealing.office !== office) return refuse({ code: 'no-such-unsealing' })
  const by = act.actor.person.id
  // Whoever asked or allowed, but has no part in the requests any more, has none in this.
  const answer = may(act.actor, 'see-requests' satisfies Verb, { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (!mayLook(unsealing, by)) return refuse({ code: 'no-such-unsealing' })
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

const entryOf = (
  act: Act,
  type: string,
  { id, request, office, purpose }: Unsealing,
  how: { readonly signed?: AllowedHow } = {},
) => entryBy(act, { type, office, subject: request, payload: { unsealing: id, purpose, ...how } })
