// Words of the commission, English.
import { lettersEn } from '../letters/en.ts'
import { formats } from '../format.ts'
import type { CommissionWords } from './kk.ts'

const { number, plural } = formats.en

export const commissionEn: CommissionWords = {
  title: 'Commission',
  lead: 'The commission collects requests and proposals of residents and forms the pool of problem issues. One commission serves all meetings of the office.',
  seen: 'Residents see whom the members stand for and how many they are. Their names are seen by this office alone.',
  bodies: {
    'community-assembly': 'assembly of the local community',
    'public-council': 'public council',
  },
  counted: (body: string, members: number) => `${body} (${number(members)})`,
  members: (n: number) => `${number(n)} ${plural(n, { one: 'member', other: 'members' })}`,
  order: (of: string, day: string) => `order No. ${of} of ${day}`,
  none: 'There is no commission yet. Record its members once the akim has signed the order: it is needed before a meeting.',
  noneToRead: 'There is no commission yet. The author of this office records its members.',
  standing: 'The commission that stands',
  absent: (bodies: string) => `There is no such body here: ${bodies}.`,
  lacking: (bodies: string) =>
    `By law members of these bodies belong to the commission: ${bodies}. Add them, or tick that there is no such body here.`,
  accounts: 'Accounts of the members',
  accountsLead:
    'A member with an account reads and sorts requests himself. The signer invites; once the invitation is accepted, choose the person here.',
  account: (name: string) => `Account: ${name}`,
  noAccount: 'No account',
  choose: (name: string) => `Whose account: ${name}`,
  link: 'Save',
  invite: 'Invite',
  form: 'Record the commission',
  formLead: 'Write it as it stands in the order.',
  change: 'Change the members',
  changeLead:
    'With a new order, give its number and day: the members so far stay below. With the same number and day, what was recorded is corrected.',
  orderNumber: 'Number of the order',
  orderDay: 'Day of the order',
  byLaw: (body: string) => `${body} (asked for by law)`,
  names: 'Names of the members',
  namesHint: 'One a line. Only this office sees them.',
  absentBox: 'There is no such body here',
  other: (place: number) => `Another body or organisation (${number(place)})`,
  otherKk: 'Name in Kazakh',
  otherRu: 'Name in Russian',
  otherHint: 'Residents see it. Leave it empty if there is none.',
  save: 'Save the members',
  earlier: 'Earlier commissions',
  saved: {
    formed: 'The commission is recorded.',
    linked: 'The account is saved.',
  },
  refused: {
    'nobody-in-it': 'Write at least one member.',
    'body-absent-and-present': 'Members of this body are written. Take away the tick or the members.',
    'order-after-today': 'The day of the order cannot lie after today.',
    'formed-meanwhile':
      'Somebody else saved the commission before you. What stands now is shown beside the fields. Compare, and save again.',
    'not-allowed': 'Only the author of this office records the commission.',
    'no-such-member': 'The commission has changed. Open the page again.',
    'not-of-the-commission': 'This person is no member of the commission by role. The signer invites first.',
    'linked-already': 'This account belongs to another member.',
    ...lettersEn,
    'key-used-for-other-words': 'This page is out of date. Open it again and save once more.',
  },
}
