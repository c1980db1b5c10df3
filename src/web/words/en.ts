// English.
import { countEn, formats } from './format.ts'
import { askEn } from './ask/en.ts'
import { benchEn } from './bench/en.ts'
import { lawEn } from './law/en.ts'
import type { Words } from './kk.ts'
import { planEn } from './plan/en.ts'
import { poolEn } from './pool/en.ts'
import { ruleEn } from './rule/en.ts'
import { commissionEn } from './commission/en.ts'
import { demandsEn } from './demands/en.ts'
import { filesEn } from './files/en.ts'
import { kitEn } from './kit/en.ts'
import { mapEn } from './map/en.ts'
import { meetingsEn } from './meetings/en.ts'
import { nationalEn } from './national/en.ts'
import { noticesEn } from './notices/en.ts'
import { peopleEn } from './people/en.ts'
import { importEn } from './import/en.ts'
import { intakeEn } from './intake/en.ts'
import { operatorEn } from './operator/en.ts'
import { officeEn } from './office/en.ts'
import { assemblyEn } from './assembly/en.ts'
import { scheduleEn } from './schedule/en.ts'
import { searchEn } from './search/en.ts'
import { todayEn } from './today/en.ts'
import { unsealEn } from './unseal/en.ts'

const { number } = formats.en

