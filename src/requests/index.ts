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
export type { Pool, PoolContent, PoolDraft, PoolIssue, PoolLine, PoolStore, PriorityReason } from './pool.ts'
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
