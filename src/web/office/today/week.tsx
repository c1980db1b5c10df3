// The next seven days of an office: its meetings, and the last days of what it owes.
import type { PublicMeeting, Waiting } from '#flows'
import { type LocalDate, addDays } from '#kernel'
import type { Law, Verdict } from '#law'
import { may } from '#people'
import { addresses } from '../../address.ts'
import type { Desk } from '../desk.ts'
import { meetingAddresses } from '../meetings/meeting-addresses.ts'
import { whereToGo } from './where-to-go.ts'

type Line = {
  readonly day: LocalDate
  readonly text: string
  readonly href: string | null
  readonly cancelled: boolean
}

type Props = {
  readonly desk: Desk
  readonly law: Law
  readonly meetings: readonly PublicMeeting[]
  readonly inbox: readonly Waiting[]
  readonly verdicts: readonly Verdict[]
}

export function Week({ desk, law, meetings, inbox, verdicts }: Props) {
  const { here, office } = desk
  const { language, words, format, today } = here
  const last = addDays(today, 6)
  const within = (day: LocalDate | null): day is LocalDate => day !== null && day >= today && day <= last
  const lastDay = (text: string) => `${words.today.lastDay}: ${text}`
  // Who only reads what is public, such as a member of the commission, is led to the public page.
  const sees = may(desk.actor, 'see-meetings', { office: office.id }, today).yes
  const to = sees ? meetingAddresses(language, office.id) : addresses[language]
  const lines: Line[] = [
    ...meetings
      .filter(({ day }) => within(day))
      .map(({ id, day, start, unit, status }) => ({
        day,
        text: `${start} · ${unit.name[language]}`,
        href: to.meeting(id),
        cancelled: status === 'cancelled',
      })),
    ...inbox.flatMap((waiting) =>
      within(waiting.by)
        ? [
            {
              day: waiting.by,
              text: lastDay(words.today.kinds[waiting.kind][0]!),
              href: whereToGo(language, office.id, waiting),
              cancelled: false,
            },
          ]
        : [],
    ),
    ...[
      ...Map.groupBy(
        verdicts.filter(({ verdict, due }) => verdict === 'pending' && within(due)),
        ({ due }) => due!,
      ),
    ].map(([day, ofDay]) => {
      const norms = [...new Set(ofDay.map(({ norm }) => norm))]
      const gist = law.provision(norms[0]!)?.gist[language] ?? ''
      return {
        day,
        text: lastDay(norms.length === 1 ? gist : words.today.dutiesCount(ofDay.length)),
        href: '#duties',
        cancelled: false,
      }
    }),
  ]
  const days = [...Map.groupBy(lines, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <section class="flow" id="week">
      <h2>{words.today.weekTitle}</h2>
      {days.length === 0 ? (
        <p class="soft">{words.today.weekEmpty}</p>
      ) : (
        <ul class="rows plain">
          {days.map(([day, ofDay]) => (
            <li key={day}>
              <span class="row-name">{format.weekdayOfYear(day)}</span>
              <ul class="plain week-day">
                {ofDay.map(({ text, href, cancelled }) => (
                  <li key={`${text} ${href}`}>
                    {cancelled ? (
                      <>
                        <s>
                          <a href={href!}>{text}</a>
                        </s>{' '}
                        {words.meeting.status.cancelled}
                      </>
                    ) : (
                      <a href={href!}>{text}</a>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
