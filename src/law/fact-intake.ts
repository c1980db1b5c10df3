// Facts that arrive one by one, from a file too long to be held as text: each is taken or refused on its own.
import type { Fact } from './fact.ts'
import { type RegisterInput, checkNames } from './read-case.ts'
import { type FactRefusal, Wrong, checkFact, reading } from './read-facts.ts'

export type FactIntake = {
  /** Takes a fact, or tells why not; it may be about a meeting that comes later. */
  readonly take: (value: unknown) => FactRefusal | undefined
  /** All that was taken, but for facts of meetings that never came: those are refused, by their turn from 0. */
  readonly finish: () => {
    readonly facts: readonly Fact[]
    readonly refused: readonly { readonly turn: number; readonly refusal: FactRefusal }[]
  }
}

/** Facts about the offices and units of this register; any others are refused. */
export function factIntake({ territory, offices }: RegisterInput): FactIntake {
  const office = new Set<string>(offices.map(({ id }) => id))
  const unit = new Set<string>(territory.map(({ code }) => code))
  const facts: Fact[] = []
  const ids = new Set<string>()
  const meetings = new Set<string>()

  function check(value: unknown): Fact {
    checkFact(value, '')
    const fact = value as Fact
    checkNames(fact, '', { office, unit })
    const { id } = fact as { readonly id?: string }
    if (id === undefined) return fact
    if (ids.has(id)) throw new Wrong('/id', 'used-twice', id)
    ids.add(id)
    if (fact.type === 'meeting') meetings.add(id)
    return fact
  }

  return {
    take: (value) => {
      const read = reading(() => check(value))
      if (!read.ok) return read.refusal
      facts.push(read.value)
      return undefined
    },
    finish: () => {
      const refused: { turn: number; refusal: FactRefusal }[] = []
      const taken = facts.filter((fact, turn) => {
        const read = reading(() => checkNames(fact, '', { meeting: meetings }))
        if (!read.ok) refused.push({ turn, refusal: read.refusal })
        return read.ok
      })
      return { facts: taken, refused }
    },
  }
}
