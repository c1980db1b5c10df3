// P12: every parser that takes strangers' bytes ends in time and memory, and refuses instead of falling.
// More of it: P12_RUNS=1000000 vitest run test/trust/p12; other chance: KEZDESU_SEED=…
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { hasty, parsers } from './p12-table.ts'
import type { Task, Told } from './p12-worker.ts'

/** Megabytes of a worker's heap, and milliseconds for one input: many times what any of them needs. */
const memory = 300
// Beware: a worker that is terminated just while it runs out of memory never ends in Node 24; a control that fills its memory
// gets the time to fall by itself.
const patience = { promise: 10_000, control: 6_000 }

test('P12: parsers end, whatever bytes come', { timeout: 24 * 3_600_000 }, async () => {
  const started = performance.now()
  const seed = Number(process.env['KEZDESU_SEED'] ?? 20_261_123)
  const runs = Number(process.env['P12_RUNS'] ?? 1_000)
  const feeder = new Feeder()
  const bad: string[] = []
  const seconds: Record<string, number> = {}
  let n = 0
  try {
    for (const name of Object.keys(parsers)) {
      const before = performance.now()
      const fed = await feeder.feed({ name, seed, from: 0, runs, control: false }, patience.promise, 10)
      bad.push(...fed.bad)
      n += fed.n
      seconds[name] = Math.round((performance.now() - before) / 100) / 10
    }
    const found: string[] = []
    for (const name of Object.keys(hasty)) {
      const { bad: seen } = await feeder.feed(
        { name, seed, from: 0, runs: 200, control: true },
        patience.control,
        1,
      )
      if (seen.length > 0) found.push(name)
    }
    const line = {
      promise: 'P12',
      n,
      bad: bad.length,
      control: found.length,
      seconds: sinceThen(started),
      seed,
      of: seconds,
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
    expect(bad.slice(0, 10)).toEqual([])
    expect(found, 'control: each hasty parser must be found out').toEqual(Object.keys(hasty))
  } finally {
    await feeder.stop()
  }
})

const sinceThen = (then: number) => Math.round((performance.now() - then) / 100) / 10

/** Feeds parsers in a worker; one that hangs or dies is followed by another, which goes on behind the input it died of. */
class Feeder {
  #worker: Worker | null = null
  readonly #where = new Int32Array(new SharedArrayBuffer(4))

  async feed(task: Task, wait: number, enough: number): Promise<{ n: number; bad: string[] }> {
    const bad: string[] = []
    let from = task.from
    while (bad.length < enough) {
      const end = await this.#run(
        { ...task, from },
        wait,
        (at, why) => bad.push(`${task.name} ${at}: ${why}`) < enough,
      )
      if (end.done) return { n: end.at, bad }
      from = end.at + 1
    }
    return { n: from, bad }
  }

  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    worker?.unref()
    await Promise.race([worker?.terminate(), setTimeout(5_000)])
  }

  async #run(
    task: Task,
    wait: number,
    fail: (at: number, why: string) => boolean,
  ): Promise<{ at: number; done: boolean }> {
    const worker = (this.#worker ??= await this.#begin())
    Atomics.store(this.#where, 0, task.from)
    const end = await new Promise<{ at: number; done: boolean }>((resolve) => {
      let [at, since] = [task.from, performance.now()]
      const leave = (done: boolean, last = Atomics.load(this.#where, 0)) => {
        clearInterval(watch)
        worker.off('message', hear)
        worker.off('error', fall)
        resolve({ at: last, done })
      }
      const watch = setInterval(() => {
        const now = Atomics.load(this.#where, 0)
        if (now !== at) [at, since] = [now, performance.now()]
        else if (performance.now() - since > wait) {
          fail(now, 'did not end')
          leave(false)
        }
      }, 50)
      const hear = (told: Told) => {
        if (told.done) leave(true, told.at)
        else if (!fail(told.at, told.fault!)) leave(false, told.at)
      }
      const fall = (fault: unknown) => {
        fail(Atomics.load(this.#where, 0), String(fault).slice(0, 200))
        leave(false)
      }
      worker.on('message', hear).on('error', fall)
      // A thread has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(task)
    })
    if (!end.done) await this.stop()
    return end
  }

  /** A worker that has read its table. */
  #begin(): Promise<Worker> {
    const worker = new Worker(new URL('./p12-worker.ts', import.meta.url), {
      workerData: this.#where.buffer,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
    })
    return new Promise((ready, failed) => {
      worker.once('error', failed)
      worker.once('message', () => {
        worker.off('error', failed)
        ready(worker)
      })
    })
  }
}
