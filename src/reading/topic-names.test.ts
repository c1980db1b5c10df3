import { expect, test } from 'vitest'
import { PlaceNames } from './place-names.ts'
import { readKnowledge } from './read-knowledge.ts'
import { readRequest } from './read-request.ts'
import { readTopicNames, topicOf } from './topic-names.ts'

test('every facet and every sphere has a name in both languages, and no other', () => {
  const { lexicon } = readKnowledge()
  const topics = [
    ...new Set(
      lexicon.concepts.flatMap(({ facet, sphere }) => (facet !== null && sphere !== null ? [facet] : [])),
    ),
    ...lexicon.spheres.map((sphere) => `sphere ${sphere}`),
  ]
  const names = readTopicNames()
  expect([...names.keys()].toSorted()).toEqual(topics.toSorted())
  expect([...names].filter(([, { kk, ru }]) => kk === '' || ru === '')).toEqual([])
})

test('a request is about the strongest facet of its sphere, never about that of another', () => {
  const one = (facet: string | null, sphere: string, score: number) => ({ facet, sphere, score }) as never
  const concepts = [
    one(null, 'water', 4),
    one('road-repair', 'roads', 3),
    one('sewerage', 'water', 1),
    one('water-supply', 'water', 2),
  ]
  expect(topicOf({ concepts, sphere: 'water' })).toBe('water-supply')
  expect(topicOf({ concepts: concepts.slice(0, 2), sphere: 'water' })).toBe('sphere water')
})

test('a street without water is a matter of water', () => {
  const places = new PlaceNames()
  const reading = readRequest('Біздің Исмаилов көшесінде су екі аптадан бері жоқ.', {
    ...readKnowledge(),
    places,
  })
  expect(topicOf(reading)).toBe('water-supply')
})
