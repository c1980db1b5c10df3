// The calendar of a region in the hands of its office: the way it goes, the step that is next, the meetings by month.
import type { CalendarWarning, Entry, Holidays, MeetingId } from '#calendar'
import type { Law } from '#law'
import { type OfficeId, akimOffice } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { periodName } from '../parts/act-name.ts'
import { VerdictBadge } from '../parts/verdict-badge.tsx'
import { monthsOf } from '../words/format.ts'
import { officeAddresses } from './addresses.ts'
import { type Said, SaidLine } from './assembly/part.tsx'
import { CorrectionPanel, PartsPanel } from './assembly/parts-panel.tsx'
import { DaysOffChanged } from './days-off-changed.tsx'
import type { Refused } from './deed-form.tsx'
import type { Desk } from './desk.ts'
import { OfficeFrame } from './frame.tsx'
import { MonthGrid, markOf } from './month-grid.tsx'
import { NextStep, Way, mayHere } from './next-step.tsx'
import { DragPanel } from './plan/drag-panel.tsx'
import { planAddresses } from './plan/plan-addresses.ts'
import type { CalendarView } from './read-calendar.ts'

export type Shown = { readonly month: number; readonly akim: OfficeId | null }

type Props = {
  readonly desk: Desk
  readonly view: CalendarView
  readonly law: Law
  readonly holidays: Holidays
  readonly csrf: string
  readonly shown: Shown
  readonly said: keyof Here['words']['office']['said'] | null
  /** What was just done with parts or a correction. */
  readonly arranged: Said
  readonly refused: Refused | null
}

export function CalendarPage({ desk, view, law, holidays, csrf, shown, said, arranged, refused }: Props) {
  const { here, region } = desk
  const { language, format, words: all } = here
  const words = all.office
  const { calendar, year } = view
  const title = all.calendar.title(region!.name[language], year)
  return (
    <OfficeFrame
      desk={desk}
      section="calendars"
      title={title}
      csrf={csrf}
      refused={refused !== null}
      scripts={view.entries.some((entry) => mayMoveHere(desk, view, entry)) ? ['move-by-drag.js'] : []}
    >
      <h1>{title}</h1>
      {said && (
        <p class="said" role="status">
          {words.said[said]}
        </p>
      )}
      <Way desk={desk} state={calendar?.state ?? null} />
      {calendar?.submittedAt && <p>{words.submittedOn(format.day(dayOf(calendar.submittedAt)))}</p>}
      {view.delivery && (
        <p>
          {all.assembly.receivedOn(format.day(dayOf(view.delivery.receivedAt)), view.delivery.receivedNumber)}
          {view.delivery.forwardedAt && (
            <>
              {'; '}
              {all.assembly.forwardedOn(
                format.day(dayOf(view.delivery.forwardedAt)),
                view.delivery.forwardedNumber ?? '',
              )}
            </>
          )}
        </p>
      )}
      {calendar?.publishedAt && (
        <p>
          <a href={addresses[language].calendar(region!.code, year)}>{words.publicPage}</a>
        </p>
      )}
      <SaidLine here={here} said={arranged} />
      <DaysOffChanged desk={desk} view={view} />
      <CorrectionPanel {...{ desk, view, csrf, refused }} />
      <div class="desk">
        <NextStep desk={desk} view={view} csrf={csrf} refused={refused} />
        <Verdicts desk={desk} view={view} law={law} />
      </div>
      <PartsPanel {...{ desk, view, csrf, refused }} />
      {desk.office.id === akimOffice(region!.code) && (
        <p>
          <a href={planAddresses(language, desk.office.id, year).year()}>{all.plan.open}</a>
        </p>
      )}
      {calendar && (
        <p>
          <a href={officeAddresses(language, desk.office.id).quota(year)}>{all.assembly.quotaLink}</a>
        </p>
      )}
      {calendar && <Missing desk={desk} view={view} />}
      {calendar && <Warnings desk={desk} view={view} />}
      {calendar && <Meetings {...{ desk, view, holidays, csrf, shown }} />}
    </OfficeFrame>
  )
}

