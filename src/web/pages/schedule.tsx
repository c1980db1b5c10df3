// The schedule of ministers' meetings of a period, by ministry or by region; without a period the one that runs.
import { type ScheduleRelease, type ScheduledMeeting, scheduleIdOf } from '#calendar'
import type { Stores } from '#flows'
import { type LocalDate, type Period, firstDay, lastDay } from '#kernel'
import type { Law } from '#law'
import { type OfficeId, localDay } from '#territory'
import { addresses, feeds } from '../address.ts'
import { askedPeriod } from '../asked.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { actName, periodName } from '../parts/act-name.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { sphereName } from '../parts/sphere-name.ts'

export const schedulePage: PageOf = async ({ c, here, stores, law }) => {
  const asked = c.req.param('period')
  const period = asked === undefined ? null : askedPeriod(asked)
  if (asked !== undefined && !period) return 'wrong'
  const newest = await stores.schedules.newestReleases()
  const release = period
    ? newest.find((one) => one.period === period)
    : (newest.find((one) => firstDay(one.period) <= here.today) ?? newest.at(-1))
  if (period && !release) return 'not-found'
  if (!release) return <NoSchedule here={here} />
  const agreements = await agreedSince(stores, release)
  const byRegion = c.req.query('by') === 'region'
  return <SchedulePage {...{ here, law, release, newest, agreements, byRegion }} />
}

/** What akimats agreed to after the release: the letter of each visit, by its id; an agreement that lapsed is none. */
async function agreedSince({ journal }: Stores, { content }: ScheduleRelease) {
  const subjects = content.meetings.filter(({ agreed }) => agreed === null).map(({ id }) => id)
  if (subjects.length === 0) return new Map()
  const entries = await journal.entries({ subjects, types: ['meeting-agreed', 'schedule-paper'] })
  const agreed = new Set(entries.flatMap(({ type, subject }) => (type === 'meeting-agreed' ? [subject] : [])))
  return new Map(
    entries
      .filter(({ type, subject }) => type === 'schedule-paper' && agreed.has(subject))
      .map(({ subject, at, payload }) => [
        subject as string,
        { number: String(payload['number']), day: at.slice(0, 10) as LocalDate },
      ]),
  )
}

const NoSchedule = ({ here }: { here: Here }) => (
  <Layout here={here} title={here.words.schedule.title}>
    <div class="wrap">
      <h1>{here.words.schedule.title}</h1>
      <p class="lead">{here.words.schedule.lead}</p>
      <EmptyState title={here.words.schedule.none}>
        <p>{here.words.schedule.noneText}</p>
      </EmptyState>
      <ProcedureLink here={here} />
    </div>
  </Layout>
)

const ProcedureLink = ({ here }: { here: Here }) => (
  <p>
    <a href={addresses[here.language].ministersProcedure()}>{here.words.schedule.procedureLink}</a>
  </p>
)

type Props = {
  readonly here: Here
  readonly law: Law
  readonly release: ScheduleRelease
  readonly newest: readonly ScheduleRelease[]
  readonly agreements: ReadonlyMap<string, NonNullable<ScheduledMeeting['agreed']>>
  readonly byRegion: boolean
}

