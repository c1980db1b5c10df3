// Words of requests that an office enters or brings from another system, English.
import { formats } from '../format.ts'
import type { IntakeWords } from './kk.ts'

const { number } = formats.en

export const intakeEn: IntakeWords = {
  enter: 'Enter a request',
  lead: 'Write it down in the person’s own words. Phones, personal numbers, addresses and names are masked by the system.',
  channel: 'How it was said',
  channels: {
    phone: 'on the phone',
    desk: 'at the desk',
    paper: 'on paper',
    floor: 'at a meeting, from the floor',
  },
  meeting: 'For which meeting',
  noMeeting: 'for no meeting, for the office',
  unit: 'About which place',
  day: 'Day of receipt',
  start: 'Time',
  words: 'What was said',
  from: 'Who said it',
  fromHint: 'Optional. Kept sealed: not opened without the consent of two.',
  name: 'Name',
  contact: 'Phone or e-mail',
  behalf: (name) => `Entered by ${name} on behalf of a resident.`,
  save: 'Save and give the receipt',
  taken: 'The request was received',
  code: 'Receipt code',
  readOut:
    'Read the code out or print this page: only the receipt goes on paper. Once you leave the page the code is not shown again.',
  keptAs: 'Kept like this',
  masked: (what) => `Personal data masked: ${what}.`,
  clean: 'No personal data found.',
  next: 'The next request',
  slip: {
    title: 'Receipt of a request',
    received: (office, day) => `${office}: received ${day}`,
    where: 'What became of your request is told at:',
    keep: 'Keep this code. Without it nobody, not even the office, can find the request as yours.',
  },
  refused: {
    'words-wanted': 'Write what was said.',
    'words-too-long': (most) => `The text is too long: at most ${number(most)} characters.`,
    'no-such-unit': 'There is no such place. Choose from the list.',
    'no-such-office': 'There is no such office.',
    'received-ahead': 'This day and hour have not come yet.',
    'received-long-ago': (most) => `That was more than ${number(most)} days ago. Check the day.`,
    'not-below-office': 'This place is not in the territory of this akim.',
    'no-such-meeting': 'There is no such meeting, or it was cancelled. Choose another.',
    'meeting-wanted': 'Choose the meeting at which it was said.',
    'id-taken': 'This request was received before.',
    'not-allowed': 'Requests are entered by an author of the office or a member of the commission.',
    'key-used-for-other-words':
      'This form was sent before with another text. Copy the text and open the page again.',
    form: 'The page is too old. Copy the text and open it again.',
  },
}
