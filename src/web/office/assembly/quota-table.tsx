// What one akim owes, place by place and period by period: planned, held, missing.
import type { QuotaRow } from '#calendar'
import type { UnitCode } from '#territory'
import type { Here } from '../../here.ts'
import { periodName } from '../../parts/act-name.ts'

type Props = {
  readonly here: Here
  /** All of one akim. */
  readonly rows: readonly QuotaRow[]
  readonly nameOf: (unit: UnitCode) => string
}

export function QuotaTable({ here, rows, nameOf }: Props) {
  const words = here.words.assembly
  const periods = [...new Set(rows.flatMap(({ cells }) => cells.map(({ period }) => period)))]
  return (
    <table class="table quota">
      <thead>
        <tr>
          <th scope="col">{words.quotaPlace}</th>
          {periods.map((period) => (
            <th key={period} scope="col">
              {periodName(here, period)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.norm} ${row.unit}`}>
            <th scope="row">{nameOf(row.unit)}</th>
            {periods.map((period) => {
              const cell = row.cells.find((one) => one.period === period)
              return (
                <td key={period} class="numbers">
                  {cell && words.quotaCell(cell.planned, cell.held)}{' '}
                  {cell && cell.missing > 0 && <span class="warn">{words.quotaMissing(cell.missing)}</span>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
