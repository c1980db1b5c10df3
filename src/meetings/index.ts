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
export { type MeetingRefusal, type MeetingStores, meetingOf, thingOf } from './change-meeting.ts'
export { formCommission } from './form-commission.ts'
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
