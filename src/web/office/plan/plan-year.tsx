// Planning the year of a region: three alternatives, what cannot be kept, and the akims one by one.
import type { Alternative, Conflict, Way } from '#calendar'
import type { PlanningDesk } from '#flows'
import { officeAddresses } from '../addresses.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { AlternativeCards } from './alternative-cards.tsx'
import { Conflicts } from './conflicts.tsx'
import { planAddresses } from './plan-addresses.ts'
import { akimName } from './plan-words.ts'

export type PlanSaid = 'taken' | 'saidWishes'

type Props = {
  readonly desk: Desk
  readonly plan: PlanningDesk
  readonly csrf: string
  readonly alternatives: ReadonlyMap<Way, Alternative>
  readonly conflicts: readonly Conflict[]
  readonly visits: number
  /** The region is too large for all ways at once. */
  readonly large: boolean
  readonly mayTake: boolean
  readonly said: PlanSaid | null
  readonly refused: string | null
}

export function PlanYearPage(props: Props) {
  const { desk, plan, csrf, alternatives, conflicts, visits, large, mayTake, said, refused } = props
  const { here, office } = desk
  const words = here.words.plan
  const title = words.title(plan.year)
  const calendar = officeAddresses(here.language, office.id).calendar(plan.year)
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf} refused={refused !== null}>
      <p>
        <a href={calendar}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      {said && (
        <p class="said" role="status">
          {words[said]}
        </p>
      )}
      {refused && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      <p class="lead">{words.lead}</p>
      <p>{words.state(visits, plan.locked.size)}</p>
      {!mayTake && plan.calendar && <p>{words.notDraft}</p>}
      <Unmapped desk={desk} plan={plan} />
      <Conflicts desk={desk} plan={plan} conflicts={conflicts} />
      <section class="flow" id="ways">
        <h2>{words.waysTitle}</h2>
        {large && <p>{words.large(visits)}</p>}
        {!plan.calendar && <p>{plan.present.length > 0 ? words.fromLastYear : words.fromNothing}</p>}
        {mayTake && plan.calendar && (
          <p>
            <a href={planAddresses(here.language, office.id, plan.year).changes('least-disturbance')}>
              {words.again}
            </a>
          </p>
        )}
        <AlternativeCards {...{ desk, plan, csrf, alternatives, mayTake }} akim={null} />
      </section>
      <Akims desk={desk} plan={plan} />
    </OfficeFrame>
  )
}

function Akims({ desk, plan }: { readonly desk: Desk; readonly plan: PlanningDesk }) {
  const { here, office } = desk
  const words = here.words.plan
  const to = planAddresses(here.language, office.id, plan.year)
  return (
    <section class="flow">
      <h2>{words.akims}</h2>
      <ul class="rows plain">
        {plan.problems.offices.map(({ office: id, problem }) => {
          const akim = id as typeof office.id
          return (
            <li key={id}>
              <a class="row-name" href={to.akim(akim)}>
                {akimName(here, plan, id)}
              </a>{' '}
              <span class="soft">
                {plan.others.has(akim)
                  ? words.ownText
                  : words.akimLine(problem.visits.length, plan.wishes.get(akim)?.revision ?? 0)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Places without a point are said: their road counts as none. */
export function Unmapped({ desk, plan, akim }: { desk: Desk; plan: PlanningDesk; akim?: string }) {
  const lost = new Set<string>()
  for (const { office, problem } of plan.problems.offices)
    if (akim === undefined || office === akim)
      for (const { id, point } of problem.places) if (!point || !problem.home) lost.add(id)
  return lost.size > 0 ? <p class="soft">{desk.here.words.plan.noWay(lost.size)}</p> : null
}
