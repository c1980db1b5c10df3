export {
  type AsRead,
  type CorrectedField,
  type Fate,
  type FateWords,
  type Move,
  type NewMove,
  type ReceiptHash,
  type Request,
  type RequestChannel,
  type RequestFilter,
  type RequestId,
  type RequestStore,
  type SetAsideReason,
  fates,
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
export {
  type Candidate,
  type Step,
  type Want,
  byPriority,
  freshLines,
  steps,
  stepped,
  wantsOf,
} from './pool-lines.ts'
export { type Counted, type Priority, pointsTable, priorityOf, speaksOfDanger } from './priority.ts'
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
  poolSignedBy,
} from './approve-pool.ts'
export { recordCollection } from './record-collection.ts'
export { type IntakeChannel, channelsAskedOf, intakeChannelOf, intakeChannels } from './intake-channels.ts'
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
  mostDaysLate,
} from './enter-request.ts'
export {
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
export { type RequestFile, type RequestFileStore, mostFiles } from './request-file.ts'
export {
  type AuthorRefusal,
  type AuthorStores,
  type AuthorsAct,
  eraseOriginal,
  withdrawRequest,
} from './withdraw-request.ts'
