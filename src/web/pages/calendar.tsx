// The published calendar of a region and year: by month, with filters, to read, to download and to compute with.
import { type LocalDate, localDate } from '#kernel'
import type { CalendarFilter, PublicMeeting, PublishedCalendar, Stores } from '#flows'
import { type Office, type Unit, localDay } from '#territory'
import { addresses, feeds } from '../address.ts'
import { askedCode, askedNumber, askedOffice, askedYear } from '../asked.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { MeetingTable } from '../parts/meeting-table.tsx'
import { Pagination } from '../parts/pagination.tsx'
import { monthsOf } from '../words/format.ts'

const perPage = 100

type Reading = {
  readonly region: Unit
  readonly year: number
  readonly years: readonly number[]
  readonly calendar: PublishedCalendar | null
  readonly meetings: readonly PublicMeeting[]
  readonly total: number
  readonly page: number
  readonly filter: CalendarFilter
  /** Something in the filter could not be read and was left out. */
  readonly leftOut: boolean
  readonly offices: readonly Office[]
  readonly units: readonly Unit[]
}

export const calendarPage: PageOf = async ({ c, here, stores }) => {
  const code = askedCode(c.req.param('region'))
  const year = askedYear(c.req.param('year'))
  const typedPage = c.req.query('page') ?? '1'
  const page = askedNumber(typedPage, 1000)
  if (code === undefined || year === undefined || page === undefined) return 'wrong'
  const region = await stores.readings.unit(code, here.today)
  if (!region || region.parent !== null) return 'not-found'
  const typed = { office: c.req.query('office'), unit: c.req.query('unit'), month: c.req.query('month') }
  const reading = await readCalendar(stores, region, year, page, typed)
  return <CalendarPage here={here} reading={reading} />
}

type Typed = Readonly<Record<'office' | 'unit' | 'month', string | undefined>>

async function readCalendar(
  { readings: read }: Stores,
  region: Unit,
  year: number,
  page: number,
  typed: Typed,
): Promise<Reading> {
  const calendar = await read.publishedCalendar(region.code, year)
  const years = await read.publishedYears(region.code)
  const { offices, units } = await read.calendarChoices(region.code, year)
  const filter = {
    office: offices.find(({ id }) => id === askedOffice(typed.office))?.id,
    unit: units.find(({ code }) => code === askedCode(typed.unit))?.code,
    month: askedNumber(typed.month, 12),
  }
  const leftOut = (['office', 'unit', 'month'] as const).some(
    (name) => typed[name] && filter[name] === undefined,
  )
  const { meetings, total } = await read.calendarMeetings(region.code, year, filter, {
    offset: (page - 1) * perPage,
    limit: perPage,
  })
  return { region, year, years, calendar, meetings, total, page, filter, leftOut, offices, units }
}

type Props = { here: Here; reading: Reading }

function CalendarPage({ here, reading }: Props) {
  const { words, language } = here
  const { region, year, calendar, meetings, total, page, filter, leftOut } = reading
  const to = addresses[language]
  return (
    <Layout here={here} title={words.calendar.title(region.name[language], year)}>
      <div class="wrap">
        <Breadcrumbs here={here} crumbs={[{ name: region.name[language], href: to.place(region.code) }]} />
        <h1>{words.calendar.title(region.name[language], year)}</h1>
        {calendar === null ? (
          <NotPublished here={here} reading={reading} />
        ) : (
          <>
            <Filters here={here} reading={reading} />
            {leftOut && <p class="error">{words.calendar.badFilter}</p>}
            <p class="count">{words.calendar.lead(total)}</p>
            {total === 0 ? (
              <EmptyState title={words.calendar.emptyTitle}>
                <p>{words.calendar.empty}</p>
              </EmptyState>
            ) : (
              <Months here={here} meetings={meetings} />
            )}
            <Pagination
              here={here}
              page={page}
              of={Math.ceil(total / perPage)}
              href={(page) =>
                to.calendar(region.code, year, { ...filter, page: page === 1 ? undefined : page })
              }
            />
            <Downloads here={here} reading={reading} calendar={calendar} />
          </>
        )}
      </div>
    </Layout>
  )
}

