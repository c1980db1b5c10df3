// What an office owes, by the last good day: overdue first, then what comes, then what is settled; each with its form.
import { type LocalDate, addDays, daysBetween } from '#kernel'
import type { Duties } from '#flows'
import { type Law, type Verdict, lawWarnings } from '#law'
import type { Demand } from '#meetings'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { actName } from '../../parts/act-name.ts'
import { VerdictBadge } from '../../parts/verdict-badge.tsx'
import type { Desk } from '../desk.ts'
import { deedOfDuty, meetingOf } from './deed-of-duty.ts'
import { DutySubject } from './duty-subject.tsx'

/** Rows of one group on one page; the rest is counted. */
const most = 25
/** How far back a settled or missed duty is still shown, in days. */
const settledDays = 60
const missedDays = 366

type Group = 'overdue' | 'soon' | 'later' | 'unclear' | 'settled'

/** Duties by group, each in the order of its last good day; what lies long back is left to the registers. */
export function groupsOf(verdicts: readonly Verdict[], today: LocalDate): Record<Group, Verdict[]> {
  const groups: Record<Group, Verdict[]> = { overdue: [], soon: [], later: [], unclear: [], settled: [] }
  for (const verdict of verdicts) {
    const group = groupOf(verdict, today)
    if (group) groups[group].push(verdict)
  }
  const byDue = (a: Verdict, b: Verdict) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1)
  for (const list of Object.values(groups)) list.sort(byDue)
  groups.settled.sort((a, b) => ((a.done ?? '') > (b.done ?? '') ? -1 : 1))
  groups.overdue.reverse()
  return groups
}

function groupOf({ verdict, due, done }: Verdict, today: LocalDate): Group | null {
  switch (verdict) {
    case 'missed':
      return due !== null && due >= addDays(today, -missedDays) ? 'overdue' : null
    case 'pending':
      return due !== null && due <= addDays(today, 30) ? 'soon' : 'later'
    case 'unknown':
      return 'unclear'
    case 'met':
    case 'boundary':
    case 'late':
      return done !== null && done >= addDays(today, -settledDays) ? 'settled' : null
    default:
      return null
  }
}

type Props = {
  readonly desk: Desk
  readonly duties: Duties
  readonly demands: readonly Demand[]
  readonly law: Law
}

export function DutyList({ desk, duties, demands, law }: Props) {
  const { here } = desk
  const words = here.words.office
  const groups = groupsOf(duties.verdicts, here.today)
  const isEmpty = Object.values(groups).every((list) => list.length === 0)
  return (
    <section class="flow" id="duties">
      <h2>{words.owed}</h2>
      <p>{isEmpty ? here.words.today.nobodyOwes : words.owedLead(groups.overdue.length)}</p>
      <EndedRules here={here} law={law} />
      {(['overdue', 'soon', 'unclear', 'later', 'settled'] as const)
        .filter((group) => groups[group].length > 0)
        .map((group) => (
          <section key={group} class="flow">
            <h3>{words[group]}</h3>
            <ul class="duties plain">
              {folded(duties, groups[group])
                .slice(0, most)
                .map((verdicts) => (
                  <Lines
                    key={`${verdicts[0]!.norm} ${verdicts[0]!.subject} ${verdicts[0]!.period}`}
                    {...{ desk, duties, demands, law, verdicts }}
                  />
                ))}
            </ul>
            <Rest {...{ desk }} count={folded(duties, groups[group]).slice(most).flat().length} />
          </section>
        ))}
    </section>
  )
}

/** Rules that have outlived their end and have no successor: what is owed here may be out of date. */
function EndedRules({ here, law }: { here: Here; law: Law }) {
  const { language, format, words } = here
  return lawWarnings(law, here.today).map((warning) => {
    if (warning.warning === 'ended-without-successor')
      return (
        <p key={warning.norm} class="warn">
          <a href={addresses[language].provision(warning.norm)}>
            {law.provision(warning.norm)?.gist[language]}
          </a>{' '}
          {words.office.ruleEnded(format.day(warning.until))}
        </p>
      )
    const act = warning.warning === 'act-ended-without-repeal' ? law.act(warning.act) : undefined
    return act && 'until' in warning ? (
      <p key={act.id} class="warn">
        <a href={addresses[language].act(act.id)}>{actName(here, act)}</a>:{' '}
        {words.office.ruleEnded(format.day(warning.until))}
      </p>
    ) : null
  })
}

const Rest = ({ desk, count }: { desk: Desk; count: number }) =>
  count > 0 ? <p class="soft">{desk.here.words.office.moreRows(count)}</p> : null

/** Duties of one meeting stand together, where the first of them stands. */
function folded(duties: Duties, verdicts: readonly Verdict[]): Verdict[][] {
  const byKey = Map.groupBy(verdicts, (verdict) =>
    meetingOf(duties, verdict.subject)
      ? verdict.subject
      : `${verdict.norm} ${verdict.subject} ${verdict.period}`,
  )
  return [...byKey.values()]
}

/** More than two duties of one meeting are one line that unfolds. */
function Lines({ desk, duties, demands, law, verdicts }: Props & { readonly verdicts: readonly Verdict[] }) {
  const [first] = verdicts as [Verdict]
  const { words, format } = desk.here
  const lines = verdicts.map((verdict) => (
    <Duty key={`${verdict.norm} ${verdict.period}`} {...{ desk, duties, demands, law, verdict }} />
  ))
  if (verdicts.length <= 2) return <>{lines}</>
  return (
    <li>
      <details>
        <summary>
          <strong>
            <DutySubject {...{ desk, duties, demands }} verdict={{ ...first, period: null }} />
          </strong>{' '}
          · {words.today.dutiesCount(verdicts.length)}
          {first.due && <> · {words.today.until(format.day(first.due))}</>}
        </summary>
        <ul class="duties plain">{lines}</ul>
      </details>
    </li>
  )
}

type DutyProps = Props & { readonly verdict: Verdict }

function Duty({ desk, duties, demands, law, verdict }: DutyProps) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.office
  const { due, dueStrict, done } = verdict
  return (
    <li class="duty">
      <div class="duty-what">
        <p>{law.provision(verdict.norm)?.gist[language]}</p>
        <p class="soft">
          <DutySubject {...{ desk, duties, demands, verdict }} />
        </p>
      </div>
      <div class="duty-due">
        <p class="numbers">
          {due ? <strong>{format.day(due)}</strong> : words.noDay}
          {due && verdict.verdict === 'pending' && <> · {words.daysLeft(daysBetween(here.today, due))}</>}
          {due && verdict.verdict === 'missed' && <> · {words.daysOver(daysBetween(due, here.today))}</>}
        </p>
        {dueStrict && dueStrict !== due && <p class="soft small">{words.strict(format.day(dueStrict))}</p>}
        {done && <p class="soft small">{words.doneOn(format.day(done))}</p>}
      </div>
      <div class="duty-verdict">
        <VerdictBadge here={here} verdict={verdict.verdict} />
        <a class="why" href={addresses[language].why({ ...verdict, bearer: office.id })}>
          {words.why}
        </a>
        <Action {...{ desk, duties, demands, law, verdict }} />
      </div>
    </li>
  )
}

/** The page with the form in which it is done. */
function Action(props: DutyProps) {
  const deed = deedOfDuty(props)
  return deed && <a href={deed.href}>{props.desk.here.words.today.open[deed.word]}</a>
}
