// A leaf torn from a calendar: month, day, weekday. The full date is read out, the leaf is only looked at.
import type { LocalDate } from '#kernel'
import type { Here } from '../here.ts'
import { dayNumeral } from '../words/format.ts'

type Props = { here: Here; day: LocalDate; size?: 'small' | 'large'; past?: boolean }

export const DateLeaf = ({ here: { format }, day, size = 'small', past = false }: Props) => (
  <time class={`leaf leaf-${size}${past ? ' leaf-past' : ''}`} dateTime={day}>
    <span class="unseen">{format.fullDay(day)}</span>
    <span class="leaf-month" aria-hidden="true">
      {size === 'large' ? format.month(day) : format.shortMonth(day).replace('.', '')}
    </span>
    <span class="leaf-day" aria-hidden="true">
      {dayNumeral(day)}
    </span>
    <span class="leaf-weekday" aria-hidden="true">
      {format.weekday(day)}
    </span>
  </time>
)
