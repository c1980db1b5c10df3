export {
  type Message,
  type MessageId,
  type OutboxStore,
  type Topic,
  type Wish,
  isTopic,
  topic,
  wishes,
} from './message.ts'
export {
  type Blind,
  type Channel,
  type Delivery,
  type DeliveryCount,
  type Subscription,
  type SubscriptionId,
  type SubscriptionStore,
  type TokenHash,
  channels,
  confirmation,
} from './subscription.ts'
export {
  type SealBox,
  type Token,
  hashOf,
  isToken,
  sealBox,
  sealKeyBytes,
  sealNonceBytes,
} from './seal-box.ts'
export { readAddress } from './read-address.ts'
export {
  type Asking,
  type AskingRefusal,
  type TokenRefusal,
  confirm,
  subscribe,
  unsubscribe,
} from './subscribe.ts'
export {
  type Letter,
  type Parcel,
  type Post,
  SendFault,
  type Sender,
  codeOf,
  nextTry,
  parcelId,
  takenUntil,
} from './deliver.ts'
export { type MailSettings, mailSender } from './send-by-mail.ts'
export { type TextSettings, textSender } from './send-by-text.ts'
