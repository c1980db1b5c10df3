// The meetings of a part, and those that the law still wants, with the planner's day for each.
import type { Entry, GapAnswer } from '#calendar'
import { periodName } from '../../parts/act-name.ts'
import { addresses } from '../../address.ts'
import { officeAddresses } from '../addresses.ts'
import { warningWords } from '../calendar.tsx'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import type { PartView } from './read-part.ts'

type Props = { readonly desk: Desk; readonly view: PartView }

export function PartLines({
  desk,
  view,
  href,
}: Props & { readonly href: ((entry: Entry) => string) | null }) {
  const { here } = desk
  const { format, language } = here
  const words = here.words.assembly
  if (view.entries.length === 0) return <p class="soft">{words.noMeetings}</p>
  return (
    <ul class="rows entries plain">
      {view.entries.map((entry) => (
        <li key={entry.id} class="entry">
          <p class="numbers">
            <strong>{format.weekdayOfYear(entry.day)}</strong>, {entry.start}
          </p>
          <p>
            {view.units.get(entry.unit)?.name[language] ?? entry.unit}
            <span class="soft"> · {periodName(here, entry.period)}</span>
          </p>
          <p class="small">
            {entry.moveReason !== null && <span class="soft">{words.reasonOf(entry.moveReason)} </span>}
            {(view.warnings.get(entry.id) ?? []).map((warning) => (
              <span key={warning.kind} class="warn">
                {warningWords(here, warning)}
              </span>
            ))}
          </p>
          {href && <a href={href(entry)}>{words.change}</a>}
        </li>
      ))}
    </ul>
  )
}

type GapProps = {
  readonly desk: Desk
  readonly gaps: readonly GapAnswer[]
  readonly nameOf: (unit: Entry['unit']) => string
  readonly csrf: string
  /** Where a day is added, and the revision it is added to; `null`: nobody here may. */
  readonly add: { readonly action: string; readonly revision: number } | null
}

export function Gaps({ desk, gaps, nameOf, csrf, add }: GapProps) {
  const { here } = desk
  const words = here.words.assembly
  if (gaps.length === 0) return null
  return (
    <section class="flow" id="gaps">
      <h2>{words.gapsTitle(gaps.length)}</h2>
      <ul class="rows entries plain">
        {gaps.map(({ demand, date, conflict }) => (
          <li key={`${demand.norm} ${demand.unit} ${demand.period}`} class="entry">
            <p>
              {nameOf(demand.unit)}
              <span class="soft"> · {periodName(here, demand.period)}</span>{' '}
              <a
                class="why"
                href={addresses[here.language].why({
                  norm: demand.norm,
                  bearer: demand.office,
                  subject: demand.unit,
                  period: demand.period,
                })}
              >
                {here.words.office.why}
              </a>
            </p>
            {date ? (
              <p>{words.gapDate(here.format.weekdayOfYear(date.day), date.start)}</p>
            ) : (
              <p>
                {words.gapNone}{' '}
                {conflict &&
                  conflict.length > 0 &&
                  words.gapAgainst(
                    here.words.site.list([...new Set(conflict.map(({ code }) => words.conflict[code]))]),
                  )}
              </p>
            )}
            {date && add && (
              <form method="post" action={add.action}>
                <HiddenFields csrf={csrf} revision={add.revision} />
                <input type="hidden" name="office" value={demand.office} />
                <input type="hidden" name="unit" value={demand.unit} />
                <input type="hidden" name="norm" value={demand.norm} />
                <input type="hidden" name="period" value={demand.period} />
                <input type="hidden" name="form" value={demand.form} />
                <input type="hidden" name="day" value={date.day} />
                <input type="hidden" name="start" value={date.start} />
                <button type="submit" class="button-second">
                  {words.add}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The address of a meeting of the own part. */
export const ownHref = (desk: Desk, view: PartView) => (entry: Entry) =>
  officeAddresses(desk.here.language, desk.office.id).partMeeting(view.part.year, entry.id)
