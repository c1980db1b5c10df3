// What was announced of a meeting: changes first, then the words, the way in, the agenda, and where it was carried.
import type { PublicMeeting } from '#flows'
import type { Instant, Language } from '#kernel'
import { type Both, type Carried, type Details, type Notice, besides, noticeChannels } from '#meetings'
import type { PublicCommission } from '#people'
import { localDay, localTime } from '#territory'
import type { Here } from '../here.ts'
import { categoriesLine, orderLine } from '../parts/commission-words.ts'
import { Fact, Facts } from '../parts/facts.tsx'
import { FileLink } from '../parts/file-link.tsx'
import { Icon } from '../parts/icon.tsx'

export type Announced = {
  readonly notices: readonly Notice[]
  readonly carried: readonly Carried[]
  /** Categories of guests that were invited. */
  readonly guests: readonly string[]
  /** The commission of its office as it stands now. */
  readonly commission: PublicCommission | null
  /** A notice is on record, whose words are not here: it was recorded before its office came. */
  readonly elsewhere: boolean
}

/** A text that stands in Kazakh and Russian, for a reader of any language. */
export const inLanguage = ({ kk, ru }: Both, language: Language): string => (language === 'ru' ? ru : kk)

/** The category of a guest in words; a free one as it was typed. */
export const guestName = ({ words }: Pick<Here, 'words'>, category: string): string =>
  Object.hasOwn(words.meetings.guestCategories, category)
    ? words.meetings.guestCategories[category as keyof typeof words.meetings.guestCategories]
    : category

/** A moment as people of the region read it. */
export const momentLine = (
  { format }: Here,
  at: string,
  { region }: Pick<PublicMeeting, 'region'>,
): string =>
  at.length === 10
    ? format.day(at as never)
    : `${format.day(localDay(at as Instant, region))}, ${localTime(at as Instant, region)}`

