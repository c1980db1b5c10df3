// A picture is drawn anew from its points: nothing of its file survives but what one sees.
import sharp from 'sharp'
import { type Result, done, refuse } from '#kernel'
import type { Sniffed } from './attachment.ts'
import { type FileRefusal, mostPixels } from './clean.ts'

type ImageType = Exclude<Sniffed, 'application/pdf'>

// Of the decoders of libvips only the three that we need may run, and none keeps anything between two files.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** Sides longer than this shrink. */
const longestSide = 2560

let last: Promise<unknown> = Promise.resolve()
/** One picture at a time: a drawn picture takes up to 160 MB, and many may come at once. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => {})
  return mine
}

/** Draws it anew, upright; the first frame of what moves. */
export async function cleanImage(
  bytes: Uint8Array<ArrayBuffer>,
  type: ImageType,
): Promise<Result<Uint8Array<ArrayBuffer>, FileRefusal>> {
  const size = sizeOf(bytes, type)
  if (!size) return refuse({ code: 'broken-file' })
  // Before any decoder sees it.
  if (size.width * size.height > mostPixels) return refuse({ code: 'too-many-pixels', most: mostPixels })
  const drawn = () =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true, pages: 1 })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: 20 })
  const written = {
    'image/jpeg': () => drawn().jpeg({ quality: 82 }),
    'image/png': () => drawn().png({ compressionLevel: 9 }),
    'image/webp': () => drawn().webp({ quality: 82 }),
  }
  try {
    return done(new Uint8Array(await inTurn(() => written[type]().toBuffer())))
  } catch {
    // A decoder says no in many words; for who handed it in they all mean that the file cannot be read.
    return refuse({ code: 'broken-file' })
  }
}

type Size = { readonly width: number; readonly height: number }

/** Width and height as the head of the file has them; null where there is no such head. */
function sizeOf(bytes: Uint8Array, type: ImageType): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 32) return null
  if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) }
  return type === 'image/webp' ? sizeOfWebp(bytes, view) : sizeOfJpeg(bytes, view)
}

function sizeOfWebp(bytes: Uint8Array, view: DataView): Size | null {
  const form = String.fromCharCode(...bytes.subarray(12, 16))
  if (form === 'VP8X')
    return {
      width: 1 + (view.getUint32(24, true) & 0xffffff),
      height: 1 + (view.getUint16(27, true) | (bytes[29]! << 16)),
    }
  if (form === 'VP8L') {
    const packed = view.getUint32(21, true)
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) }
  }
  if (form !== 'VP8 ') return null
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

/** The frame head of a JPEG (SOF0–SOF15 without DHT, JPG and DAC) after its other segments. */
function sizeOfJpeg(bytes: Uint8Array, view: DataView): Size | null {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
