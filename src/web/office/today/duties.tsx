// What an office owes, on "Today": what is due soon and what is overdue, the most urgent of both; all of it one click away.
import { type Law, lawWarnings } from '#law'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { actName } from '../../parts/act-name.ts'
import { officeAddresses } from '../addresses.ts'
import { meetingOf } from './deed-of-duty.ts'
import { type Owed, DutyRow } from './duty-row.tsx'
import { DutySubject } from './duty-subject.tsx'
import { type Bundle, type Ordered, type Urgency, countOf, urgencies } from './order-duties.ts'

/** Bundles of an urgency that are told here; the others are only counted. */
const told: Partial<Record<Urgency, number>> = { soon: 5, overdue: 3 }

export function DutyList({ ordered, ...owed }: Owed & { readonly ordered: Ordered }) {
  const { desk, law } = owed
  const { words } = desk.here
  const there = urgencies.filter((urgency) => ordered[urgency].length > 0)
  return (
    <section class="flow" id="duties">
      <h2>{words.office.owed}</h2>
      {there.length === 0 && <p>{words.today.nobodyOwes}</p>}
      <EndedRules here={desk.here} law={law} />
      {there.map((urgency) => {
        const bundles = ordered[urgency]
        const shown = bundles.slice(0, told[urgency] ?? 0)
        if (shown.length === 0) return null
        return (
          <section key={urgency} class="flow">
            <h3>{words.office[urgency]}</h3>
            <ul class="duties plain">
              {shown.map((bundle) => (
                <Brief key={bundleId(bundle)} {...{ owed, urgency, bundle }} />
              ))}
            </ul>
          </section>
        )
      })}
      {there.length > 0 && (
        <nav class="duty-ways" aria-label={words.today.allDuties}>
          <h3>{words.today.allDuties}</h3>
          <ul class="plain links-apart">
            {there.map((urgency) => (
              <li key={urgency}>
                <a href={dutiesAddress(desk, urgency)}>
                  {words.office[urgency]}: {desk.here.format.number(countOf(ordered[urgency]))}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </section>
  )
}

export const dutiesAddress = ({ here, office }: Owed['desk'], urgency: Urgency, page?: number) =>
  officeAddresses(here.language, office.id).duties(urgency, page)

/** A bundle is told by what its duties have in common, the first of them, and how many more there are. */
function Brief({ owed, urgency, bundle }: { owed: Owed; urgency: Urgency; bundle: Bundle }) {
  const [first] = bundle
  if (bundle.length === 1) return <DutyRow {...owed} verdict={first} />
  const more = owed.desk.here.words.today.moreDuties(bundle.length - 1)
  return (
    <DutyRow {...owed} verdict={first}>
      <p>
        <strong>
          <BundleName owed={owed} bundle={bundle} />
        </strong>
      </p>
      <p class="soft">
        {isOfMeeting(owed, bundle) ? (
          <Gist owed={owed} bundle={bundle} />
        ) : (
          <DutySubject {...owed} verdict={first} />
        )}
      </p>
      <p>
        <a href={dutiesAddress(owed.desk, urgency)}>{more}</a>
      </p>
    </DutyRow>
  )
}

type OfBundle = { readonly owed: Owed; readonly bundle: Bundle }

export const isOfMeeting = ({ duties }: Owed, [first]: Bundle) =>
  meetingOf(duties, first.subject) !== undefined

const Gist = ({ owed, bundle }: OfBundle) => (
  <>{owed.law.provision(bundle[0].norm)?.gist[owed.desk.here.language]}</>
)

/** The meeting, or the rule that is owed in many places. */
export const BundleName = ({ owed, bundle }: OfBundle) =>
  isOfMeeting(owed, bundle) ? (
    <DutySubject {...owed} verdict={{ ...bundle[0], period: null }} />
  ) : (
    <Gist owed={owed} bundle={bundle} />
  )

export const bundleId = ([{ norm, subject, period }]: Bundle) => `${norm} ${subject} ${period}`

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
