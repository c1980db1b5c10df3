// Copies of one text: reposts, the same letter under another name, retyped in other letters. MinHash over folded letters.
import type { Word } from '../words-of.ts'

/** Values of a sketch, and how they are banded: 21 bands of 3 find a likeness of a half nineteen times of twenty. */
export const sketchSize = 64
const bandSize = 3
const shingle = 4

// prettier-ignore
const seeds = Uint32Array.from({ length: sketchSize }, (_, at) => Math.imul(at + 1, 0x9e3779b1) | 1)

/** The MinHash of a text over groups of four folded letters, so that spelling, spaces and marks do not matter. */
export function shinglesOf(words: readonly Word[]): Uint32Array {
  const sketch = new Uint32Array(sketchSize).fill(0xffffffff)
  let letters = ''
  for (const { fold } of words) {
    letters += fold
    if (letters.length > 4000) break
  }
  if (letters.length < 12) return sketch
  for (let at = 0; at + shingle <= letters.length; at++) {
    let hash = 0x811c9dc5
    for (let i = at; i < at + shingle; i++) hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    for (let i = 0; i < sketchSize; i++) {
      let value = Math.imul(hash ^ seeds[i]!, 0x85ebca6b)
      value ^= value >>> 13
      value = Math.imul(value, 0xc2b2ae35) >>> 0
      if (value < sketch[i]!) sketch[i] = value
    }
  }
  return sketch
}

/** Keys under which like texts meet. */
export function bandsOf(sketch: Uint32Array): number[] {
  if (sketch[0] === 0xffffffff) return []
  const bands: number[] = []
  for (let at = 0; at + bandSize <= sketchSize; at += bandSize) {
    let hash = at + 1
    for (let i = at; i < at + bandSize; i++) hash = Math.imul(hash ^ sketch[i]!, 0x01000193) ^ (hash >>> 13)
    bands.push(hash >>> 0)
  }
  return bands
}
