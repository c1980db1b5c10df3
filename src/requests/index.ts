export {
  type AsRead,
  type CorrectedField,
  type Fate,
  type FateWords,
  type Move,
  type MoveRead,
  type NewMove,
  type PackedReading,
  type ReceiptHash,
  type Request,
  type RequestChannel,
  type RequestFilter,
  type RequestId,
  type RequestStore,
  type SetAsideReason,
  fates,
  isProblem,
  requestChannels,
  setAsideReasons,
} from './request.ts'
export type {
  CountedGroup,
  GroupField,
  GroupId,
  GroupState,
  GroupStore,
  PriorityByHand,
  QueueFilter,
  QueuedGroup,
  RequestGroup,
} from './group.ts'
export type {
  Earlier,
  GroupWords,
  Pool,
  PoolContent,
  PoolDraft,
  PoolIssue,
  PoolLine,
  PoolStore,
  PriorityReason,
} from './pool.ts'
export { type Candidate, type Step, type Want, steps, wantsOf } from './pool-lines.ts'
export { type Counted, type Priority, priorityOf, speaksOfDanger } from './priority.ts'
export {
  type LineWords,
  type PoolRefusal,
  type PoolStores,
  draftPool,
  orderLines,
  stepLine,
  writeLine,
} from './change-pool.ts'
export {
  type Collected,
  type CountedPool,
  approvePool,
  collectedOf,
  hashOfPool,
  issueOf,
  poolSignedBy,
} from './approve-pool.ts'
export { recordCollection } from './record-collection.ts'
export { type PoolDiff, poolDiff } from './pool-diff.ts'
export { keepCollected } from './keep-collected.ts'
export {
  type IntakeChannel,
  channelsAskedOf,
  importChannelsOf,
  intakeChannels,
  isCentral,
} from './intake-channels.ts'
export { type Reader, type WordsRead, asRead, readWords } from './read-words.ts'
export {
  type Incoming,
  type IntakeHouse,
  type IntakeRefusal,
  type IntakeStores,
  mostCharacters,
  receiveRequest,
  tidyWords,
} from './receive-request.ts'
export {
  type EnteredChannel,
  type Entry,
  type EntryRefusal,
  type EntryStores,
  enterRequest,
  enteredChannels,
  isMeetingOf,
  mostDaysLate,
} from './enter-request.ts'
export {
  type AllowedHow,
  type Look,
  type LookId,
  type Original,
  type OriginalStore,
  type Unsealing,
  type UnsealingId,
  type UnsealingPurpose,
  type UnsealingState,
  type UnsealingStore,
  hoursAfter,
  hoursToAllow,
  hoursToLook,
  readOriginal,
  stateOfUnsealing,
  unsealingPurposes,
} from './unsealing.ts'
export {
  type UnsealingRefusal,
  type UnsealingStores,
  allowUnsealing,
  askUnsealing,
  lookAtOriginal,
} from './unseal.ts'
export { mayLook, unsealingSignedBy, unsealsByItself } from './hands.ts'
export { type RequestFile, type RequestFileStore, mostFiles } from './request-file.ts'
export {
  type AuthorRefusal,
  type AuthorStores,
  type AuthorsAct,
  eraseOriginal,
  withdrawRequest,
} from './withdraw-request.ts'
export type {
  AnswerTemplate,
  DeedId,
  DeedKind,
  DeedState,
  KeptOfRequest,
  TemplateId,
  Touched,
  TriageDeed,
  TriageStore,
} from './triage/deed.ts'
export type { Seen, TriageRefusal, TriageStores } from './triage/write-deed.ts'
export { acceptGroup } from './triage/accept-group.ts'
export { decideMerge, largeMerge, mergeGroups } from './triage/merge-groups.ts'
export { moveRequests, splitGroup } from './triage/move-requests.ts'
export { type Chosen, answerRequests, setAside, takeBack } from './triage/close-requests.ts'
export {
  type GroupCorrection,
  type RequestCorrection,
  correctGroup,
  correctRequests,
} from './triage/correct.ts'
export { undoDeed } from './triage/undo-deed.ts'
export {
  type ImportChannel,
  type ImportField,
  type Mapping,
  type MappingFault,
  importChannels,
  importFields,
  isSource,
  isZone,
  readMapping,
} from './import/mapping.ts'
export { isFormat, readMoment } from './import/read-moment.ts'
export { shippedMappings } from './import/shipped-mappings.ts'
export { type RowsRefusal, importLimits, readRows } from './import/read-rows.ts'
export {
  type ImportFault,
  type ImportGround,
  type ImportLine,
  type ImportReading,
  type ImportRow,
  readImportLines,
  readingOf,
} from './import/read-lines.ts'
export type {
  ImportOutcome,
  ImportedRow,
  RequestImport,
  RequestImportStore,
} from './import/request-import.ts'
export { type ShippedAnswer, dropTemplate, shippedAnswers, writeTemplate } from './triage/answer-templates.ts'
export {
  type DemonstrationRequest,
  type DemonstrationRequests,
  readDemonstrationRequests,
} from './demonstration.ts'
