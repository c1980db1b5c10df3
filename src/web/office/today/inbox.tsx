// What waits for the person at this desk: each with why, until when, and the one link to its form.
import type { Waiting } from '#flows'
import type { Office, OfficeId, Unit, UnitCode } from '#territory'
import { periodName } from '../../parts/act-name.ts'
import type { Desk } from '../desk.ts'
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
  const { format, words } = here
  const { today } = words
  return (
    <section class="flow" id="inbox">
      <h2>{today.inboxTitle}</h2>
      {inbox.length === 0 ? (
        <p class="soft">{today.inboxEmpty}</p>
      ) : (
        <>
          <p>{today.inboxLead(inbox.length)}</p>
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
                  </div>
                  <div class="duty-due">
                    {waiting.by && <p class="numbers">{today.until(format.day(waiting.by))}</p>}
                  </div>
                  <div class="duty-verdict">
                    <a class="button" href={whereToGo(here.language, office.id, waiting)}>
                      {button}
                    </a>
                  </div>
                </li>
              )
            })}
          </ul>
          {inbox.length > most && <p class="soft">{words.office.moreRows(inbox.length - most)}</p>}
        </>
      )}
    </section>
  )
}

/** Of which office, for which period, where and on which day. */
function* aboutOf(
  { here, office }: Desk,
  { kind, of, period, unit, day, count }: Waiting,
  { offices, units }: Names,
) {
  const { language, format, words } = here
  const name = of === office.id ? undefined : offices.get(of)?.name[language]
  if (name) yield name
  if (period) yield periodName(here, period)
  const place = unit && units.get(unit)?.name[language]
  if (place) yield place
  if (day) yield format.day(day)
  if (kind === 'sort-requests') yield words.bench.left(count)
}
