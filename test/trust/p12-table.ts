// Every parser that takes strangers' bytes: what it is fed with, and how it is asked.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { Hono } from 'hono'
import { guessColumns, nothingAssumed, readDay, readOldLines, readSpreadsheet, readStart } from '#calendar'
import { type Instant, localDate, parseLocalDate, parsePeriod } from '#kernel'
import { readAddress } from '#notices'
import { PlaceNames, readKnowledge } from '#reading'
import { challengeFor, checkProof, parseReceiptCode, parseRequestKey } from '#receipts'
import {
  isFormat,
  readImportLines,
  readMapping,
  readMoment,
  readRows,
  readWords,
  readingOf,
  shippedMappings,
  tidyWords,
} from '#requests'
import {
  type Unit,
  akimOffice,
  readBorders,
  readDemonstration,
  readNameQuery,
  readPointFile,
  readRegisterFile,
} from '#territory'

export type Parser = {
  readonly seeds: readonly Buffer[]
  /** Inputs at the edge of what is taken: where growth shows that small ones hide. */
  readonly giants?: readonly (() => Buffer)[]
  /** Returns or refuses; what it throws is a fault, unless `throws` knows it. */
  readonly parse: (bytes: Buffer) => unknown
  readonly throws?: (fault: unknown) => boolean
}

const root = join(import.meta.dirname, '../..')
const at = '2026-11-23T05:00:00.000Z' as Instant
const secret = 'a secret of the tests'
const mega = 1024 * 1024

/** A ZIP archive of these parts, as workbooks are packed. */
export function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content as string)]
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, path, packed])
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(offset, 12)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, entry.subarray(2), path]),
    )
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, list, Buffer.from('PK\u0005\u0006'), end])
}

const sheetXml = `<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Дата</t></is></c><c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>46346.395833</v></c><c r="C2" t="s"><v>2</v></c></row></sheetData></worksheet>`
const bookParts = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/sharedStrings.xml':
    '<sst><si><t>Номер обращения</t></si><si><t>Текст обращения</t></si><si><r><t>Нет </t></r><r><t>воды &amp; света</t></r></si></sst>',
  'xl/worksheets/sheet1.xml': sheetXml,
}

const units: Unit[] = readDemonstration(join(root, 'data/demonstration/territory.yaml'))
  .slice(0, 40)
  .map((unit) => ({ ...unit, from: null, to: null }))
const home = units[0]!.code
const mappings = [...shippedMappings().values()]
const mark = (words: string) => createHash('sha256').update(words).digest('base64url')

/** Rows of another system, all the way to what each says. */
function importOf(bytes: Buffer) {
  const rows = readRows(bytes)
  if (!rows.ok) return rows
  const reading = readingOf(mappings[bytes.length % mappings.length]!, rows.value.headers)
  const ground = { home, units, nameOf: ({ name }: Unit) => name.kk, reading, otherwise: home, now: at, mark }
  return readImportLines(ground, rows.value)
}

function oldListOf(bytes: Buffer) {
  const sheet = readSpreadsheet(bytes)
  if (!sheet.ok) return sheet
  return readOldLines(
    {
      office: akimOffice(home),
      home,
      units,
      today: localDate('2026-11-23'),
      columns: guessColumns(sheet.value.headers, {}),
      assumed: nothingAssumed,
      nameOf: ({ name }) => name.kk,
    },
    sheet.value.rows,
  )
}

const boundary = 'boundary'
const formSeeds = [
  `--${boundary}\r\nContent-Disposition: form-data; name="words"\r\n\r\nСу жоқ\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\na;b\r\n1;2\r\n--${boundary}--\r\n`,
  `--${boundary}\r\nContent-Disposition: form-data; name="key"\r\n\r\nabc\r\n--${boundary}--`,
].map((text) => Buffer.from(text))
const form = new Hono().post('/', async (c) => c.json(Object.keys(await c.req.parseBody())))
form.onError((_, c) => c.body(null, 400))

const { lexicon, names, learnt } = readKnowledge()
const reader = {
  lexicon,
  learnt,
  names,
  places: new PlaceNames(
    units.map(({ code, name }) => ({ id: code, names: [name.kk, name.ru] })),
    true,
  ),
}

