// P20: no file harms a reader or us. Hundreds of hazards: each is refused, or nothing of its harm comes out again.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Clean, type FileRefusal, kinds, mostPixels, readFile } from '#files'
import type { Result } from '#kernel'
import { type Hazard, bombHazards, mark, otherHazards } from './hazardous-files.ts'

type Read = Result<Clean, FileRefusal>
type Reader = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Read>

const formatOf = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR)\b/

/** What is harmful in what came of a hazard; null when nothing is. */
async function harmIn({ must }: Hazard, read: Read): Promise<string | null> {
  if (!read.ok) return must === 'harmless' ? `refused as ${read.refusal.code}` : null
  if (must === 'refused') return 'taken'
  const { name, type, bytes, sha256 } = read.value
  if (!kinds.includes(type)) return `kept as ${type}`
  if (!/^[\p{L}\p{N} _()№-]{1,80}\.(jpg|png|webp|pdf)$/u.test(name)) return `called ${JSON.stringify(name)}`
  if (sha256 !== createHash('sha256').update(bytes).digest('hex')) return 'another hash'
  const raw = Buffer.from(bytes)
  if (raw.includes(mark) || raw.includes('<script')) return 'what was hidden comes out again'
  if (type === 'application/pdf') return active.test(raw.toString('latin1')) ? 'it acts' : null
  const seen = await sharp(bytes).metadata()
  if (seen.format !== formatOf[type]) return `a ${seen.format} inside`
  if (seen.exif || seen.xmp || seen.iptc || seen.icc) return 'it tells more than it shows'
  return seen.width * seen.height > mostPixels ? 'too many points' : null
}

async function harmful(all: readonly Hazard[], reader: Reader): Promise<string[]> {
  const found: string[] = []
  for (const hazard of all) {
    const harm = await harmIn(hazard, await reader(hazard.name, hazard.bytes)).catch(
      (fault: Error) => fault.message,
    )
    if (harm !== null) found.push(`${hazard.what}: ${harm}`)
  }
  return found
}

/** The control trusts the first bytes and the name, and keeps what it was given. */
const trusting: Reader = async (name, bytes) => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  const type = head.startsWith('\xff\xd8\xff')
    ? 'image/jpeg'
    : head.startsWith('\x89PNG')
      ? 'image/png'
      : head.includes('WEBP')
        ? 'image/webp'
        : head.startsWith('%PDF')
          ? 'application/pdf'
          : null
  if (type === null) return { ok: false, refusal: { code: 'unknown-kind' } }
  return { ok: true, value: { name, type, bytes, sha256: createHash('sha256').update(bytes).digest('hex') } }
}

/** Most memory that reading the bombs takes beyond what a process of Node has anyway, in bytes. */
function memoryOf(bombs: readonly Hazard[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'kezdesu-p20-'))
  try {
    for (const [at, { name, bytes }] of bombs.entries()) writeFileSync(join(folder, `${at}-${name}`), bytes)
    const script = join(import.meta.dirname, 'p20-bombs.ts')
    const said = execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })
    const { before, after } = JSON.parse(said) as { before: number; after: number }
    return (after - before) * 1024
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('every hazard is refused or made harmless, and a bomb takes no more memory than a photo', async () => {
  const began = performance.now()
  const bombs = bombHazards()
  const all = [...bombs, ...(await otherHazards())]
  const bad = await harmful(all, readFile)
  const control = (await harmful(all, trusting)).length
  const memory = memoryOf(bombs)
  const line = {
    promise: 'P20',
    n: all.length,
    bad: bad.length,
    control,
    megabytes: Math.round(memory / 1e6),
    seconds: Math.round((performance.now() - began) / 100) / 10,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  expect(bad).toEqual([])
  expect(all.length).toBeGreaterThan(200)
  expect(new Set(all.map(({ what }) => what)).size).toBe(all.length)
  expect(control).toBeGreaterThan(50)
  expect(memory).toBeLessThan(300e6)
})
