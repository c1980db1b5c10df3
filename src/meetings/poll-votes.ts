// Votes of residents: without an account, one a code and one a device.
import { type Instant, type Result, done, refuse } from '#kernel'
import type { PollId, PollStore, VoteRefusal } from './poll.ts'

type CastVote = {
  readonly poll: PollId
  readonly choice: readonly number[]
  /** The hash for this poll of the code: of the form's own, or of the one that was typed. */
  readonly code: string
  /** The hash for this poll of the device's mark; null when an earlier vote is changed by its code. */
  readonly device: string | null
  readonly at: Instant
}

/**
 * Votes, or changes the vote of the same code. What makes the second vote impossible is a constraint of the database
 * (`a_receipt_code_votes_once_in_a_poll`, `a_device_votes_once_in_a_poll`), not a look before the write.
 *
 * Refuses: no-such-poll, poll-closed, no-choice, device-has-voted, no-such-code.
 */
export async function castVote(
  { polls }: { readonly polls: PollStore },
  { poll: id, choice: typed, code, device, at }: CastVote,
): Promise<Result<'cast' | 'replaced', VoteRefusal>> {
  const poll = await polls.find(id)
  if (!poll) return refuse({ code: 'no-such-poll' })
  if (at >= poll.closesAt || poll.decision) return refuse({ code: 'poll-closed', closedAt: poll.closesAt })
  const choice = [...new Set(typed)].filter((at) => at in poll.options).toSorted((a, b) => a - b)
  if (choice.length === 0) return refuse({ code: 'no-choice' })
  if (device === null)
    return (await polls.recast({ poll: id, code, choice, at }))
      ? done('replaced')
      : refuse({ code: 'no-such-code' })
  const cast = await polls.cast({ poll: id, code, device, choice, at })
  return cast === 'device-has-voted' ? refuse({ code: cast }) : done(cast)
}
