// In one word, how far a meeting's notice is: for lists and heads of pages.
import type { Meeting } from '#meetings'
import { isOut } from './read-meeting.ts'

export type StateWord = 'draft' | 'no-text' | 'written' | 'signed' | 'announced' | 'cancelled' | 'passed'

export function meetingStateOf(meeting: Meeting, today: string): StateWord {
  if (meeting.state === 'cancelled') return 'cancelled'
  if (meeting.day < today) return 'passed'
  if (meeting.signature) return 'signed'
  if (isOut(meeting)) return 'announced'
  if (meeting.editors.length > 0 && hasText(meeting)) return 'written'
  return meeting.state === 'drafted' ? 'draft' : 'no-text'
}

const hasText = ({ notice }: Meeting): boolean => notice.kk !== '' && notice.ru !== ''
