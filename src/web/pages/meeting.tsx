// One meeting: when, where, who, how the time is shared, by when it is to be announced, and why on this day.
import type { ComponentChildren, VNode } from 'preact'
import { regimeOn } from '#calendar'
import { periodOf, yearOf } from '#kernel'
import { type Law, type NormId, verdictWords } from '#law'
import { localDay } from '#territory'
import { addresses, feeds } from '../address.ts'
import { isName } from '../asked.ts'
import type { Here } from '../here.ts'
import { currentNotice } from '../kit/kit-facts.ts'
import { originOf } from '../origin.ts'
import type { PageOf } from '../page.tsx'
import { AskWay } from '../parts/ask-way.tsx'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { DateLeaf } from '../parts/date-leaf.tsx'
import { DerivationList } from '../parts/derivation-list.tsx'
import { EventData } from '../parts/event-data.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { distance } from '../parts/meeting-card.tsx'
import { formLine, placeLine, timeLine } from '../parts/place-line.ts'
import { ProblemList } from '../parts/problem-list.tsx'
import { TimeShare } from '../parts/time-share.tsx'
import { VerdictBadge } from '../parts/verdict-badge.tsx'
import type { PublicMeeting, Stores } from '#flows'
import { carriedIn } from '#meetings'
import type { Problem } from '#problems'
import { type Announced, Announcement, Changes, Publications } from './announced.tsx'
import { type MeetingLaw, meetingLaw } from './meeting-law.ts'

/** So many issues stand on the page of a meeting; the others are in its pool. */
const mostIssues = 5

export const meetingPage: PageOf = async ({ c, here, stores, law }) => {
  const id = c.req.param('id')
  if (!isName(id)) return 'wrong'
  const meeting = await stores.readings.meeting(id as PublicMeeting['id'])
  if (!meeting) return 'not-found'
  const judged = await meetingLaw(stores, law, meeting, here.today)
  const announced = await readAnnounced(stores, meeting)
  const head = <EventData here={here} origin={originOf(c, c.get('standing'))} meeting={meeting} />
  const problems = await stores.problems.ofMeeting(meeting.id)
  const props = { here, law, meeting, judged, announced, problems, head }
  return <MeetingPage {...props} />
}

/** Everything that was published of a meeting beside its date. */
async function readAnnounced(
  { meetings, journal, readings }: Stores,
  { id, record, office }: PublicMeeting,
): Promise<Announced> {
  const entries = await journal.entries({
    subject: id,
    types: ['channel-recorded', 'guests-invited', 'notice-published'],
  })
  const invited = entries.filter(
    ({ type, payload }) => type === 'guests-invited' && payload['meeting'] === record,
  )
  return {
    notices: await meetings.notices(id),
    carried: carriedIn(entries),
    elsewhere: entries.some(
      ({ type, payload }) => type === 'notice-published' && payload['meeting'] === record,
    ),
    commission: await readings.commissionOf(office.id),
    guests: [...new Set(invited.flatMap(({ payload }) => payload['categories'] as readonly string[]))],
  }
}

type Props = { here: Here; law: Law; meeting: PublicMeeting; judged: MeetingLaw | null }

function MeetingPage({
  here,
  law,
  meeting,
  judged,
  announced,
  problems,
  head,
}: Props & { announced: Announced; problems: readonly Problem[]; head: VNode }) {
  const { words, language, format } = here
  const to = addresses[language]
  const { unit, above, office, day } = meeting
  const crumbs = [...above.toReversed(), unit].map(({ code, name }) => ({
    name: name[language],
    href: to.place(code),
  }))
  return (
    <Layout
      here={here}
      title={`${words.meeting.title(office.name[language])}, ${format.dayOfYear(day)}`}
      head={head}
    >
      <div class="wrap">
        <Breadcrumbs here={here} crumbs={crumbs} />
        <h1>{words.meeting.title(office.name[language])}</h1>
        <div class="next meeting-head">
          <DateLeaf here={here} day={day} size="large" past={day < here.today} />
          <div class="next-body">
            <p class="next-who">
              {format.fullDay(day)} <span class="soft distance">{distance(here, day)}</span>
            </p>
            <p class="numbers">
              <Icon name="clock" /> {timeLine(here, meeting)}, {words.meeting.minutes(meeting.plannedMinutes)}
            </p>
            <p>
              <Icon name="place" /> <a href={to.place(unit.code)}>{placeLine(here, meeting)}</a>
            </p>
            <p>
              <Icon name="person" /> {formLine(words, meeting)}
            </p>
            <p>
              <Icon name="about" /> {statusLine(here, meeting)}
            </p>
            {meeting.ownNumber && (
              <p class="soft small">{words.meetings.number(meeting.ownNumber.replace('-', '/'))}</p>
            )}
          </div>
        </div>
        <Changes here={here} meeting={meeting} />
        {meeting.status === 'planned' && meeting.day >= here.today && (
          <AskWay here={here} from={{ meeting: meeting.id }} />
        )}
        <p class="actions">
          <a href={feeds.placeCalendar(unit.code, language)}>
            <Icon name="calendar" /> {words.meeting.addToCalendar}
          </a>
          <a href={to.subscribe(`meeting:${meeting.id}`)}>
            <Icon name="letter" /> {words.notices.title}
          </a>
          {currentNotice(meeting, announced.notices) && (
            <a href={to.kit(meeting.id)}>
              <Icon name="download" /> {words.kit.link}
            </a>
          )}
        </p>
        <div class="sections flat">
          <Announcement here={here} meeting={meeting} announced={announced} />
          <Issues here={here} meeting={meeting} problems={problems} />
          {judged && judged.reportMinutes !== null && (
            <section>
              <h2>{words.meeting.quarterTitle}</h2>
              <TimeShare here={here} minutes={meeting.plannedMinutes} report={judged.reportMinutes} />
            </section>
          )}
          {judged?.notice ? (
            <NoticeSection here={here} law={law} judged={judged}>
              <Publications here={here} meeting={meeting} announced={announced} />
            </NoticeSection>
          ) : (
            announced.notices.length > 0 && (
              <section id="notice">
                <h2>{words.meeting.noticeTitle}</h2>
                <Publications here={here} meeting={meeting} announced={announced} />
              </section>
            )
          )}
          <Why here={here} law={law} meeting={meeting} judged={judged} />
          {judged && judged.asked.length > 0 && <Asked here={here} judged={judged} />}
        </div>
      </div>
    </Layout>
  )
}

