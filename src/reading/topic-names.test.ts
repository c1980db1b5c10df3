import { expect, test } from 'vitest'
import { readKnowledge } from './read-knowledge.ts'
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

test('a request is about its strongest facet', () => {
  const topics = new Map([
    ['sphere water', 0.9],
    ['sewerage', 0.3],
    ['water-supply', 0.7],
  ])
  expect(topicOf({ topics, sphere: 'water' })).toBe('water-supply')
  expect(topicOf({ topics: new Map([['sphere water', 1]]), sphere: 'water' })).toBe('sphere water')
})
