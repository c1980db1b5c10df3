export {
  type Calendar,
  type CalendarId,
  type CalendarRefusal,
  type CalendarState,
  type CalendarStore,
  type Entry,
  type MeetingId,
  type Release,
  type ReleaseContent,
  calendarStates,
  mayFollow,
} from './calendar.ts'
export { type Act, type CalendarStores } from './change-calendar.ts'
export { draftCalendar, mayDraft } from './draft-calendar.ts'
export { type MoveEntry, moveEntry } from './move-entry.ts'
export { type MaslikhatPart, answerCalendar, recallCalendar, sendCalendar } from './send-calendar.ts'
export { approveCalendar, publishCalendar, submitCalendar } from './approve-calendar.ts'
export { type OfficeYear, type Proposal, proposeYear } from './propose-year.ts'
export {
  type YearProblems,
  type YearToPlan,
  problemBeside,
  usualMeeting,
  yearProblems,
} from './year-problems.ts'
export { type Holidays, isWorkingDay, knowsYear, readHolidays } from './working-days.ts'
export { releaseContent } from './release.ts'
export { calendarJson } from './calendar-json.ts'
export { type CalendarWarning, calendarWarnings } from './warnings.ts'
export { type Feed, type FeedEvent, calendarFeed } from './feed.ts'
