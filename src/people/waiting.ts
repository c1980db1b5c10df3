// What one process remembers of those who must wait, so that a flood of guesses does not even reach the database.
import { type Instant, instantOf, milliseconds } from '#kernel'
import type { Attempt } from './store.ts'
import { placeOf } from './throttle.ts'

export type Waiting = {
  /** Whole seconds that this attempt has to wait for all this process knows. */
  secondsFor(attempt: Attempt): number
  /** Remembers what the counters have said. */
  keep(attempt: Attempt, seconds: number): void
}

/** Remembers so many at most; the oldest are forgotten first, and the counters answer for them. */
export function waiting(most = 10_000): Waiting {
  const until = new Map<string, Instant>()
  const key = ({ login, address }: Attempt) => JSON.stringify([login, placeOf(address)])
  return {
    secondsFor(attempt) {
      const end = until.get(key(attempt))
      if (end === undefined) return 0
      const seconds = Math.ceil((milliseconds(end) - milliseconds(attempt.at)) / 1000)
      if (seconds <= 0) until.delete(key(attempt))
      return Math.max(0, seconds)
    },
    keep(attempt, seconds) {
      until.delete(key(attempt))
      until.set(key(attempt), instantOf(milliseconds(attempt.at) + seconds * 1000))
      const [oldest] = until.keys()
      if (until.size > most && oldest !== undefined) until.delete(oldest)
    },
  }
}
