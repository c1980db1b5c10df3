// The acts as bars over years: which was in force when. The list below it says the same in words.
import { type LocalDate, addDays, daysBetween, localDate } from '#kernel'
import type { Act } from '#law'
import type { Here } from '../here.ts'
import { actName } from './act-name.ts'

const row = 50

export function ActTimeline({ here, acts }: { here: Here; acts: readonly Act[] }) {
  const { words, today } = here
  const forced = acts.flatMap((act) => (act.in_force ? [{ act, ...act.in_force }] : []))
  if (forced.length === 0) return null
  const firstYear = Math.min(...forced.map(({ from }) => Number(from.slice(0, 4))))
  const lastYear = Number(today.slice(0, 4)) + 1
  const start = localDate(`${firstYear}-01-01`)
  const length = daysBetween(start, localDate(`${lastYear}-01-01`))
  const at = (day: LocalDate) => Math.max(0, Math.min(100, (daysBetween(start, day) / length) * 100))
  const years = Array.from({ length: lastYear - firstYear }, (_, index) => firstYear + index)
  const height = forced.length * row + 34
  return (
    <svg class="acts-time" role="img" aria-label={words.law.chainLabel} width="100%" height={height}>
      {years.map((year, index) => {
        const x = `${at(localDate(`${year}-01-01`)).toFixed(2)}%`
        return (
          <g key={year}>
            <line class="strip-tick" x1={x} x2={x} y1="0" y2={height - 24} />
            {index % 3 === 0 && (
              <text x={x} y={height - 6} text-anchor={index === 0 ? 'start' : 'middle'}>
                {year}
              </text>
            )}
          </g>
        )
      })}
      {forced.map(({ act, from, until }, index) => {
        const left = at(from)
        const right = at(until === null ? today : addDays(until, 1))
        const atRight = left > 55
        return (
          <g key={act.id}>
            <text
              class="acts-name"
              x={`${(atRight ? right : left).toFixed(2)}%`}
              y={index * row + 18}
              text-anchor={atRight ? 'end' : 'start'}
            >
              {act.number === null ? actName(here, act) : `№ ${act.number}`}
            </text>
            <rect
              class={until === null ? 'acts-now' : 'acts-past'}
              x={`${left.toFixed(2)}%`}
              width={`${Math.max(0.6, right - left).toFixed(2)}%`}
              y={index * row + 26}
              height="12"
              rx="2"
            />
          </g>
        )
      })}
    </svg>
  )
}
