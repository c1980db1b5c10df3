import { expect, test } from 'vitest'
import { type DatabaseFacts, faultsOf } from './assertions.ts'

const fit: DatabaseFacts = {
  version: 180004,
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  data_checksums: 'on',
  role: 'app',
  superuser: false,
  bypasses_row_security: false,
  makes_roles: false,
  makes_databases: false,
  replicates: false,
  owns: [],
  may_become: [],
}

test('a fit database has no faults; each thing that is wrong is one fault that names it', () => {
  expect(faultsOf(fit, 'embedded')).toEqual({ faults: [], warnings: [] })
  const wrong: [Partial<DatabaseFacts>, string][] = [
    [{ version: 140012 }, 'PostgreSQL 14'],
    [{ fsync: 'off' }, 'fsync is off'],
    [{ synchronous_commit: 'off' }, 'synchronous_commit is off'],
    [{ synchronous_commit: 'local' }, 'synchronous_commit is local'],
    [{ full_page_writes: 'off' }, 'full_page_writes is off'],
    [{ superuser: true }, 'superuser'],
    [{ bypasses_row_security: true }, 'row-level security'],
    [{ makes_roles: true }, 'make roles'],
    [{ makes_databases: true }, 'make databases'],
    [{ replicates: true }, 'replicate'],
    [{ owns: ['journal', 'units'] }, 'owns journal, units'],
    [{ may_become: ['boss'] }, 'become boss'],
  ]
  for (const [change, words] of wrong) {
    const { faults } = faultsOf({ ...fit, ...change }, 'embedded')
    expect([faults.length, faults[0]]).toEqual([1, expect.stringContaining(words)])
  }
})

test('missing checksums are a fault of our own server, and a warning about a given one', () => {
  const bare = { ...fit, data_checksums: 'off' }
  expect(faultsOf(bare, 'embedded')).toEqual({ faults: [expect.stringContaining('checksums')], warnings: [] })
  expect(faultsOf(bare, 'given')).toEqual({ faults: [], warnings: [expect.stringContaining('checksums')] })
})
