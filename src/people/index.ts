export { type Actor, type Grant, type Person, type PersonId, type Role, roles } from './person.ts'
