// All duties of one urgency: those of one meeting, or of one rule in many places, under one heading.
import { officeAddresses } from '../addresses.ts'
import { OfficeFrame } from '../frame.tsx'
import { Pagination } from '../../parts/pagination.tsx'
import { BundleName, bundleId, dutiesAddress, isOfMeeting } from './duties.tsx'
import { type Owed, DutyRow } from './duty-row.tsx'
import { type Bundle, type Ordered, type Urgency, countOf, urgencies } from './order-duties.ts'

/** Bundles on one page. */
const onOne = 12

type Props = {
  readonly owed: Owed
  readonly ordered: Ordered
  readonly urgency: Urgency
  readonly page: number
  readonly csrf: string
}

export function DutiesPage({ owed, ordered, urgency, page, csrf }: Props) {
  const { desk } = owed
  const { words, format, language } = desk.here
  const bundles = ordered[urgency]
  return (
    <OfficeFrame desk={desk} section="today" title={words.office[urgency]} csrf={csrf}>
      <p>
        <a href={officeAddresses(language, desk.office.id).owed()}>{words.today.below.back}</a>
      </p>
      <h1>{words.today.allDuties}</h1>
      <nav class="tabs" aria-label={words.today.allDuties}>
        <ul class="plain">
          {urgencies.map((one) => (
            <li key={one}>
              <a
                href={dutiesAddress(desk, one)}
                {...(one === urgency ? { 'aria-current': 'page' as const } : {})}
              >
                {words.office[one]}: {format.number(countOf(ordered[one]))}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 class="unseen">{words.office[urgency]}</h2>
      {bundles.length === 0 && <p class="soft">{words.office.nothing}</p>}
      <ul class="duties plain">
        {bundles.slice((page - 1) * onOne, page * onOne).map((bundle) => (
          <Together key={bundleId(bundle)} {...{ owed, bundle }} />
        ))}
      </ul>
      <Pagination
        here={desk.here}
        page={page}
        of={Math.ceil(bundles.length / onOne)}
        href={(to) => dutiesAddress(desk, urgency, to)}
      />
    </OfficeFrame>
  )
}

/** A meeting with its rules, or a rule with its places; one duty alone needs no heading. */
function Together({ owed, bundle }: { owed: Owed; bundle: Bundle }) {
  const [first] = bundle
  if (bundle.length === 1) return <DutyRow {...owed} verdict={first} />
  return (
    <li class="bundle">
      <h3>
        <BundleName {...{ owed, bundle }} />
        <span class="soft"> · {owed.desk.here.words.today.dutiesCount(bundle.length)}</span>
      </h3>
      <ul class="duties plain">
        {bundle.map((verdict) => (
          <DutyRow
            key={`${verdict.norm} ${verdict.subject} ${verdict.period}`}
            {...owed}
            verdict={verdict}
            said={isOfMeeting(owed, bundle) ? 'subject' : 'rule'}
          />
        ))}
      </ul>
    </li>
  )
}
