import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { challengeFor, checkProof } from './proof-of-work.ts'

const at = '2026-11-23T05:00:00.000Z' as Instant
const late = '2026-11-23T11:00:00.001Z' as Instant
const secret = 'a secret of the tests'

/** As the library's own solver does it. */
const solved = async (json: string) => {
  const challenge = JSON.parse(json)
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) }
}

test('work that was done is seen, once it is of a challenge of ours and in time', async () => {
  const proof = await solved(await challengeFor(secret, 120, at))
  expect(proof.solution).toMatchObject({ counter: 120 })
  const text = JSON.stringify(proof)
  expect(await checkProof(secret, text, at)).toEqual({
    mark: expect.stringMatching(/^[0-9a-f]{64}$/),
    until: '2026-11-23T11:00:00.000Z',
  })
  expect(await checkProof(secret, text, late)).toBeNull()
  expect(await checkProof('another secret', text, at)).toBeNull()
})

test('a challenge without work, with changed terms, or something else altogether is nothing', async () => {
  const { challenge, solution } = await solved(await challengeFor(secret, 120, at))
  const { parameters } = challenge
  const bad: unknown[] = [
    { challenge, solution: { ...solution, counter: 121 } },
    { challenge, solution: { ...solution, derivedKey: '00' } },
    { challenge: { ...challenge, parameters: { ...parameters, data: { until: 9e15 } } }, solution },
    { challenge: { ...challenge, parameters: { ...parameters, keyPrefix: '00' } }, solution },
    { challenge: { ...challenge, signature: undefined }, solution },
    { challenge: { ...challenge, signature: [1] }, solution },
    { challenge: null, solution },
    { challenge },
    {},
    [],
    null,
  ]
  for (const proof of bad) expect(await checkProof(secret, JSON.stringify(proof), at)).toBeNull()
  for (const text of ['', 'x', '{', `"${'a'.repeat(5000)}"`, '['.repeat(3999)])
    expect(await checkProof(secret, text, at)).toBeNull()
})