const csv = Buffer.from(
  'Номер обращения;Дата регистрации;Время;Текст обращения;Населённый пункт;Тип обращения\r\n1;20.11.2026;09:30;"Нет ""воды""\r\nвторой день";Көкшетау;Жалоба\r\n2;2026-11-20T10:00:00Z;;Су жоқ;"обл, ауд; көше";\r\n',
)
const oldCsv = Buffer.from(
  'Дата;Населённый пункт;Время;Длительность;Состояние;Дата объявления;Где опубликовано\n14.05.2025;Көкшетау;10:00;90;состоялась;01.05.2025;сайт\n46346,x,9.30\n',
)
const of = (...texts: string[]) => texts.map((text) => Buffer.from(text))
const textOf = (bytes: Buffer) => bytes.toString('utf8')
const many = (text: string, bytes: number) => () => Buffer.alloc(bytes, text)

export const parsers: Readonly<Record<string, Parser>> = {
  'requests csv': {
    seeds: [csv, ...of('id,created_at,text\n1,2026-11-20,"a"\n', 'a\tb\n"\n"\t"x""y"\n')],
    giants: [
      many('"', 8 * mega),
      many('"\n', 8 * mega),
      many('"a\n', 8 * mega),
      many(';', 8 * mega),
      many('a;b\n', 8 * mega),
      () => Buffer.concat([csv, Buffer.alloc(7 * mega, '"a;""\n')]),
      () => Buffer.concat([csv, Buffer.alloc(7 * mega, '3;20.11.2026;;ы;а,б,в,г,д,е;\n')]),
    ],
    parse: importOf,
  },
  'requests workbook': {
    seeds: [zip(bookParts)],
    giants: [
      () =>
        zip({
          ...bookParts,
          'xl/worksheets/sheet1.xml': Buffer.alloc(60 * mega, '<row><c><v>1</v></c></row>'),
        }),
      () => zip({ ...bookParts, 'xl/sharedStrings.xml': Buffer.alloc(15 * mega, '<si><t>') }),
      () => zip({ ...bookParts, 'xl/worksheets/sheet1.xml': Buffer.alloc(20 * mega, '<row ') }),
    ],
    parse: importOf,
  },
  'workbook parts': {
    seeds: of(sheetXml, bookParts['xl/sharedStrings.xml']),
    parse: (bytes) =>
      importOf(
        zip({
          ...bookParts,
          [bytes.length % 2 ? 'xl/worksheets/sheet1.xml' : 'xl/sharedStrings.xml']: bytes,
        }),
      ),
  },
  'requests json': {
    seeds: of(
      '[{"id":1,"created_at":"2026-11-20T09:30:00Z","text":"Нет воды","author":{"name":"x","deep":{"er":{"est":1}}}}]',
      '{"id":"a","date":"2026-11-20","message":"Су жоқ"}\n{"id":"b","date":"","message":null}\n',
      '{"data":[{"id":true,"text":["x"]}],"next":null}',
    ),
    giants: [
      many('[', 8 * mega),
      many('{"a":', 8 * mega),
      many('{}\n', 8 * mega),
      () => Buffer.from(`[${'{},'.repeat((8 * mega) / 3 - 4)}{}]`),
      () => Buffer.from(`[{${Array.from({ length: 500_000 }, (_, n) => `"k${n}":1`).join()}}]`),
    ],
    parse: importOf,
  },
  'mapping yaml': {
    seeds: ['hotline-109', 'akims-blog', 'social'].map((name) =>
      readFileSync(join(root, `data/import-mappings/${name}.yaml`)),
    ),
    giants: [
      many('[', 32 * 1024),
      many('- ', 32 * 1024),
      many('a: ', 32 * 1024),
      many('? ', 32 * 1024),
      many('"', 32 * 1024),
      many('&a *a ', 32 * 1024),
      many('{a: ', 32 * 1024),
    ],
    parse: (bytes) => readMapping(textOf(bytes)),
  },
  'old meetings': {
    seeds: [oldCsv, zip(bookParts)],
    giants: [many('"', 2 * mega), many(';', 2 * mega), many('а;б\n', 2 * mega)],
    parse: oldListOf,
  },
  'register, points': {
    seeds: of(
      'code,parent,level,type,akim,name_kk,name_ru,short_kk,short_ru\n310000000,,oblast,region,region,Жамбыл облысы,Жамбылская область,Жамбыл,Жамбылская\n',
      'code,lat,lon\n310000000,42.9,71.4\n',
    ),
    giants: [many('"', 8 * mega), many(',', 8 * mega)],
    parse: (bytes) => [readRegisterFile('a', bytes), readPointFile('a', bytes)],
  },
  borders: {
    seeds: of(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Жамбыл","code":"310000000"},"geometry":{"type":"Polygon","coordinates":[[[71,43],[72,43],[72,44],[71,43]]]}}]}',
    ),
    giants: [many('[', 8 * mega)],
    parse: (bytes) => readBorders('a', bytes),
  },
  'multipart form': {
    seeds: formSeeds,
    giants: [
      many('\r\n--boundary', 4 * mega),
      () => Buffer.concat([formSeeds[0]!.subarray(0, 60), Buffer.alloc(4 * mega, '\r\n')]),
    ],
    parse: (bytes) =>
      form.request('/', {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      }),
  },
  'days, hours, periods': {
    seeds: of(
      '2026-11-20T09:30:15.250+05:00',
      '20.11.2026, 09:30:00',
      '46346.395833',
      '2026-H1',
      '9-00',
      'DD.MM.YYYY HH:mm',
    ),
    parse: (bytes) => {
      const text = textOf(bytes)
      const formats = [text.slice(0, 30), 'DD.MM.YYYY HH:mm'].filter(isFormat)
      return [
        readMoment(text, []),
        readMoment(text, formats),
        readDay(text),
        readStart(text),
        parseLocalDate(text),
        parsePeriod(text),
      ]
    },
  },
  'receipt codes, keys of forms': {
    seeds: of('0123 4567 89AB CDEF', 'oil0-0000-0000-0000', 'abcdefghijklmnopqrstuvwx'),
    parse: (bytes) => [parseReceiptCode(textOf(bytes)), parseRequestKey(textOf(bytes))],
  },
  'proof of work': {
    seeds: of(
      JSON.stringify({
        challenge: JSON.parse(await challengeFor(secret, 1_000, at)) as unknown,
        solution: { counter: 1_000, derivedKey: 'ab' },
      }),
      '{"challenge":{"parameters":{"cost":1,"keyLength":32,"data":{"until":9e99}},"signature":"x"},"solution":{"counter":1e9}}',
    ),
    parse: (bytes) => checkProof(secret, textOf(bytes), at),
  },
  addresses: {
    seeds: of('aigul@example.kz', '+7 (701) 123-45-67', 'a@пошта.қаз'),
    parse: (bytes) => [readAddress('mail', textOf(bytes)), readAddress('text', textOf(bytes))],
  },
  'names of places': {
    seeds: of('Көкшетау қаласы', 'с. Зелёный Бор, ул. Абая'),
    parse: (bytes) => readNameQuery(textOf(bytes)),
  },
  'words of citizens': {
    seeds: of(
      'Ауылда су құбыры жарылды, маған хабарласыңыз: 8 701 123 45 67, ИИН 900101300123, aigul@example.kz',
      'Нет света на ул. Абая, дом 5, кв. 7. Карта 4400 4300 1234 5678. С уважением, Ахметов Серик Болатович',
      'kz86125kzt5004100100, salemetsiz be, zhol zhaman, қай уақытта жасайсыздар???',
    ),
    giants: [
      many('8 701 123 45 67 ', 20_000),
      many('а', 20_000),
      many('1', 20_000),
      many('ул. Абая, ', 20_000),
      many('a@', 20_000),
    ],
    parse: (bytes) => readWords(tidyWords(textOf(bytes)).slice(0, 20_000), reader),
  },
}

/** Parsers as somebody might write them in a hurry: each must be found out. */
export const hasty: Readonly<Record<string, Parser>> = {
  'a pattern that goes back and forth': {
    seeds: of('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'),
    parse: (bytes) => /^(?:a+)+$/.test(textOf(bytes)),
  },
  'a loop without an end': {
    seeds: of('a;b;c'),
    parse: (bytes) => {
      let cells = 0
      for (let from = 0; from < bytes.length;) {
        const next = bytes.indexOf(';', from)
        from = next < 0 ? from : next + 1
        cells += 1
      }
      return cells
    },
  },
  'rows without a limit': {
    seeds: of('1000000000'),
    parse: (bytes) => {
      const rows: string[][] = []
      for (let n = Number(textOf(bytes).replace(/\D/g, '')) || 0; n > 0; n -= 1) rows.push([String(n)])
      return rows.length
    },
  },
  'a fault instead of a refusal': {
    seeds: of('{"a":1}'),
    parse: (bytes) => JSON.parse(textOf(bytes)) as unknown,
  },
}
