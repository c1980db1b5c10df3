// Where and when a meeting is, in a line.
import type { PublicMeeting } from '#flows'
import type { Here } from '../here.ts'
import { clockAfter } from '../words/format.ts'
import type { Words } from '../words/index.ts'

/** The place and what it lies in, the region left out unless asked for: "Ақтоған ауылы, …, Мерке ауданы". */
export const placeLine = (
  { language, words }: Pick<Here, 'language' | 'words'>,
  { unit, above }: Pick<PublicMeeting, 'unit' | 'above'>,
  region = false,
): string =>
  words.site.list([unit, ...(region ? above : above.slice(0, -1))].map(({ name }) => name[language]))

export const timeLine = (
  { words }: Pick<Here, 'words'>,
  { start, plannedMinutes }: Pick<PublicMeeting, 'start' | 'plannedMinutes'>,
): string => words.meeting.time(start, clockAfter(start, plannedMinutes))

/** How it is held; to a visit of a minister nobody's own akim comes. */
export const formLine = (words: Words, { form, office }: Pick<PublicMeeting, 'form' | 'office'>): string =>
  form === 'visiting' && office.unit === null ? words.schedule.ministerComes : words.meeting.forms[form]
