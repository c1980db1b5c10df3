// How the places, offices and things of an example are called: by what they are, numbered where there are several.
import type { Example } from '#law'
import type { Here } from '../here.ts'
import type { Names } from './fact-words.ts'
import { bodyName } from './rule/vocabulary.ts'

export function exampleNames(here: Here, { given }: Example): Names {
  const { words } = here
  const offices = numbered(
    here,
    given.offices.map(({ id, post, body }) => [id, body ? bodyName(here, body) : words.post[post]]),
  )
  const units = numbered(
    here,
    given.territory.map(({ code, kind }) => [code, words.kind[kind]]),
  )
  const things = numbered(
    here,
    given.facts.flatMap((fact): [string, string][] =>
      'id' in fact && fact.id ? [[fact.id, words.fact[fact.type]]] : [],
    ),
  )
  const isOneMeeting = given.facts.filter(({ type }) => type === 'meeting').length < 2
  const meetings = new Set(given.facts.flatMap((fact) => (fact.type === 'meeting' ? [fact.id] : [])))
  return {
    office: (id) => offices.get(id) ?? id,
    unit: (code) => units.get(code) ?? code,
    thing: (id) => (isOneMeeting && meetings.has(id) ? null : (things.get(id) ?? id)),
  }
}

/** Names that occur more than once get numbers. */
function numbered({ words }: Here, named: readonly (readonly [string, string])[]): Map<string, string> {
  const byName = Map.groupBy(named, ([, name]) => name)
  return new Map(
    [...byName].flatMap(([name, all]) =>
      all.map(([id], index): [string, string] => [
        id,
        all.length === 1 ? name : words.record.numbered(name, index + 1),
      ]),
    ),
  )
}
