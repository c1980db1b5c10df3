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
