// Why the law cannot be kept with these wishes and locks, in plain words, and the least that would help.
import type { Conflict } from '#calendar'
import type { PlanningDesk } from '#flows'
import type { Desk } from '../desk.ts'
import { akimName, demandWords, placeName, relaxationWords } from './plan-words.ts'

type Props = { readonly desk: Desk; readonly plan: PlanningDesk; readonly conflicts: readonly Conflict[] }

export function Conflicts({ desk: { here }, plan, conflicts }: Props) {
  const words = here.words.plan
  if (conflicts.length === 0) return null
  return (
    <section class="flow warnings" id="conflicts">
      <h2>{words.conflictsTitle}</h2>
      {conflicts.map(({ office, unplaced, demands }) => {
        const unit = plan.problems.demandOf.get(unplaced.visit)?.unit ?? ''
        return (
          <div key={unplaced.visit} class="conflict">
            <p>{words.conflictLead(akimName(here, plan, office), placeName(here, plan, unit))}</p>
            {demands.length > 0 ? (
              <ul>
                {demands.map((demand, at) => (
                  <li key={at}>{demandWords(here, plan, demand)}</li>
                ))}
              </ul>
            ) : (
              <p>{words.conflictUnproven(words.rules[unplaced.reason])}</p>
            )}
            <p>
              <strong>{words.relaxationTitle}</strong>{' '}
              {unplaced.relaxation ? relaxationWords(here, unplaced.relaxation) : words.noRelaxation}
            </p>
          </div>
        )
      })}
    </section>
  )
}
