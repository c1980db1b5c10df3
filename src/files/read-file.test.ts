// A short corpus of hazards in the manner of P20: each is refused with its reason, or made harmless.
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import {
  type Bytes,
  bytesOf,
  chunk,
  jpegHead,
  pdf,
  png,
  stream,
  webpHead,
  zip,
} from '../../test/made-files.ts'
import { type FileRefusal, readFile } from './index.ts'
import { sniff } from './sniff.ts'

const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 7/1 0/1', GPSLongitude: '71/1 26/1 0/1' } }
const picture = async (type: 'jpeg' | 'png' | 'webp'): Promise<Bytes> => {
  const drawn = sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a7' } }).withExif(gps)
  return new Uint8Array(await drawn.toFormat(type).toBuffer())
}

const script = '3 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n'
const html = '<script>alert(1)</script>'

type Hazard = readonly [
  what: string,
  name: string,
  bytes: () => Bytes | Promise<Bytes>,
  code: FileRefusal['code'],
]
const hazards: readonly Hazard[] = [
  ['nothing at all', 'a.pdf', () => bytesOf(), 'empty-file'],
  ['eleven megabytes', 'a.jpg', () => bytesOf('\xff\xd8\xff', new Uint8Array(11 << 20)), 'file-too-large'],
  ['a PNG of 50,000 × 50,000', 'a.png', () => png(50_000, 50_000, 2000), 'too-many-pixels'],
  ['a PNG of 4,294,967,295 × 1', 'a.png', () => png(0xffff_ffff, 1, 0), 'too-many-pixels'],
  ['a JPEG that says 65,500 × 65,500', 'a.jpg', () => jpegHead(65_500, 65_500), 'too-many-pixels'],
  ['a WebP that says 16,384 × 16,384', 'a.webp', () => webpHead(16_384, 16_384), 'too-many-pixels'],
  ['a picture cut in the middle', 'a.png', async () => (await picture('png')).slice(0, 90), 'broken-file'],
  ['a PNG with fewer rows than it says', 'a.png', () => png(400, 400, 10), 'broken-file'],
  [
    'a head of a JPEG and noise',
    'a.jpg',
    () => bytesOf('\xff\xd8\xff\xe0', new Uint8Array(90)),
    'broken-file',
  ],
  ['a picture under the name of a PDF', 'act.pdf', () => picture('jpeg'), 'not-what-it-says'],
  ['a picture with two endings', 'photo.png.exe', () => picture('png'), 'not-what-it-says'],
  ['a ZIP under the name of a picture', 'photo.jpg', () => zip('42.zip'), 'archive'],
  ['a gzip bomb as a PDF', 'a.pdf', () => bytesOf(gzipSync(new Uint8Array(20 << 20))), 'archive'],
  ['an archive with a way out', 'a.zip', () => zip('../../etc/cron.d/x'), 'archive'],
  ['a RAR', 'a.png', () => bytesOf('Rar!\x1a\x07\x01\0'), 'archive'],
  [
    'a document with a macro',
    'a.docm',
    () => zip('[Content_Types].xml word/vbaProject.bin'),
    'macro-document',
  ],
  [
    'the same, renamed to a document without',
    'a.docx',
    () => zip('[Content_Types].xml word/vbaProject.bin'),
    'macro-document',
  ],
  [
    'a sheet of old Excel',
    'a.xls',
    () => bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', new Uint8Array(600)),
    'macro-document',
  ],
  ['an RTF with an object', 'a.doc', () => bytesOf('{\\rtf1{\\object}}'), 'macro-document'],
  [
    'a document without macros',
    'a.docx',
    () => zip('[Content_Types].xml word/document.xml'),
    'office-document',
  ],
  ['a program of Windows', 'a.jpg', () => bytesOf('MZ\x90\0', new Uint8Array(100)), 'program'],
  ['a program of Linux', 'a.png', () => bytesOf('\x7fELF', new Uint8Array(100)), 'program'],
  ['a script of the shell', 'a.pdf', () => bytesOf('#!/bin/sh\n'), 'program'],
  ['an SVG', 'a.svg', () => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg">${html}</svg>`), 'web-page'],
  ['an SVG behind its mark of bytes', 'a.png', () => bytesOf('\xef\xbb\xbf<?xml?><svg/>'), 'web-page'],
  ['an HTML as a picture', 'a.jpg', () => bytesOf(`\n <html>${html}`), 'web-page'],
  ['a plain text', 'a.txt', () => bytesOf('words'), 'unknown-kind'],
  ['a film', 'a.jpg', () => bytesOf('\0\0\0\x20ftypisom'), 'unknown-kind'],
  ['a font', 'a.png', () => bytesOf('wOF2\0\x01\0\0'), 'unknown-kind'],
  ['a PDF with a script', 'a.pdf', () => pdf(script), 'active-pdf'],
  [
    'a PDF with a script in hex',
    'a.pdf',
    () => pdf(script.replace('JavaScript', 'J#61va#53cript')),
    'active-pdf',
  ],
  [
    'a PDF with a script in a packed object',
    'a.pdf',
    () => pdf(stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.from(script)))),
    'active-pdf',
  ],
  [
    'the same, its packing written in hex',
    'a.pdf',
    () => pdf(stream('/Type /Obj#53tm /Filter /Fl#61teDecode', deflateSync(Buffer.from(script)))),
    'active-pdf',
  ],
  [
    'a PDF with objects packed in another way',
    'a.pdf',
    () => pdf(stream('/Type /ObjStm /Filter /LZWDecode', Buffer.from('x'))),
    'active-pdf',
  ],
  ['a PDF that starts a program', 'a.pdf', () => pdf('<< /S /Launch /F (cmd.exe) >>'), 'active-pdf'],
  ['a PDF with a file inside', 'a.pdf', () => pdf('<< /Type /EmbeddedFile >>'), 'active-pdf'],
  ['a PDF with a form that sends itself', 'a.pdf', () => pdf('<< /S /SubmitForm >>'), 'active-pdf'],
  ['a PDF with a password', 'a.pdf', () => pdf('<< /Encrypt 5 0 R >>'), 'locked-pdf'],
  ['a PDF with a script of HTML behind it', 'a.pdf', () => pdf('', html), 'two-in-one'],
  ['a PDF that is a ZIP as well', 'a.pdf', () => pdf(zip('a.exe')), 'two-in-one'],
  ['a PDF behind a page of HTML', 'a.pdf', () => bytesOf(html, pdf('')), 'web-page'],
  ['a PDF without an end', 'a.pdf', () => bytesOf('%PDF-1.7\n'), 'broken-file'],
  ['a PDF of a million streams', 'a.pdf', () => pdf('/Fl stream\n'.repeat(900_000)), 'bomb'],
  [
    'a PDF with a stream of 60 MB in 60 KB',
    'a.pdf',
    () => pdf(stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(60 << 20), { level: 9 }))),
    'bomb',
  ],
]

