// From the bytes that somebody sent to bytes that anyone may open, or the reason why not.
import { createHash } from 'node:crypto'
import { type Result, done, refuse } from '#kernel'
import { checkPdf } from './check-pdf.ts'
import { cleanImage } from './clean-image.ts'
import { type Clean, type FileRefusal, mostBytes } from './clean.ts'
import { isTaken, plainName, sniff } from './sniff.ts'

/**
 * Reads a file: its kind by its content, its name, and what it may do to whoever opens it.
 *
 * Takes JPEG, PNG, WebP and PDF up to 10 MB; pictures come back drawn anew. Refuses with every code of `FileRefusal`.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Clean, FileRefusal>> {
  if (bytes.length === 0) return refuse({ code: 'empty-file' })
  if (bytes.length > mostBytes) return refuse({ code: 'file-too-large', most: mostBytes })
  const kind = sniff(bytes)
  if (!isTaken(kind)) return refuse({ code: kind })
  const plain = plainName(name, kind)
  if (plain === null) return refuse({ code: 'not-what-it-says' })
  if (kind !== 'application/pdf') {
    const drawn = await cleanImage(bytes, kind)
    if (!drawn.ok) return drawn
    // Points without order pack badly: a small file may grow when it is drawn anew.
    return drawn.value.length > mostBytes
      ? refuse({ code: 'file-too-large', most: mostBytes })
      : done(clean(plain, kind, drawn.value))
  }
  const no = await checkPdf(bytes)
  return no ? refuse(no) : done(clean(plain, kind, bytes))
}

const clean = (name: string, type: Clean['type'], bytes: Clean['bytes']): Clean => ({
  name,
  type,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
