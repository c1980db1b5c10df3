import { expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { challengeFor, checkProof, mostSteps } from '#receipts'
import { solveWork } from './solve-work.ts'

const at = '2026-11-23T05:00:00.000Z' as Instant

test('what the browser counts, the server takes; between the pieces it breathes', async () => {
  for (const steps of [0, 249, 250, 1_234]) {
    const challenge = await challengeFor('secret', steps, at)
    const tried: number[] = []
    const solution = await solveWork(challenge, mostSteps, async (n) => void tried.push(n))
    expect(solution?.counter).toBe(steps)
    expect(tried).toHaveLength(Math.floor(steps / 250))
    const proof = JSON.stringify({ challenge: JSON.parse(challenge), solution })
    expect(await checkProof('secret', proof, at)).not.toBeNull()
  }
})

test('a challenge beyond the most is given up', async () => {
  expect(await solveWork(await challengeFor('secret', 900, at), 500, async () => {})).toBeNull()
})
