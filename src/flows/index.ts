export type { Acting, Storage, Stores } from './stores.ts'
export { type Duties, dutiesOf } from './duties.ts'
export { maslikhatPart } from './maslikhat-part.ts'
export {
  type Books,
  type ProposalRefusal,
  type RegionYear,
  demandsOf,
  problemsFor,
  proposalFor,
  proposeCalendar,
} from './propose-calendar.ts'
export { publish } from './publish.ts'
export { type DemonstrationAccount, loadDemonstration } from './first-start.ts'
export type { CalendarFilter, PublicMeeting, PublicReadings, PublishedCalendar } from './readings.ts'
export { factOf, statutory } from './facts.ts'
export { type RegionCount, type VerdictCounts, countVerdicts } from './verdict-counts.ts'
export {
  type MeetingNews,
  type MeetingTold,
  heardAtPlace,
  messageOf,
  tellSubscribers,
  topicsOfMeeting,
} from './tell-subscribers.ts'
