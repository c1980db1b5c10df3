// The field that carries a proof of work, and the line in which a browser says how far it has counted.
import { randomInt } from 'node:crypto'
import { challengeFor, checkProof, fewestSteps, mostSteps } from '#receipts'
import type { Here } from '../../here.ts'
import type { WebHouse } from '../../house.ts'

/** A challenge to work for, or the proof that was brought; neither where the house gives none. */
export type Work = { readonly challenge: string | null; readonly proof: string }

/** Keeps a proof that still holds; otherwise a new challenge is given. */
export async function workFor({ intake, clock }: WebHouse, brought: string): Promise<Work> {
  const secret = intake.workSecret
  if (secret === undefined) return { challenge: null, proof: '' }
  const at = clock()
  if (await checkProof(secret, brought, at)) return { challenge: null, proof: brought }
  return { challenge: await challengeFor(secret, randomInt(fewestSteps, mostSteps + 1), at), proof: '' }
}

export const WorkField = ({ here, work }: { here: Here; work: Work }) => {
  const say = here.words.ask.work
  return (
    <>
      <input
        type="hidden"
        name="proof"
        value={work.proof}
        {...(work.challenge ? { 'data-challenge': work.challenge, 'data-most': mostSteps } : {})}
      />
      {work.challenge && (
        <p
          id="work"
          class="hint"
          hidden
          data-working={say.working}
          data-done={say.done}
          data-failed={say.failed}
        />
      )}
    </>
  )
}
