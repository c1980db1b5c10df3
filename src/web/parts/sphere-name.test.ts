import { expect, test } from 'vitest'
import { spheres } from '#calendar'
import { readSphereNames } from '#reading'
import { sphereName, sphereTitle } from './sphere-name.ts'

test('the file names every sphere that the product knows, and no other', () => {
  expect([...readSphereNames().keys()].toSorted()).toEqual([...spheres].toSorted())
})

test('a name stands in a sentence as it is, begins a line with a capital, and what no list knows is called other', () => {
  expect(sphereName({ language: 'ru' }, 'water')).toBe('вода и канализация')
  expect(sphereTitle({ language: 'kk' }, 'roads')).toBe('Жолдар мен көпірлер')
  expect(sphereName({ language: 'en' }, 'moon')).toBe(sphereName({ language: 'en' }, 'other'))
})
