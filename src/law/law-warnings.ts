// What a reader of the law should look at, though nothing is wrong with its files.
import type { LocalDate } from '#kernel'
import type { NormId } from './act.ts'
import type { Law } from './compile.ts'

export type LawWarning =
  /** The provision has ended while its act goes on, and nothing replaces it. */
  | { readonly warning: 'ended-without-successor'; readonly norm: NormId; readonly until: LocalDate }
  /** The act has ended and none is named that repealed it. */
  | { readonly warning: 'act-ended-without-repeal'; readonly act: string; readonly until: LocalDate }
  /** This reading was chosen, and no rule here can follow it. */
  | { readonly warning: 'reading-without-effect'; readonly doubt: string; readonly reading: string }
  /** A duty or limit that nobody has shown at work. */
  | { readonly warning: 'no-example'; readonly norm: NormId }

/** What has outlived its end by `today` without a successor, what lacks examples, and readings chosen in vain. */
export function lawWarnings(law: Law, today: LocalDate): LawWarning[] {
  const warnings: LawWarning[] = []
  for (const { id, text, in_force, repealed_by } of law.acts)
    if (
      text === 'encoded' &&
      in_force?.until &&
      in_force.until < today &&
      !repealed_by &&
      in_force.until !== in_force.from
    )
      warnings.push({ warning: 'act-ended-without-repeal', act: id, until: in_force.until })
  for (const { id, act, inForce } of law.provisions) {
    const { until } = inForce
    const goesOn = until !== law.act(act)?.in_force?.until
    if (until !== null && until < today && goesOn && law.editionsOf(id).at(-1)!.id === id)
      warnings.push({ warning: 'ended-without-successor', norm: id, until })
  }
  for (const { provision } of law.norms.values())
    if (provision.examples.length === 0) warnings.push({ warning: 'no-example', norm: provision.id })
  for (const doubt of law.doubts) {
    const chosen = doubt.readings.find(({ id }) => id === law.readings[doubt.id])
    if (chosen?.changes_nothing)
      warnings.push({ warning: 'reading-without-effect', doubt: doubt.id, reading: chosen.id })
  }
  return warnings
}
