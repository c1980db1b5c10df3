// P1: what has a receipt survives the death of every process on the machine; nothing is doubled, nothing is half there.
// Again with the same chance: KEZDESU_SEED=… vitest run test/trust/p1-kill
import { expect, test } from 'vitest'
import type { Server } from '../../src/storage/server.ts'
import { asOwner } from '../../src/storage/storage.ts'
import { killWhileWriting } from './kill-processes.ts'
import { product } from './p1-product.ts'

/** The start-up assertion would refuse it, so it comes later. */
const looseCommits = (server: Server) =>
  asOwner(server, async (owner) => {
    await owner.query('alter role app in database kezdesu set synchronous_commit = off')
    await owner.query(`alter system set wal_writer_delay = '10s'`)
    await owner.query('select pg_reload_conf()')
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app' and datname = 'kezdesu'`,
    )
  })

/** The same with a defect: receipts that are given before the commit; commits that are acknowledged before the disk has them. */
async function controls(seed: number) {
  const hasty = product('./test/trust/hasty-commit.ts')
  const early = await killWhileWriting({ app: hasty, kills: 3, victims: ['both'], seed })
  const loose = await killWhileWriting({
    app: product(),
    kills: 2,
    victims: ['database'],
    seed,
    spoil: looseCommits,
  })
  return { early, loose }
}

test(
  'P1: 20 kills lose nothing that was acknowledged, double nothing and leave nothing half done',
  { timeout: 600_000 },
  async () => {
    const started = performance.now()
    const seed = Number(process.env.KEZDESU_SEED ?? 20_261_122)
    const kills = 20
    const [run, { early, loose }] = await Promise.all([
      killWhileWriting({ app: product(), kills, victims: ['app', 'database', 'both'], seed }),
      controls(seed),
    ])
    const { acknowledged, lost, doubled, half, faults } = run
    const sorted = run.recoveries.toSorted((a, b) => a - b).map(Math.round)
    const line = {
      promise: 'P1',
      n: acknowledged,
      bad: lost + doubled + half + faults.length,
      control: { 'receipt before commit': early.lost, 'synchronous_commit off': loose.lost },
      seconds: Math.round((performance.now() - started) / 100) / 10,
      kills,
      recovery: { median: sorted[sorted.length >> 1], max: sorted.at(-1) },
      seed,
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
    expect({ lost, doubled, half, faults }).toEqual({ lost: 0, doubled: 0, half: 0, faults: [] })
    expect(sorted.length).toBe(kills)
    expect(early.lost, 'control: a receipt before the commit must be found out').toBeGreaterThan(0)
    expect(loose.lost, 'control: commits that do not wait for the disk must be found out').toBeGreaterThan(0)
  },
)
