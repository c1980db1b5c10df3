import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instant, done, refuse } from '#kernel'
import { type PlacedEntry, beginning, hashOf, link, verifyChain } from './chain.ts'
import type { Entry, EntryId } from './entry.ts'

const entry = (seq: number, fields: Partial<PlacedEntry> = {}): PlacedEntry => ({
  seq,
  id: `e${seq}` as EntryId,
  type: 'meeting-held',
  at: '2026-03-02T05:00:00.000Z' as Instant,
  asserted: false,
  actor: 'clerk',
  office: 'akim.310000000',
  subject: 'm1',
  payload: { n: seq },
  corrects: null,
  salt: '00112233445566778899aabbccddeeff',
  recordedAt: `2026-03-02T05:00:0${seq % 10}.000Z` as Instant,
  ...fields,
})
const chainOf = (length: number) =>
  Array.from({ length }).reduce<Entry[]>(
    (chain, _, index) => [...chain, link(chain.at(-1)?.hash ?? beginning, entry(index + 1))],
    [],
  )

test('the hashes are what anybody can compute from the description alone', () => {
  const first = link(beginning, entry(1))
  const form =
    '{"actor":"clerk","asserted":false,"at":"2026-03-02T05:00:00.000Z","corrects":null,"id":"e1","office":"akim.310000000",' +
    '"payload":{"n":1},"recordedAt":"2026-03-02T05:00:01.000Z","salt":"00112233445566778899aabbccddeeff","seq":1,' +
    '"subject":"m1","type":"meeting-held"}'
  const digest = createHash('sha256').update(form).digest()
  expect(first.digest).toBe(digest.toString('hex'))
  expect(first.hash).toBe(
    createHash('sha256')
      .update(Buffer.concat([Buffer.alloc(32), digest]))
      .digest('hex'),
  )
})

test('a whole chain verifies and gives its last hash', () => {
  const chain = chainOf(9)
  expect(verifyChain(chain)).toEqual(done({ count: 9, hash: chain[8]!.hash }))
  expect(verifyChain([])).toEqual(done({ count: 0, hash: beginning }))
})

test('any change of any field of any entry is found at that entry', () => {
  const chain = chainOf(9)
  const fields = Object.keys(chain[0]!) as (keyof Entry)[]
  fc.assert(
    fc.property(fc.nat(8), fc.constantFrom(...fields), (index, field) => {
      const old = chain[index]![field]
      const other =
        typeof old === 'number'
          ? old + 1
          : typeof old === 'boolean'
            ? !old
            : field === 'payload'
              ? {}
              : `${old}x`
      const changed = chain.with(index, { ...chain[index]!, [field]: other } as Entry)
      const found = verifyChain(changed)
      expect(found).toMatchObject({ ok: false, refusal: { code: 'chain-broken', seq: index + 1 } })
    }),
  )
})

test('an entry dropped, doubled, swapped or put in is found', () => {
  const chain = chainOf(5)
  const broken = (seq: number, at: string) => refuse({ code: 'chain-broken', seq, at })
  expect(verifyChain(chain.toSpliced(2, 1))).toEqual(broken(3, 'place'))
  expect(verifyChain(chain.toSpliced(2, 0, chain[1]!))).toEqual(broken(3, 'place'))
  expect(verifyChain([chain[1]!, chain[0]!])).toEqual(broken(1, 'place'))
  const forged = link(chain[1]!.hash, entry(3, { payload: { forged: true } }))
  expect(verifyChain(chain.with(2, forged))).toEqual(broken(4, 'previous'))
  const rehashed = { ...chain[2]!, digest: forged.digest, hash: hashOf(chain[1]!.hash, forged.digest) }
  expect(verifyChain(chain.with(2, rehashed))).toEqual(broken(3, 'digest'))
  const early = link(chain[0]!.hash, entry(2, { recordedAt: '2026-03-02T04:00:00.000Z' as Instant }))
  expect(verifyChain([chain[0]!, early])).toEqual(broken(2, 'time'))
})
