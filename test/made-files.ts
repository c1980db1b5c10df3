// Files of tests, put together byte by byte: what a camera, a packer or a printer writes, and what none of them would.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

export type Bytes = Uint8Array<ArrayBuffer>

/** Words stand for their bytes in Latin-1. */
export const bytesOf = (...parts: (string | Uint8Array)[]): Bytes =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))),
  )

export const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of one colour, one bit a point: a row of noughts packs to nothing. */
export function png(width: number, height: number, rows: number, extra: readonly Buffer[] = []): Bytes {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))), { level: 9 })
  return bytesOf(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  )
}

/** What a reader looks at first, and nothing that could be drawn. */
export const jpegHead = (width: number, height: number): Bytes => {
  const size = Buffer.alloc(4)
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  return bytesOf('\xff\xd8\xff\xc0\0\x11\x08', size, '\x03', new Uint8Array(64))
}

export const webpHead = (width: number, height: number): Bytes => {
  const size = Buffer.alloc(6)
  size.writeUIntLE(width - 1, 0, 3)
  size.writeUIntLE(height - 1, 3, 3)
  return bytesOf('RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', size, new Uint8Array(40))
}

/** A ZIP of one file, as packers write it. */
export function zip(name: string, content: Uint8Array | string = ''): Bytes {
  const raw = Buffer.from(content)
  const [packed, named] = [deflateRawSync(raw), Buffer.from(name)]
  const [local, central, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)]
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(crc32(raw), 14)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(raw.length, 22)
  local.writeUInt16LE(named.length, 26)
  central.write('PK\x01\x02', 'latin1')
  local.copy(central, 10, 8, 28)
  const before = local.length + named.length + packed.length
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + named.length, 12)
  end.writeUInt32LE(before, 16)
  return bytesOf(local, named, packed, central, named, end)
}

export const pdf = (objects: string | Uint8Array, tail: string | Uint8Array = ''): Bytes =>
  bytesOf(
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    objects,
    '\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    tail,
  )

export const stream = (dictionary: string, body: Uint8Array): Bytes =>
  bytesOf(`3 0 obj\n<< ${dictionary} /Length ${body.length} >>\nstream\n`, body, '\nendstream\nendobj\n')
