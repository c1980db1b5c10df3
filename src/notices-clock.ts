// The clock of notices: reminders are written, the outbox is spread, letters go; one turn at a time, for as long as we run.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Storage, sendNotices, writeReminders } from '#flows'
import type { Instant } from '#kernel'
import {
  type Channel,
  type SealBox,
  type Sender,
  mailSender,
  sealBox,
  sealKeyBytes,
  textSender,
} from '#notices'
import { localDay, localTime } from '#territory'
import { letterWriter } from '#web'
import type { NoticeSettings } from './settings.ts'

/**
 * The box under the key of the installation: the one that was set, else the one in `seal.key` of the folder, which is made
 * at the first start. Whoever loses it cannot read the addresses any more; whoever has it and the database can.
 */
export function openSealBox(home: string, key: Uint8Array | null): SealBox {
  if (key) return sealBox(key)
  const file = join(home, 'seal.key')
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true })
    // `wx`: of two processes that start at once one makes it.
    try {
      writeFileSync(file, randomBytes(sealKeyBytes).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
  chmodSync(file, 0o600)
  return sealBox(Buffer.from(readFileSync(file, 'utf8').trim(), 'hex'))
}

export const sendersOf = (
  { smtp, text }: NoticeSettings,
  origin: string,
): Partial<Record<Channel, Sender>> => ({
  ...(smtp ? { mail: mailSender({ ...smtp, origin }) } : {}),
  ...(text ? { text: textSender(text) } : {}),
})

type ClockHouse = {
  readonly storage: Storage
  readonly box: SealBox
  readonly senders: Partial<Record<Channel, Sender>>
  /** Where letters say the site is. */
  readonly origin: string
  readonly clock: () => Instant
  readonly fault: (fault: unknown) => void
  readonly failed: (line: { message: string; subscription: string; code: string }) => void
}

/** Reminders are written from this hour on, by the clock of the capital. */
const morning = '08:00'

/** One turn. */
export async function turnOfNotices(house: ClockHouse): Promise<void> {
  const { storage, box, senders, origin, clock, failed } = house
  const at = clock()
  if (localTime(at, null) >= morning) await writeReminders(storage, localDay(at, null), at)
  await sendNotices({
    storage,
    box,
    clock,
    post: { senders, write: letterWriter({ storage, origin, clock }) },
    failed: ({ message, subscription }, code) => failed({ message, subscription, code }),
  })
}

/** Turns every so often until it is stopped; `stop` waits for the turn under way. */
export function startNoticeClock(house: ClockHouse, everyMs = 30_000): { stop(): Promise<void> } {
  let stopped = false
  let turning: Promise<void> = Promise.resolve()
  const next = () => {
    if (stopped) return
    turning = turnOfNotices(house)
      .catch(house.fault)
      .finally(() => {
        timer = setTimeout(next, everyMs).unref()
      })
  }
  let timer = setTimeout(next, Math.min(everyMs, 1000)).unref()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
      return turning
    },
  }
}
