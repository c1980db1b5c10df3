// Words of planning the year, English.
import { countEn, formats } from '../format.ts'
import type { PlanWords } from './kk.ts'

const { number } = formats.en
const one = (n: number) => number(Math.round(n * 10) / 10)
const signed = (n: number) => (n > 0 ? `+${one(n)}` : one(n))
const meetings = (n: number) => countEn(n, 'meeting', 'meetings')
const days = (n: number) => countEn(n, 'day', 'days')
const minutesOf = (n: number) => countEn(n, 'minute', 'minutes')

export const planEn: PlanWords = {
  open: 'Plan the year',
  title: (year) => `Planning ${year}`,
  lead: 'The program plans the year in three ways. Choose one: its dates go into the draft. Locked dates and wishes are kept.',
  notDraft: 'The calendar is not a draft now, so dates cannot be changed. The ways can be compared.',
  back: 'Back to the calendar',
  backToYear: 'Back to the plan of the year',
  state: (n, locked) => `The law asks for ${meetings(n)}. Locked dates: ${number(locked)}.`,
  waysTitle: 'Three ways',
  ways: {
    'least-travel': {
      title: 'Least travel',
      lead: 'Villages near each other share a day; akims drive as little as can be.',
    },
    'most-even': {
      title: 'Most even',
      lead: 'Between meetings in one village passes as equal a time as can be.',
    },
    'least-disturbance': { title: 'Least disturbance', lead: 'Present dates stay where they can.' },
  },
  fromLastYear:
    'There is no draft yet: we compare with last year’s published dates, on the same day of the week.',
  fromNothing: 'There is nothing to compare with yet: this is the first proposal.',
  large: (visits) =>
    `This region has ${meetings(visits)}, so each way is worked out by itself. That takes a second or two.`,
  reckon: 'Work it out',
  km: 'Road',
  kmOf: (km) => `${number(Math.round(km))} km`,
  road: 'Time on the road',
  roadOf: (minutes) => countEn(Math.round(minutes / 60), 'hour', 'hours'),
  spacing: 'Off an even interval by',
  spacingOf: (n) => days(Math.round(n * 10) / 10),
  unmet: 'Wishes not met',
  changed: 'Dates that change',
  unplaced: 'Without a date',
  proof: 'Proven',
  proofOf: (share) =>
    share < 0.0005 ? 'none can be better' : `at most ${one(share * 100)} % above the best possible`,
  noWay: (n) => `Not on the map: ${countEn(n, 'place', 'places')}. The road there is not counted.`,
  same: 'Its dates are those of the way before.',
  standing: 'The draft has these dates now.',
  what: 'What changes?',
  take: 'Choose this',
  taken: 'The dates of the chosen way are in the draft.',
  again: 'Plan again with the locks',
  saidWishes: 'The wishes are saved.',
  akims: 'Akims',
  akimLine: (n, wishes) => (wishes > 0 ? `${meetings(n)}, has wishes` : meetings(n)),
  ownText: 'wrote the dates himself: the program leaves them alone',
  akimTitle: (who, year) => `${who}: ${year}`,

  changesTitle: (way) => `${way}: what changes`,
  changesLead: (n) => (n === 0 ? 'This way changes no date.' : `Dates that change: ${number(n)}.`),
  changesMore: (n) => `${countEn(n, 'more change', 'more changes')}: see the page of each akim.`,
  fromTo: (from, to) => `${from} → ${to}`,
  noDay: 'no new day was found, the draft keeps it',
  reasons: {
    'made-room': 'made room for a meeting that had to move',
    new: 'had no date before',
    better: 'the new day suits this way better',
  },
  rules: {
    period: 'outside the period that the law asks for',
    window: 'outside the days allowed',
    working: 'a day off',
    closed: 'the day is taken',
    notice: 'too late to announce',
    hours: 'does not fit into working hours',
    gap: 'too close to another meeting here',
    'visits-per-day': 'too many meetings that day',
    road: 'the road is not known',
    'day-minutes': 'does not fit into one day with the road',
    'trip-days-per-week': 'too many days on the road that week',
  },
  closedBy: {
    season: (place, first, last) => `${place}: closed ${first} – ${last}`,
    away: (first, last) => `the akim is away: ${first} – ${last}`,
    visit: (who) => `${who} comes, a week has to lie between`,
  },

  conflictsTitle: 'The law cannot be kept like this',
  conflictLead: (who, place) =>
    `${who}, ${place}: there is no day for the meeting. These do not go together:`,
  conflictUnproven: (rule) => `What took the last free day: ${rule}.`,
  demands: {
    visit: (place, first, last) => `the law: ${place}, a meeting from ${first} to ${last}`,
    window: (place) => `${place}: the days allowed`,
    fixed: (place) => `${place}: a locked date`,
    working: 'working days only',
    notice: (day) => `time to announce: not before ${day}`,
    hours: 'working hours',
    limit: {
      visitsPerDay: (n) => `at most ${meetings(n)} a day`,
      tripDaysPerWeek: (n) => `at most ${countEn(n, 'day', 'days')} on the road a week`,
      gapDays: (n) => `at least ${days(n)} between meetings in one place`,
      dayMinutes: (n) => `a day on the road of at most ${countEn(Math.round(n / 60), 'hour', 'hours')}`,
    },
  },
  relaxationTitle: 'The least that would help:',
  relaxations: {
    period: (n) => `make the period ${days(n)} longer (the law does not allow it)`,
    window: (n) => `allow ${days(n)} more`,
    working: 'hold the meeting on a day off',
    closed: 'open one of the closed days',
    notice: (n) => `announce ${days(n)} late (the law does not allow it)`,
    hours: (n) => `make the working hours ${minutesOf(n)} longer`,
    gap: (n) => `make the interval ${days(n)} shorter`,
    'visits-per-day': (n) => `${countEn(n, 'more meeting', 'more meetings')} that day`,
    road: 'say where the road goes',
    'day-minutes': (n) => `make the day on the road ${minutesOf(n)} longer`,
    'trip-days-per-week': (n) => `${countEn(n, 'more day', 'more days')} on the road that week`,
  },
  relaxedTo: (what, day) => `${what}. The meeting would then be on ${day}.`,
  noRelaxation: 'No single rule is enough: look at the wishes and the locks.',

  wishesTitle: 'Wishes and what they cost',
  wishesNone: 'No wishes: the program takes any working day.',
  wishesEdit: 'Change the wishes',
  wishesFormTitle: (who) => `${who}: wishes`,
  wishesOfYear: (year) => `Our wishes, ${year}`,
  ownWishesLead:
    'Say which days and hours suit your meetings, when a village cannot be reached and when the akim is away. The region takes it into account when it plans the year.',
  wishesFormLead:
    'Days of the week and hours are kept where they can be. Closed seasons and days away are always kept.',
  weekdays: 'Preferred days of the week',
  weekdaysHint: 'With none ticked, any day will do.',
  hours: 'Preferred time',
  hoursFrom: 'From',
  hoursTo: 'To',
  hoursHint: 'A meeting takes 90 minutes. Left empty: 10:00 to 18:00.',
  seasons: 'Season in which a place cannot be reached',
  seasonsHint: 'A road under water in spring, for instance. Once saved, one more row opens.',
  season: (n) => `Season ${n}`,
  place: 'Place',
  anyPlace: 'none chosen',
  first: 'First day',
  last: 'Last day',
  away: 'Days on which the akim is away',
  awayHint: 'Leave, a journey, a course. Once saved, one more row opens.',
  awayRow: (n) => `Absence ${n}`,
  save: 'Save the wishes',
  wish: {
    weekdays: (list) => `days of the week: ${list}`,
    hours: (from, to) => `time: ${from}–${to}`,
    season: (place, first, last) => `${place}: closed ${first} – ${last}`,
    away: (first, last) => `the akim is away: ${first} – ${last}`,
  },
  price: (km, minutes) =>
    km > 0.05 ? `costs ${one(km)} km of road a year, ${minutesOf(Math.round(minutes))}` : 'costs no road',
  priceUnplaced: (n) => `kept always, ${countEn(n, 'meeting finds', 'meetings find')} no day`,
  wrong: {
    time: 'Write the time as HH:MM, 10:00 for instance.',
    bothHours: 'Write both the beginning and the end.',
    hoursOrder: 'The end must be at least 90 minutes after the beginning and not after 18:00.',
    hoursEarly: 'Meetings do not begin before 10:00.',
    day: 'Write a day of this year as YYYY-MM-DD.',
    daysOrder: 'The last day cannot be before the first.',
    place: 'Choose a place from the list.',
  },

  daysTitle: 'Days on the road',
  dayLine: (places, km) => (km > 0 ? `${places} · ${number(Math.round(km))} km` : places),
  dayTitle: (day) => `${day}: the trip`,
  dayLead: (who, n) => `${who}, ${meetings(n)}.`,
  home: 'Sets out from',
  homeAgain: 'Back to',
  leg: (km, minutes) => `${number(Math.round(km))} km, ${number(Math.round(minutes))} min`,
  legUnknown: 'the road is not known',
  dayTotal: (km, minutes) =>
    `${number(Math.round(km))} km in all, ${minutesOf(Math.round(minutes))} at the wheel.`,
  mapLabel: (places) => `Sketch of the trip: ${places}`,
  mapNone: 'Not every place has a point on the map, so there is a list instead of a sketch.',
  mapNote: 'Lines are drawn straight; distances are reckoned with the usual winding of roads.',
  placesTitle: 'The year of each place',
  placesHint: 'A large mark is a meeting of this akim, a small one another’s.',

  look: 'Look first',
  effectTitle: (day) => `If it is ${day}`,
  breaksTitle: 'What it breaks',
  breaksNothing: 'It breaks no rule.',
  costsTitle: 'What it costs',
  costsNothing: 'Neither road nor intervals change.',
  costKm: (before, after) =>
    `Road: ${number(Math.round(after))} km a year instead of ${number(Math.round(before))} km (${signed(after - before)} km).`,
  costRoad: (minutes) => `Time on the road: ${signed(minutes)} min.`,
  costSpacing: (before, after) => `Off an even interval by ${one(after)} days instead of ${one(before)}.`,
  costUnknown: 'The cost cannot be told: nobody can travel like this.',
  cannotSave: 'This date cannot be saved.',
  breach: {
    'law-minimum': (left, needed, first, last) =>
      `It breaks the law: meetings needed from ${first} to ${last}: ${number(needed)}, left: ${number(left)}.`,
    'akim-elsewhere': (place, start) => `The akim holds another meeting at that time: ${place}, ${start}.`,
    'no-time-between': (place, minutes, way) =>
      `The road between here and ${place} takes ${number(way)} min, and there are only ${number(Math.max(0, minutes))}.`,
    'host-elsewhere': (place, start) =>
      `The akim who receives holds a meeting elsewhere that day: ${place}, ${start}.`,
    'two-at-once': (who, start) => `There is a meeting here at that time already: ${who}, ${start}.`,
    'same-place-same-week': (who, n) =>
      n === 0
        ? `There is another meeting here that day: ${who}.`
        : `There is another meeting here ${days(n)} apart: ${who}.`,
    'too-close': (n, needed) =>
      `Only ${days(n)} to the next or last meeting here, usually at least ${number(needed)}.`,
    'day-off': 'A day off.',
    past: 'That day is over.',
    'notice-too-short': (left, needed) => `${days(left)} left to announce it, ${number(needed)} are needed.`,
    wish: (wish) => `Against a wish: ${wish}.`,
  },
  lock: 'Lock',
  unlock: 'Unlock',
  lockHint: 'The program does not move a locked date when it plans again. A person still can.',
  locked: 'locked',
  drag: {
    hint: 'Drag a meeting to another day. By keyboard: Space picks it up, arrows choose the day, Enter puts it down, Esc cancels.',
    title: 'New day',
    cancel: 'Cancel',
    asking: 'Working it out…',
    failed: 'No answer came. The date can still be saved: the server checks it again.',
  },
}
