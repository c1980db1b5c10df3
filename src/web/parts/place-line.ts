// Where and when a meeting is, in a line.
import type { PublicMeeting } from '#flows'
import type { Here } from '../here.ts'
import { clockAfter } from '../words/format.ts'

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
