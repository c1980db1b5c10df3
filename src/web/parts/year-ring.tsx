// The year as a round table: twelve seats for twelve months, this month's taken, today in the middle. Only to look at.
import type { Here } from '../here.ts'
import { dayNumeral, monthsOf } from '../words/format.ts'

const middle = 150
const seats = 112
const names = 137

export function YearRing({ here: { format, today } }: { here: Here }) {
  const now = Number(today.slice(5, 7)) - 1
  return (
    <svg class="ring" viewBox="0 0 300 300" aria-hidden="true">
      <circle cx={middle} cy={middle} r="92" />
      {monthsOf(Number(today.slice(0, 4))).map((month, index) => {
        const seat = at(index, seats)
        const name = at(index, names)
        return (
          <g key={month}>
            <path
              class={index === now ? 'ring-now' : index < now ? 'ring-past' : undefined}
              d={index === now ? 'M0-13L9 0 0 13-9 0z' : 'M0-8.5L6 0 0 8.5-6 0z'}
              transform={`translate(${seat.x} ${seat.y}) rotate(${index * 30})`}
            />
            <text x={name.x} y={name.y + 4}>
              {format.shortMonth(month).replace('.', '')}
            </text>
          </g>
        )
      })}
      <text class="ring-day" x={middle} y={middle + 12}>
        {dayNumeral(today)}
      </text>
      <text class="ring-month" x={middle} y={middle + 40}>
        {format.dayOfYear(today).replace(/\d+\s*/, '')}
      </text>
    </svg>
  )
}

/** Where the seat of a month is: January at the top, clockwise. */
function at(index: number, radius: number): { x: number; y: number } {
  const angle = (index * Math.PI) / 6 - Math.PI / 2
  const round = (n: number) => Math.round(n * 10) / 10
  return { x: round(middle + radius * Math.cos(angle)), y: round(middle + radius * Math.sin(angle)) }
}
