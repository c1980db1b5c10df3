// What houses of tests read and seal citizens' words with: the lexicon of the product, a key of the tests.
import { officeReaders } from '#flows'
import { sealBox, sealNonceBytes } from '#notices'
import { readKnowledge } from '#reading'
import { randomBytes } from 'node:crypto'

export const testBox = sealBox(new Uint8Array(32).fill(7))

export const intake = {
  readers: officeReaders(readKnowledge),
  open: testBox.openOriginal,
  seal: (words: string) => testBox.sealOriginal(words, new Uint8Array(randomBytes(sealNonceBytes))),
  mark: testBox.mark,
  workSecret: testBox.workSecret,
}
