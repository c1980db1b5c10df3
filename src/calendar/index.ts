export {
  type Calendar,
  type CalendarId,
  type CalendarRefusal,
  type CalendarState,
  type CalendarStore,
  type Delivery,
  type Entry,
  type MeetingId,
  type Release,
  type ReleaseContent,
  type Session,
  calendarStates,
  mayFollow,
} from './calendar.ts'
export { type Act, type CalendarStores, entryBy } from './change-calendar.ts'
export { draftCalendar, mayDraft } from './draft-calendar.ts'
export { type MoveEntry, addEntry, dropEntry, moveEntry } from './move-entry.ts'
export { type NewDate, type NewLine, overlap } from './entry-edits.ts'
export {
  type OnPart,
  type Part,
  type PartState,
  type PartStore,
  type PartStores,
  mayPart,
  partStates,
} from './part.ts'
export { addToPart, beginPart, dropFromPart, moveInPart, recallPart, sendPart } from './write-part.ts'
export { fillParts, returnPart, takePart } from './assemble-calendar.ts'
export { correctCalendar, giveUpCorrection } from './correct-calendar.ts'
export { forwardCalendars, mayDeliver, receiveCalendar } from './deliver-calendar.ts'
export { type ReleaseDiff, type ReleasedMeeting, releaseDiff } from './release-diff.ts'
export { type HeldMeeting, type QuotaCell, type QuotaRow, quotaOf } from './quota.ts'
export { type GapAnswer, closeGaps } from './close-gaps.ts'
export {
  type MaslikhatPart,
  answerCalendar,
  livePaper,
  recallCalendar,
  sendCalendar,
} from './send-calendar.ts'
export { approveCalendar, publishCalendar, submitCalendar } from './approve-calendar.ts'
export { type OfficeYear, type Proposal, proposeYear } from './propose-year.ts'
export {
  type YearProblems,
  type YearToPlan,
  problemBeside,
  usualMeeting,
  yearProblems,
} from './year-problems.ts'
export {
  type Holiday,
  type HolidayKind,
  type Holidays,
  isWorkingDay,
  knowsYear,
  readHolidays,
} from './working-days.ts'
export {
  type EditedDay,
  type HolidayChange,
  type HolidayEdit,
  type HolidayRefusal,
  type HolidayStore,
  changedDays,
  editHolidays,
  laidOver,
  yearByLabourCode,
} from './edit-holidays.ts'
export {
  type Assumed,
  type Columns,
  type HeldBy,
  type OldChannel,
  type OldFault,
  type OldField,
  type OldForm,
  type OldLine,
  type OldMeeting,
  guessColumns,
  guessFields,
  nothingAssumed,
  oldChannels,
  oldFields,
  oldForms,
  readDay,
  readStart,
  readOldLines,
} from './import-old.ts'
export type { Habits, ImportFile, ImportStore } from './import-old-store.ts'
export {
  type Spreadsheet,
  type SpreadsheetLimits,
  type SpreadsheetRefusal,
  readSpreadsheet,
  spreadsheetLimits,
} from './read-spreadsheet.ts'
export { releaseContent } from './release.ts'
export { calendarJson } from './calendar-json.ts'
export { type CalendarWarning, type Occasion, calendarWarnings } from './warnings.ts'
export { type Feed, type FeedEvent, calendarFeed } from './feed.ts'
export {
  type Days,
  type OfficeWishes,
  type Wish,
  noWishes,
  wishBehind,
  wishesOf,
  withWishes,
} from './plan/wishes.ts'
export { type Standing, type YearDesk, datesFor, expectedFrom } from './plan/year-desk.ts'
export {
  type Alternative,
  type AlternativeRefusal,
  type DateChange,
  type PlannedOffice,
  type Way,
  planAlternative,
  planningAlternative,
  problemOfOffice,
  ways,
} from './plan/alternatives.ts'
export { alternativeEntries } from './plan/alternative-entries.ts'
export { type Figures, daysOffEven, provenGap } from './plan/figures.ts'
export { type DayTrip, dayTrip } from './plan/day-trip.ts'
export { type WishPrice, priceWishes } from './plan/wish-price.ts'
export {
  type Breach,
  type Effect,
  type Surroundings,
  type WhatIf,
  effectOfMove,
  forbids,
} from './plan/effect-of-move.ts'
export { type Conflict, nameConflicts } from './plan/name-conflict.ts'
export type { Lock, PlanningStore, PlanningStores } from './plan/planning-store.ts'
export { type TakeAlternative, lockEntry, saveWishes, takeAlternative } from './plan/plan-deeds.ts'
export {
  type AkimatAnswer,
  type Ground,
  type ProposalState,
  type PublishedVisit,
  type Schedule,
  type ScheduleContent,
  type ScheduleId,
  type ScheduleRefusal,
  type ScheduleRelease,
  type ScheduleState,
  type ScheduleStore,
  type ScheduledMeeting,
  type Sphere,
  type Visit,
  type VisitLine,
  type VisitPlace,
  type VisitProposal,
  grounds,
  scheduleStates,
  spheres,
} from './schedule/schedule.ts'
export {
  type Regime,
  bodiesAsked,
  periodsToPlan,
  periodsWithout,
  regimeOf,
  regimeOn,
  submissionDue,
} from './schedule/regime.ts'
export {
  type ScheduleStores,
  proposalThing,
  scheduleIdOf,
  scheduleThing,
  visitThing,
} from './schedule/change-schedule.ts'
export {
  type OnProposal,
  addVisit,
  changeVisit,
  sendProposal,
  withdrawVisit,
} from './schedule/propose-visits.ts'
export {
  circulateSchedule,
  closeAgreement,
  leaveOutVisit,
  moveVisit,
  openSchedule,
  returnProposal,
  takeProposal,
} from './schedule/assemble-schedule.ts'
export { agreeToSchedule, answerVisit } from './schedule/agree-schedule.ts'
export {
  approveSchedule,
  publishSchedule,
  returnSchedule,
  submitSchedule,
} from './schedule/approve-schedule.ts'
export { correctSchedule, giveUpScheduleCorrection } from './schedule/correct-schedule.ts'
export { scheduleContent } from './schedule/schedule-content.ts'
export { type OpenProblems, openIn } from './schedule/open-problems.ts'
export { type VisitWarning, visitWarnings } from './schedule/visit-warnings.ts'
export {
  type Procedure,
  type ProcedureDraft,
  type ProcedureStore,
  publishProcedure,
  writeProcedure,
} from './schedule/procedure.ts'
