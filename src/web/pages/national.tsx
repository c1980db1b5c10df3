// The calendar of the country: a list or a month, by region, district, akim, days, or near a place.
import type { Language } from '#kernel'
import { addresses, feeds } from '../address.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { PlaceMap } from '../parts/map/place-map.tsx'
import { MeetingTable } from '../parts/meeting-table.tsx'
import { CountryMonth } from '../parts/country-month.tsx'
import { NationalFilters } from '../parts/national-filters.tsx'
import { type NationalReading, keyText, monthBeside, readNational } from './read-national.ts'

export const nationalPage: PageOf = async ({ c, here, stores }) => {
  const reading = await readNational(c, stores, here.today)
  return <NationalPage here={here} reading={reading} />
}

export type NationalProps = { here: Here; reading: NationalReading }

/** The choice as it stands in the address; what comes by default is left out. */
export const choiceOf = ({
  region,
  district,
  akim,
  sphere,
  from,
  to,
  typedFrom,
  near,
  month,
}: NationalReading) => ({
  region: region?.code,
  district: district?.code,
  akim: akim ?? undefined,
  sphere: sphere ?? undefined,
  from: typedFrom && !month ? from : undefined,
  to: month ? undefined : (to ?? undefined),
  near: near || undefined,
})

function NationalPage({ here, reading }: NationalProps) {
  const { words, language, format } = here
  const { region, district, found, wrong, month, near, page } = reading
  const place = district ?? region
  const title = found
    ? words.national.nearest(found.name[language])
    : place
      ? words.national.inPlace(place.name[language])
      : words.national.title
  return (
    <Layout here={here} title={title} description={words.national.lead}>
      <div class="wrap flow">
        <h1>{title}</h1>
        {!place && !found && <p class="lead">{words.national.lead}</p>}
        <NationalFilters here={here} reading={reading} />
        {wrong && (
          <p class="error">{wrong === 'order' ? words.national.badOrder : words.national.badFilter}</p>
        )}
        {found && <Near here={here} reading={reading} />}
        <Views here={here} reading={reading} />
        {near && !found ? (
          <EmptyState title={words.national.emptyTitle}>
            <p>{words.national.noPlace}</p>
          </EmptyState>
        ) : month ? (
          <Month here={here} reading={reading} />
        ) : page.meetings.length === 0 ? (
          <EmptyState title={words.national.emptyTitle}>
            <p>{words.national.empty}</p>
          </EmptyState>
        ) : (
          <MeetingTable
            here={here}
            meetings={page.meetings}
            caption={`${title}, ${format.dayOfYear(page.meetings[0]!.day)}`}
            region={region === null}
          />
        )}
        {!month && <Turn here={here} reading={reading} />}
        {reading.map && <Regions here={here} reading={reading} />}
        <p>
          <a href={addresses[language].ministersSchedules()}>{words.schedule.title}</a>
        </p>
        <Subscribe here={here} reading={reading} />
      </div>
    </Layout>
  )
}

