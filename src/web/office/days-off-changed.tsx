// That days off changed after a calendar was drawn up: which of its dates that touches, and the way to other ones.
import type { CalendarView } from './read-calendar.ts'
import { officeAddresses } from './addresses.ts'
import type { Desk } from './desk.ts'
import { planAddresses } from './plan/plan-addresses.ts'

const most = 20

export function DaysOffChanged({ desk, view }: { desk: Desk; view: CalendarView }) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.operator.changed
  const { turnedOff, year, calendar } = view
  if (turnedOff.length === 0) return null
  const acts = new Map(turnedOff.map(({ edit }) => [edit.revision, edit]))
  return (
    <section class="warn flow" aria-labelledby="days-off-changed">
      <h2 id="days-off-changed">{words.title}</h2>
      <p>{words.lead(turnedOff.length)}</p>
      <ul>
        {turnedOff.slice(0, most).map(({ entry }) => (
          <li key={entry.id}>
            <a href={officeAddresses(language, office.id).move(year, entry.id)}>
              {format.weekdayOfYear(entry.day)}, {entry.start}
            </a>{' '}
            {view.offices.get(entry.office)?.name[language]}, {view.units.get(entry.unit)?.name[language]}
          </li>
        ))}
        {turnedOff.length > most && <li>{here.words.operator.holidays.more(turnedOff.length - most)}</li>}
      </ul>
      {[...acts.values()].map(({ revision, act, actDay }) => (
        <p key={revision} class="soft small">
          {here.words.operator.holidays.by(act, format.day(actDay))}
        </p>
      ))}
      {calendar?.state === 'drafted' ? (
        <p>
          <a href={planAddresses(language, office.id, year).changes('least-disturbance')}>{words.replan}</a>
        </p>
      ) : (
        calendar?.state === 'published' && <p>{words.correct}</p>
      )}
    </section>
  )
}
