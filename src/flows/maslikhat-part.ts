// What the law of a year asks of the maslikhat: read from the provision in force, not from a date in code.
import type { MaslikhatPart } from '#calendar'
import type { Law, NormId } from '#law'

/** Consent or notification, by the edition of the calendar's year. Law: A826-2.1.agr, A826E2-2.1.agr. */
export function maslikhatPart(law: Law, year: number): MaslikhatPart {
  const day = `${year}-01-01`
  const inForce = law.editionsOf('A826-2.1.agr' as NormId).findLast(({ inForce: { from } }) => from <= day)
  return inForce?.rule.kind === 'fixed' && !inForce.rule.facts.types.includes('maslikhat-notified')
    ? 'consent'
    : 'notification'
}
