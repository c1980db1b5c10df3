// What a file is, by its first bytes alone; its name and what the browser said of it are not asked.
import type { Sniffed } from './attachment.ts'
import type { FileRefusal } from './clean.ts'

type Not = 'archive' | 'macro-document' | 'office-document' | 'program' | 'web-page' | 'unknown-kind'

const text = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

const archives = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '\x1f\x8b', 'BZh', '\xfd7zXZ', '(\xb5/\xfd', 'MSCF']
const programs = [
  'MZ',
  '\x7fELF',
  '#!',
  '\xca\xfe\xba\xbe',
  '\xcf\xfa\xed\xfe',
  'dex\n',
  '\0asm',
  'L\0\0\0\x01\x14\x02\0',
]

/** The kind that is taken, or what it is instead. */
export function sniff(bytes: Uint8Array): Sniffed | Not {
  const head = text(bytes, 0, 512)
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.startsWith('%PDF-')) return 'application/pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes)
  // OLE: Word, Excel and PowerPoint to 2003, and whatever is dressed as them.
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') || head.startsWith('{\\rtf'))
    return 'macro-document'
  if (archives.some((magic) => head.startsWith(magic)) || text(bytes, 257, 262) === 'ustar') return 'archive'
  if (programs.some((magic) => head.startsWith(magic))) return 'program'
  return /^[\s\xef\xbb\xbf\xff\xfe\0]*<[\s\0]*[!?a-z]/i.test(head) ? 'web-page' : 'unknown-kind'
}

/** The names of a ZIP stand in it as they are, however its content is packed. */
function zipKind(bytes: Uint8Array): Not {
  const names = text(bytes, 0, bytes.length)
  if (/vbaProject\.bin|vbaData\.xml|xl\/macrosheets\//i.test(names)) return 'macro-document'
  return /\[Content_Types\]\.xml|META-INF\/manifest\.xml|mimetypeapplication\/vnd\.oasis/.test(names)
    ? 'office-document'
    : 'archive'
}

const endings: Readonly<Record<Sniffed, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
}

/**
 * The name under which a file is kept: without folders, signs that turn words around, and doubled endings.
 *
 * Refuses (null) a name whose ending tells of another kind. A name without an ending is given that of its kind.
 */
export function plainName(given: string, type: Sniffed): string | null {
  const base = given.split(/[/\\]/).at(-1)!
  const dot = base.lastIndexOf('.')
  const ending =
    dot > 0
      ? base
          .slice(dot + 1)
          .trim()
          .toLowerCase()
      : ''
  if (ending !== '' && !endings[type].includes(ending)) return null
  const stem = (dot > 0 ? base.slice(0, dot) : base)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} _()№-]+/gu, '-')
    .replace(/^[-\s]+|[-\s]+$/g, '')
  return `${[...stem].slice(0, 80).join('') || 'file'}.${endings[type][0]}`
}

export const isTaken = (kind: Sniffed | FileRefusal['code']): kind is Sniffed => kind.includes('/')
