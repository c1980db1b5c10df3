// A problem issue: how it stands and since when, where it is, who asked, and when it was raised before and after.
import type { Stores } from '#flows'
import { type Problem, type ProblemId, raisedBefore } from '#problems'
import type { PoolIssue } from '#requests'
import { bodiesOn, localDay } from '#territory'
import { addresses } from '../address.ts'
import { isName } from '../asked.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Layout } from '../parts/layout.tsx'
import { ProblemList, stateLine } from '../parts/problem-list.tsx'
import { Quotes } from '../parts/pool-issue.tsx'
import { levelLine, titleIn, titleLanguage } from '../parts/pool-words.ts'
import { sphereTitle } from '../parts/sphere-name.ts'

export const problemPage: PageOf = async ({ c, here, stores }) => {
  const id = c.req.param('id')
  if (!isName(id)) return 'wrong'
  const problem = await stores.problems.find(id as ProblemId)
  const meeting = problem && (await stores.readings.meeting(problem.meeting))
  if (!problem || !meeting) return 'not-found'
  const [newest] = await stores.pools.versions(problem.meeting)
  const issue = newest?.content.issues.find(({ group }) => group === problem.group) ?? null
  const [unit] = await stores.national.units([problem.unit], here.today)
  const { earlier, later } = await linked(stores, problem)
  const { language, words, format } = here
  const told = words.pool
  const to = addresses[language]
  const title = titleIn(here, problem.title)
  const body = bodiesOn(meeting.day).find((one) => one.id === problem.body)?.name[language] ?? null
  return (
    <Layout here={here} title={title}>
      <div class="wrap flow">
        <Breadcrumbs
          here={here}
          crumbs={[
            ...(unit ? [{ name: unit.name[language], href: to.place(unit.code) }] : []),
            { name: told.title, href: to.pool(problem.meeting) },
          ]}
        />
        <h1 lang={titleLanguage(here)}>{title}</h1>
        <p class="lead">{stateLine(here, problem)}</p>
        {problem.state === 'left-out' && <p>{told.leftOut}</p>}
        <Facts>
          <Fact term={told.line.sphere}>{sphereTitle(here, problem.sphere)}</Fact>
          {unit && (
            <Fact term={told.line.unit}>
              <a href={to.place(unit.code)}>{unit.name[language]}</a>
            </Fact>
          )}
          <Fact term={told.asked}>{told.voices(problem.voices)}</Fact>
          <Fact term={told.line.level}>{levelLine(here, problem, body)}</Fact>
          <Fact term={told.raisedFor}>
            <a href={to.meeting(problem.meeting)}>
              {meeting.office.name[language]}, {format.day(meeting.day)}
            </a>
          </Fact>
          <Fact term={told.since}>{format.day(localDay(problem.openedAt, problem.unit))}</Fact>
        </Facts>
        {issue && <Said here={here} issue={issue} />}
        <Linked here={here} title={told.earlier} problems={earlier} />
        <Linked here={here} title={told.later} problems={later} />
      </div>
    </Layout>
  )
}

const Said = ({ here, issue }: { here: Here; issue: PoolIssue }) =>
  issue.quotes.length === 0 ? null : (
    <section class="flow">
      <h2>{here.words.pool.quotes}</h2>
      <Quotes here={here} quotes={issue.quotes} />
    </section>
  )

const Linked = ({ here, title, problems }: { here: Here; title: string; problems: readonly Problem[] }) =>
  problems.length === 0 ? null : (
    <section class="flow">
      <h2>{title}</h2>
      <ProblemList here={here} problems={problems} />
    </section>
  )

/** Problems that this one repeats, with those that they repeated; and those that repeat it. The newest first. */
async function linked({ problems }: Pick<Stores, 'problems'>, { id }: Problem) {
  const links = await problems.linksOf(id)
  const later = await Array.fromAsync(
    links.filter(({ earlier }) => earlier === id),
    ({ problem }) => problems.find(problem),
  )
  return {
    earlier: await raisedBefore(
      problems,
      links.filter(({ problem }) => problem === id).map(({ earlier }) => earlier),
    ),
    later: later.filter((one) => one !== null).toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1)),
  }
}