describe('hazards', () => {
  test.each(hazards)('%s is refused', async (_, name, bytes, code) => {
    const read = await readFile(name, await bytes())
    expect(read.ok ? 'taken' : read.refusal.code).toBe(code)
  })

  test('control: a reader that trusts the first bytes lets every dressed-up file through', async () => {
    const trusted = []
    for (const [what, , bytes] of hazards) if (sniff(await bytes()).includes('/')) trusted.push(what)
    expect(trusted).toContain('a PDF with a script of HTML behind it')
    expect(trusted.length).toBeGreaterThan(15)
  })
})

describe('what may be handed in', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('a %s comes back without its place', async (type) => {
    const given = await picture(type)
    expect((await sharp(given).metadata()).exif, 'control: the place is in what was given').toBeDefined()
    const read = await readFile(`Сурет ${type}.${type === 'jpeg' ? 'JPG' : type}`, given)
    if (!read.ok) throw new Error(read.refusal.code)
    const seen = await sharp(read.value.bytes).metadata()
    expect([seen.format, seen.width, seen.height]).toEqual([type, 60, 40])
    expect([seen.exif, seen.icc, seen.xmp, seen.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(read.value.name).toMatch(/^Сурет (jpeg\.jpg|png\.png|webp\.webp)$/)
  })

  test('a picture with a page of HTML in its comment and behind its end keeps none of it', async () => {
    const given = bytesOf(png(8, 8, 8, [chunk('tEXt', Buffer.from(`Comment\0${html}`))]), html)
    const read = await readFile('a.png', given)
    expect(read.ok && Buffer.from(read.value.bytes).includes('script')).toBe(false)
    expect(read.ok).toBe(true)
  })

  test('a PDF stays as it is, to the byte, packed objects and all', async () => {
    const objects = deflateSync(Buffer.from('4 0 << /Type /Font >>'))
    const given = pdf(stream('/Type /ObjStm /Filter /FlateDecode', objects))
    const read = await readFile('Хат №5.pdf', given)
    expect(read.ok && Buffer.from(read.value.bytes).equals(given)).toBe(true)
    expect(read.ok && read.value.name).toBe('Хат №5.pdf')
  })

  test('a name brings no folder, no turned words and no lost end', async () => {
    const given = await picture('png')
    const names = await Promise.all(
      [
        '../../etc/a.png',
        'C:\\x\\b.png',
        'a\u202egpj.png',
        'c',
        '"><script>.png',
        `${'ұ'.repeat(300)}.png`,
      ].map(async (name) => {
        const read = await readFile(name, given)
        return read.ok ? read.value.name : read.refusal.code
      }),
    )
    expect(names).toEqual(['a.png', 'b.png', 'a-gpj.png', 'c.png', 'script.png', `${'ұ'.repeat(80)}.png`])
  })
})
