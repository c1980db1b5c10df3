// A PDF is kept as it came, so it is looked through: nothing that acts, no files inside, nothing before or after it.
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { FileRefusal } from './clean.ts'

const unpack = promisify(inflate)

/** Names that make a PDF act, or carry other files (ISO 32000-2, 12.6.4 and 7.11.4). */
const active =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR|Rendition|Movie|Sound|Subtype\s*\/3D)(?![A-Za-z0-9])/
/** What one stream and all together may become when unpacked: a page scanned at 300 points an inch is 26 MB. */
const mostOfOne = 48 * 1024 * 1024
const mostOfAll = 256 * 1024 * 1024
const mostStreams = 20_000

/** Why this PDF is not taken; null when it is. */
export async function checkPdf(bytes: Uint8Array<ArrayBuffer>): Promise<FileRefusal | null> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = raw.toString('latin1')
  const end = text.lastIndexOf('%%EOF')
  if (end < 0) return { code: 'broken-file' }
  if (!/^[\s\0]*$/.test(text.slice(end + 5))) return { code: 'two-in-one' }
  // The directory of a ZIP stands at the end of a file, within 64 KB; readers of ZIP look for it there alone.
  if (text.slice(-66_000).includes('PK\x05\x06')) return { code: 'two-in-one' }
  const plain = unescaped(text)
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plain)) return { code: 'locked-pdf' }
  if (active.test(plain)) return { code: 'active-pdf' }
  return checkStreams(raw, text)
}

/** Names may be written in hex (`/J#61vaScript`); readers take them all the same. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Objects may lie packed in streams, and a stream may be a bomb: every packed one is opened, one after another. */
async function checkStreams(raw: Buffer<ArrayBuffer>, text: string): Promise<FileRefusal | null> {
  let [before, closed, all, streams] = [0, 0, 0, 0]
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (++streams > mostStreams) return { code: 'bomb' }
    const from = match.index + match[0].length
    // Whatever stands since the last stream may be its dictionary: its own beginning could be feigned.
    const dictionary = unescaped(text.slice(before, match.index))
    before = from
    // Looked for once: a file of a million heads and one end must not cost a million searches.
    if (closed >= 0 && closed < from) closed = text.indexOf('endstream', from)
    const objects = has(dictionary, 'ObjStm')
    if (!has(dictionary, 'FlateDecode') && !has(dictionary, 'Fl')) {
      // Objects that are not packed were read with the rest; packed in another way they could not be read at all.
      if (objects && has(dictionary, 'Filter')) return { code: 'active-pdf' }
      continue
    }
    if (objects && has(dictionary, 'Predictor')) return { code: 'active-pdf' }
    const opened = await open(raw.subarray(from, closed < 0 ? raw.length : closed))
    if (opened === 'bomb') return { code: 'bomb' }
    if (opened === null) {
      if (objects) return { code: 'broken-file' }
      continue
    }
    all += opened.length
    if (all > mostOfAll) return { code: 'bomb' }
    if (objects && active.test(unescaped(opened.toString('latin1')))) return { code: 'active-pdf' }
  }
  return null
}

const has = (dictionary: string, name: string): boolean =>
  new RegExp(`/${name}(?![A-Za-z0-9])`).test(dictionary)

async function open(body: Uint8Array): Promise<Buffer | 'bomb' | null> {
  try {
    return await unpack(body, { maxOutputLength: mostOfOne })
  } catch (fault) {
    return (fault as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : null
  }
}
