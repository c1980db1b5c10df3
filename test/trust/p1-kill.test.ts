// P1: what has a receipt survives the death of every process on the machine; nothing is doubled, nothing is half there.
// Again with the same chance: KEZDESU_SEED=… vitest run test/trust/p1-kill
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { Pool } from 'pg'
import { expect, test } from 'vitest'
import { type Entry, verifyChain } from '#journal'
import { columns } from '../../src/storage/columns.ts'
import type { Server } from '../../src/storage/server.ts'
import { asOwner } from '../../src/storage/storage.ts'
import { type App, killWhileWriting } from './kill-processes.ts'

/** Each post writes two entries and a receipt. */
const writer = (defect = 'none'): App => ({
  async start(home) {
    const child = fork(join(import.meta.dirname, 'p1-writer.ts'), [home, defect], {
      execArgv: [],
      stdio: 'inherit',
    })
    const waiting = new Map<number, { resolve(receipt: string): void; reject(fault: Error): void }>()
    let posts = 0
    await new Promise<void>((ready, failed) => {
      child.on('message', (said: { ready?: true; post?: number; receipt?: string; fault?: string }) => {
        if (said.ready) return ready()
        const post = waiting.get(said.post!)
        waiting.delete(said.post!)
        if (said.receipt === undefined) post?.reject(new Error(said.fault))
        else post?.resolve(said.receipt)
      })
      child.once('exit', (code) => {
        for (const { reject } of waiting.values()) reject(new Error('the app is gone'))
        failed(new Error(`the app left with ${code}`))
      })
    })
    return {
      process: child,
      post: (key) =>
        new Promise((resolve, reject) => {
          if (!child.connected) return reject(new Error('the app is gone'))
          waiting.set(++posts, { resolve, reject })
          child.send({ post: posts, key }, (fault) => fault && reject(fault))
        }),
      async stop() {
        const gone = new Promise((exit) => child.once('exit', exit))
        child.send('stop')
        await gone
      },
    }
  },

  books: (server) =>
    asOwner(server, async (owner) => {
      const { rows } = await owner.query<{ key: string; entries: number; receipts: number }>(`
        select key, count(*) filter (where kind = 'entry')::int as entries, count(*) filter (where kind = 'receipt')::int as receipts
        from (select subject as key, 'entry' as kind from journal union all select key, 'receipt' from receipts) found
        group by key`)
      return new Map(
        rows.map(({ key, entries, receipts }) => [
          key,
          { times: Math.max(entries / 2, receipts), half: entries % 2 === 1 || receipts !== entries / 2 },
        ]),
      )
    }),

  async faults(server) {
    const pool = new Pool({ ...server.connection('owner'), types: columns, max: 1 })
    try {
      const { rows } = await pool.query<Entry>(
        'select j.*, recorded_at as "recordedAt" from journal j order by seq',
      )
      const chain = verifyChain(rows)
      await pool.query(`create extension if not exists amcheck;
        select bt_index_check(i.indexrelid, true) from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relname in ('journal', 'receipts')`)
      return chain.ok ? [] : [`the chain is broken at ${chain.refusal.seq} (${chain.refusal.at})`]
    } catch (fault) {
      return [(fault as Error).message]
    } finally {
      await pool.end()
    }
  },
})

/** Commits that are acknowledged before they are on disk: the start-up assertion would refuse it, so it comes later. */
const looseCommits = (server: Server) =>
  asOwner(server, async (owner) => {
    await owner.query('alter role app in database kezdesu set synchronous_commit = off')
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app' and datname = 'kezdesu'`,
    )
  })

test(
  'P1: 20 kills lose nothing that was acknowledged, double nothing and leave nothing half done',
  { timeout: 180_000 },
  async () => {
    const started = performance.now()
    const seed = Number(process.env.KEZDESU_SEED ?? Math.floor(Math.random() * 2 ** 31))
    const run = await killWhileWriting({
      app: writer(),
      kills: 20,
      victims: ['app', 'database', 'both'],
      seed,
    })
    const early = await killWhileWriting({
      app: writer('receipt-before-commit'),
      kills: 3,
      victims: ['both'],
      seed,
    })
    const loose = await killWhileWriting({
      app: writer(),
      kills: 3,
      victims: ['database'],
      seed,
      spoil: looseCommits,
    })
    const { acknowledged, lost, doubled, half, faults } = run
    const sorted = run.recoveries.toSorted((a, b) => a - b).map(Math.round)
    const line = {
      promise: 'P1',
      n: acknowledged,
      bad: lost + doubled + half + faults.length,
      control: { 'receipt before commit': early.lost, 'synchronous_commit off': loose.lost },
      seconds: Math.round((performance.now() - started) / 100) / 10,
      kills: 20,
      recovery: { median: sorted[sorted.length >> 1], max: sorted.at(-1) },
      seed,
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
    expect({ lost, doubled, half, faults }).toEqual({ lost: 0, doubled: 0, half: 0, faults: [] })
    expect(sorted.length).toBe(20)
    expect(early.lost, 'control: a receipt before the commit must be found out').toBeGreaterThan(0)
    expect(loose.lost, 'control: commits that do not wait for the disk must be found out').toBeGreaterThan(0)
  },
)
