// Takes single files out of a ZIP archive (PKWARE APPNOTE 6.3), trusting none of the sizes it states.
import { inflateRawSync } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/** An archive that cannot be trusted or read; `why` is for the log of the operator. */
export class BadArchive extends Error {}

export type Archive = {
  readonly names: readonly string[]
  /** The unpacked bytes of a file; throws `BadArchive` when it is absent, broken or larger than `limit`. */
  read(name: string, limit: number): Buffer
}

/** Reads the directory of an archive; a part that is encrypted, split or stored in another way is refused. */
export function openArchive(bytes: Buffer): Archive {
  const entries = new Map<string, { method: number; packed: number; at: number }>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory)
    throw new BadArchive('no directory')
  let at = bytes.readUInt32LE(end + 16)
  const count = bytes.readUInt16LE(end + 10)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry)
      throw new BadArchive('broken directory')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (bytes.readUInt16LE(at + 8) & 1) throw new BadArchive('encrypted')
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return {
    names: [...entries.keys()],
    read(name, limit) {
      const entry = entries.get(name)
      if (!entry) throw new BadArchive(`no ${name}`)
      const { at, packed, method } = entry
      if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localHeader)
        throw new BadArchive(`broken ${name}`)
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      if (start + packed > bytes.length) throw new BadArchive(`cut off in ${name}`)
      return unpack(bytes.subarray(start, start + packed), method, name, limit)
    },
  }
}

function unpack(packed: Buffer, method: number, name: string, limit: number): Buffer {
  if (method === 0 && packed.length <= limit) return packed
  if (method !== 8)
    throw new BadArchive(method === 0 ? `${name} is too large` : `${name} is packed in an unknown way`)
  try {
    // The bound stops a bomb while it unpacks, whatever size the archive claims.
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch (fault) {
    const large = (fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new BadArchive(large ? `${name} is too large` : `${name} is broken`, { cause: fault })
  }
}
