// What else waits for the person at this desk: each with why, until when, and the one link to its form.
import type { Waiting } from '#flows'
import { daysBetween } from '#kernel'
import type { Office, OfficeId, Unit, UnitCode } from '#territory'
import { periodName } from '../../parts/act-name.ts'
import type { Desk } from '../desk.ts'
import { briefDay } from './brief-day.ts'
import { whereToGo } from './where-to-go.ts'

/** Names of what waits: offices and places. */
export type Names = {
  readonly offices: ReadonlyMap<OfficeId, Office>
  readonly units: ReadonlyMap<UnitCode, Unit>
}

/** Things of one kind that are told one by one; the rest is counted. */
const most = 30

export function Inbox({ desk, inbox, names }: { desk: Desk; inbox: readonly Waiting[]; names: Names }) {
  const { here, office } = desk
  const { words } = here
  const { today } = words
  if (inbox.length === 0) return null
  return (
    <section class="flow" id="inbox">
      <h2>{today.inboxTitle}</h2>
      <ul class="duties plain">
        {inbox.slice(0, most).map((waiting) => {
          const [what, why, button] = today.kinds[waiting.kind]
          return (
            <li key={JSON.stringify(waiting)} class="duty waiting">
              <div class="duty-what">
                <p>
                  <strong>{what}</strong>
                </p>
                <p class="soft">{words.site.list([...aboutOf(desk, waiting, names)])}</p>
                <p class="soft small">{why}</p>
                {waiting.by && (
                  <p class="numbers">
                    {today.until(briefDay(here, waiting.by))} ·{' '}
                    {today.within(daysBetween(here.today, waiting.by))}
                  </p>
                )}
              </div>
              <div class="duty-verdict">
                <a class="button button-second" href={whereToGo(here.language, office.id, waiting)}>
                  {button}
                </a>
              </div>
            </li>
          )
        })}
      </ul>
      {inbox.length > most && <p class="soft">{today.moreWaiting(inbox.length - most)}</p>}
    </section>
  )
}

/** Of which office, for which period, where and on which day. */
export function* aboutOf(
  { here, office }: Desk,
  { kind, of, period, unit, day, count }: Waiting,
  { offices, units }: Names,
) {
  const { language, words } = here
  const name = of === office.id ? undefined : offices.get(of)?.name[language]
  if (name) yield name
  if (period) yield periodName(here, period)
  const place = unit && units.get(unit)?.name[language]
  if (place) yield place
  if (day) yield briefDay(here, day)
  if (kind === 'sort-requests') yield words.bench.toSort(count)
}
