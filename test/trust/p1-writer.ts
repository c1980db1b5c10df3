// A small app for P1: takes posts over the channel to its parent, does each in one transaction, answers after the commit.
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntryId } from '#journal'
import { type Instant, done } from '#kernel'
import { type RequestKey, fingerprint, once } from '#receipts'
import { openStorage } from '#storage'

const [home, defect] = process.argv.slice(2)
const storage = await openStorage({
  home: home!,
  databaseUrl: undefined,
  log: { info() {}, warn() {} },
})
const say = (words: object) => void process.send?.(words)

process.on('message', (message: { post: number; key: RequestKey } | 'stop') => {
  if (message === 'stop') void storage.close().then(() => process.exit(0))
  else void write(message.post, message.key)
})
process.on('disconnect', () => process.exit(0))
say({ ready: true })

async function write(post: number, key: RequestKey) {
  const request = { who: 'writer', key, route: 'POST /', fingerprint: fingerprint(key) }
  const entry = (part: number) => ({
    id: `${key}/${part}` as EntryId,
    type: 'tested',
    at: '2026-03-02T05:00:00.000Z' as Instant,
    asserted: false,
    actor: 'writer',
    office: null,
    subject: key,
    payload: { part },
    corrects: null,
    salt: '00112233445566778899aabbccddeeff',
  })
  try {
    const result = await storage.transaction({ person: 'writer', offices: [] }, ({ journal, receipts }) =>
      once(receipts, request, async () => {
        await journal.append([entry(1)])
        const [second] = await journal.append([entry(2)])
        const location = `/entries/${second!.seq}`
        if (defect === 'receipt-before-commit') {
          say({ post, receipt: location })
          await sleep(25)
        }
        return done({ status: 303, location, body: null })
      }),
    )
    say(result.ok ? { post, receipt: result.value.location } : { post, fault: result.refusal.code })
  } catch (fault) {
    say({ post, fault: (fault as Error).message })
  }
}
