// Why an obligation is as it is: the key, the last day, the verdict, a picture, every step, the records, other readings.
import type { PageOf } from '../page.tsx'
import { type Duties, dutiesOf } from '#flows'
import { type LocalDate, type Period, localDate, yearOf } from '#kernel'
import { type Explained, type Law, type Provision, type VerdictKey, explain } from '#law'
import { isUnitCode } from '#territory'
import { addresses } from '../address.ts'
import { askedOffice, askedPeriod, isName } from '../asked.ts'
import type { Here } from '../here.ts'
import { paragraphName, periodName } from '../parts/act-name.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { DerivationList } from '../parts/derivation-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import type { Names } from '../parts/fact-words.ts'
import { recordNames } from '../parts/record-names.ts'
import { Layout } from '../parts/layout.tsx'
import { type Other, OtherReadings, otherReadings } from '../parts/other-readings.tsx'
import { Proof, factName } from '../parts/proof.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { VerdictBadge } from '../parts/verdict-badge.tsx'

type Subject = { readonly name: string; readonly href: string | null }

export const whyPage: PageOf = async ({ c, here, stores, law }) => {
  const { norm, bearer: typedBearer, subject, period: typedPeriod } = c.req.param()
  const bearer = askedOffice(typedBearer)
  const period = askedPeriod(typedPeriod)
  if (!isName(norm) || bearer === undefined || period === undefined || !(subject === '-' || isName(subject)))
    return 'wrong'
  const provision = law.provision(norm)
  if (!provision) return 'not-found'
  const horizon = horizonOf(period, here.today)
  const duties = await dutiesOf(stores, law, bearer, { asOf: here.today, horizon })
  if (!duties) return 'not-found'
  const key = { norm, bearer, subject: subject === '-' ? null : subject, period }
  const question = { asOf: here.today, horizon }
  const explained = explain(law, duties.world, key, question) ?? null
  const named = key.subject === null ? null : await subjectOf(key.subject)
  const names = await recordNames(here, stores.readings, duties)
  const others = explained ? otherReadings(law, duties, explained, question) : []
  const asked = { provision, duties, key, explained, subject: named, names, others }
  return <WhyPage here={here} law={law} asked={asked} />

  async function subjectOf(id: string): Promise<Subject> {
    const to = addresses[here.language]
    if (isUnitCode(id)) {
      const unit = await stores.readings.unit(id, here.today)
      return unit ? { name: unit.name[here.language], href: to.place(id) } : { name: id, href: null }
    }
    const known = (one: string) => stores.readings.meeting(one as Parameters<typeof to.meeting>[0])
    // A moved meeting is judged by the record of its date: `id.2`, `id.3`.
    const meeting = (await known(id)) ?? (await known(id.replace(/\.\d{1,3}$/, '')))
    if (!meeting) return { name: id, href: null }
    return { name: here.words.why.meetingSubject(here.format.day(meeting.day)), href: to.meeting(meeting.id) }
  }
}

/** The end of the year that is asked about; never more than two years ahead. */
function horizonOf(period: Period | null, today: LocalDate): LocalDate {
  const now = yearOf(today)
  const year = period === null ? now + 1 : Math.min(Math.max(yearOf(period), now), now + 2)
  return localDate(`${year}-12-31`)
}

type Asked = {
  readonly provision: Provision
  readonly duties: Duties
  readonly key: VerdictKey
  readonly explained: Explained | null
  readonly subject: Subject | null
  readonly names: Names
  readonly others: readonly Other[]
}

function WhyPage({ here, law, asked }: { here: Here; law: Law; asked: Asked }) {
  const { words, language, format } = here
  const { provision, duties, key, explained, subject, names, others } = asked
  const to = addresses[language]
  return (
    <Layout here={here} title={words.why.title} unlisted>
      <div class="wrap">
        <Breadcrumbs
          here={here}
          crumbs={[
            { name: words.law.title, href: to.acts() },
            { name: paragraphName(here, provision.paragraph), href: to.provision(provision.id) },
          ]}
        />
        <h1>{words.why.title}</h1>
        <blockquote class="provision provision-large">
          <p class="lead">{provision.gist[language]}</p>
        </blockquote>
        <Facts>
          <Fact term={words.why.bearer}>{duties.office.name[language]}</Fact>
          {subject && (
            <Fact term={words.why.subject}>
              {subject.href ? <a href={subject.href}>{subject.name}</a> : subject.name}
            </Fact>
          )}
          {key.period && <Fact term={words.why.period}>{periodName(here, key.period)}</Fact>}
          {explained && (
            <>
              <Fact term={words.why.due}>
                {explained.due ? format.fullDay(explained.due) : words.why.noDue}
              </Fact>
              {explained.dueStrict && explained.dueStrict !== explained.due && (
                <Fact term={words.why.dueStrict}>{format.fullDay(explained.dueStrict)}</Fact>
              )}
              <Fact term={words.why.verdictNow}>
                <span class="verdict-line">
                  <VerdictBadge here={here} verdict={explained.verdict} />
                  <span class="small soft">{words.verdictMeaning[explained.verdict]}</span>
                </span>
              </Fact>
            </>
          )}
        </Facts>
        {explained ? (
          <>
            <section class="apart-above">
              <h2>{words.timeline.title}</h2>
              <Timeline
                here={here}
                explained={explained}
                factName={(index) => factName(here, duties.entries[index]?.type ?? '')}
                caption={words.timeline.leadReal}
              />
            </section>
            <section class="apart-above">
              <h2>{words.why.stepsTitle}</h2>
              <DerivationList here={here} law={law} steps={explained.derivation} facts={duties.entries} />
            </section>
            <Proof
              here={here}
              entries={explained.proof.flatMap((index) => duties.entries[index] ?? [])}
              names={names}
            />
            <OtherReadings here={here} law={law} others={others} explained={explained} />
            <p class="small soft only-print">
              {words.proof.address}: {`/${language}${here.path}`}
            </p>
          </>
        ) : (
          <EmptyState title={words.why.noneTitle}>
            <p>{words.why.none}</p>
          </EmptyState>
        )}
      </div>
    </Layout>
  )
}
