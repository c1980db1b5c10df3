import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { done } from '#kernel'
import { type RequestKey, once } from '#receipts'
import { silent } from '../../test/fresh-database.ts'
import { openStorage } from './storage.ts'

let home: string
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'kezdesu-home-'))))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const clerk = { person: 'clerk', offices: [] }
const open = () => openStorage({ home, databaseUrl: undefined, log: silent })
const running = () => existsSync(join(home, 'postgres/data/postmaster.pid'))

test('two processes may open one empty home at once; the data outlives both', async () => {
  const [one, two] = await Promise.all([open(), open()])
  const request = { who: 'clerk', key: 'key-12345' as RequestKey, route: 'POST /', fingerprint: 'f' }
  const outcome = { status: 303, location: '/', body: null }
  const ask = ({ transaction }: typeof one) =>
    transaction(clerk, ({ receipts }) => once(receipts, request, async () => done(outcome)))
  expect(await ask(one)).toEqual(done({ ...outcome, repeated: false }))
  await one.close()
  expect(running()).toBe(true)
  expect(await ask(two)).toEqual(done({ ...outcome, repeated: true }))
  await two.close()
  expect(running()).toBe(false)

  const again = await open()
  expect(await ask(again)).toEqual(done({ ...outcome, repeated: true }))
  await again.close()
})
