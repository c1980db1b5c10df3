// A place, from a village up to a region: the next meeting, the year, what the law promises, who is responsible.
import type { Law } from '#law'
import type { Problem } from '#problems'
import { isRegion } from '#territory'
import { addresses, feeds } from '../address.ts'
import { askedCode, askedYear } from '../asked.ts'
import type { Here } from '../here.ts'
import { AskWay } from '../parts/ask-way.tsx'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { DateLeaf } from '../parts/date-leaf.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { MeetingList, WhyLink, distance } from '../parts/meeting-card.tsx'
import { placeLine, timeLine } from '../parts/place-line.ts'
import { ProblemList } from '../parts/problem-list.tsx'
import { PastList } from '../parts/past-list.tsx'
import { VisitsOwed } from '../parts/visits-owed.tsx'
import { YearStrip } from '../parts/year-strip.tsx'
import type { PageOf } from '../page.tsx'
import type { PublicMeeting } from '#flows'
import { type Voices, VoiceLines, readVoices } from './demand-lines.tsx'
import { type PlaceReading, isOwn, readPlace } from './read-place.ts'

type Props = { here: Here; reading: PlaceReading }

/** The newest problem issues of a place stand on its page. */
const mostProblems = 8

export const placePage: PageOf = async ({ c, here, stores, law, at }) => {
  const code = askedCode(c.req.param('code'))
  const typedYear = c.req.query('year')
  const year = askedYear(typedYear)
  if (code === undefined || (typedYear !== undefined && year === undefined)) return 'wrong'
  const reading = await readPlace(stores, law, code, year ?? null, here.today)
  if (reading === null) return 'not-found'
  const voices = await readVoices(stores, [reading.unit, ...reading.above], at)
  // What is wrong in the okrug is wrong in its villages, and what is wrong in a village is the district's to know.
  const below = await stores.territory.subtree(code, here.today)
  const units = [...new Set([code, ...[...below, ...reading.above.slice(0, -1)].map((one) => one.code)])]
  const problems = await stores.problems.listed({ units, limit: mostProblems })
  return <PlacePage {...{ here, law, reading, voices, problems }} />
}

function PlacePage({
  here,
  law,
  reading,
  voices,
  problems,
}: Props & { law: Law; voices: Voices; problems: readonly Problem[] }) {
  const { language, words } = here
  const { unit, above, year } = reading
  const to = addresses[language]
  const crumbs = above.toReversed().map(({ code, name }) => ({ name: name[language], href: to.place(code) }))
  return (
    <Layout
      here={here}
      title={unit.name[language]}
      head={
        <>
          <link
            rel="alternate"
            type="application/atom+xml"
            title={words.national.feedOf(unit.name[language])}
            href={feeds.news('places', unit.code, 'atom', language)}
          />
          <link
            rel="alternate"
            type="application/feed+json"
            title={words.national.feedOf(unit.name[language])}
            href={feeds.news('places', unit.code, 'json', language)}
          />
        </>
      }
    >
      <div class="wrap">
        <Breadcrumbs here={here} crumbs={crumbs} />
        <h1>{unit.name[language]}</h1>
        <div class="split">
          <div class="split-main">
            <Next here={here} reading={reading} />
            <AskWay here={here} from={{ place: unit.code }} />
            {reading.meetings.length > 0 && (
              <p class="actions">
                <a href={feeds.placeCalendar(unit.code, language)}>
                  <Icon name="calendar" /> {words.place.subscribe}
                </a>
                <span class="small soft">{words.place.subscribeHint}</span>
                <a href={to.subscribe(`place:${unit.code}`)}>
                  <Icon name="letter" /> {words.notices.title}
                </a>
              </p>
            )}
            <Year here={here} reading={reading} />
            {problems.length > 0 && (
              <section id="issues">
                <h2>{words.pool.ofPlace}</h2>
                <ProblemList here={here} problems={problems} />
              </section>
            )}
            <VisitsOwed here={here} law={law} unit={unit} owed={reading.owed} year={year} />
          </div>
          <div class="split-side">
            <Responsible here={here} reading={reading} />
            <VoiceLines here={here} unit={reading.unit} voices={voices} />
            {isRegion(unit.kind) && <RegionCalendar here={here} reading={reading} />}
            <Inside here={here} reading={reading} />
          </div>
        </div>
      </div>
    </Layout>
  )
}

