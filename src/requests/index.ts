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
