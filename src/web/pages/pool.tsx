// The pool of a meeting, as its commission approved it: issues in order, sums, map, versions with what each changed.
import type { MeetingId } from '#calendar'
import type { ProblemId } from '#problems'
import { bodiesOn, localDay, localTime } from '#territory'
import { addresses } from '../address.ts'
import { askedNumber, isName } from '../asked.ts'
import type { Here } from '../here.ts'
import { poolFile, poolFiles } from '../pool-files/pool-files.ts'
import type { PageOf } from '../page.tsx'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { type MapReading, PlaceMap } from '../parts/map/place-map.tsx'
import { PoolChanges } from '../parts/pool-changes.tsx'
import { PoolIssueCard } from '../parts/pool-issue.tsx'
import { titleIn } from '../parts/pool-words.ts'
import { placeLine } from '../parts/place-line.ts'
import { type PublicPool, readPoolMap, readPublicPool } from './read-pool.ts'

export const poolPage: PageOf = async ({ c, here, stores }) => {
  const [id, typed] = [c.req.param('id'), c.req.query('version')]
  const number = askedNumber(typed, 9999)
  if (!isName(id) || (typed !== undefined && number === undefined)) return 'wrong'
  const reading = await readPublicPool(stores, id as MeetingId, number ?? null, here.today)
  if (!reading) return 'not-found'
  const map = await readPoolMap(stores, reading, here.today)
  return <PoolPage here={here} reading={reading} map={map} />
}

type Props = { readonly here: Here; readonly reading: PublicPool }

function PoolPage({ here, reading, map }: Props & { readonly map: MapReading }) {
  const { language, words, format } = here
  const told = words.pool
  const { meeting, pool, versions } = reading
  const to = addresses[language]
  const { unit, above, office, day } = meeting
  const crumbs = [
    ...[...above.toReversed(), unit].map(({ code, name }) => ({
      name: name[language],
      href: to.place(code),
    })),
    { name: format.day(day), href: to.meeting(meeting.id) },
  ]
  const { issues, received, answered, setAside } = pool.content
  const pooled = issues.reduce((sum, { voices }) => sum + voices, 0)
  return (
    <Layout here={here} title={`${told.title}, ${office.name[language]}, ${format.dayOfYear(day)}`}>
      <div class="wrap flow">
        <Breadcrumbs here={here} crumbs={crumbs} />
        <h1>{told.title}</h1>
        <p class="lead">
          <a href={to.meeting(meeting.id)}>
            {office.name[language]}, {format.fullDay(day)}
          </a>
          , {placeLine(here, meeting)}
        </p>
        <p>{told.meaning}</p>
        {pool !== versions[0] && (
          <p class="warnings">
            {told.oldVersion} <a href={to.pool(meeting.id)}>{told.newestVersion}</a>
          </p>
        )}
        <p>{told.sums({ received, pooled, answered, setAside })}</p>
        <p class="actions">
          {poolFiles.map((name) => (
            <a key={name} href={poolFile(meeting.id, name)}>
              <Icon name="download" /> {told.files[name]}
            </a>
          ))}
        </p>
        <ol class="issues plain">
          {issues.map((issue, at) => {
            const problem = reading.problems.get(issue.group)
            return (
              <li key={issue.group} id={`issue-${at + 1}`}>
                <PoolIssueCard
                  here={here}
                  number={at + 1}
                  issue={issue}
                  place={reading.units.get(issue.unit)?.name[language] ?? issue.unit}
                  body={bodiesOn(day).find(({ id }) => id === issue.body)?.name[language] ?? null}
                  href={problem ? to.problem(problem.id) : null}
                  earlier={issue.earlier.flatMap((id) => {
                    const one = reading.earlier.get(id as ProblemId)
                    return one
                      ? [
                          {
                            href: to.problem(one.id),
                            title: titleIn(here, one.title),
                            when: format.day(localDay(one.openedAt, one.unit)),
                          },
                        ]
                      : []
                  })}
                />
              </li>
            )
          })}
        </ol>
        <Places here={here} reading={reading} map={map} />
        <About here={here} reading={reading} />
      </div>
    </Layout>
  )
}

/** Where the issues are, on the map of the region. */
function Places({ here, reading, map }: Props & { readonly map: MapReading }) {
  const { language, words } = here
  const { issues } = reading.pool.content
  const numbers = Map.groupBy(
    issues.map((issue, at) => ({ unit: issue.unit, voices: issue.voices, number: at + 1 })),
    ({ unit }) => unit,
  )
  const entries = [...numbers].flatMap(([code, there]) => {
    const unit = reading.units.get(code)
    const voices = there.reduce((sum, one) => sum + one.voices, 0)
    return unit
      ? [
          {
            unit: code,
            label: `${unit.name[language]}: ${words.pool.voices(voices)}`,
            href: `#issue-${there[0]!.number}`,
            value: voices,
          },
        ]
      : []
  })
  if (map.borders.length === 0) return null
  return (
    <section class="pool-map">
      <h2>{words.pool.places}</h2>
      <PlaceMap
        here={here}
        id="places"
        title={words.pool.places}
        description={words.pool.placesText(words.site.list(entries.map(({ label }) => label)))}
        reading={map}
        entries={entries}
      />
    </section>
  )
}

/** When it was approved and how, its hash, and what each version changed. */
function About({ here, reading: { pool, versions, meeting } }: Props) {
  const { language, words, format } = here
  const told = words.pool
  const moment = (at: typeof pool.approvedAt) =>
    `${format.day(localDay(at, pool.unit))}, ${localTime(at, pool.unit)}`
  return (
    <section class="flow" id="about">
      <h2>{told.about}</h2>
      <Facts>
        <Fact term={told.versionTerm}>{format.number(pool.number)}</Fact>
        <Fact term={told.approvedTerm}>{moment(pool.approvedAt)}</Fact>
        <Fact term={told.signedTerm}>{told.signed[pool.signed]}</Fact>
        <Fact term={words.calendar.hash}>
          <code>{pool.sha256}</code>
        </Fact>
      </Facts>
      {versions.length > 1 && (
        <details>
          <summary>{told.versions}</summary>
          <ol class="plain">
            {versions.map((version, at) => {
              const before = versions[at + 1]
              return (
                <li key={version.number}>
                  <h3>
                    <a href={`${addresses[language].pool(meeting.id)}?version=${version.number}`}>
                      {told.versionOf(version.number)}
                    </a>{' '}
                    <span class="soft">{moment(version.approvedAt)}</span>
                  </h3>
                  {before && <PoolChanges here={here} before={before} after={version} />}
                </li>
              )
            })}
          </ol>
        </details>
      )}
    </section>
  )
}
