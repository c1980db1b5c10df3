// One embedded PostgreSQL for a run of tests, in a folder of its own; the first test that asks for a database starts it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../src/storage/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresFolder: string
  }
}

const home = mkdtempSync(join(tmpdir(), 'kezdesu-'))
const folder = join(home, 'postgres')

export const setup = (project: TestProject) => project.provide('postgresFolder', folder)

export async function teardown() {
  if (existsSync(join(folder, 'data', 'postmaster.pid'))) {
    const server = await startPostgres(folder, { info() {}, warn() {} })
    await server.stop()
  }
  rmSync(home, { recursive: true, force: true })
}