/** That a meeting was cancelled, moved or stands outside the calendar: nobody should have to look for it. */
export function Changes({ here, meeting }: { here: Here; meeting: PublicMeeting }) {
  const { words, format, language } = here
  const { cancelled, earlier, outside } = meeting
  const told = words.meetings
  return (
    <>
      {cancelled && (
        <section class="change change-cancelled">
          <h2>{told.cancelledTitle}</h2>
          <p>{told.reason(inLanguage(cancelled.reason, language))}</p>
          <p class="soft">{told.cancelledOn(momentLine(here, cancelled.at, meeting))}</p>
        </section>
      )}
      {earlier.length > 0 && (
        <section class="change">
          <h2>{told.movedTitle}</h2>
          <ul class="plain">
            {earlier.toReversed().map((date) => (
              <li key={date.changedAt}>
                <p>
                  <s>{told.movedFrom(`${format.fullDay(date.day)}, ${date.start}`)}</s>
                </p>
                <p>{told.reason(inLanguage(date.reason, language))}</p>
                <p class="soft">{told.movedOn(momentLine(here, date.changedAt, meeting))}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {outside?.imported && (
        <section class="change">
          <h2>{words.import.publicTitle}</h2>
          <p>{words.import.publicLead}</p>
        </section>
      )}
      {outside && !outside.imported && (
        <section class="change">
          <h2>{told.outsideTitle}</h2>
          <p>
            {told.outsideReasons[outside.reason]}. {inLanguage(outside.words, language)}
          </p>
        </section>
      )}
    </>
  )
}

/** The announcement of the present date, and everything that it says. */
export function Announcement({
  here,
  meeting,
  announced,
}: {
  here: Here
  meeting: PublicMeeting
  announced: Announced
}) {
  const { words, language } = here
  const told = words.meetings
  const current = announced.notices.findLast(({ record }) => record === meeting.record)
  const isForgotten = !announced.elsewhere && meeting.earlier.length > 0 && announced.notices.length > 0
  if (!current)
    return meeting.status === 'cancelled' || meeting.status === 'held' ? null : (
      <p class={isForgotten ? 'warn' : 'soft'}>
        {announced.elsewhere
          ? told.announcedElsewhere
          : isForgotten
            ? told.notAnnouncedNewDate
            : told.notAnnounced}
      </p>
    )
  return (
    <>
      <section id="announcement">
        <h2>{told.announcementTitle}</h2>
        {language === 'en' && <p class="soft small">{told.otherLanguage}</p>}
        <p class="announcement" lang={language === 'ru' ? 'ru' : 'kk'}>
          {inLanguage(current.content.text, language)}
        </p>
      </section>
      <WayIn here={here} details={current.content.details} announced={announced} />
      <Agenda here={here} details={current.content.details} />
    </>
  )
}

export function WayIn({
  here,
  details,
  announced: { guests, commission },
}: {
  here: Here
  details: Details
  announced: Pick<Announced, 'guests' | 'commission'>
}) {
  const { words, language, format } = here
  const told = words.meetings
  const { venue, languages, interpreters, broadcasts, sites, beside } = details
  const list = (names: readonly string[]) => words.site.list(names)
  return (
    <section>
      <h2>{told.venueTitle}</h2>
      <Facts>
        {venue.name.kk !== '' && <Fact term={told.venue}>{inLanguage(venue.name, language)}</Fact>}
        {venue.address.kk !== '' && (
          <Fact term={told.address}>
            {inLanguage(venue.address, language)}
            {venue.point && (
              <>
                {' '}
                <a
                  href={`https://www.openstreetmap.org/?mlat=${venue.point.latitude}&mlon=${venue.point.longitude}#map=17/${venue.point.latitude}/${venue.point.longitude}`}
                >
                  {told.map}
                </a>
              </>
            )}
          </Fact>
        )}
        {venue.capacity !== null && <Fact term={told.capacity}>{format.number(venue.capacity)}</Fact>}
        {venue.access.length > 0 && (
          <Fact term={told.access}>{list(venue.access.map((fact) => told.accessFacts[fact]))}</Fact>
        )}
        {languages.length > 0 && (
          <Fact term={told.spoken}>{list(languages.map((one) => told.spokenLanguages[one]))}</Fact>
        )}
        {interpreters.length > 0 && (
          <Fact term={told.interpreter}>{list(interpreters.map((one) => told.interpreters[one]))}</Fact>
        )}
        {broadcasts.length > 0 && (
          <Fact term={told.broadcast}>
            {broadcasts.map((link) => (
              <p key={link}>
                <a href={link} rel="nofollow">
                  {new URL(link).host}
                </a>
              </p>
            ))}
          </Fact>
        )}
        {sites.length > 0 && <Fact term={told.sites}>{list(sites)}</Fact>}
        {besides.map((kind) => {
          const one = beside[kind]
          return (
            one && (
              <Fact key={kind} term={told.besides[kind]}>
                {format.fullDay(one.day)}, {one.start}. {inLanguage(one.place, language)}
              </Fact>
            )
          )
        })}
        {guests.length > 0 && (
          <Fact term={told.guestsInvited}>{list(guests.map((category) => guestName(here, category)))}</Fact>
        )}
        {commission && (
          <Fact term={told.commission}>
            {categoriesLine(here, commission)} · {orderLine(here, commission)}
          </Fact>
        )}
      </Facts>
    </section>
  )
}

export function Agenda({ here, details }: { here: Here; details: Details }) {
  const { words, language } = here
  if (details.agenda.length === 0) return null
  return (
    <section>
      <h2>{words.meetings.agendaTitle}</h2>
      <ol class="agenda plain">
        {details.agenda.map((item, at) => (
          <li key={at}>
            <span>
              {inLanguage(item.title, language) || words.meetings.agendaKinds[item.kind]}{' '}
              {inLanguage(item.title, language) !== '' && (
                <span class="soft small">{words.meetings.agendaKinds[item.kind]}</span>
              )}
            </span>
            <span class="numbers">{words.meeting.minutes(item.minutes)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** When it was published, how that stands to the law, and who else carried it. */
export function Publications({
  here,
  meeting,
  announced: { notices, carried },
}: {
  here: Here
  meeting: PublicMeeting
  announced: Announced
}) {
  const { words } = here
  const told = words.meetings
  const current = notices.findLast(({ record }) => record === meeting.record)
  const first = notices.find(({ record }) => record === meeting.record)
  const older = notices.filter((notice) => notice !== current)
  if (notices.length === 0) return null
  return (
    <>
      {first?.standing === 'late' && <p class="warn late-flag">{told.lateFlag}</p>}
      {current && first && (
        <Facts>
          <Fact term={told.publishedOn}>
            {momentLine(here, first.publishedAt, meeting)}: {told.standings[first.standing]}
          </Fact>
          {current.signed === 'one-person' && <Fact term={told.signed}>{told.onePerson}</Fact>}
          <Fact term={told.fingerprint}>
            <code>{current.hash}</code>
          </Fact>
        </Facts>
      )}
      {current && first && (
        <>
          <h3>{told.channelsTitle}</h3>
          <ul class="plain channels">
            <li>
              <Icon name="done" /> {told.channels['official-site']}{' '}
              <span class="soft">{momentLine(here, first.publishedAt, meeting)}</span>
            </li>
            {noticeChannels.flatMap((channel) =>
              carried
                .filter((one) => one.channel === channel && one.record === meeting.record)
                .map((one) => (
                  <li key={one.entry}>
                    <Icon name="done" /> {told.channels[channel]}{' '}
                    <span class="soft">
                      {momentLine(here, one.at, meeting)}, {told.asserted}
                    </span>{' '}
                    {one.link !== '' && (
                      <a href={one.link} rel="nofollow">
                        {told.proofLink}
                      </a>
                    )}{' '}
                    {one.note} {one.file && <FileLink here={here} file={one.file} />}
                  </li>
                )),
            )}
          </ul>
        </>
      )}
      {older.length > 0 && (
        <details>
          <summary>{told.versions}</summary>
          <ul class="plain">
            {older.map((notice) => (
              <li key={notice.number}>
                <p>
                  {told.version(notice.number)}: {momentLine(here, notice.publishedAt, meeting)},{' '}
                  {told.standings[notice.standing]}
                </p>
                <p class="soft">{inLanguage(notice.content.text, here.language)}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