function Near({ here: { words, language }, reading }: NationalProps) {
  return (
    <>
      <p class="soft">{words.national.nearby}</p>
      {reading.others.length > 0 && (
        <p class="small">
          {words.national.otherPlaces}{' '}
          {reading.others.map(({ unit, above }) => (
            <a
              key={unit.code}
              class="apart"
              href={addresses[language].national({
                near: [unit, ...above].map(({ short }) => short[language]).join(' '),
              })}
            >
              {words.site.list([unit, ...above.slice(0, 1)].map(({ name }) => name[language]))}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

function Views({ here: { words, language, today }, reading }: NationalProps) {
  const to = addresses[language]
  const choice = choiceOf(reading)
  const current = { 'aria-current': 'page' as const }
  return (
    <nav class="tabs" aria-label={words.national.filters}>
      <ul class="plain">
        <li>
          <a href={to.national(choice)} {...(reading.month ? {} : current)}>
            {words.national.asList}
          </a>
        </li>
        <li>
          <a
            href={to.national({
              ...choice,
              from: undefined,
              to: undefined,
              month: (reading.month ?? today).slice(0, 7),
            })}
            {...(reading.month ? current : {})}
          >
            {words.national.asMonth}
          </a>
        </li>
      </ul>
    </nav>
  )
}

function Month({ here, reading }: NationalProps) {
  const { words, language, format } = here
  const month = reading.month!
  const to = (step: 1 | -1) =>
    addresses[language].national({ ...choiceOf(reading), month: monthBeside(month, step) })
  return (
    <section aria-labelledby="month">
      <h2 id="month">{format.monthOfYear(month)}</h2>
      <nav class="pages" aria-label={words.pages.label}>
        <a href={to(-1)} rel="prev">
          <Icon name="previous" />
          {words.national.previousMonth}
        </a>
        <a href={to(1)} rel="next">
          {words.national.nextMonth}
          <Icon name="next" />
        </a>
      </nav>
      <CountryMonth here={here} reading={reading} month={month} />
    </section>
  )
}

function Turn({ here: { words, language }, reading }: NationalProps) {
  const { meetings, before, after } = reading.page
  const [first, last] = [meetings[0], meetings.at(-1)]
  if (!first || !last || (!before && !after)) return null
  const to = (key: object) => addresses[language].national({ ...choiceOf(reading), ...key })
  return (
    <nav class="pages" aria-label={words.pages.label}>
      {before && (
        <a href={to({ before: keyText(first) })} rel="prev">
          <Icon name="previous" />
          {words.national.earlier}
        </a>
      )}
      {after && (
        <a href={to({ after: keyText(last) })} rel="next">
          {words.national.later}
          <Icon name="next" />
        </a>
      )}
    </nav>
  )
}

function Regions({ here, reading }: NationalProps) {
  const { words, language, format } = here
  const to = addresses[language]
  const { regions, counts, map } = reading
  const sorted = regions.toSorted((a, b) => format.compare(a.name[language], b.name[language]))
  const entries = sorted.map(({ code, name }) => ({
    unit: code,
    label: words.national.counted(name[language], counts.get(code) ?? 0),
    href: to.national({ ...choiceOf(reading), region: code }),
    value: counts.get(code) ?? null,
  }))
  return (
    <section>
      <h2>{map && map.borders.length > 0 ? words.national.mapTitle : words.national.regions}</h2>
      <PlaceMap
        here={here}
        id="regions"
        title={words.national.mapTitle}
        description={words.national.mapText}
        reading={map!}
        entries={entries}
      />
      <ul class="plain columns">
        {entries.map(({ unit, href, value }, at) => (
          <li key={unit}>
            <a href={href}>{sorted[at]!.name[language]}</a>{' '}
            {value !== null && <span class="soft small">{format.number(value)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Subscribe({ here: { words, language, today }, reading }: NationalProps) {
  const place = reading.found ?? reading.district ?? reading.region
  const news = place ? ({ kind: 'regions', code: place.code } as const) : null
  const links: [string, string, Parameters<typeof Icon>[0]['name']][] = [
    ...(place === null
      ? []
      : phoneLinks(
          place.code,
          place.parent === null,
          Number(today.slice(0, 4)),
          language,
          words.national.telephone,
        )),
    ...(news
      ? ([
          [feeds.news(news.kind, news.code, 'atom', language), words.national.atom, 'download'],
          [feeds.news(news.kind, news.code, 'json', language), words.national.jsonFeed, 'download'],
          [addresses[language].subscribe(`region:${news.code}`), words.national.byMail, 'about'],
        ] as [string, string, 'download' | 'about'][])
      : []),
  ]
  if (links.length === 0) return null
  return (
    <section>
      <h2>{words.national.subscribeTitle}</h2>
      <ul class="plain links">
        {links.map(([href, text, icon]) => (
          <li key={href}>
            <a href={href}>
              <Icon name={icon} /> {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const phoneLinks = (
  code: Parameters<typeof feeds.placeCalendar>[0],
  isRegion: boolean,
  year: number,
  language: Language,
  text: string,
): [string, string, 'calendar'][] => [
  [
    isRegion ? feeds.regionCalendar(code, year, language) : feeds.placeCalendar(code, language),
    text,
    'calendar',
  ],
]
