// The whole product over an empty folder, first started in November 2026 or on a day that is given, with a clock that a story can move.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Instant } from '#kernel'
import { type Running, type ServeOptions, serve } from '../src/serve.ts'

export type Product = Running & {
  readonly home: string
  readonly goTo: (at: string) => void
  /** Closes it and leaves its folder; `close` removes that too. */
  stop(): Promise<void>
}

export async function openProduct(
  first = '2026-11-23T05:00:00.000Z',
  more: Partial<ServeOptions> = {},
): Promise<Product> {
  const home = more.home ?? mkdtempSync(join(tmpdir(), 'kezdesu-product-'))
  let now = first as Instant
  const running = await serve({
    databaseUrl: undefined,
    host: '127.0.0.1',
    port: 0,
    origin: null,
    proxies: 0,
    empty: false,
    clock: () => now,
    log: pino({ level: 'silent' }),
    ...more,
    home,
  })
  return {
    ...running,
    home,
    stop: running.close,
    goTo: (at) => (now = at as Instant),
    async close() {
      await running.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