const NotPublished = ({ here: { words, language }, reading: { region, year, years } }: Props) => (
  <EmptyState title={words.calendar.noneTitle}>
    <p>{words.calendar.none(region.name[language], year)}</p>
    {years.length > 0 && (
      <p>
        {words.calendar.otherYears}:{' '}
        {years.map((other) => (
          <a key={other} class="apart" href={addresses[language].calendar(region.code, other)}>
            {other}
          </a>
        ))}
      </p>
    )}
  </EmptyState>
)

function Filters({ here, reading }: Props) {
  const { words, language, format } = here
  const { region, year, filter, offices, units } = reading
  const address = addresses[language].calendar(region.code, year)
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <form class="filters" method="get" action={address} aria-label={words.calendar.filters}>
      <Choice name="office" label={words.calendar.office} all={words.form.choose} chosen={filter.office}>
        {offices.map(({ id, name }) => [id, name[language]])}
      </Choice>
      <Choice name="unit" label={words.calendar.unit} all={words.form.choose} chosen={filter.unit}>
        {units.map(({ code, name }) => [code, name[language]])}
      </Choice>
      <Choice
        name="month"
        label={words.calendar.month}
        all={words.form.choose}
        chosen={filter.month?.toString()}
      >
        {monthsOf(year).map((month, index) => [String(index + 1), format.month(month)])}
      </Choice>
      <button type="submit">{words.calendar.apply}</button>
      {filtered && <a href={address}>{words.calendar.clear}</a>}
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  chosen: string | undefined
  children: readonly (readonly [value: string, name: string])[]
}

const Choice = ({ name, label, all, chosen, children }: ChoiceProps) => (
  <div>
    <label for={`filter-${name}`}>{label}</label>
    <select id={`filter-${name}`} name={name}>
      <option value="">{all}</option>
      {children.map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

function Months({ here, meetings }: { here: Here; meetings: readonly PublicMeeting[] }) {
  const { format, words } = here
  const byMonth = [...Map.groupBy(meetings, ({ day }) => day.slice(0, 7))]
  const first = (month: string): LocalDate => localDate(`${month}-01`)
  return (
    <>
      {byMonth.length > 1 && (
        <nav aria-label={words.calendar.month}>
          <ul class="plain links-apart">
            {byMonth.map(([month, ofMonth]) => (
              <li key={month}>
                <a href={`#m-${month}`}>{format.month(first(month))}</a>{' '}
                <span class="soft small">{format.number(ofMonth.length)}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {byMonth.map(([month, ofMonth]) => (
        <section key={month} class="month-list" id={`m-${month}`}>
          <h2>{format.month(first(month))}</h2>
          <MeetingTable here={here} meetings={ofMonth} caption={format.monthOfYear(first(month))} />
        </section>
      ))}
    </>
  )
}

function Downloads({ here, reading, calendar }: Props & { calendar: PublishedCalendar }) {
  const { words, format } = here
  const { region, year } = reading
  const day = (at: PublishedCalendar['approvedAt']) => format.day(localDay(at, region.code))
  return (
    <section class="about-calendar">
      <h2>{words.calendar.downloads}</h2>
      <ul class="plain links">
        <li>
          <a href={feeds.regionCalendar(region.code, year, here.language)}>
            <Icon name="calendar" /> {words.calendar.ical}
          </a>
        </li>
        <li>
          <a href={feeds.regionData(region.code, year)}>
            <Icon name="download" /> {words.calendar.json}
          </a>
        </li>
      </ul>
      <Facts>
        <Fact term={words.calendar.approved}>{day(calendar.approvedAt)}</Fact>
        <Fact term={words.calendar.published}>{day(calendar.publishedAt)}</Fact>
        {calendar.submittedAt && <Fact term={words.calendar.submitted}>{day(calendar.submittedAt)}</Fact>}
        <Fact term={words.calendar.release}>
          <a href={addresses[here.language].release(region.code, year, calendar.release)}>
            {format.number(calendar.release)}
          </a>
          {calendar.release > 1 && (
            <>
              {' · '}
              <a href={addresses[here.language].changes(region.code, year, calendar.release)}>
                {words.assembly.changesLink}
              </a>
            </>
          )}
        </Fact>
        <Fact term={words.calendar.hash}>
          <code>{calendar.hash}</code>
        </Fact>
      </Facts>
    </section>
  )
}