export const en: Words = {
  ask: askEn,
  bench: benchEn,
  map: mapEn,
  files: filesEn,
  kit: kitEn,
  commission: commissionEn,
  demands: demandsEn,
  operator: operatorEn,
  import: importEn,
  intake: intakeEn,
  office: officeEn,
  people: peopleEn,
  national: nationalEn,
  notices: noticesEn,
  plan: planEn,
  pool: poolEn,
  meetings: meetingsEn,
  assembly: assemblyEn,
  schedule: scheduleEn,
  today: todayEn,
  unseal: unsealEn,
  site: {
    name: 'Kezdesu',
    tagline: 'Kezdesu: an open service about akims’ meetings with residents',
    languageStart: 'Eng',
    languageRest: 'lish',
    languages: 'Language',
    sections: 'Sections',
    skip: 'Skip to the main content',
    calendar: 'Calendar',
    law: 'The law',
    office: 'Office',
    officeEntry: 'Sign-in for state bodies',
    notLaw:
      'The rules of law are told here briefly and in our own words. The official text is behind the source link.',
    breadcrumbs: 'Where we are',
    list: (parts) => parts.join(', '),
  },
  demonstration: {
    title: 'Demonstration',
    banner: 'The days of meetings and the words of residents are made up.',
    more: 'What does it mean?',
    pageTitle: 'This is a demonstration',
    lead: 'You see the service filled with sample data.',
    realTitle: 'What is real',
    real: [
      'The names of the regions, the district, its okrugs and villages, and what belongs to what.',
      'The requirements of the law, the time limits and how they are counted.',
    ],
    inventedTitle: 'What is made up',
    invented: [
      'Days and hours of meetings: a program proposed them, no akimat has approved them.',
      'The records of what was done: draft, notification, approval, publication.',
      'Borders and the places of villages on the map: laid by hand, roughly.',
      'The schedule of ministers.',
      'Questions and proposals of residents, members of commissions and the pool of issues: we made them all up.',
    ],
    notHere: 'No real person is named here. Before you go to a meeting, ask your akimat for the day.',
  },
  form: {
    error: 'Error:',
    refusedTitle: 'Error:',
    choose: 'All',
  },
  search: searchEn,
  home: {
    title: 'When is the akim coming to you?',
    lead: 'The law obliges every akim to meet the residents. Here you see the day of the meeting and what the law asks for.',
    next: 'Next meetings',
    nextNone: 'No meetings have been published yet.',
    regions: 'Regions and major cities',
    howTitle: 'How it works',
    how: [
      'The law says how often each year every akim must come to every place.',
      'The akim’s office draws up the calendar of the year, sends it to the maslikhat, approves and publishes it.',
      'Beside every day stands “Why this day?”: which provision, counted from which day.',
    ],
  },
  place: {
    nextTitle: 'Next meeting',
    nextInside: 'Next meetings',
    nextNone: (year) => `No meeting to come has been published for ${year}.`,
    nextNoneMore:
      'When the calendar is published, the day will stand here. What the law promises is told below.',
    yearTitle: (year) => `Meetings of ${year}`,
    years: 'Year',
    notice: 'Announcement',
    comingTitle: 'To come',
    pastTitle: 'Past',
    older: (n) => countEn(n, 'earlier meeting', 'earlier meetings'),
    visitsHere: 'Here',
    none: (year) => `No meetings have been published for ${year}.`,
    promiseTitle: 'What the law promises',
    promise: (who, times, period) =>
      `${who}: at least ${times === 1 ? 'once' : countEn(times, 'time', 'times')} ${{ year: 'a year', 'half-year': 'every half-year', quarter: 'every quarter' }[period]}.`,
    promiseVisiting: 'visiting meeting',
    promiseAnyForm: 'meeting at any place',
    promiseNone:
      'The law sets no number of meetings for this place alone: the meeting is held in the okrug or city it belongs to.',
    promiseWhy: 'Which provision?',
    promiseYear: (year) => `by the rules of ${year}`,
    ownTitle: 'What the akim of this place must do',
    responsibleTitle: 'Who is responsible',
    holder: (name) => `Now: ${name}`,
    acting: (name) => `Acting: ${name}`,
    holderUnknown: 'The name is not in the register',
    insideTitle: 'Places inside',
    regionInsideTitle: 'Districts and cities',
    subscribe: 'Add to the calendar of your phone',
    subscribeHint: 'When the day changes, it changes on the phone too.',
    regionCalendar: (year) => `Calendar of the region for ${year}`,
    cityCalendar: (year) => `Calendar of the city for ${year}`,
    stripLabel: (year, n) => `${year}: ${countEn(n, 'meeting', 'meetings')}`,
    today: 'today',
  },
  kind: {
    oblast: 'region',
    'republican-city': 'city of republican significance',
    capital: 'capital',
    district: 'district',
    'oblast-city': 'city of regional significance',
    'city-district': 'district in a city',
    'district-city': 'city of district significance',
    settlement: 'settlement',
    village: 'village',
    'rural-okrug': 'rural okrug',
    microdistrict: 'microdistrict',
    'populated-place': 'populated place',
  },
  meeting: {
    title: (office) => `${office}: meeting with residents`,
    time: (from, to) => `${from}–${to}`,
    minutes: (n) => countEn(n, 'minute', 'minutes'),
    forms: {
      visiting: 'visiting: the akim comes in person',
      stationary: 'at the akim’s own place',
      online: 'online',
      hybrid: 'in the hall and online',
    },
    formsShort: {
      visiting: 'visiting',
      stationary: 'stationary',
      online: 'online',
      hybrid: 'hall and online',
    },
    status: {
      planned: 'planned',
      held: 'held',
      moved: 'moved to another day',
      cancelled: 'will not take place',
    },
    statusUnknown: 'the day has passed; no record that it took place',
    today: 'today',
    tomorrow: 'tomorrow',
    inDays: (n) => `in ${countEn(n, 'day', 'days')}`,
    quarterTitle: 'How the time is shared',
    quarter: (report, questions) =>
      `At most ${report} min for the report, at least ${questions} min for questions and answers.`,
    quarterReport: 'report',
    quarterQuestions: 'questions and answers',
    noticeTitle: 'Announcement of the meeting',
    noticeBy: 'To be published no later than',
    noticeStrict: 'By the strict reading',
    noticeVerdict: 'Verdict now',
    askedTitle: 'What the law asks of this meeting',
    askedAll: (n) => `Show ${countEn(n, 'requirement', 'requirements')}`,
    by: (day) => `last day: ${day}`,
    movedTitle: 'The day was moved',
    moved: (from) => `The program had proposed ${from}.`,
    movedReason: (reason) => `The office explains: ${reason}`,
    whyDay: 'Why this day?',
    whyTitle: 'Why here and by this time',
    calendarLine: (published) => `The calendar was published on ${published}.`,
    whole: 'The whole calendar',
    addToCalendar: 'Add the meetings of this place to your phone',
  },
  calendar: {
    title: (region, year) => `${region}: calendar of meetings for ${year}`,
    lead: (n) => `${countEn(n, 'meeting', 'meetings')}.`,
    approved: 'Approved',
    published: 'Published',
    submitted: 'Submitted to the Government',
    release: 'Release',
    hash: 'SHA-256 check number',
    filters: 'Filter',
    office: 'Akim',
    unit: 'Place',
    month: 'Month',
    apply: 'Show',
    clear: 'Remove the filter',
    downloads: 'Download',
    ical: 'Calendar file (iCalendar)',
    json: 'Open data (JSON)',
    noneTitle: 'The calendar is not published',
    none: (region, year) => `${region}, ${year}: there is no published calendar yet.`,
    otherYears: 'Published years',
    emptyTitle: 'No meeting passes this filter',
    empty: 'Choose another akim, place or month.',
    badFilter: 'The filter had an unknown value, which was left out.',
  },
  table: { day: 'Day', time: 'Time', place: 'Place', who: 'Who' },
  pages: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    position: (page, of) => `Page ${number(page)} of ${number(of)}`,
  },
  refusal: {
    notFoundTitle: 'There is no such page',
    notFound: 'The address is mistyped, or this place, meeting or norm is not in the register.',
    wrongTitle: 'Something in the address is wrong',
    wrong: 'A code, a day or a year in the address is not written as it should be.',
    faultTitle: 'Something broke on our side',
    fault: 'The fault is ours. Please try again in a few minutes.',
    faultNumber: 'Number of the fault',
    whatNow: 'Look for the place by its name, or go back to the home page.',
    home: 'Home',
  },
  signIn: {
    title: 'Sign in',
    lead: 'For staff of akims’ offices, maslikhats, central state bodies and the operator. Residents need no account.',
    login: 'Login name',
    password: 'Password',
    button: 'Sign in',
    wrong: 'The login name or the password is wrong.',
    wait: (seconds) => `Too many attempts. Try again in ${countEn(seconds, 'second', 'seconds')}.`,
    signedIn: (name) => `You are signed in: ${name}`,
    toOffice: 'Go to the office',
    signOut: 'Sign out',
    forgedTitle: 'The form was not accepted',
    forged: 'The page was open for too long, or another site sent the form. Open the page again and repeat.',
    again: 'Sign in again',
  },
  about: {
    title: 'About the service',
    lead: 'Kezdesu turns the duty to meet, as the law has it, into a calendar, and shows whether it was kept.',
    accessTitle: 'Accessibility',
    access: [
      'The pages are made to work without scripts, by keyboard and with a screen reader.',
      'Screens may be as narrow as 320 pixels; colours follow the light or dark setting of the system.',
      'A verdict is never told by colour alone: a sign and a word stand beside it.',
    ],
    privacyTitle: 'Personal data',
    privacy: [
      'The public pages hold no trackers, no advertising and no files from other sites.',
      'Finding a place and seeing the day of a meeting needs no account.',
    ],
    dataTitle: 'Open data',
    data: [
      'Calendars come as iCalendar and JSON, news as Atom and JSON Feed: the links stand on the pages themselves.',
    ],
    dataLink: 'Description for programs (OpenAPI)',
    daysTitle: 'Days',
    days: 'All days and hours are given in the time of the place where the meeting is held.',
  },
  ...lawEn,
  ...ruleEn,
}
