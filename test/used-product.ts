// The product on a folder that was started before: a copy of one whose first start was played once in this run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import type { ServeOptions } from '../src/serve.ts'
import { type Product, openProduct } from './product.ts'

/** With the accounts that its first start, in November 2026, gave. */
export async function usedProduct(more: Partial<ServeOptions> = {}): Promise<Product> {
  const pattern = await firstStart()
  const home = mkdtempSync(join(tmpdir(), 'kezdesu-product-'))
  // Beware: the database belongs to another user than root, and must in the copy.
  const copy = spawnSync('cp', ['-a', `${pattern}/home/.`, home], { encoding: 'utf8' })
  if (copy.status !== 0) throw new Error(copy.stderr)
  const product = await openProduct(undefined, { ...more, home })
  const accounts: Product['accounts'] = JSON.parse(readFileSync(join(pattern, 'accounts.json'), 'utf8'))
  return { ...product, accounts }
}

/** The folder of it and of what it said, moved into place whole: of two workers that make it at once one is too late. */
async function firstStart(): Promise<string> {
  const folder = join(dirname(inject('postgresFolder')), 'first-start')
  if (existsSync(folder)) return folder
  const making = mkdtempSync(`${folder}-`)
  const home = join(making, 'home')
  const product = await openProduct(undefined, { home })
  writeFileSync(join(making, 'accounts.json'), JSON.stringify(product.accounts))
  await product.stop()
  try {
    renameSync(making, folder)
  } catch (fault) {
    rmSync(making, { recursive: true })
    if (!existsSync(folder)) throw fault
  }
  return folder
}
