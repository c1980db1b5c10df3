// The one thing to do next: what, where, until when, and the button; to be understood at a glance.
import type { ComponentChildren } from 'preact'
import type { Waiting } from '#flows'
import { type LocalDate, daysBetween } from '#kernel'
import type { Here } from '../../here.ts'
import { DateLeaf } from '../../parts/date-leaf.tsx'
import type { Desk } from '../desk.ts'
import { deedOfDuty } from './deed-of-duty.ts'
import { BundleName, isOfMeeting } from './duties.tsx'
import type { Owed } from './duty-row.tsx'
import { DutySubject } from './duty-subject.tsx'
import { type Names, aboutOf } from './inbox.tsx'
import type { Ordered } from './order-duties.ts'
import { whereToGo } from './where-to-go.ts'

/** What waits for the person comes before what the office owes. */
export const NextUp = ({ inbox, names, owed, ordered }: Props) =>
  inbox[0] ? (
    <OfInbox desk={owed.desk} waiting={inbox[0]} names={names} />
  ) : (
    <OfDuties owed={owed} ordered={ordered} />
  )

type Props = {
  readonly inbox: readonly Waiting[]
  readonly names: Names
  readonly owed: Owed
  readonly ordered: Ordered
}

function OfInbox({ desk, waiting, names }: { desk: Desk; waiting: Waiting; names: Names }) {
  const { here, office } = desk
  const [what, why, button] = here.words.today.kinds[waiting.kind]
  return (
    <Card
      {...{ here, what }}
      by={waiting.by}
      href={whereToGo(here.language, office.id, waiting)}
      {...{ button }}
    >
      <p>{here.words.site.list([...aboutOf(desk, waiting, names)])}</p>
      <p class="soft">{why}</p>
    </Card>
  )
}

function OfDuties({ owed, ordered }: { owed: Owed; ordered: Ordered }) {
  const { here } = owed.desk
  for (const bundle of [...ordered.soon, ...ordered.later]) {
    const [verdict] = bundle
    const deed = deedOfDuty({ ...owed, verdict })
    if (!deed) continue
    const gist = owed.law.provision(verdict.norm)?.gist[here.language]
    const ofMeeting = bundle.length > 1 && isOfMeeting(owed, bundle)
    return (
      <Card
        here={here}
        by={verdict.due}
        what={ofMeeting ? <BundleName owed={owed} bundle={bundle} /> : gist}
        href={deed.href}
        button={here.words.today.open[deed.word]}
      >
        <p>{ofMeeting ? gist : <DutySubject {...owed} verdict={verdict} />}</p>
      </Card>
    )
  }
  return null
}

type CardProps = {
  readonly here: Here
  readonly by: LocalDate | null
  readonly what: ComponentChildren
  readonly href: string
  readonly button: string | undefined
  readonly children: ComponentChildren
}

function Card({ here, by, what, href, button, children }: CardProps) {
  const { words, today } = here
  return (
    <section class="next next-up" id="next">
      {by && <DateLeaf here={here} day={by} size="large" />}
      <div class="next-body">
        <h2 class="kicker">
          {words.today.next}
          {by && <span class="soft">{words.today.within(daysBetween(today, by))}</span>}
        </h2>
        <p class="next-who">{what}</p>
        {children}
        <p class="next-deed">
          <a class="button" href={href}>
            {button}
          </a>
        </p>
      </div>
    </section>
  )
}
