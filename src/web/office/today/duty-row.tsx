// One duty: what the rule asks and of what, its last good day, and the one link to its form.
import type { ComponentChildren } from 'preact'
import type { Duties } from '#flows'
import { daysBetween } from '#kernel'
import type { Law, Verdict } from '#law'
import type { Demand } from '#meetings'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { VerdictBadge } from '../../parts/verdict-badge.tsx'
import type { Desk } from '../desk.ts'
import { briefDay } from './brief-day.ts'
import { deedOfDuty } from './deed-of-duty.ts'
import { DutySubject } from './duty-subject.tsx'

export type Owed = {
  readonly desk: Desk
  readonly duties: Duties
  readonly demands: readonly Demand[]
  readonly law: Law
}

type Props = Owed & {
  readonly verdict: Verdict
  /** What a heading above has said already. */
  readonly said?: 'rule' | 'subject'
  /** What is told of a whole bundle instead. */
  readonly children?: ComponentChildren
}

export function DutyRow({ verdict, said, children, ...owed }: Props) {
  const { desk, law } = owed
  const { here, office } = desk
  const words = here.words.office
  const deed = deedOfDuty({ ...owed, verdict })
  return (
    <li class="duty">
      <div class="duty-what">
        {children ?? (
          <>
            {said !== 'rule' && <p>{law.provision(verdict.norm)?.gist[here.language]}</p>}
            {said !== 'subject' && (
              <p class={said === 'rule' ? undefined : 'soft'}>
                <DutySubject {...owed} verdict={verdict} />
              </p>
            )}
          </>
        )}
      </div>
      <Due here={here} verdict={verdict} />
      <div class="duty-verdict">
        {verdict.verdict !== 'pending' && <VerdictBadge here={here} verdict={verdict.verdict} />}
        {deed && (
          <a class="duty-deed" href={deed.href}>
            {here.words.today.open[deed.word]}
          </a>
        )}
        <a class="why" href={addresses[here.language].why({ ...verdict, bearer: office.id })}>
          {words.why}
        </a>
      </div>
    </li>
  )
}

function Due({ here, verdict: { verdict, due, dueStrict, done } }: { here: Here; verdict: Verdict }) {
  const words = here.words.office
  const left =
    verdict === 'pending'
      ? here.words.today.within
      : verdict === 'missed' && ((days: number) => words.daysOver(-days))
  return (
    <div class="duty-due">
      <p class="numbers">
        {due ? <strong>{briefDay(here, due)}</strong> : words.noDay}
        {due && left && <span class="soft left">{left(daysBetween(here.today, due))}</span>}
      </p>
      {dueStrict && dueStrict !== due && <p class="soft small">{words.strict(briefDay(here, dueStrict))}</p>}
      {done && <p class="soft small">{words.doneOn(briefDay(here, done))}</p>}
    </div>
  )
}
