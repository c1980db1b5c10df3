// What the forms of an import say: the meaning of each column, and what is meant by empty cells.
import { type Assumed, type Columns, oldChannels, oldFields, oldForms } from '#calendar'
import type { Typed } from '../deed-form.tsx'

/** `null` when an assumption is none: a wrong hour, or minutes that no meeting has. */
export function readReading(
  typed: Typed,
  columns: number,
): { readonly columns: Columns; readonly assumed: Assumed } | null {
  const start = typed['start'] ?? ''
  const minutes = typed['minutes'] ?? ''
  if (start !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(start)) return null
  if (minutes !== '' && !(/^\d{1,3}$/.test(minutes) && Number(minutes) >= 10 && Number(minutes) <= 600))
    return null
  return {
    columns: Array.from(
      { length: columns },
      (_, at) => oldFields.find((field) => field === typed[`column-${at}`]) ?? null,
    ),
    assumed: {
      start: start || null,
      minutes: minutes === '' ? null : Number(minutes),
      form: oldForms.find((form) => form === typed['form']) ?? null,
      channel: oldChannels.find((channel) => channel === typed['channel']) ?? null,
      past: typed['past'] === 'planned' ? 'planned' : 'held',
      inCalendar: typed['in-calendar'] === '1',
    },
  }
}
