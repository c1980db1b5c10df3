// Every refusal of polls, demands and risks to an office, with its status and its words; a missing one does not compile.
import type { DemandRefusal, PollRefusal } from '#meetings'
import type { ReceiptRefusal } from '#receipts'
import type { Here } from '../../here.ts'
import { type Told, tellOf } from '../meetings/meeting-refusals.ts'

type Refusal = DemandRefusal | PollRefusal | ReceiptRefusal

const own = {
  'no-such-poll': 404,
  'no-such-demand': 404,
  'options-wanted': 422,
  'same-option-twice': 422,
  'closes-too-soon': 422,
  'closes-after-a-date': 422,
  'reason-wanted': 422,
  'decided-already': 409,
  'judged-already': 409,
  'no-draft': 409,
  'demand-lapsed': 409,
  'not-accepted': 409,
  'has-a-meeting': 409,
} as const satisfies { readonly [code in Refusal['code']]?: Told['status'] }
type OwnCode = keyof typeof own

const isOwn = (refusal: Refusal): refusal is Extract<Refusal, { code: OwnCode }> =>
  Object.hasOwn(own, refusal.code)

/** The status of a refusal and the sentence that tells it; what a meeting refuses is told in the words of meetings. */
export const tellVoice = ({ words }: Here, refusal: Refusal): Told =>
  isOwn(refusal)
    ? { status: own[refusal.code], words: words.demands.office.refused[refusal.code] }
    : tellOf(words.meetings.office, refusal)
