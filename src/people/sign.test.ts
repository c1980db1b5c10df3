import { type Instant, instantOf, localDate, milliseconds, parseInstant } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import { describe, expect, test } from 'vitest'
import type { Actor, PersonId, Role } from './person.ts'
import type { Thing } from './policy.ts'
import { type Circumstances, signing } from './sign.ts'

const [oblast, district, village] = ['310000000', '314800000', '314839100'] as UnitCode[] as [
  UnitCode,
  UnitCode,
  UnitCode,
]
const today = localDate('2026-11-22')
const noon = parseInstant('2026-11-22T07:00:00Z')!
const hoursLater = (hours: number): Instant => instantOf(milliseconds(noon) + hours * 3_600_000)

const person = (name: string, office: OfficeId, ...roles: Role[]): Actor => ({
  person: { id: name as PersonId, name },
  grants: roles.map((role) => ({ person: name as PersonId, office, role, from: today, to: null })),
  signedInAt: noon,
})
const author = person('author', akimOffice(village), 'author')
const signer = person('signer', akimOffice(village), 'signer')
const only = person('only', akimOffice(village), 'author', 'signer')
const above = person('above', akimOffice(district), 'signer')
const beside = person('beside', akimOffice('314839300' as UnitCode), 'signer')

const notice = (...writers: Actor[]): Thing => ({
  office: akimOffice(village),
  unit: village,
  above: [district, oblast],
  state: 'drafted',
  editedBy: writers.map(({ person }) => person.id),
})
const circumstances = (signers: Actor[], limit: Instant | null = null): Circumstances => ({
  on: today,
  at: noon,
  signers: signers.map(({ person }) => person.id),
  limit,
})
const how = (actor: Actor | null, thing: Thing, given: Circumstances) => {
  const result = signing(actor, 'publish-notice', thing, given)
  return result.ok ? result.value : result.refusal.code
}

describe('signing', () => {
  test('takes two persons of the office where there are two', () => {
    expect(how(signer, notice(author), circumstances([signer]))).toBe('two-persons')
    expect(how(signer, notice(author, signer), circumstances([signer]))).toBe('another-person-needed')
    expect(how(author, notice(author), circumstances([signer]))).toBe('not-your-role')
    expect(how(null, notice(author), circumstances([signer], hoursLater(1)))).toBe('not-signed-in')
  })
  test('takes one from above only where no signer of the office is free', () => {
    expect(how(above, notice(only), circumstances([only]))).toBe('signer-above')
    expect(how(above, notice(author), circumstances([]))).toBe('signer-above')
    expect(how(above, notice(only), circumstances([only, signer]))).toBe('not-your-office')
    expect(how(beside, notice(only), circumstances([only]))).toBe('not-your-office')
    expect(how(above, notice(only, above), circumstances([only]))).toBe('not-your-office')
  })
  test('takes one person from 24 hours before the limit on, and not a moment earlier', () => {
    expect(how(only, notice(only), circumstances([only]))).toBe('another-person-needed')
    expect(how(only, notice(only), circumstances([only], hoursLater(24.001)))).toBe('another-person-needed')
    expect(how(only, notice(only), circumstances([only], hoursLater(24)))).toBe('one-person')
    expect(how(only, notice(only), circumstances([only], hoursLater(-5)))).toBe('one-person')
    expect(how(only, notice(only), circumstances([only, signer], hoursLater(1)))).toBe(
      'another-person-needed',
    )
  })
  test('never signs what nobody is known to have written, or what is not to be signed', () => {
    expect(how(only, { ...notice(), state: 'drafted' }, circumstances([only], hoursLater(1)))).toBe(
      'another-person-needed',
    )
    expect(how(only, { ...notice(only), state: 'published' }, circumstances([only], hoursLater(1)))).toBe(
      'wrong-state',
    )
    expect(how(above, { ...notice(only), state: 'published' }, circumstances([only]))).toBe('not-your-office')
  })
  test('of a verb that asks for no second person knows no stand-in', () => {
    const calendar = { ...notice(only), state: 'approved' as const }
    expect(signing(above, 'publish-calendar', calendar, circumstances([only])).ok).toBe(false)
  })
})
