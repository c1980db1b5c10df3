// Files that would harm a reader or this house, made by the hundred: each with what may become of it.
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import {
  type Bytes,
  bytesOf,
  chunk,
  jpegHead,
  pdf,
  png,
  stream,
  webpHead,
  zip as zipOf,
} from '../made-files.ts'

/** `refused`: nothing else will do; `harmless`: taken, and nothing of the hazard is left; `either`. */
export type Hazard = {
  readonly what: string
  readonly name: string
  readonly bytes: Bytes
  readonly must: 'refused' | 'harmless' | 'either'
}

/** Stands in everything that must not come out again. */
export const mark = 'KEZDESU-HAZARD-MARK'

const html = `<script>alert("${mark}")</script>`
const script = `3 0 obj\n<< /S /JavaScript /JS (app.alert\\("${mark}"\\)) >>\nendobj\n`
const formats = ['jpeg', 'png', 'webp'] as const
const ending = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const
const mostBytes = 10 * 1024 * 1024

/** Numbers without order, the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state
  }
}

const zip = (name: string, content: Uint8Array | string = mark) => zipOf(name, content)
const inHex = (name: string): string =>
  [...name].map((sign, at) => (at % 3 === 1 ? `#${sign.charCodeAt(0).toString(16)}` : sign)).join('')

const picture = async (format: (typeof formats)[number], side = 60): Promise<Bytes> => {
  const noise = numbers(side)
  const points = Uint8Array.from({ length: side * 40 * 3 }, () => noise.next().value & 255)
  const drawn = sharp(points, { raw: { width: side, height: 40, channels: 3 } })
    .withExif({
      IFD0: { ImageDescription: mark, Copyright: mark },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 7/1 0/1', GPSLongitude: '71/1 26/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${html}</a></x:xmpmeta>`)
  return new Uint8Array(await drawn.toFormat(format).toBuffer())
}

/** Few bytes that become many. */
export const bombHazards = (): Hazard[] => [
  ...(
    [
      [7000, 7000],
      [20_000, 20_000],
      [50_000, 50_000],
      [65_535, 65_535],
      [30_000, 30_000],
      [1, 0xffff_ffff],
      [0xffff_ffff, 1],
      [0x7fff_ffff, 0x7fff_ffff],
    ] as const
  ).map(([width, height]) => ({
    what: `a PNG of ${width} × ${height}`,
    name: 'a.png',
    bytes: png(width, height, Math.min(height, 2000, Math.floor(2e8 / width))),
    must: 'refused' as const,
  })),
  ...(
    [
      [65_500, 65_500],
      [30_000, 30_000],
      [65_535, 1000],
      [1000, 65_535],
      [8000, 6000],
    ] as const
  ).flatMap(([width, height]): Hazard[] => [
    {
      what: `a JPEG of ${width} × ${height}`,
      name: 'a.jpg',
      bytes: jpegHead(width, height),
      must: 'refused',
    },
    {
      what: `a WebP of ${width} × ${height}`,
      name: 'a.webp',
      bytes: webpHead(width, height),
      must: 'refused',
    },
  ]),
  { what: 'a PNG without width', name: 'a.png', bytes: png(0, 40, 40), must: 'refused' },
  ...(['zTXt', 'iTXt', 'iCCP'] as const).map((type) => ({
    what: `a PNG whose ${type} unpacks to 64 MB`,
    name: 'a.png',
    bytes: png(64, 64, 64, [
      chunk(
        type,
        bytesOf(
          type === 'iTXt' ? 'k\0\x01\0\0\0' : 'k\0\0',
          deflateSync(Buffer.alloc(64 << 20, mark), { level: 9 }),
        ),
      ),
    ]),
    must: 'either' as const,
  })),
  {
    what: 'a PDF with a stream of 60 MB in 60 KB',
    name: 'a.pdf',
    bytes: pdf(stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(60 << 20), { level: 9 }))),
    must: 'refused',
  },
  {
    what: 'a PDF with eight streams of 40 MB',
    name: 'a.pdf',
    bytes: pdf(
      bytesOf(
        ...Array.from({ length: 8 }, () =>
          stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(40 << 20), { level: 9 })),
        ),
      ),
    ),
    must: 'refused',
  },
  {
    what: 'a PDF of a million streams',
    name: 'a.pdf',
    bytes: pdf('/Fl stream\n'.repeat(900_000)),
    must: 'refused',
  },
  { what: 'a gzip bomb', name: 'a.pdf', bytes: bytesOf(gzipSync(Buffer.alloc(64 << 20))), must: 'refused' },
  { what: 'a ZIP bomb', name: 'photo.jpg', bytes: zip('0.dll', Buffer.alloc(64 << 20)), must: 'refused' },
  {
    what: 'more than is taken',
    name: 'a.jpg',
    bytes: bytesOf('\xff\xd8\xff', new Uint8Array(mostBytes)),
    must: 'refused',
  },
  { what: 'nothing', name: 'a.jpg', bytes: bytesOf(), must: 'refused' },
]

