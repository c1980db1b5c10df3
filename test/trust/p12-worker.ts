// Feeds one parser after the other, each input made from its number; says where it stands before it asks.
import { parentPort, workerData } from 'node:worker_threads'
import { chanceFrom, mutant } from './mutate.ts'
import { hasty, parsers } from './p12-table.ts'

export type Task = {
  readonly name: string
  readonly seed: number
  readonly from: number
  readonly runs: number
  /** Of the parsers with a seeded defect. */
  readonly control: boolean
}
export type Told = { readonly fault?: string; readonly at: number; readonly done?: true }

const port = parentPort!
/** [number of the input that is being read] */
const where = new Int32Array(workerData as SharedArrayBuffer)

port.on('message', async ({ name, seed, from, runs, control }: Task) => {
  const { seeds, giants = [], parse, throws } = (control ? hasty : parsers)[name]!
  const tell = (told: Told) => void port.postMessage(told)
  for (let at = from; at < giants.length + runs; at += 1) {
    Atomics.store(where, 0, at)
    const bytes = giants[at]?.() ?? mutant(seeds, chanceFrom(seed + at))
    try {
      await parse(bytes)
    } catch (fault) {
      if (!throws?.(fault)) tell({ at, fault: String(fault).slice(0, 200) })
    }
  }
  tell({ at: giants.length + runs, done: true })
})
port.postMessage({ at: 0 } satisfies Told)
