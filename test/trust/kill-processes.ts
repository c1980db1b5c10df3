// The harness of P1: clients post to an app on a folder of its own while processes die; afterwards the books are read.
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../../src/storage/embedded-postgres.ts'
import type { Server } from '../../src/storage/server.ts'

/** What is put under test. */
export type App = {
  /** Starts the process on the folder; resolves when it takes posts. */
  start(home: string): Promise<RunningApp>
  /** For each key what is in the books: how many times, and whether any of it is half there. */
  books(server: Server): Promise<Map<string, { times: number; half: boolean }>>
  /** Anything else that must hold after the last kill; sentences about what does not. */
  faults(server: Server): Promise<string[]>
}
export type RunningApp = {
  readonly process: ChildProcess
  /** Resolves with the receipt; rejects when there is none (yet). */
  post(key: string): Promise<string>
  stop(): Promise<void>
}

export type Victim = 'app' | 'database' | 'both'
export type Outcome = {
  acknowledged: number
  lost: number
  doubled: number
  half: number
  faults: string[]
  /** Milliseconds from each kill to the next receipt. */
  recoveries: number[]
}

/** A small generator of chance, so that a run can be had again by its seed. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const silent = { info() {}, warn() {} }
const clients = 4

export async function killWhileWriting(options: {
  readonly app: App
  readonly kills: number
  readonly victims: readonly Victim[]
  readonly seed: number
  /** A seeded defect, put in once the app is up. */
  readonly spoil?: (server: Server) => Promise<void>
}): Promise<Outcome> {
  const { app, kills, victims, seed, spoil } = options
  const home = mkdtempSync(join(tmpdir(), 'kezdesu-p1-'))
  const random = chance(seed)
  const receipts = new Map<string, string>()
  const contradictions: string[] = []
  const recoveries: number[] = []
  /** What the clients and the killer tell each other. */
  const state: { over: boolean; killedAt: number | undefined } = { over: false, killedAt: undefined }
  let running = await app.start(home)

  /** One client: a post is repeated under its key until there is a receipt, as a phone on a weak line does. */
  const client = async (name: number) => {
    for (let n = 0; !state.over; n++) {
      const key = `client-${name}-post-${n}`
      while (!state.over)
        try {
          // Now and then a hasty finger sends the same twice at once.
          const posts = n % 7 === 0 ? [running.post(key), running.post(key)] : [running.post(key)]
          for (const answer of await Promise.allSettled(posts)) {
            if (answer.status === 'rejected') continue
            const before = receipts.get(key) ?? answer.value
            if (before !== answer.value)
              contradictions.push(`${key} was answered ${before} and ${answer.value}`)
            receipts.set(key, answer.value)
          }
          if (!receipts.has(key)) throw new Error('no receipt')
          if (state.killedAt !== undefined) recoveries.push(performance.now() - state.killedAt)
          state.killedAt = undefined
          break
        } catch {
          await sleep(20)
        }
    }
  }

  try {
    const books = await startPostgres(join(home, 'postgres'), silent)
    await spoil?.(books)
    await books.stop()
    const working = Promise.all(Array.from({ length: clients }, (_, name) => client(name)))
    for (let kill = 0; kill < kills; kill++) {
      // Beware: killing before anything was acknowledged would prove nothing.
      const target = receipts.size + 6
      while (receipts.size < target || state.killedAt !== undefined) await sleep(5)
      await sleep(random() * 250)
      const victim = victims[Math.floor(random() * victims.length)]!
      state.killedAt = performance.now()
      if (victim !== 'app') killServer(home)
      if (victim !== 'database') {
        const gone = new Promise((exit) => running.process.once('exit', exit))
        running.process.kill('SIGKILL')
        await gone
        running = await app.start(home)
      }
    }
    const target = receipts.size + 6
    while (receipts.size < target) await sleep(5)
    state.over = true
    await working
    await running.stop()

    const server = await startPostgres(join(home, 'postgres'), silent)
    try {
      const books = await app.books(server)
      const entered = [...books.values()]
      return {
        acknowledged: receipts.size,
        lost: [...receipts.keys()].filter((key) => !books.has(key)).length,
        doubled: entered.filter(({ times }) => times > 1).length,
        half: entered.filter(({ half }) => half).length,
        faults: [...contradictions, ...(await app.faults(server))],
        recoveries,
      }
    } finally {
      await server.stop()
    }
  } finally {
    state.over = true
    running.process.kill('SIGKILL')
    if (existsSync(join(home, 'postgres/data/postmaster.pid')))
      await (await startPostgres(join(home, 'postgres'), silent)).stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** The postmaster and all its children at once, as when the machine loses its power (but for what the kernel holds). */
function killServer(home: string) {
  let postmaster: number
  try {
    postmaster = parseInt(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8'), 10)
  } catch {
    return // It is just being started again.
  }
  const parentOf = (pid: string) => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1])
    } catch {
      return 0
    }
  }
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
  for (const pid of [postmaster, ...children.map(Number)])
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It was quicker.
    }
}