async function pictures(): Promise<Hazard[]> {
  const found: Hazard[] = []
  for (const format of formats) {
    const name = `photo.${ending[format]}`
    const [given, chance] = [await picture(format), numbers(7)]
    found.push({ what: `a ${format} with place, words and XMP`, name, bytes: given, must: 'harmless' })
    for (let cut = 1; cut <= 10; cut++)
      found.push({
        what: `a ${format} cut at ${cut}/11`,
        name,
        bytes: given.slice(0, Math.floor((given.length * cut) / 11)),
        must: 'either',
      })
    for (let at = 0; at < 12; at++) {
      const bent = given.slice()
      for (let bits = 0; bits <= at; bits++)
        bent[chance.next().value % bent.length]! ^= 1 << (chance.next().value % 8)
      found.push({ what: `a ${format} with ${at + 1} bent bits`, name, bytes: bent, must: 'either' })
    }
    const tails = {
      html,
      php: `<?php /*${mark}*/ system($_GET[0]);`,
      zip: zip('a.exe'),
      pdf: pdf(script),
      exe: `MZ${mark}`,
      rar: `Rar!\x1a\x07\0${mark}`,
      gzip: gzipSync(mark),
      js: `*/=1;alert("${mark}")`,
    }
    for (const [what, tail] of Object.entries(tails))
      found.push({
        what: `a ${format} with ${what} behind it`,
        name,
        bytes: bytesOf(given, tail),
        must: 'harmless',
      })
    for (const [what, head] of Object.entries({ html, gif: 'GIF89a', space: ' \n', zip: zip('a.exe') }))
      found.push({ what: `a ${format} behind ${what}`, name, bytes: bytesOf(head, given), must: 'refused' })
  }
  found.push(
    {
      what: 'a PNG with HTML in its words',
      name: 'a.png',
      bytes: png(8, 8, 8, [chunk('tEXt', bytesOf(`Comment\0${html}`))]),
      must: 'harmless',
    },
    {
      what: 'a PNG with a chunk of nobody',
      name: 'a.png',
      bytes: png(8, 8, 8, [chunk('prVt', bytesOf(html))]),
      must: 'harmless',
    },
    {
      what: 'a PNG with EXIF that is no EXIF',
      name: 'a.png',
      bytes: png(8, 8, 8, [chunk('eXIf', bytesOf(html))]),
      must: 'either',
    },
    {
      what: 'a JPEG with HTML in its comment',
      name: 'a.jpg',
      bytes: commented(await picture('jpeg')),
      must: 'harmless',
    },
  )
  const heads = {
    gif: 'GIF89a',
    bmp: 'BM',
    tiff: 'II*\0',
    'big tiff': 'MM\0*',
    ico: '\0\0\x01\0',
    heic: '\0\0\0\x18ftypheic',
    avif: '\0\0\0\x18ftypavif',
    psd: '8BPS',
    jp2: '\0\0\0\x0cjP  ',
    jxl: '\xff\x0a',
    exr: 'v/1\x01',
    film: '\0\0\0\x20ftypisom',
    sound: 'ID3\x03',
  }
  for (const [what, head] of Object.entries(heads))
    for (const name of ['a.jpg', 'a.png'])
      found.push({
        what: `${what} as ${name}`,
        name,
        bytes: bytesOf(head, new Uint8Array(80)),
        must: 'refused',
      })
  return found
}

const commented = (jpeg: Bytes): Bytes => {
  const comment = Buffer.from(html)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  return bytesOf(jpeg.slice(0, 2), '\xff\xfe', length, comment, jpeg.slice(2))
}

