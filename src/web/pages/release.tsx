// One release of a calendar as it was published, and what it changed of the one before.
import { type Release, type ReleasedMeeting, releaseDiff } from '#calendar'
import type { Stores } from '#flows'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import { askedCode, askedNumber, askedYear } from '../asked.ts'
import type { Here } from '../here.ts'
import type { Ask, PageOf } from '../page.tsx'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Layout } from '../parts/layout.tsx'

/** The release asked for and all of its calendar, the first one first. */
async function readReleases({ c, here, stores }: Ask) {
  const code = askedCode(c.req.param('region'))
  const year = askedYear(c.req.param('year'))
  const number = askedNumber(c.req.param('number'), 9999)
  if (code === undefined || year === undefined || number === undefined) return 'wrong' as const
  const region = await stores.readings.unit(code, here.today)
  const all = region ? await releasesOf(stores, code, year) : []
  const release = all.find((one) => one.number === number)
  return region && release ? { region, year, release, all } : ('not-found' as const)
}

async function releasesOf(
  stores: Stores,
  ...[region, year]: Parameters<Stores['calendars']['newestRelease']>
) {
  const newest = await stores.calendars.newestRelease(region, year)
  return newest ? stores.calendars.releases(newest.calendar) : []
}

export const releasePage: PageOf = async (ask) => {
  const read = await readReleases(ask)
  if (typeof read === 'string') return read
  const { here } = ask
  const { language } = here
  const words = here.words.assembly
  const { region, year, release, all } = read
  const title = words.releaseOf(region.name[language], year, release.number)
  const to = addresses[language]
  return (
    <Layout here={here} title={title}>
      <div class="wrap flow">
        <Breadcrumbs
          here={here}
          crumbs={[
            { name: region.name[language], href: to.place(region.code) },
            {
              name: here.words.calendar.title(region.name[language], year),
              href: to.calendar(region.code, year),
            },
          ]}
        />
        <h1>{title}</h1>
        {release.number === all.length ? (
          <p>{words.releaseNewest}</p>
        ) : (
          <p class="warnings">
            {words.releaseOld} <a href={to.release(region.code, year, all.length)}>{words.releaseNewest}</a>
          </p>
        )}
        <About here={here} release={release} />
        {release.number > 1 && (
          <p>
            <a href={to.changes(region.code, year, release.number)}>{words.changesLink}</a>
          </p>
        )}
        <table class="table meetings">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{here.words.table.day}</th>
              <th scope="col">{here.words.table.time}</th>
              <th scope="col">{here.words.table.who}</th>
              <th scope="col">{here.words.table.place}</th>
            </tr>
          </thead>
          <tbody>
            {release.content.meetings.map((meeting) => (
              <tr key={meeting.id}>
                <th scope="row" class="numbers">
                  {here.format.weekdayOfYear(meeting.day)}
                </th>
                <td class="numbers">{meeting.start}</td>
                <td>{nameIn(here, meeting.officeName)}</td>
                <td>{nameIn(here, meeting.unitName)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Layout>
  )
}

export const changesPage: PageOf = async (ask) => {
  const read = await readReleases(ask)
  if (typeof read === 'string') return read
  const { here } = ask
  const { language, format } = here
  const words = here.words.assembly
  const { region, year, release, all } = read
  const before = all.find(({ number }) => number === release.number - 1)
  const title = words.changesOf(region.name[language], year, release.number)
  const to = addresses[language]
  const diff = before && releaseDiff(before.content, release.content)
  const count = diff ? diff.moved.length + diff.added.length + diff.dropped.length : 0
  const when = ({ day, start }: ReleasedMeeting) => `${format.weekdayOfYear(day)}, ${start}`
  return (
    <Layout here={here} title={title}>
      <div class="wrap flow">
        <Breadcrumbs
          here={here}
          crumbs={[
            { name: region.name[language], href: to.place(region.code) },
            {
              name: here.words.calendar.title(region.name[language], year),
              href: to.calendar(region.code, year),
            },
            { name: words.release(release.number), href: to.release(region.code, year, release.number) },
          ]}
        />
        <h1>{title}</h1>
        <About here={here} release={release} />
        {!diff ? <p>{words.firstRelease}</p> : count === 0 && <p>{words.nothingChanged}</p>}
        {diff && diff.moved.length > 0 && (
          <section class="flow">
            <h2>{words.movedTitle(diff.moved.length)}</h2>
            <ul class="rows plain">
              {diff.moved.map(({ from, to: now }) => (
                <li key={now.id}>
                  <MeetingLine here={here} meeting={now} linked />
                  <span>
                    {words.from}: <del>{when(from)}</del>
                  </span>
                  <span>
                    {words.to}: <ins>{when(now)}</ins>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {diff && (
          <>
            <Listed here={here} title={words.addedTitle(diff.added.length)} meetings={diff.added} linked />
            <Listed
              here={here}
              title={words.droppedTitle(diff.dropped.length)}
              meetings={diff.dropped}
              linked={false}
            />
          </>
        )}
      </div>
    </Layout>
  )
}

type ListedProps = {
  readonly here: Here
  readonly title: string
  readonly meetings: readonly ReleasedMeeting[]
  /** Whether the meeting still has a page. */
  readonly linked: boolean
}

const Listed = ({ here, title, meetings, linked }: ListedProps) =>
  meetings.length === 0 ? null : (
    <section class="flow">
      <h2>{title}</h2>
      <ul class="rows plain">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <MeetingLine here={here} meeting={meeting} linked={linked} />
            <span>
              {here.format.weekdayOfYear(meeting.day)}, {meeting.start}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )

function MeetingLine({ here, meeting, linked }: { here: Here; meeting: ReleasedMeeting; linked: boolean }) {
  const place = nameIn(here, meeting.unitName)
  return (
    <span>
      {linked ? (
        <a class="row-name" href={addresses[here.language].meeting(meeting.id)}>
          {place}
        </a>
      ) : (
        <strong>{place}</strong>
      )}{' '}
      <span class="soft">· {nameIn(here, meeting.officeName)}</span>
    </span>
  )
}

/** When it was published, why it differs, the maslikhat's paper, and its hash. */
function About({ here, release }: { here: Here; release: Release }) {
  const words = here.words.assembly
  const { correction, region } = release.content
  return (
    <Facts>
      <Fact term={words.releaseDay}>{here.format.day(localDay(release.publishedAt, region.code))}</Fact>
      {correction && <Fact term={words.reason}>{correction.reason}</Fact>}
      {correction?.paper && (
        <Fact term={words.paper[correction.paper.part]}>
          {words.paperOf(correction.paper.number, here.format.day(correction.paper.day))}
        </Fact>
      )}
      <Fact term={here.words.calendar.hash}>
        <code>{release.hash}</code>
      </Fact>
    </Facts>
  )
}

/** A release holds the names of its day in the two languages of the state; other readers see the Kazakh ones. */
const nameIn = ({ language }: Here, names: { readonly kk: string; readonly ru: string }): string =>
  language === 'ru' ? names.ru : names.kk
