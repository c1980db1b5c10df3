// A derivation as a picture: one row a step, its words beside it, all days on one scale. The words are its alternative.
import type { Explained } from '#law'
import type { Here } from '../here.ts'
import { type Row, daysOf, placesOf, timelineRows } from './timeline-rows.ts'

type Props = { here: Here; explained: Explained; factName: (index: number) => string; caption: string }

const height = 30
const middle = height / 2

export function Timeline({ here, explained, factName, caption }: Props) {
  const rows = timelineRows(here, explained, factName)
  if (rows.length === 0) return null
  const places = placesOf(rows.flatMap(daysOf))
  const at = (day: Parameters<typeof places.get>[0]) => `${places.get(day)!.toFixed(2)}%`
  const { due, dueStrict } = explained
  return (
    <figure class="timeline">
      <ol class="plain">
        {rows.map((row, index) => (
          <li key={index} class={`time-${row.mark}`}>
            <span class="time-label">{row.label}</span>
            <svg aria-hidden="true" width="100%" height={height}>
              <line class="time-line" x1="0" x2={due === null ? '100%' : at(due)} y1={middle} y2={middle} />
              {due !== null && <line class="time-late" x1={at(due)} x2="100%" y1={middle} y2={middle} />}
              {due !== null && <line class="time-guide" x1={at(due)} x2={at(due)} y1="0" y2={height} />}
              {dueStrict !== null && dueStrict !== due && (
                <line
                  class="time-guide time-guide-strict"
                  x1={at(dueStrict)}
                  x2={at(dueStrict)}
                  y1="0"
                  y2={height}
                />
              )}
              <Mark row={row} at={at} />
            </svg>
          </li>
        ))}
      </ol>
      <figcaption class="small soft">
        {caption}
        {due !== null && ` ${here.words.timeline.late}`}
      </figcaption>
    </figure>
  )
}

/** Each mark by its shape: diamond, bar, arrow, filled and hollow wedge, disc, flag. */
const shapes = {
  event: 'M0-9L7 0 0 9-7 0z',
  due: 'M-8-12H8L0 0z',
  strict: 'M-7-12H7L0-1z',
  done: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z',
  asked: 'M0 15V-13H11L8-8 11-3H0',
} as const

function Mark({ row, at }: { row: Row; at: (day: never) => string }) {
  if ('day' in row)
    return (
      <svg x={at(row.day as never)} y={middle} overflow="visible">
        <path class={`mark-${row.mark}`} d={shapes[row.mark]} />
      </svg>
    )
  const [from, to] = [at(row.from as never), at(row.to as never)]
  if (row.mark === 'span') return <line class="mark-span" x1={from} x2={to} y1={middle} y2={middle} />
  return (
    <g class="mark-count">
      <line x1={from} x2={to} y1={middle} y2={middle} />
      <svg x={to} y={middle} overflow="visible">
        <path d={row.to < row.from ? 'M0 0L9-6V6z' : 'M0 0L-9-6V6z'} />
      </svg>
    </g>
  )
}
