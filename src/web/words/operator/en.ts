// Words of the operator's desk, English.
import { formats } from '../format.ts'
import type { OperatorWords } from './kk.ts'

const { number, plural } = formats.en

export const operatorEn: OperatorWords = {
  title: 'Running the service',
  tabs: {
    desk: 'Register and settings',
    holidays: 'Days off',
    outbox: 'All messages',
    denied: 'Refused attempts',
  },
  register: {
    title: 'Register and map',
    units: (n) => `Administrative units: ${number(n)}`,
    none: 'No register was imported yet.',
    edition: (day, on) => `Edition of the classifier of ${day}, imported on ${on}`,
    demonstration: 'This is the demonstration register. No real one was imported.',
    points: (n) => `Points on the map: ${number(n)}`,
    borders: (n) => `Borders: ${number(n)}`,
    mapOn: (day) => `The map last changed on ${day}.`,
    how: 'The register and the map are imported on the server by these commands:',
  },
  settings: {
    title: 'Settings',
    lead: 'They are set by variables of the server and cannot be changed here.',
    origin: 'Address of the site',
    originNone: 'not set: taken from the request',
    proxies: 'Proxies in front',
    channels: 'How messages are sent',
    channelsNone: 'not at all: messages stay in the outbox',
    provider: 'Sign-in from outside (OpenID Connect)',
    yes: 'yes',
    no: 'no',
  },
  outbox: {
    lead: 'Messages to the subscribers of all offices. Addresses of the receivers are not seen here.',
    none: 'No messages yet.',
    of: (office) => `Office: ${office}`,
  },
  holidays: {
    lead: 'Calendars are planned on working days. Here days off and moved days are changed, with their legal basis. A change takes effect at once.',
    saved: 'The change is saved and in effect.',
    lastTitle: 'The last change and what it touches',
    by: (act, day) => `Basis: ${act}, ${day}`,
    offNow: 'Now a day off',
    workedNow: 'Now a working day',
    meetingsOff: (n) => `Published meetings that now fall on a day off: ${number(n)}`,
    meetingsNone: 'No published meeting falls on a day off by it.',
    more: (n) => `and ${number(n)} more`,
    dues: 'No due day has moved: all terms in the acts in force count calendar days, not working days.',
    drafts:
      'Each region sees the dates of its draft in its calendar: those that now fall on a day off are named there, and planning again with the least change is offered.',
    yearsTitle: 'Years',
    yearKnown: (n) => plural(n, { one: `${number(n)} day`, other: `${number(n)} days` }),
    yearMissing: 'not entered: no calendar can be drawn up for this year',
    enterYear: (year) => `Enter ${year}`,
    enterYearLead:
      'The holidays of the labour code and their substitutes are put in by themselves. Write the first day of Kurban Ait.',
    kurbanAit: 'First day of Kurban Ait',
    listTitle: (year) => `Days of ${year}`,
    kinds: {
      holiday: 'holiday',
      'day-off': 'day off',
      substitute: 'day off for a holiday',
      'moved-day-off': 'moved day off',
      'moved-working-day': 'moved working day',
    },
    ordinary: 'ordinary day',
    instead: (day) => `for ${day}`,
    historyTitle: 'History of changes',
    forms: {
      off: { title: 'Add a day off', button: 'Make it a day off' },
      moved: { title: 'Move a day', button: 'Move the days' },
      ordinary: { title: 'Take a day back', button: 'Make it an ordinary day' },
      year: { button: 'Enter the year' },
    },
    date: 'Day',
    off: 'Day that becomes a day off',
    work: 'Day that is worked instead',
    nameKk: 'Name in Kazakh',
    nameRu: 'Name in Russian',
    act: 'Act that sets it: name and number',
    actDay: 'Date of the act',
    wrong: {
      form: 'The form is too old. Reload the page and fill it in again.',
      day: 'There is no such day. Choose it from the calendar.',
      text: 'Fill in this field.',
      long: 'Too long: at most 200 characters.',
      actDay: 'The date of the act cannot be later than today.',
    },
    refused: {
      'not-allowed': 'Only an administrator of the service changes days off.',
      'changed-meanwhile':
        'Another administrator changed the days meanwhile. Look at the list and send it again.',
      'day-over': 'A day that is over does not change: plans stay as they were.',
      'year-not-entered': 'This year was not entered yet. Enter the whole year first.',
      'year-entered': 'This year was entered already.',
      'outside-the-year': 'The day has to lie in that year.',
      'off-already': 'This day is a day off already.',
      'worked-already': 'This day is a working day already.',
      'key-used-for-other-words': 'This form was sent with other words already. Reload the page.',
    },
  },
  changed: {
    title: 'Days off have changed',
    lead: (n) =>
      `They changed after this calendar was drawn up. ${plural(n, { one: 'This meeting falls', other: `These ${number(n)} meetings fall` })} on a day off now:`,
    replan: 'Plan again with the least change',
    correct: 'Published dates change by a correction.',
  },
}