function papers(): Hazard[] {
  const acting = [
    'JavaScript',
    'Launch',
    'EmbeddedFile',
    'EmbeddedFiles',
    'RichMedia',
    'XFA',
    'SubmitForm',
    'ImportData',
    'GoToE',
    'GoToR',
    'Rendition',
    'Movie',
    'Sound',
  ]
  const found = acting.flatMap((name): Hazard[] => {
    const object = (written: string) => `3 0 obj\n<< /S /${written} /F (${mark}) >>\nendobj\n`
    const packed = deflateSync(Buffer.from(object(name)))
    const ways = {
      plainly: object(name),
      'in hex': object(inHex(name)),
      'in a packed object': stream('/Type /ObjStm /Filter /FlateDecode', packed),
      'in a packed object named in hex': stream('/Type /Obj#53tm /Filter /Fl#61teDecode', packed),
    }
    return Object.entries(ways).map(([way, body]) => ({
      what: `a PDF with ${name} ${way}`,
      name: 'a.pdf',
      bytes: pdf(body),
      must: 'refused' as const,
    }))
  })
  const pages = Array.from(
    { length: 1000 },
    (_, at) => `${at + 10} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n`,
  )
  const other: Record<string, [bytes: Bytes, must: Hazard['must']]> = {
    'a PDF with a script at its opening': [
      pdf(`<< /OpenAction << /S /JavaScript /JS (${mark}) >> >>`),
      'refused',
    ],
    'a PDF with objects packed in another way': [
      pdf(stream('/Type /ObjStm /Filter /LZWDecode', bytesOf('x'))),
      'refused',
    ],
    'a PDF with objects packed twice': [
      pdf(
        stream(
          '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]',
          bytesOf(deflateSync(Buffer.from(script)).toString('hex')),
        ),
      ),
      'refused',
    ],
    'a PDF with objects behind a predictor': [
      pdf(
        stream(
          '/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>',
          deflateSync(bytesOf(script)),
        ),
      ),
      'refused',
    ],
    'a PDF with a password': [pdf('<< /Encrypt 5 0 R >>'), 'refused'],
    'a PDF with a password in hex': [pdf('<< /Encr#79pt 5 0 R >>'), 'refused'],
    'a PDF with HTML behind it': [pdf('', html), 'refused'],
    'a PDF that is a ZIP as well': [pdf(zip('a.exe')), 'refused'],
    'a PDF with a ZIP behind it': [pdf('', zip('a.exe')), 'refused'],
    'a PDF with a program behind it': [pdf('', `MZ${mark}`), 'refused'],
    'a PDF behind HTML': [bytesOf(html, pdf('')), 'refused'],
    'a PDF behind a program': [bytesOf('MZ\0\0', pdf('')), 'refused'],
    'a PDF behind noise': [bytesOf('\0\0\0\0', pdf('')), 'refused'],
    'a PDF without an end': [bytesOf('%PDF-1.7\n'), 'refused'],
    'a PDF of a thousand pages': [pdf(pages.join('')), 'harmless'],
    'a PDF whose pages are their own parents': [
      pdf('4 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n'),
      'harmless',
    ],
    'a PDF of nothing but brackets': [pdf('<<'.repeat(400_000)), 'either'],
    'a picture called a PDF': [png(8, 8, 8), 'refused'],
  }
  return [
    ...found,
    ...Object.entries(other).map(([what, [bytes, must]]) => ({ what, name: 'a.pdf', bytes, must })),
  ]
}

