// One release of the ministers' schedule as it was published, and what it changed of the one before.
import { type ScheduledMeeting, releaseDiff } from '#calendar'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import { askedNumber, askedPeriod } from '../asked.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { periodName } from '../parts/act-name.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Layout } from '../parts/layout.tsx'
import { MeetingRows, releasesOf } from './schedule.tsx'

export const scheduleReleasePage: PageOf = async ({ c, here, stores }) => {
  const period = askedPeriod(c.req.param('period'))
  const number = askedNumber(c.req.param('number'), 9999)
  if (!period || number === undefined) return 'wrong'
  const all = await releasesOf(stores, period)
  const release = all.find((one) => one.number === number)
  if (!release) return 'not-found'
  const { language, format } = here
  const words = here.words.schedule
  const to = addresses[language]
  const name = periodName(here, period)
  const title = words.releaseOf(name, number)
  const before = all.find((one) => one.number === number - 1)
  const diff = before && releaseDiff(before.content, release.content)
  return (
    <Layout here={here} title={title}>
      <div class="wrap flow">
        <Breadcrumbs here={here} crumbs={[{ name: words.of(name), href: to.ministersSchedule(period) }]} />
        <h1>{title}</h1>
        <p>{words.publishedOn(format.day(localDay(release.publishedAt, null)), number)}</p>
        {number < all.length && (
          <p class="warnings">
            {words.releaseOld} <a href={to.ministersSchedule(period)}>{words.newest}</a>
          </p>
        )}
        {release.content.correction && <p>{words.whyCorrected(release.content.correction.reason)}</p>}
        {diff && (
          <section class="flow" id="changes">
            <h2>{words.changed}</h2>
            {diff.moved.length > 0 && <h3>{words.movedTitle(diff.moved.length)}</h3>}
            <ul class="rows plain">
              {diff.moved.map(({ from, to: now }) => (
                <li key={now.id}>
                  <Line here={here} meeting={now} /> <del>{whenOf(here, from)}</del>{' '}
                  <ins>{whenOf(here, now)}</ins>
                </li>
              ))}
            </ul>
            <Listed here={here} title={words.addedTitle(diff.added.length)} meetings={diff.added} />
            <Listed here={here} title={words.droppedTitle(diff.dropped.length)} meetings={diff.dropped} />
          </section>
        )}
        <section class="flow">
          <h2>{words.meetings(release.content.meetings.length)}</h2>
          <MeetingRows
            here={here}
            meetings={release.content.meetings}
            byRegion
            caption={title}
            agreements={new Map()}
          />
        </section>
      </div>
    </Layout>
  )
}

const whenOf = ({ format }: Here, { day, start }: ScheduledMeeting) =>
  `${format.weekdayOfYear(day)}, ${start}`

const Line = ({ here: { language, words }, meeting }: { here: Here; meeting: ScheduledMeeting }) => {
  const named = [meeting.officeName, meeting.unitName].map((name) => (language === 'ru' ? name.ru : name.kk))
  return <a href={addresses[language].meeting(meeting.id)}>{words.site.list(named)}</a>
}

const Listed = ({
  here,
  title,
  meetings,
}: {
  here: Here
  title: string
  meetings: readonly ScheduledMeeting[]
}) =>
  meetings.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul class="rows plain">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Line here={here} meeting={meeting} /> <span>{whenOf(here, meeting)}</span>
          </li>
        ))}
      </ul>
    </>
  )
