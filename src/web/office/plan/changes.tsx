// What an alternative changes: every date with its reason, and the button that takes it.
import type { Alternative } from '#calendar'
import type { PlanningDesk } from '#flows'
import type { OfficeId } from '#territory'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { TakeForm } from './alternative-cards.tsx'
import { planAddresses } from './plan-addresses.ts'
import { akimName, momentWords, placeName, reasonWords } from './plan-words.ts'

/** So many changes are listed; the rest is counted. */
const most = 300

type Props = {
  readonly desk: Desk
  readonly plan: PlanningDesk
  readonly csrf: string
  readonly akim: OfficeId | null
  readonly alternative: Alternative
  readonly mayTake: boolean
}

export function ChangesPage({ desk, plan, csrf, akim, alternative, mayTake }: Props) {
  const { here, office } = desk
  const words = here.words.plan
  const to = planAddresses(here.language, office.id, plan.year)
  const { way, years, figures } = alternative
  const title = words.changesTitle(words.ways[way].title)
  const all = years.flatMap((year) => year.changes.map((change) => ({ change, office: year.office })))
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf}>
      <p>
        <a href={akim ? to.akim(akim) : to.year()}>{words.backToYear}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{words.changesLead(figures.changed)}</p>
      {mayTake && all.length > 0 && <TakeForm {...{ desk, plan, csrf, way, akim }} />}
      <ul class="rows changes plain">
        {all.slice(0, most).map(({ change, office: of }) => {
          const unit = plan.problems.demandOf.get(change.visit)?.unit ?? ''
          return (
            <li key={change.visit} class="entry">
              <p>
                <strong>{placeName(here, plan, unit)}</strong>
                <span class="soft"> · {akimName(here, plan, of)}</span>
              </p>
              <p class="numbers">
                {change.from
                  ? words.fromTo(momentWords(here, change.from), momentWords(here, change.to))
                  : momentWords(here, change.to)}
              </p>
              <p class="small soft">{reasonWords(here, plan, change)}</p>
            </li>
          )
        })}
      </ul>
      {all.length > most && <p>{words.changesMore(all.length - most)}</p>}
    </OfficeFrame>
  )
}
