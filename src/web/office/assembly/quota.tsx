// The quota matrix: each akim and place by period, planned, held and missing; for one akim also the days that close it.
import type { GapAnswer, QuotaRow } from '#calendar'
import type { OfficeId, UnitCode } from '#territory'
import { officeAddresses } from '../addresses.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { mayHere } from '../next-step.tsx'
import type { CalendarView } from '../read-calendar.ts'
import { Gaps } from './part-lines.tsx'
import { QuotaTable } from './quota-table.tsx'
import { type Said, SaidLine } from './part.tsx'

type Props = {
  readonly desk: Desk
  readonly view: CalendarView
  readonly rows: readonly QuotaRow[]
  readonly akim: OfficeId | null
  readonly gaps: readonly GapAnswer[]
  readonly csrf: string
  readonly said: Said
  readonly sentence: string | null
}

export function QuotaPage({ desk, view, rows, akim, gaps, csrf, said, sentence }: Props) {
  const { here, office } = desk
  const { language } = here
  const words = here.words.assembly
  const to = officeAddresses(language, office.id)
  const title = words.quotaTitle(view.year)
  const nameOf = (unit: UnitCode) => view.units.get(unit)?.name[language] ?? unit
  const cells = rows.flatMap((row) => row.cells)
  const sum = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((all, cell) => all + of(cell), 0)
  const byOffice = Map.groupBy(rows, (row) => row.office)
  const akims = [...new Set(view.parts.map((part) => part.office))]
  const ownText = akim && view.parts.find((part) => part.office === akim)?.state === 'planned'
  const adds = ownText && view.calendar && mayHere(desk, view, 'move-entry')
  return (
    <OfficeFrame desk={desk} section="calendars" title={title} csrf={csrf} refused={sentence !== null}>
      <p>
        <a href={to.calendar(view.year)}>{here.words.office.back}</a>
      </p>
      <h1>{title}</h1>
      <SaidLine here={here} said={said} />
      {sentence && (
        <p class="error" role="alert">
          {sentence}
        </p>
      )}
      <p>
        {words.quotaAll(
          sum(({ wanted }) => wanted),
          sum(({ missing }) => missing),
        )}
      </p>
      <form class="office-filter" method="get" action={to.quota(view.year)}>
        <div>
          <label for="akim">{here.words.office.office}</label>
          <select id="akim" name="akim">
            <option value="">{here.words.office.allOffices}</option>
            {akims.map((id) => (
              <option key={id} value={id} selected={id === akim}>
                {view.offices.get(id)?.name[language] ?? id}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button-second">
          {here.words.office.show}
        </button>
      </form>
      {akim ? (
        <Gaps
          {...{ desk, csrf, gaps }}
          nameOf={nameOf}
          add={adds ? { action: to.assembly(view.year, 'add'), revision: view.calendar!.revision } : null}
        />
      ) : (
        <p class="soft">{words.quotaChoose}</p>
      )}
      <p class="soft small">{words.quotaLead}</p>
      {[...byOffice].map(([id, ofOffice]) => (
        <section key={id} class="flow quota-of">
          <h2>
            <a href={to.quota(view.year, id)}>{view.offices.get(id)?.name[language] ?? id}</a>
          </h2>
          <QuotaTable here={here} rows={ofOffice} nameOf={nameOf} />
        </section>
      ))}
    </OfficeFrame>
  )
}
