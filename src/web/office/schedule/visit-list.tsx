// Meetings of a schedule as rows: when, where, who, how far they are agreed, what is unwise, and the one way on.
import type { Visit } from '#calendar'
import { sphereName } from '../../parts/sphere-name.ts'
import type { Desk } from '../desk.ts'
import type { ScheduleView } from './read-schedule.ts'
import { scheduleAddresses } from './schedule-addresses.ts'

type Props = { readonly desk: Desk; readonly view: ScheduleView; readonly visits: readonly Visit[] }

export function VisitList({ desk, view, visits }: Props) {
  const { here, office } = desk
  const words = here.words.schedule.office
  if (visits.length === 0) return <p class="soft">{words.noVisits}</p>
  const to = scheduleAddresses(here.language, office.id)
  return (
    <ul class="rows plain">
      {visits.map((visit) => (
        <li key={visit.id}>
          <a class="row-name" href={to.visit(view.period, visit.id)}>
            {here.format.weekdayOfYear(visit.day)}, {visit.start}
          </a>{' '}
          <VisitLine desk={desk} view={view} visit={visit} />
        </li>
      ))}
    </ul>
  )
}

/** Everything of a visit but its day. */
export function VisitLine({ desk, view, visit }: Omit<Props, 'visits'> & { readonly visit: Visit }) {
  const { here } = desk
  const { language, format } = here
  const words = here.words.schedule
  const { office } = words
  const nameOf = (code: Visit['unit']) => view.units.get(code)?.name[language] ?? code
  return (
    <>
      <span>
        {here.words.site.list([
          ...(visit.unit === visit.region ? [] : [nameOf(visit.unit)]),
          nameOf(visit.region),
        ])}
      </span>{' '}
      {view.part !== 'body' && <span>{view.bodies.get(visit.office)?.name[language] ?? visit.office}</span>}{' '}
      <span class="soft">{sphereName(here, visit.sphere)}</span>{' '}
      <span class="soft">
        {visit.akimat
          ? visit.akimat.agrees
            ? office.akimatAgreed(visit.akimat.words)
            : office.akimatObjects(visit.akimat.words)
          : view.schedule?.state === 'proposed'
            ? null
            : view.part === 'region'
              ? office.waitsForYou
              : office.akimatSilent}
      </span>
      {visit.moveReason && visit.proposedDay !== visit.day && (
        <span class="soft">{office.movedFrom(format.day(visit.proposedDay), visit.moveReason)}</span>
      )}
      {(view.warnings.get(visit.id) ?? []).map((warning) =>
        warning.kind === 'akimat-objects' ? null : (
          <span key={warning.kind} class="warn">
            {warning.kind === 'same-region-same-day'
              ? office.warnings[warning.kind](view.bodies.get(warning.other)?.name[language] ?? warning.other)
              : office.warnings[warning.kind]}
          </span>
        ),
      )}
    </>
  )
}
