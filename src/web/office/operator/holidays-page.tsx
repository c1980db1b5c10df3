// Days off: what the last change touched, the years that are known, the days of one, and the forms that change them.
import type { ComponentChildren } from 'preact'
import { type HolidayEdit, type Holidays, knowsYear } from '#calendar'
import type { DaysTouched } from '#flows'
import { type LocalDate, yearOf } from '#kernel'
import { addresses } from '../../address.ts'
import { Field, HiddenFields, type Refused } from '../deed-form.tsx'
import { type OperatorDesk, operatorAddresses } from './operator-desk.ts'
import { OperatorFrame } from './operator-frame.tsx'
import type { What } from './read-holiday-form.ts'

type Props = {
  readonly desk: OperatorDesk
  readonly csrf: string
  readonly holidays: Holidays
  readonly edits: readonly HolidayEdit[]
  /** What the newest edit changed; null while there is none. */
  readonly touched: DaysTouched | null
  readonly year: number
  readonly said: boolean
  readonly refused: (Pick<Refused, 'typed' | 'wrong' | 'sentence'> & { readonly what: What | null }) | null
}

/** Years ahead that are offered: a calendar is drawn up in the year before. */
const ahead = 2
const most = 30

export function HolidaysPage(props: Props) {
  const { desk, csrf, holidays, edits, year, said, refused } = props
  const { here } = desk
  const words = here.words.operator
  return (
    <OperatorFrame desk={desk} section="holidays" csrf={csrf} refused={refused !== null}>
      <h1>{words.tabs.holidays}</h1>
      {said && (
        <p class="said" role="status">
          {words.holidays.saved}
        </p>
      )}
      <p class="lead">{words.holidays.lead}</p>
      {refused?.sentence && (
        <p class="error" role="alert">
          {refused.sentence}
        </p>
      )}
      <Touched {...props} />
      <Years {...props} />
      {knowsYear(holidays, year) ? (
        <>
          <Forms {...props} />
          <Days {...props} />
        </>
      ) : (
        <EnterYear {...props} />
      )}
      {edits.length > 0 && <History {...props} />}
    </OperatorFrame>
  )
}

function Touched({ desk: { here }, edits, touched }: Props) {
  const words = here.words.operator.holidays
  const { format, language } = here
  const last = edits.at(-1)
  if (!last || !touched) return null
  const days = (list: readonly LocalDate[]) => list.slice(0, most).map(format.day).join('; ')
  return (
    <section class="flow">
      <h2>{words.lastTitle}</h2>
      <p>{words.by(last.act, format.day(last.actDay))}</p>
      {touched.off.length > 0 && (
        <p>
          {words.offNow}: {days(touched.off)}
        </p>
      )}
      {touched.worked.length > 0 && (
        <p>
          {words.workedNow}: {days(touched.worked)}
        </p>
      )}
      {touched.meetings.length === 0 ? (
        <p>{words.meetingsNone}</p>
      ) : (
        <>
          <p>{words.meetingsOff(touched.meetings.length)}</p>
          <ul>
            {touched.meetings.slice(0, most).map(({ id, day, start, office, unit }) => (
              <li key={id}>
                <a href={addresses[language].meeting(id)}>
                  {format.weekdayOfYear(day)}, {start}
                </a>{' '}
                {office.name[language]}, {unit.name[language]}
              </li>
            ))}
            {touched.meetings.length > most && <li>{words.more(touched.meetings.length - most)}</li>}
          </ul>
        </>
      )}
      <p>{words.dues}</p>
      <p>{words.drafts}</p>
    </section>
  )
}

