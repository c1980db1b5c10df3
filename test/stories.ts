// Stories over the demonstration: who acts and on which day, what comes of it, and nothing of it is kept.
import { afterAll, beforeAll } from 'vitest'
import type { Act } from '#calendar'
import type { Stores } from '#flows'
import { type Instant, type LocalDate, type Result, localDate } from '#kernel'
import type { Actor, PersonId, Role } from '#people'
import type { OfficeId } from '#territory'
import { type Demonstration, chance, demonstrationAt } from './demonstration.ts'

/** Opens the demonstration before the tests of a file, as played up to this instant, and closes it after them. */
export function openStories(at = '2026-11-23T05:00:00.000Z') {
  let house: Demonstration
  beforeAll(async () => void (house = await demonstrationAt(at)))
  afterAll(() => house?.close())
  return {
    house: () => house,
    /** What happens in the story is forgotten at its end. */
    async story<T>(offices: readonly OfficeId[], verb: (stores: Stores) => Promise<T>): Promise<T> {
      let seen: T | undefined
      await house.storage.transaction({ person: 'test', offices }, async (stores) => {
        seen = await verb(stores)
        return { ok: false as const, refusal: 'rolled back' }
      })
      return seen as T
    },
  }
}

/** On the morning of the day, by a person who has this one grant. */
export const act = (office: OfficeId, role: Role, day: string, person = `${role} of ${office}`): Act => {
  const grant = { person: person as PersonId, office, role, from: localDate('2020-01-01'), to: null }
  const at = `${day}T05:00:00.000Z` as Instant
  const actor: Actor = { person: { id: person as PersonId, name: person }, grants: [grant], signedInAt: at }
  return { actor, at, today: day as LocalDate, asserted: false, ...chance }
}

/** What was done; a refusal is thrown. */
export function done<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'done' : result.refusal.code)
