// Proof of work in place of a captcha: a browser counts for a second or two, and nobody is tracked or asked to see traffic
// lights. Protocol of ALTCHA 2 (SHA-256); what is spent is remembered by `ChallengeStore`.
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { type Id, type Instant, instantOf, milliseconds } from '#kernel'

/** The signature of a challenge, hex: what is remembered when it is spent. */
export type ChallengeMark = Id<'challenge-mark'>

/** So many steps at most: a weak phone makes them within a few seconds. */
export const mostSteps = 10_000
/** From so many on, so that no challenge comes for nothing. */
export const fewestSteps = 1_000
/** A challenge stands in a page that somebody writes in at leisure. */
const hoursValid = 6
const mostProofSigns = 4_000

/**
 * A challenge as JSON for a page, signed under the secret; its nonce and salt are chance of the library.
 *
 * `steps` is the number to be found: chance between `fewestSteps` and `mostSteps`.
 */
export async function challengeFor(secret: string, steps: number, at: Instant): Promise<string> {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: steps,
    deriveKey,
    // Ours and not the library's `expiresAt`, which asks the clock of the system.
    data: { until: milliseconds(at) + hoursValid * 3_600_000 },
    hmacSignatureSecret: secret,
  })
  return JSON.stringify(challenge)
}

/** Whether a proof is right, of a challenge of ours, and in time; whether it was spent before the store knows. */
export async function checkProof(
  secret: string,
  proof: string,
  at: Instant,
): Promise<{ readonly mark: ChallengeMark; readonly until: Instant } | null> {
  if (proof === '' || proof.length > mostProofSigns) return null
  try {
    const { challenge, solution } = JSON.parse(proof) as Parameters<typeof verifySolution>[0]
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: secret,
    })
    const until = challenge.parameters.data?.['until']
    if (!verified || typeof until !== 'number' || until < milliseconds(at)) return null
    return { mark: challenge.signature as ChallengeMark, until: instantOf(until) }
  } catch {
    // No JSON, no challenge, or one whose parts are of other kinds: whatever it is, nobody worked for it.
    return null
  }
}

export type ChallengeStore = {
  /** Spends a challenge on a form: `false` when it was spent on another one. */
  spend(mark: ChallengeMark, form: string, until: Instant): Promise<boolean>
  /** Drops those that nobody could use any more; returns how many. */
  forgetOld(at: Instant): Promise<number>
}