function strangers(): Hazard[] {
  const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
  const fill = new Uint8Array(300)
  const given: Record<string, [name: string, bytes: Bytes]> = {
    'a ZIP with a way out': ['a.zip', zip('../../etc/cron.d/x')],
    'a ZIP with an absolute name': ['a.jpg', zip('/etc/passwd')],
    'a ZIP with a Windows name': ['a.jpg', zip('..\\..\\boot.ini')],
    'a ZIP in a ZIP': ['42.zip', zip('41.zip', zip('40.zip', zip('39.zip')))],
    'an empty ZIP': ['a.png', bytesOf('PK\x05\x06', new Uint8Array(18))],
    'a RAR': ['a.jpg', bytesOf('Rar!\x1a\x07\x01\0', fill)],
    'a 7z': ['a.pdf', bytesOf('7z\xbc\xaf\x27\x1c', fill)],
    'an xz': ['a.pdf', bytesOf('\xfd7zXZ\0', fill)],
    'a bzip2': ['a.pdf', bytesOf('BZh9', fill)],
    'a zstd': ['a.pdf', bytesOf('(\xb5/\xfd', fill)],
    'a cabinet': ['a.pdf', bytesOf('MSCF', fill)],
    'a tar with a link': ['a.tar', tar('x', '2', '/etc/passwd')],
    'a tar with a way out': ['a.pdf', tar('../../x', '0', '')],
    'a lz4': ['a.png', bytesOf('\x04"M\x18', fill)],
    'a disk image': ['a.png', bytesOf(new Uint8Array(400), 'CD001', fill)],
    'a document with a macro': ['a.docm', zip('word/vbaProject.bin [Content_Types].xml')],
    'a renamed document with a macro': ['a.docx', zip('word/vbaProject.bin')],
    'a sheet of macros': ['a.xlsm', zip('xl/macrosheets/sheet1.xml')],
    'a document': ['a.docx', zip('[Content_Types].xml')],
    'an open document': ['a.odt', zip('META-INF/manifest.xml')],
    'old Word': ['a.doc', bytesOf(ole, fill)],
    'old Excel as a photo': ['a.jpg', bytesOf(ole, fill)],
    'an installer': ['a.msi', bytesOf(ole, fill)],
    'an RTF with an object': ['a.rtf', bytesOf('{\\rtf1{\\object\\objupdate}}')],
    'an RTF as a PDF': ['a.pdf', bytesOf('{\\rtf1}')],
  }
  const programs = {
    windows: 'MZ\x90\0',
    linux: '\x7fELF\x02',
    mac: '\xcf\xfa\xed\xfe',
    'fat mac': '\xca\xfe\xba\xbe',
    android: 'dex\n035',
    wasm: '\0asm\x01',
    shell: '#!/bin/sh\n',
    link: 'L\0\0\0\x01\x14\x02\0\0',
    python: '#!/usr/bin/env python\n',
    batch: '@echo off\r\ndel',
    powershell: 'Invoke-Expression ',
    javascript: 'alert(1)',
    debian: '!<arch>\ndebian',
    registry: 'Windows Registry Editor',
    fontTrueType: '\0\x01\0\0\0\x0c',
    fontOpen: 'OTTO\0\x0b',
    fontWeb: 'wOFF\0\x01',
    fontWeb2: 'wOF2\0\x01',
  }
  const pages = {
    html: `<html>${html}`,
    'html behind spaces': `\n\n  <!doctype html>${html}`,
    'html behind a mark of bytes': `\xef\xbb\xbf<html>${html}`,
    'html in UTF-16': Buffer.concat([
      Buffer.from('\xff\xfe', 'latin1'),
      Buffer.from(`<html>${html}`, 'utf16le'),
    ]),
    svg: `<svg xmlns="http://www.w3.org/2000/svg" onload="${mark}"/>`,
    'svg behind a comment': `<!-- x --><svg>${html}</svg>`,
    'xml with an entity': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
    'a billion laughs': `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${mark}">]><l/>`,
    xhtml: `<?xml version="1.0"?><html>${html}</html>`,
    'a link to another place': `[InternetShortcut]\nURL=javascript:${mark}`,
    'a calendar': 'BEGIN:VCALENDAR',
    'a mail': `From: a@b.kz\n\n${html}`,
    'a style sheet': `a{background:url(${mark})}`,
    'a playlist': '#EXTM3U',
  }
  return [
    ...Object.entries(given).map(([what, [name, bytes]]) => ({
      what,
      name,
      bytes,
      must: 'refused' as const,
    })),
    ...Object.entries({ ...programs, ...pages }).flatMap(([what, head]) =>
      ['a.jpg', 'a.pdf'].map((name) => ({
        what: `${what} as ${name}`,
        name,
        bytes: bytesOf(head, `\n${mark}`, fill),
        must: 'refused' as const,
      })),
    ),
  ]
}

const tar = (name: string, type: string, link: string): Bytes => {
  const head = Buffer.alloc(512)
  head.write(name, 0)
  head.write(type, 156)
  head.write(link, 157)
  head.write('ustar\0', 257)
  return bytesOf(head, new Uint8Array(1024))
}

/** A good photo under names that lead elsewhere, look like another kind, or break a header. */
async function names(): Promise<Hazard[]> {
  const bytes = await picture('jpeg')
  const given: Record<string, Hazard['must']> = {
    '../../etc/passwd.jpg': 'harmless',
    '..\\..\\windows\\a.jpg': 'harmless',
    'C:\\a.jpg': 'harmless',
    '/etc/a.jpg': 'harmless',
    'a\0.jpg': 'harmless',
    'a\u202egpj.jpg': 'harmless',
    'a\r\nSet-Cookie: x=y.jpg': 'harmless',
    '"; filename="a.exe"; x=".jpg': 'harmless',
    '<script>alert(1)</script>.jpg': 'harmless',
    '%2e%2e%2fa.jpg': 'harmless',
    '.jpg': 'either',
    '.htaccess.jpg': 'harmless',
    'con.jpg': 'harmless',
    'сурет 😀.jpg': 'harmless',
    'ａ／ｂ.jpg': 'harmless',
    [`${'ұ'.repeat(4000)}.jpg`]: 'harmless',
    'a.jpg.exe': 'refused',
    'a.jpg.html': 'refused',
    'a.svg': 'refused',
    'a.jpg\u202eexe': 'refused',
    'a.png': 'refused',
    'a.php': 'refused',
  }
  return Object.entries(given).map(([name, must]) => ({
    what: `a photo called ${JSON.stringify(name.slice(0, 40))}`,
    name,
    bytes,
    must,
  }))
}

/** Everything but the bombs. */
export const otherHazards = async (): Promise<Hazard[]> => [
  ...(await pictures()),
  ...papers(),
  ...strangers(),
  ...(await names()),
]
