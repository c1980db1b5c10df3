// A year as one line: twelve months, a diamond for each meeting, a stroke for today. The list below says the same.
import { type LocalDate, daysBetween, lastOfMonth } from '#kernel'
import type { Here } from '../here.ts'
import { monthsOf } from '../words/format.ts'

export type StripMark = { readonly day: LocalDate; readonly strong: boolean }

const height = 72
const line = 38

export function YearStrip({ here, year, marks }: { here: Here; year: number; marks: readonly StripMark[] }) {
  const { format, words, today } = here
  const months = monthsOf(year)
  const first = months[0]!
  const length = daysBetween(first, lastOfMonth(months[11]!)) + 1
  const at = (day: LocalDate, part = 0) =>
    `${(((daysBetween(first, day) + part) / length) * 100).toFixed(2)}%`
  const label = words.place.stripLabel(year, marks.length)
  return (
    <svg class="strip" role="img" aria-label={label} width="100%" height={height}>
      <line class="strip-line" x1="0" x2="100%" y1={line} y2={line} />
      {months.map((month) => (
        <g key={month}>
          <line class="strip-tick" x1={at(month)} x2={at(month)} y1={line - 7} y2={line + 7} />
          <text class="strip-wide" x={at(month, 15)} y={height - 8} text-anchor="middle">
            {format.shortMonth(month).replace('.', '')}
          </text>
          <text class="strip-narrow" x={at(month, 15)} y={height - 8} text-anchor="middle">
            {format.monthLetter(month)}
          </text>
        </g>
      ))}
      <line class="strip-tick" x1="100%" x2="100%" y1={line - 7} y2={line + 7} />
      {marks.map(({ day, strong }, index) => (
        <svg key={index} x={at(day, 0.5)} y={line} overflow="visible">
          <path
            class={`strip-mark${strong ? ' strip-strong' : ''}${day < today ? ' strip-past' : ''}`}
            d={strong ? 'M0-10L7 0 0 10-7 0z' : 'M0-6L4.5 0 0 6-4.5 0z'}
          />
        </svg>
      ))}
      {Number(today.slice(0, 4)) === year && (
        <g class="strip-today">
          <line x1={at(today, 0.5)} x2={at(today, 0.5)} y1={line - 18} y2={line + 12} />
          <text
            x={at(today, 0.5)}
            y="13"
            text-anchor={today.slice(5) < '02' ? 'start' : today.slice(5) > '12' ? 'end' : 'middle'}
          >
            {words.place.today}
          </text>
        </g>
      )}
    </svg>
  )
}
