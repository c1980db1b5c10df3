export {
  type Calendar,
  type CalendarId,
  type CalendarState,
  type Entry,
  type MeetingId,
  calendarStates,
} from './calendar.ts'