function SchedulePage({ here, law, release, newest, agreements, byRegion }: Props) {
  const { words: all, language, format, today } = here
  const words = all.schedule
  const to = addresses[language]
  const { period, content } = release
  const act = law.act(content.act)
  const title = words.of(periodName(here, period))
  const nameOf = (name: { kk: string; ru: string }) => (language === 'ru' ? name.ru : name.kk)
  const groups = [...Map.groupBy(content.meetings, (meeting) => (byRegion ? meeting.region : meeting.office))]
    .map(([id, meetings]) => ({
      id,
      meetings,
      name: nameOf(byRegion ? meetings[0]!.regionName : meetings[0]!.officeName),
    }))
    .toSorted((a, b) => format.compare(a.name, b.name))
  const current = { 'aria-current': 'page' as const }
  return (
    <Layout here={here} title={title} description={words.lead}>
      <div class="wrap flow">
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        {lastDay(period) < today && <p class="soft">{words.past}</p>}
        {act?.in_force?.until && act.in_force.until < today && <p class="warn">{words.ended}</p>}
        <nav class="tabs" aria-label={words.views}>
          <ul class="plain">
            <li>
              <a href={to.ministersSchedule(period)} {...(byRegion ? {} : current)}>
                {words.byBody}
              </a>
            </li>
            <li>
              <a href={to.ministersSchedule(period, 'region')} {...(byRegion ? current : {})}>
                {words.byRegion}
              </a>
            </li>
          </ul>
        </nav>
        {groups.map(({ id, name, meetings }) => (
          <section key={id} class="flow">
            <h2>{name}</h2>
            <MeetingRows {...{ here, meetings, byRegion, agreements }} caption={name} />
            {!byRegion && (
              <p class="actions">
                <a href={feeds.officeCalendar(id as OfficeId, language)}>
                  <Icon name="calendar" /> {words.feed}
                </a>
                <a href={to.subscribe(`office:${id}`)}>
                  <Icon name="letter" /> {words.subscribe}
                </a>
              </p>
            )}
          </section>
        ))}
        <section class="flow">
          <h2>{words.releases}</h2>
          <Facts>
            {act && (
              <Fact term={words.approvedBy}>
                <a href={to.act(act.id)}>{actName(here, act)}</a>
              </Fact>
            )}
            <Fact term={words.release(release.number)}>
              {words.publishedOn(format.day(localDay(release.publishedAt, null)), release.number)}
            </Fact>
            <Fact term={words.fingerprint}>
              <code class="hash">{release.hash}</code>
            </Fact>
          </Facts>
          {release.number > 1 && (
            <ul class="plain">
              {Array.from({ length: release.number }, (_, at) => at + 1).map((number) => (
                <li key={number}>
                  <a href={to.ministersRelease(period, number)}>{words.release(number)}</a>
                </li>
              ))}
            </ul>
          )}
          <ProcedureLink here={here} />
        </section>
        {newest.length > 1 && (
          <section class="flow">
            <h2>{words.other}</h2>
            <ul class="plain">
              {newest
                .filter((other) => other.period !== period)
                .map((other) => (
                  <li key={other.period}>
                    <a href={to.ministersSchedule(other.period)}>{periodName(here, other.period)}</a>{' '}
                    <span class="soft small">{words.meetings(other.content.meetings.length)}</span>
                  </li>
                ))}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  )
}

/** Meetings as a table; `byRegion` says what each row still has to name. */
export function MeetingRows({
  here,
  meetings,
  byRegion,
  caption,
  agreements,
}: Pick<Props, 'here' | 'byRegion' | 'agreements'> & {
  readonly meetings: readonly ScheduledMeeting[]
  readonly caption: string
}) {
  const { words: all, language, format } = here
  const words = all.schedule
  const nameOf = (name: { kk: string; ru: string }) => (language === 'ru' ? name.ru : name.kk)
  return (
    <table class="table meetings">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.time}</th>
          <th scope="col">{byRegion ? words.who : words.place}</th>
          <th scope="col">{words.about}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => {
          const agreed = meeting.agreed ?? agreements.get(meeting.id)
          const place = all.site.list([
            ...(meeting.unit === meeting.region ? [] : [nameOf(meeting.unitName)]),
            ...(byRegion ? [] : [nameOf(meeting.regionName)]),
          ])
          return (
            <tr key={meeting.id}>
              <th scope="row" class="numbers">
                <a href={addresses[language].meeting(meeting.id)}>{format.weekdayOfYear(meeting.day)}</a>
              </th>
              <td class="numbers">{meeting.start}</td>
              <td>
                {byRegion && <p>{nameOf(meeting.officeName)}</p>}
                {place !== '' && <p>{place}</p>}
                <p class="soft small">{nameOf(meeting.venue)}</p>
              </td>
              <td>
                {sphereName(here, meeting.sphere)}
                <p class="soft small">{nameOf(meeting.why)}</p>
                <p class="soft small">
                  {agreed ? words.agreed(format.day(agreed.day), agreed.number) : words.notAgreed}
                </p>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** All releases of a period, the first one first; empty when there is none. */
export const releasesOf = ({ schedules }: Stores, period: Period): Promise<ScheduleRelease[]> =>
  schedules.releases(scheduleIdOf(period))
