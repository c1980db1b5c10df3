import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examplesVersion, readLabelled } from './examples.ts'
import { kinds } from '../find-kind.ts'
import { readKnowledge, shippedKnowledge } from '../read-knowledge.ts'

test.each(['spheres', 'kinds'])('the model of %s is learnt of the examples that lie here', (name) => {
  const model = readFileSync(join(shippedKnowledge, 'learnt', `${name}.tsv`), 'utf8')
  expect(model.split('\n')[0], 'node scripts/learn-reading.ts learns it anew').toContain(examplesVersion())
})

test('each example is of a known sphere and kind, has words, and stands once', () => {
  const examples = readLabelled()
  const { spheres } = readKnowledge().lexicon
  const odd = examples.filter(
    ({ sphere, kind, text }) => !spheres.includes(sphere) || !kinds.includes(kind) || text.trim() === '',
  )
  expect(odd).toEqual([])
  expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length)
})
