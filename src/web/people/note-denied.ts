// A deed that permission refused is written down once the answer is made (`sessions`).
import type { Context } from 'hono'
import type { NotAllowed } from '#people'
import type { OfficeId } from '#territory'

/** Keeps a refusal of permission for the log; every other refusal is none of its business. */
export function noteDenied(c: Context, office: OfficeId, refusal: unknown): void {
  const { code, why } = refusal as { code?: string; why?: NotAllowed }
  if (code === 'not-allowed' && why) c.set('denied', { office, why })
}
