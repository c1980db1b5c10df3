// At which pace a form may come in: freely where its browser has worked for it, slower where it came without.
import { type Result, done, refuse } from '#kernel'
import { type RequestKey, checkProof } from '#receipts'
import type { WebHouse } from '../../house.ts'

/** Whether its proof counted; or the seconds to wait, and then the proof is not spent. */
export async function admit(
  { storage, intake, clock }: WebHouse,
  form: RequestKey,
  proof: string,
  address: string,
): Promise<Result<{ readonly proven: boolean }, { readonly seconds: number }>> {
  const at = clock()
  const worked = intake.workSecret === undefined ? null : await checkProof(intake.workSecret, proof, at)
  return storage.transaction({ person: null, offices: [] }, async ({ challenges, budgets }) => {
    const proven = worked !== null && (await challenges.spend(worked.mark, form, worked.until))
    const seconds = await budgets.spend(proven ? 'ask' : 'ask-unproven', address, at)
    return seconds > 0 ? refuse({ seconds }) : done({ proven })
  })
}
