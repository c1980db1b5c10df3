export {
  type Both,
  type Change,
  type EarlierDate,
  type Meeting,
  type MeetingState,
  type Notice,
  type NoticeContent,
  type NoticeStanding,
  type NoticeText,
  type Outside,
  type OutsideReason,
  type Place,
  type Signature,
  outsideReasons,
} from './meeting.ts'
export {
  type AccessFact,
  type AgendaItem,
  type AgendaKind,
  type Beside,
  type BesideKind,
  type Details,
  type Interpreter,
  type MeetingForm,
  type Quarter,
  type ShareLimit,
  type SpokenLanguage,
  accessFacts,
  agendaKinds,
  besides,
  interpreters,
  meetingForms,
  missingWords,
  plainDetails,
  quarterOf,
  spokenLanguages,
} from './details.ts'
export { type Guest, type Reply, replies, usualGuests } from './guest.ts'
export type { Due, MeetingStore, Planned } from './store.ts'
export {
  type MeetingRefusal,
  type MeetingStores,
  type SignedVerb,
  asPlanned,
  followsCalendar,
  meetingEntry,
  meetingOf,
  signedBy,
  thingOf,
} from './change-meeting.ts'
export { type OpenMeeting, openMeeting } from './open-meeting.ts'
export { writeDetails, writeNotice } from './write-meeting.ts'
export { type NoticeClock, type NoticeTerm, instantAt, noticeClock, standingOf } from './notice-clock.ts'
export {
  hashOfNotice,
  obstacle,
  publishNotice,
  publishSigned,
  signNotice,
  signatureHours,
  withdrawSignature,
} from './publish-notice.ts'
export { cancelMeeting, dropChange, moveMeeting, proposeChange } from './move-meeting.ts'
export {
  type Carried,
  type NoticeChannel,
  type RecordChannel,
  carriedIn,
  noticeChannels,
  recordChannel,
} from './record-channel.ts'
export { inviteGuests, recordReply } from './invite-guests.ts'
export {
  type Poll,
  type PollDecision,
  type PollId,
  type PollOption,
  type PollRefusal,
  type PollState,
  type PollStore,
  type Tally,
  type Vote,
  type VoteRefusal,
  leading,
  needsReason,
  stateOfPoll,
} from './poll.ts'
export { castVote } from './poll-votes.ts'
export { type PollStores, decidePoll, openPoll, shownSince } from './poll-of-office.ts'
export {
  type Demand,
  type DemandAnswer,
  type DemandDecision,
  type DemandId,
  type DemandRefusal,
  type DemandRule,
  type DemandState,
  type DemandStore,
  type DemandVerdict,
  type SupportRefusal,
  type WithholdReason,
  demandDecisions,
  judgingHours,
  stateOfDemand,
  usualDemandRule,
  withholdReasons,
  wordsShown,
} from './demand.ts'
export {
  type ByResident,
  type DemandPorts,
  type RaiseDemand,
  raiseDemand,
  supportDemand,
  withdrawSupport,
  wordsFault,
} from './demand-raised.ts'
export {
  type DemandStores,
  decideDemand,
  draftAnswer,
  judgeWords,
  meetForDemand,
  meetingFor,
} from './demand-answered.ts'
export {
  type Risk,
  type RiskId,
  type RiskKind,
  type RiskStore,
  type RiskStores,
  kindsFor,
  meetForRisk,
  registerRisk,
  riskKinds,
} from './risk.ts'
export { type Masked, maskWords } from './mask-words.ts'
export { signersOf } from './signers-of.ts'
