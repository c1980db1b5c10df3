export {
  type Actor,
  type Grant,
  type Person,
  type PersonId,
  type Role,
  operatorOffice,
  roles,
} from './person.ts'
export { type Thing, type ThingState, type Verb, thingStates, verbs } from './policy.ts'
export { type Answer, type NotAllowed, may } from './may.ts'
