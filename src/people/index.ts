export {
  type Actor,
  type Grant,
  type Person,
  type PersonId,
  type Role,
  operatorOffice,
  roles,
} from './person.ts'
export {
  type Category,
  type CategoryCount,
  type Commission,
  type CommissionId,
  type CommissionMember,
  type CommissionRefusal,
  type CommissionStore,
  type FormCommission,
  type Order,
  type PublicCommission,
  categoriesOf,
  categoryName,
  isSameOrder,
  nextCommission,
} from './commission.ts'
export { officeThing } from './office-thing.ts'
export { type Rule, type Thing, type ThingState, type Verb, rules, thingStates, verbs } from './policy.ts'
export { type Circumstances, type Signed, aloneBefore, signing } from './sign.ts'
export { type Answer, type NotAllowed, may, verbOfRefusal } from './may.ts'
export { type Account, type Login, parseLogin } from './account.ts'
export { type PasswordHash, hashPassword, saltBytes } from './password.ts'
export { type PasswordRefusal } from './new-password.ts'
export {
  type Session,
  type SessionHash,
  type SessionToken,
  factorFresh,
  isSessionToken,
  sessionHash,
  sessionLasts,
  tokenBytes,
} from './session.ts'
export { type Counter, bucketOf, buckets, placeOf, secondsToWait, secondsUntilHeard } from './throttle.ts'
export type {
  Attempt,
  AttemptStore,
  By,
  CodeSource,
  Denied,
  DeniedStore,
  Device,
  FactorReset,
  FactorStore,
  Identity,
  InvitationStore,
  NewSession,
  OfficeGrant,
  Passkey,
  PeopleStore,
  SessionStore,
} from './store.ts'
export {
  type Invitation,
  type InvitationHash,
  type InvitationRefusal,
  type InvitationToken,
  expiryOf,
  grantOf,
  invitationBytes,
  invitationDays,
  invitationHash,
  isInvitationToken,
} from './invitation.ts'
export {
  type RecoveryHash,
  type SealedSecret,
  type SecretBox,
  authenticatorUri,
  base32,
  recoveryBytes,
  recoveryCodeOf,
  recoveryCodes,
  recoveryHash,
  secretBytes,
  stepTyped,
} from './one-time-code.ts'
export { type FactorRefusal, factorShown, hasFactor, proveByCode, sealOpenSecrets } from './factor.ts'
export {
  type SignInRefusal,
  type SignInStores,
  type SignedIn,
  type Step,
  beginSession,
  signIn,
} from './sign-in.ts'
export { type Waiting, waiting } from './waiting.ts'
export { signOut } from './sign-out.ts'
export { actorOf, sessionOf } from './actor-of.ts'
export {
  type AccountRefusal,
  type GrantRefusal,
  addAccount,
  createAccount,
  giveGrant,
  makeAccount,
} from './create-account.ts'
export { changePassword } from './change-password.ts'
export {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  askPasskey,
  challengeBytes,
  checkPasskey,
  offerPasskey,
  readPasskey,
} from './passkey.ts'
