export type { Acting, SealedStores, Storage, Stores } from './stores.ts'
export { type Duties, dutiesOf } from './duties.ts'
export { maslikhatPart } from './maslikhat-part.ts'
export {
  type Books,
  type ProposalRefusal,
  type RegionGround,
  type RegionYear,
  demandsOf,
  groundFor,
  problemsFor,
  proposalFor,
  proposeCalendar,
} from './propose-calendar.ts'
export {
  type ImportedBorders,
  type ImportedPoints,
  type MapImport,
  importBorders,
  importPoints,
} from './import-map.ts'
export {
  type PlanningDesk,
  planPatiently,
  planningDesk,
  planningDeskOn,
  takePlanned,
} from './planning-desk.ts'
export { type DaysTouched, datesTurnedOff, touchedByNewest } from './days-off-changed.ts'
export type { ImportRefusal } from './brought-file.ts'
export { type ReadOld, bringFile, dropFile, importOld, readOld, setColumns } from './import-old.ts'
export { type LiveBooks, liveBooks } from './live-books.ts'
export { publish } from './publish.ts'
export { openProblems, publishMinistersSchedule } from './ministers-schedule.ts'
export { gapsOf, heldIn, occasionsOf, proposedLines } from './assembly.ts'
export { type DemonstrationAccount, loadDemonstration } from './demonstration/first-start.ts'
export type {
  CalendarFilter,
  FeedScope,
  PublicMeeting,
  PublicReadings,
  PublishedCalendar,
} from './readings.ts'
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
export type {
  DayCount,
  ListKey,
  ListPage,
  MeetingChange,
  NationalFilter,
  NationalReadings,
} from './national-readings.ts'
export { type SendingHouse, sendNotices, writeReminders } from './send-notices.ts'
export { announceMeeting, cancelAndTell, moveAndTell, noticeTermOf } from './announce.ts'
export { publishDueNotices } from './publish-due-notices.ts'
export {
  type Appointment,
  type PeopleRefusal,
  appoint,
  askFactorReset,
  dismiss,
  invite,
  rolesOf,
  signFactorReset,
  takeInvitation,
  withdrawInvitation,
} from './office-people.ts'
export { type FormingRefusal, formCommission, hasCommission, linkMember } from './form-commission.ts'
export { type HolderRefusal, recordHolder } from './record-holder.ts'
export {
  type ResidentsTold,
  decideDemandAndTell,
  decidePollAndTell,
  openPollAndTell,
  residentsEvents,
} from './tell-residents.ts'
export {
  type AuthorTold,
  type AuthorsEvent,
  authorsEvents,
  isTopicOfRequest,
  requestOfTopic,
  tellAuthors,
  topicOfRequest,
} from './tell-authors.ts'
export { forgetOld } from './forget-old.ts'
export { inboxOf } from './inbox/index.ts'
export { type Waiting, type WaitingKind, waitingKinds } from './inbox/waiting.ts'
export { mayStandIn } from './inbox/of-offices-below.ts'
export { type OfficeReaders, officeReaders } from './office-readers.ts'
export { type OfficeSearch, type PublicSearch, longestSearch, searchOffice, searchPublic } from './search.ts'
export type {
  Found,
  FoundAnswer,
  FoundDemand,
  FoundGroup,
  FoundPlace,
  FoundProblem,
  FoundRequest,
  SearchReadings,
} from './search-readings.ts'
export { renewSearch } from './renew-search.ts'
export { searchLaw } from './search-texts.ts'
export {
  type ApprovedPool,
  type MeetingPool,
  approveMeetingPool,
  drawUpPool,
  orderPool,
  readMeetingPool,
} from './pool-of-meeting.ts'
export { type LikelyEarlier, likelyEarlier } from './likely-earlier.ts'
export { type Candidate, type GroupingDesk, groupingDesk } from './grouping/grouping-desk.ts'
export { type GroupingHouse, groupWaiting } from './grouping/group-waiting.ts'
export type { OfficeGroups } from './grouping/office-groups.ts'
export { bringRequests, closeImport, dropImport, isReadable, setImportReading } from './bring-requests.ts'
export {
  type ImportHouse,
  type Importer,
  importRequests,
  readImport,
  receiptOfRow,
} from './import-requests.ts'
export { answerAndTell, setAsideAndTell } from './close-and-tell.ts'
export type { DemonstrationIntake } from './demonstration/requests.ts'
