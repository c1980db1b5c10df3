export type { Acting, Storage, Stores } from './stores.ts'
export { type Duties, dutiesOf } from './duties.ts'
export { type Books, type ProposalRefusal, proposalFor, proposeCalendar } from './propose-calendar.ts'
export { publish } from './publish.ts'
export {
  demonstrationGrant,
  demonstrationPerson,
  demonstrationRoles,
  loadDemonstration,
} from './load-demonstration.ts'
export type { CalendarFilter, PublicMeeting, PublicReadings, PublishedCalendar } from './readings.ts'
export { factOf, statutory } from './facts.ts'