function Years({ desk: { here }, holidays, year: shown }: Props) {
  const words = here.words.operator.holidays
  const to = operatorAddresses(here.language)
  const now = yearOf(here.today)
  return (
    <section class="flow">
      <h2>{words.yearsTitle}</h2>
      <ul class="rows plain">
        {Array.from({ length: ahead + 1 }, (_, step) => now + step).map((year) => (
          <li key={year}>
            <a
              class="row-name"
              href={to.holidays({ year })}
              {...(year === shown ? { 'aria-current': 'page' as const } : {})}
            >
              {year}
            </a>{' '}
            <span class="soft">
              {knowsYear(holidays, year)
                ? words.yearKnown([...holidays.keys()].filter((day) => yearOf(day) === year).length)
                : words.yearMissing}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Days({ desk: { here }, holidays, edits, year }: Props) {
  const words = here.words.operator.holidays
  const { format, language } = here
  const own = [...holidays.values()]
    .filter(({ date }) => yearOf(date) === year)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const edited = new Set(edits.flatMap(({ days }) => days.map(({ date }) => date)))
  return (
    <section class="flow">
      <h2>{words.listTitle(year)}</h2>
      <ul class="rows plain">
        {own.map(({ date, kind, name, for: moved, basis }) => (
          <li key={date}>
            <span class="row-name">
              {format.weekdayOfYear(date)}: {name[language]}
            </span>
            <span class="soft small">
              {words.kinds[kind]}
              {moved && `, ${words.instead(format.dayOfYear(moved))}`}
              {edited.has(date) && `; ${basis}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type FormProps = Props & { readonly what: What; readonly children: ComponentChildren }

/** A form of a change: its own fields, then the act, which each change needs. */
function ChangeForm({ desk: { here }, csrf, edits, year, refused, what, children }: FormProps) {
  const words = here.words.operator.holidays
  const to = operatorAddresses(here.language)
  const own = shownIn(refused, what)
  const field = (name: string, label: string, input: object) => (
    <Field here={here} id={`${what}-${name}`} name={name} label={label} refused={own} input={input} />
  )
  return (
    <form class="deed flow" method="post" action={to.holidays()} novalidate>
      <HiddenFields csrf={csrf} revision={edits.at(-1)?.revision ?? 0} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="year" value={year} />
      {children}
      {field('act', words.act, { maxLength: 200 })}
      {field('act-day', words.actDay, { type: 'date', max: here.today })}
      <button type="submit">{words.forms[what].button}</button>
    </form>
  )
}

const shownIn = (refused: Props['refused'], what: What): Refused | null =>
  refused?.what === what ? { deed: 'move', ...refused } : null

function DayField({
  desk: { here },
  refused,
  what,
  name,
  label,
}: Props & { what: What; name: string; label: string }) {
  return (
    <Field
      here={here}
      id={`${what}-${name}`}
      name={name}
      label={label}
      refused={shownIn(refused, what)}
      input={{ type: 'date' }}
    />
  )
}

function EnterYear(props: Props) {
  const words = props.desk.here.words.operator.holidays
  return (
    <section class="flow">
      <h2>{words.enterYear(props.year)}</h2>
      <p>{words.enterYearLead}</p>
      <ChangeForm {...props} what="year">
        <DayField {...props} what="year" name="kurban-ait" label={words.kurbanAit} />
      </ChangeForm>
    </section>
  )
}

function Forms(props: Props) {
  const { here } = props.desk
  const words = here.words.operator.holidays
  const open = (what: What) => props.refused?.what === what
  return (
    <section class="flow">
      <details open={open('off')}>
        <summary>{words.forms.off.title}</summary>
        <ChangeForm {...props} what="off">
          <DayField {...props} what="off" name="date" label={words.date} />
          {(['kk', 'ru'] as const).map((language) => (
            <Field
              key={language}
              here={here}
              id={`off-name-${language}`}
              name={`name-${language}`}
              label={language === 'kk' ? words.nameKk : words.nameRu}
              refused={shownIn(props.refused, 'off')}
              input={{ maxLength: 200 }}
            />
          ))}
        </ChangeForm>
      </details>
      <details open={open('moved')}>
        <summary>{words.forms.moved.title}</summary>
        <ChangeForm {...props} what="moved">
          <DayField {...props} what="moved" name="off" label={words.off} />
          <DayField {...props} what="moved" name="work" label={words.work} />
        </ChangeForm>
      </details>
      <details open={open('ordinary')}>
        <summary>{words.forms.ordinary.title}</summary>
        <ChangeForm {...props} what="ordinary">
          <DayField {...props} what="ordinary" name="date" label={words.date} />
        </ChangeForm>
      </details>
    </section>
  )
}

function History({ desk: { here }, edits }: Props) {
  const words = here.words.operator.holidays
  const { format } = here
  return (
    <section class="flow">
      <h2>{words.historyTitle}</h2>
      <ul class="rows plain">
        {edits.toReversed().map(({ revision, act, actDay, days }) => (
          <li key={revision}>
            <span class="row-name">{words.by(act, format.day(actDay))}</span>{' '}
            <span class="soft small">
              {days
                .slice(0, 3)
                .map(({ date, kind }) => `${format.day(date)}: ${kind ? words.kinds[kind] : words.ordinary}`)
                .join('; ')}
              {days.length > 3 && ` ${words.more(days.length - 3)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
