export {
  type Outcome,
  type Receipt,
  type ReceiptRefusal,
  type ReceiptStore,
  type Request,
  type RequestKey,
  fingerprint,
  once,
  parseRequestKey,
} from './receipt.ts'
export { type Budget, type BudgetStore, budgets } from './budget.ts'
export {
  type ChallengeMark,
  type ChallengeStore,
  challengeFor,
  checkProof,
  fewestSteps,
  mostSteps,
} from './proof-of-work.ts'
export { type ReceiptCode, hashFor, parseReceiptCode, receiptCodeOf, spacedCode } from './receipt-code.ts'