/** The first issues of the pool, and the way to all of it. */
function Issues({
  here,
  meeting,
  problems,
}: {
  here: Here
  meeting: PublicMeeting
  problems: readonly Problem[]
}) {
  const pooled = problems.filter(({ state }) => state !== 'left-out')
  const { pool } = here.words
  return pooled.length === 0 ? null : (
    <section id="issues">
      <h2>{pool.ofMeeting}</h2>
      <ProblemList here={here} problems={pooled.slice(0, mostIssues)} />
      <p>
        <a href={addresses[here.language].pool(meeting.id)}>{pool.whole(pooled.length)}</a>
      </p>
    </section>
  )
}

function statusLine({ words, today }: Here, { status, day }: PublicMeeting): string {
  return status === 'planned' && day < today ? words.meeting.statusUnknown : words.meeting.status[status]
}

type NoticeProps = { here: Here; law: Law; judged: MeetingLaw; children: ComponentChildren }

function NoticeSection({ here, law, judged, children }: NoticeProps) {
  const { words, format } = here
  const notice = judged.notice!
  return (
    <section id="notice">
      <h2>{words.meeting.noticeTitle}</h2>
      <Facts>
        {notice.due && <Fact term={words.meeting.noticeBy}>{format.fullDay(notice.due)}</Fact>}
        {notice.dueStrict && notice.dueStrict !== notice.due && (
          <Fact term={words.meeting.noticeStrict}>{format.fullDay(notice.dueStrict)}</Fact>
        )}
        <Fact term={words.meeting.noticeVerdict}>
          <VerdictBadge here={here} verdict={notice.verdict} />{' '}
          <span class="small soft">{words.verdictMeaning[notice.verdict]}</span>
        </Fact>
      </Facts>
      {children}
      <details>
        <summary>{words.why.stepsTitle}</summary>
        <DerivationList here={here} law={law} steps={notice.derivation} facts={judged.duties.entries} />
      </details>
    </section>
  )
}

function Why({ here, law, meeting, judged }: Props) {
  const { words, language, format } = here
  const to = addresses[language]
  const { norm } = meeting
  const provision = norm === null ? undefined : law.provision(norm as NormId)
  const moved = meeting.earlier.length === 0 && meeting.day !== meeting.proposedDay
  if (norm === null) return null
  // Ministers' meetings stand in a schedule of the country, not in the calendar of the region.
  const regime = meeting.office.unit === null ? regimeOn(law, meeting.day) : null
  const plan = regime
    ? to.ministersSchedule(periodOf(meeting.day, regime.kind))
    : to.calendar(meeting.region, yearOf(meeting.day))
  return (
    <section id="why">
      <h2>{words.meeting.whyTitle}</h2>
      {provision && (
        <blockquote class="provision">
          <p>{provision.gist[language]}</p>
          <p class="small">
            <a href={to.provision(norm)}>
              <Icon name="law" /> {words.why.provision}
            </a>
          </p>
        </blockquote>
      )}
      {judged?.ground && (
        <DerivationList
          here={here}
          law={law}
          steps={judged.ground.derivation}
          facts={judged.duties.entries}
        />
      )}
      {moved && (
        <div class="moved">
          <h3>{words.meeting.movedTitle}</h3>
          <p>{words.meeting.moved(format.fullDay(meeting.proposedDay))}</p>
          {meeting.moveReason && <p>{words.meeting.movedReason(meeting.moveReason)}</p>}
        </div>
      )}
      <p class="soft">
        {(regime ? words.schedule : words.meeting).calendarLine(
          format.day(localDay(meeting.publishedAt, meeting.region)),
        )}{' '}
        <a href={plan}>{words.meeting.whole}</a>
      </p>
    </section>
  )
}

/** All that the law asks, counted by verdict; each rule with its own behind one fold. */
function Asked({ here, judged }: { here: Here; judged: MeetingLaw }) {
  const { words, language, format } = here
  const tally = Map.groupBy(judged.asked, ({ verdict }) => verdict.verdict)
  return (
    <section>
      <h2>{words.meeting.askedTitle}</h2>
      <ul class="plain tally">
        {verdictWords
          .filter((word) => tally.has(word))
          .map((word) => (
            <li key={word}>
              <VerdictBadge here={here} verdict={word} />{' '}
              <strong>{format.number(tally.get(word)!.length)}</strong>
            </li>
          ))}
      </ul>
      <details>
        <summary>{words.meeting.askedAll(judged.asked.length)}</summary>
        <ul class="plain asked-list">
          {judged.asked.map(({ provision, verdict }) => (
            <li key={provision.id}>
              <a href={addresses[language].why(verdict)}>{provision.gist[language]}</a>
              <span class="verdict-line">
                <VerdictBadge here={here} verdict={verdict.verdict} />
                {verdict.due && (
                  <span class="soft small">{words.meeting.by(format.dayOfYear(verdict.due))}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
