// Words of the page "Today", English.
import { formats } from '../format.ts'
import type { TodayWords } from './kk.ts'

const { plural, number } = formats.en
const count = (n: number, one: string, other: string) => `${number(n)} ${plural(n, { one, other })}`

export const todayEn: TodayWords = {
  title: 'Today',
  next: 'Next',
  within: (n) => {
    if (n < 0) return `${count(-n, 'day', 'days')} overdue`
    return n === 0 ? 'today' : n === 1 ? 'tomorrow' : `${count(n, 'day', 'days')} left`
  },
  inboxTitle: 'Also waiting for you',
  moreWaiting: (n) => `And ${count(n, 'thing', 'things')} more.`,
  moreDuties: (n) => count(n, 'more duty', 'more duties'),
  allDuties: 'All duties',
  inboxEmpty: 'Nothing waits for your decision.',
  inboxLead: (n) => `${count(n, 'thing waits', 'things wait')} for your decision.`,
  until: (day) => `until ${day}`,
  weekTitle: 'This week',
  weekEmpty: 'No meetings and no last days in the next seven days.',
  lastDay: 'Last day',
  dutiesCount: (n) => count(n, 'duty', 'duties'),
  nobodyOwes: 'The law lays no duty with a term on this desk.',
  kinds: {
    'sign-notice': ['Sign an announcement', 'Its text is ready. Read it and publish it.', 'Read and sign'],
    'sign-change': [
      'Sign a move or a cancellation',
      'The change takes effect only when it is signed.',
      'Look and sign',
    ],
    'write-part': ['Write your part of the calendar', 'The region waits for your days.', 'Write the part'],
    'rewrite-part': [
      'Mend the part that came back',
      'The region returned your part and wrote why.',
      'Read why and mend it',
    ],
    'take-part': ['Take a part into the calendar', 'An office has sent its part.', 'Look at the part'],
    'answer-maslikhat': [
      'Record the answer of the maslikhat',
      'The draft of the calendar was sent to the maslikhat.',
      'Open the calendar',
    ],
    'approve-calendar': ['Approve the calendar', 'The maslikhat has answered.', 'Look and approve'],
    'publish-calendar': ['Publish the calendar', 'The calendar is approved.', 'Publish'],
    'submit-calendar': [
      'Submit the calendar to the Government',
      'An approved calendar goes to the Government before 20 January.',
      'Record the letter',
    ],
    'receive-calendar': [
      'Record that a calendar came',
      'A region has submitted its calendar.',
      'Open the list',
    ],
    'forward-calendars': [
      'Present the calendars to the Administration',
      'Calendars that came were not presented yet.',
      'Open the list',
    ],
    'propose-visits': [
      'Propose meetings of the minister',
      'The authorised body waits for your proposal.',
      'Write the proposal',
    ],
    'rewrite-visits': [
      'Mend the proposal that came back',
      'The authorised body returned it and wrote why.',
      'Read why and mend it',
    ],
    'take-proposal': [
      'Take a proposal into the schedule',
      'A ministry has sent one.',
      'Look at the proposal',
    ],
    'agree-schedule': ['Agree to the draft of the schedule', 'The draft lies with you.', 'Look and agree'],
    'agree-visit': [
      'Agree to the visit of a minister',
      'A minister plans a meeting in your region.',
      'Look and answer',
    ],
    'assemble-schedule': [
      'Take the schedule to its next step',
      'No proposal is left to look at.',
      'Open the schedule',
    ],
    'submit-schedule': ['Submit the schedule to the Government', 'It is agreed.', 'Open the schedule'],
    'approve-schedule': ['Approve the schedule', 'It was submitted to the Government.', 'Look and approve'],
    'publish-schedule': ['Publish the schedule', 'The schedule is approved.', 'Publish'],
    'sign-procedure': ['Sign the procedure', 'Its draft is ready.', 'Read and sign'],
    'judge-demand': [
      'Look at a demand of residents',
      'Say whether everybody may read its words.',
      'Read the demand',
    ],
    'draft-answer': ['Prepare the answer to a demand', 'Enough residents support it.', 'Write the answer'],
    'sign-answer': ['Sign the answer to a demand', 'Its draft is ready.', 'Read and sign'],
    'decide-poll': ['Decide on a poll of dates', 'The voting is over.', 'Choose the day'],
    'sort-requests': ['Sort requests', 'Nobody has looked at these requests yet.', 'Begin'],
    'confirm-merge': [
      'Confirm a merge of groups',
      'Somebody else wants to merge more than ten requests.',
      'Look and decide',
    ],
    'allow-unsealing': [
      'Allow what was hidden to be opened',
      'Somebody asks to see what was hidden in a request.',
      'Look at it',
    ],
    'look-at-original': [
      'Look at what was hidden',
      'What you asked for was allowed. It is open for one day only.',
      'Open it',
    ],
    'approve-pool': [
      'Approve the pool of issues',
      'Somebody else drew it up. Read it and approve it.',
      'Read and approve',
    ],
    'draw-up-pool': [
      'Draw up the pool of issues',
      'The meeting is near and its pool is not approved yet.',
      'Open the pool',
    ],
    'reset-factor': [
      'Let go of a second factor',
      'Somebody in an office below has lost a phone or a key.',
      'Look and decide',
    ],
    'sign-below': [
      'Sign for an office below',
      'It has no signer who did not write this himself, so you sign.',
      'Read and sign',
    ],
    'approve-pool-below': [
      'Approve the pool of an office below',
      'Everybody there wrote of it, so you approve it.',
      'Read and approve',
    ],
    'allow-unsealing-below': [
      'Let an office below open what is covered',
      'It has no second person, so you allow it. You will not see what is covered.',
      'Look',
    ],
  },
  open: {
    calendar: 'Open the calendar',
    part: 'Open the part',
    notice: 'Write the announcement',
    publish: 'Publish the announcement',
    guests: 'Invite guests',
    channels: 'Record where it was told',
    commission: 'Record the commission',
    pool: 'Open the pool of issues',
    details: 'Fill in the details',
    meeting: 'Open the meeting',
    newMeeting: 'Set a meeting',
    demand: 'Open the demand',
    schedule: 'Open the schedule',
    deliveries: 'Open the list of calendars',
  },
  below: {
    title: (office) => `${office}: signature`,
    lead: 'This office has no signer besides those who wrote it. The term of the law does not stop, so the office above signs. Who signed stays written down.',
    notice: 'Announcement',
    publish: 'Sign and publish',
    change: 'Change',
    signChange: 'Sign the change',
    done: 'Signed.',
    nothing: 'Nothing here waits for your signature any more.',
    back: 'Back to today',
  },
}