function Next({ here, reading }: Props) {
  const { unit, next, nextInRegion, year, years } = reading
  const { words, language } = here
  if (next) return <NextMeeting here={here} meeting={next} />
  if (nextInRegion.length === 0)
    return (
      <EmptyState title={words.place.nextNone(year)}>
        <p>{words.place.nextNoneMore}</p>
      </EmptyState>
    )
  return (
    <section>
      <h2>{words.place.nextInside}</h2>
      <MeetingList here={here} meetings={nextInRegion} level={3} />
      <p class="actions">
        <a class="button" href={addresses[language].calendar(unit.code, years[0] ?? year)}>
          {words.meeting.whole}
        </a>
      </p>
    </section>
  )
}

const NextMeeting = ({ here, meeting }: { here: Here; meeting: PublicMeeting }) => (
  <section class="next" aria-labelledby="next">
    <DateLeaf here={here} day={meeting.day} size="large" />
    <div class="next-body">
      <h2 id="next" class="kicker">
        {here.words.place.nextTitle} <span class="soft">{distance(here, meeting.day)}</span>
      </h2>
      <p class="next-who">
        <a href={addresses[here.language].meeting(meeting.id)}>{meeting.office.name[here.language]}</a>
      </p>
      <p>
        <Icon name="place" /> {placeLine(here, meeting)}
      </p>
      <p class="numbers">
        <Icon name="clock" /> {timeLine(here, meeting)}, {here.words.meeting.formsShort[meeting.form]}
      </p>
      <p>
        <WhyLink here={here} meeting={meeting} />
      </p>
    </div>
  </section>
)

function Year({ here, reading }: Props) {
  const { words, language, today } = here
  const { unit, next, year, years, meetings, notices } = reading
  // The next one stands above, large.
  const coming = meetings.filter(({ day, id }) => day >= today && id !== next?.id)
  const past = meetings.filter(({ day }) => day < today).toReversed()
  return (
    <section aria-labelledby="year">
      <h2 id="year">{words.place.yearTitle(year)}</h2>
      {years.length > 1 && (
        <nav class="tabs" aria-label={words.place.years}>
          <ul class="plain">
            {years.map((other) => (
              <li key={other}>
                <a
                  href={addresses[language].place(unit.code, other)}
                  {...(other === year ? { 'aria-current': 'page' as const } : {})}
                >
                  {other}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {meetings.length === 0 ? (
        <p class="soft">{words.place.none(year)}</p>
      ) : (
        <YearStrip
          here={here}
          year={year}
          marks={meetings.map((meeting) => ({ day: meeting.day, strong: isOwn(meeting, unit) }))}
        />
      )}
      {coming.length > 0 && (
        <>
          <h3 class="group">{words.place.comingTitle}</h3>
          <MeetingList here={here} meetings={coming} level={4} />
        </>
      )}
      {past.length > 0 && (
        <>
          <h3 class="group">{words.place.pastTitle}</h3>
          <PastList here={here} meetings={past} notices={notices} />
        </>
      )}
    </section>
  )
}

function Responsible({ here: { words, language }, reading: { responsible } }: Props) {
  if (responsible.length === 0) return null
  return (
    <section>
      <h2>{words.place.responsibleTitle}</h2>
      <ul class="plain rows">
        {responsible.map(({ office, holder }) => (
          <li key={office.id}>
            <span class="row-name">{office.name[language]}</span>
            <span class="soft">
              {holder === null
                ? words.place.holderUnknown
                : (holder.acting ? words.place.acting : words.place.holder)(holder.name[language])}
            </span>
            <span class="small links-apart">
              <a href={addresses[language].subscribe(`office:${office.id}`)}>{words.notices.title}</a>
              <a href={feeds.officeCalendar(office.id, language)}>{words.national.telephone}</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const RegionCalendar = ({ here: { words, language }, reading: { unit, year, years } }: Props) => (
  <p class="actions">
    {(years.length > 0 ? years : [year]).map((other) => (
      <a key={other} href={addresses[language].calendar(unit.code, other)}>
        <Icon name="calendar" />{' '}
        {unit.kind === 'oblast' ? words.place.regionCalendar(other) : words.place.cityCalendar(other)}
      </a>
    ))}
  </p>
)

function Inside({ here: { words, language, format }, reading: { unit, below } }: Props) {
  if (below.length === 0) return null
  const sorted = below.toSorted((a, b) => format.compare(a.name[language], b.name[language]))
  return (
    <section>
      <h2>{isRegion(unit.kind) ? words.place.regionInsideTitle : words.place.insideTitle}</h2>
      <ul class="plain links">
        {sorted.map(({ code, name }) => (
          <li key={code}>
            <a href={addresses[language].place(code)}>{name[language]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
