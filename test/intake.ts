// What houses of tests read and seal citizens' words with, and one-time codes: the lexicon of the product, a key of the tests.
import { type Storage, groupingDesk, officeReaders } from '#flows'
import type { Instant } from '#kernel'
import { sealBox, sealNonceBytes } from '#notices'
import type { SealedSecret, SecretBox } from '#people'
import { readKnowledge, readTopicNames } from '#reading'
import { localDay } from '#territory'
import { randomBytes, randomUUID } from 'node:crypto'

export const testBox = sealBox(new Uint8Array(32).fill(7))

export const secrets: SecretBox = {
  seal: (secret) => testBox.sealSecret(secret, new Uint8Array(randomBytes(sealNonceBytes))) as SealedSecret,
  open: testBox.openSecret,
}

export const intake = {
  readers: officeReaders(readKnowledge),
  open: testBox.openOriginal,
  seal: (words: string) => testBox.sealOriginal(words, new Uint8Array(randomBytes(sealNonceBytes))),
  mark: testBox.mark,
  workSecret: testBox.workSecret,
  group: async () => {},
  nearest: () => [],
}

/** With groups that are kept over a database; a fault is thrown. */
export const groupingIntake = (storage: Storage, now: () => Instant) => {
  const grouping = groupingDesk({
    storage,
    readers: intake.readers,
    topics: readTopicNames,
    now: () => ({ at: now(), today: localDay(now(), null) }),
    newId: () => randomUUID(),
    fault: (fault) => {
      throw fault
    },
  })
  return { ...intake, ...grouping }
}