function Verdicts({ desk, view, law }: { desk: Desk; view: CalendarView; law: Law }) {
  const { here } = desk
  const { language, format } = here
  const words = here.words.office
  return (
    <section class="flow">
      <h2>{words.verdictsTitle}</h2>
      <ul class="duties plain">
        {view.verdicts.map((verdict) => (
          <li key={verdict.norm} class="duty duty-short">
            <p>{law.provision(verdict.norm)?.gist[language]}</p>
            <p class="numbers">
              <VerdictBadge here={here} verdict={verdict.verdict} />{' '}
              {verdict.due && <span class="soft">{format.day(verdict.due)}</span>}{' '}
              <a class="why" href={addresses[language].why(verdict)}>
                {words.why}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Visits that the law demands and that have no day: said before anything else. */
function Missing({ desk, view }: { desk: Desk; view: CalendarView }) {
  const { here } = desk
  const { language } = here
  const words = here.words.office
  if (view.missing.length === 0) return null
  const first = view.missing.slice(0, 12)
  return (
    <details class="warnings" open>
      <summary>{words.missingTitle(view.missing.length)}</summary>
      <ul>
        {first.map(({ norm, office, unit, period }) => (
          <li key={`${norm} ${office} ${unit} ${period}`}>
            {view.offices.get(office)?.name[language]}: {view.units.get(unit)?.name[language]},{' '}
            {periodName(here, period)}{' '}
            <a class="why" href={addresses[language].why({ norm, bearer: office, subject: unit, period })}>
              {words.why}
            </a>
          </li>
        ))}
      </ul>
      {view.missing.length > first.length && (
        <p class="soft">{words.more(view.missing.length - first.length)}</p>
      )}
    </details>
  )
}

function Warnings({ desk, view }: { desk: Desk; view: CalendarView }) {
  const { here, office } = desk
  const words = here.words.office
  const all = [...view.warnings.values()].flat()
  if (all.length === 0) return null
  const entries = new Map(view.entries.map((entry) => [entry.id, entry]))
  const first = all.slice(0, 8)
  return (
    <details class="warnings" open={all.length <= 3}>
      <summary>{words.warningsTitle(all.length)}</summary>
      <ul>
        {first.map((warning) => {
          const entry = entries.get(warning.meeting)!
          return (
            <li key={`${warning.kind} ${warning.meeting}`}>
              <a href={officeAddresses(here.language, office.id).move(view.year, entry.id)}>
                {nameOf(desk, view, entry)}, {here.format.dayOfYear(entry.day)}
              </a>
              : {warningWords(here, warning)}
            </li>
          )
        })}
      </ul>
      {all.length > first.length && <p class="soft">{words.more(all.length - first.length)}</p>}
    </details>
  )
}

export function warningWords({ words, format }: Here, warning: CalendarWarning): string {
  const { warnings } = words.office
  switch (warning.kind) {
    case 'day-off':
      return warnings['day-off']
    case 'outside-period':
      return warnings['outside-period'](format.day(warning.first), format.day(warning.last))
    case 'notice-too-short':
      return warnings['notice-too-short'](warning.daysLeft, warning.daysNeeded)
    case 'same-place-same-week':
      return warnings['same-place-same-week'](warning.days)
    default:
      return warnings[warning.kind]
  }
}

function Meetings({
  desk,
  view,
  holidays,
  csrf,
  shown,
}: Pick<Props, 'desk' | 'view' | 'holidays' | 'csrf' | 'shown'>) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.office
  const to = officeAddresses(language, office.id)
  const own = shown.akim ? view.entries.filter((entry) => entry.office === shown.akim) : view.entries
  const entries = own.filter((entry) => Number(entry.day.slice(5, 7)) === shown.month)
  const months = monthsOf(view.year)
  const counts = months.map((month) => own.filter(({ day }) => day.startsWith(month.slice(0, 7))).length)
  const akims = [...new Set(view.entries.map((entry) => entry.office))]
  const akimPart = shown.akim ? { akim: shown.akim } : {}
  const href = (entry: Entry) => to.move(view.year, entry.id)
  const mayMove = (entry: Entry) => mayMoveHere(desk, view, entry)
  const monthName = format.monthOfYear(months[shown.month - 1]!)
  return (
    <section class="flow" id="meetings">
      <h2>{words.meetingsCount(own.length)}</h2>
      <form class="office-filter" method="get" action={`${to.calendar(view.year)}#meetings`}>
        <input type="hidden" name="month" value={shown.month} />
        <div>
          <label for="akim">{words.office}</label>
          <select id="akim" name="akim">
            <option value="">{words.allOffices}</option>
            {akims.map((id) => (
              <option key={id} value={id} selected={id === shown.akim}>
                {view.offices.get(id)?.name[language] ?? id}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button-second">
          {words.show}
        </button>
      </form>
      <nav class="tabs months" aria-label={words.monthsLabel}>
        <ul class="plain">
          {months.map((month, at) => (
            <li key={month}>
              <a
                href={`${to.calendar(view.year, { month: at + 1, ...akimPart })}#meetings`}
                {...(at + 1 === shown.month ? { 'aria-current': 'true' as const } : {})}
              >
                {format.shortMonth(month)} <span class="soft">{format.number(counts[at]!)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {entries.length === 0 ? (
        <p class="soft">{words.noneInMonth}</p>
      ) : (
        <>
          {entries.some(mayMove) && <DragPanel {...{ desk, view, csrf }} />}
          <MonthGrid {...{ desk, view, entries, holidays, href, mayMove }} month={shown.month} />
          <h3>{words.list(monthName)}</h3>
          <ul class="rows entries plain">
            {entries.map((entry) => (
              <EntryRow key={entry.id} desk={desk} view={view} entry={entry} href={href(entry)} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function EntryRow({
  desk,
  view,
  entry,
  href,
}: {
  desk: Desk
  view: CalendarView
  entry: Entry
  href: string
}) {
  const { here } = desk
  const { format, language } = here
  const words = here.words.office
  const mark = markOf(view, entry)
  return (
    <li class="entry">
      <p class="numbers">
        <strong>{format.weekdayOfYear(entry.day)}</strong>, {entry.start}
      </p>
      <p>
        {nameOf(desk, view, entry)}
        <span class="soft"> · {view.offices.get(entry.office)?.name[language]}</span>
      </p>
      <p class="small">
        <span class={`stand stand-${mark}`}>{words.marks[mark]}</span>{' '}
        {view.locked.has(entry.id) && <span class="stand">{here.words.plan.locked}</span>}{' '}
        {entry.day !== entry.proposedDay && (
          <span class="soft">{words.movedFrom(format.dayOfYear(entry.proposedDay))}</span>
        )}{' '}
        {(view.warnings.get(entry.id) ?? []).map((warning) => (
          <span key={warning.kind} class="warn">
            {warningWords(here, warning)}
          </span>
        ))}
      </p>
      {mayHere(desk, view, 'move-entry') && <a href={href}>{words.move}</a>}
    </li>
  )
}

/** Whether this hand may move the meeting: what an office sent is not the region's to change. */
const mayMoveHere = (desk: Desk, view: CalendarView, { office }: Entry): boolean =>
  mayHere(desk, view, 'move-entry') &&
  (view.parts.find((part) => part.office === office)?.state ?? 'planned') === 'planned'

/** The place of a meeting by its full name. */
export const nameOf = ({ here }: Desk, view: CalendarView, entry: Entry): string =>
  view.units.get(entry.unit)?.name[here.language] ?? entry.unit

export const entryIn = (view: CalendarView, id: MeetingId): Entry | undefined =>
  view.entries.find((entry) => entry.id === id)

const dayOf = (at: string) => at.slice(0, 10) as Entry['day']
