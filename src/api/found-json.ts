// What a search found, for machines.
import type { PublicSearch } from '#flows'
import { unitJson } from './unit-json.ts'

export const foundJson = ({
  query,
  corrected,
  places,
  nearPlaces,
  problems,
  demands,
  meetings,
}: PublicSearch) => ({
  shown_for: corrected ? query.flatMap(({ words }) => words.map(({ fold }) => fold)).join(' ') : null,
  places: places.map(({ unit, above }) => ({ ...unitJson(unit), above: above.map(unitJson) })),
  places_are_near: nearPlaces,
  problems: problems.things.map(({ id, office, title, unit, sphere, state, voices, openedAt }) => ({
    id: id as string,
    office: office as string,
    title,
    place: unit,
    sphere,
    state: state as string,
    voices,
    opened_at: openedAt as string,
  })),
  demands: demands.things.map(({ id, raisedAt, words }) => ({
    id: id as string,
    raised_at: raisedAt as string,
    words,
  })),
  meetings: meetings.map(({ id, office, unit, day, start }) => ({
    id: id as string,
    office: { id: office.id as string, name: office.name },
    place: { code: unit.code as string, name: unit.name },
    day: day as string,
    start,
  })),
})
