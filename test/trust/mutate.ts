// Bytes that nobody meant: seeds of a corpus, turned in a few places; the same numbers give the same bytes.

/** Chance from a number (mulberry32): from 0 up to 1. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What parsers stumble over: ends, quotes, brackets, entities, numbers, letters of other kinds. */
const tokens = [
  '\0',
  '\ufeff',
  '\u202e',
  '\u200b',
  '\ud800',
  '🏔',
  '٢٠',
  'ё',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\x1b[2J',
  '"',
  '""',
  '","',
  ';',
  ',',
  "'",
  '\\',
  '\\u0000',
  '\\ud83d',
  '{',
  '}',
  '[',
  ']',
  '{"a":',
  '[[[[',
  ']]]]',
  '{}',
  'null',
  'true',
  '-',
  '-0',
  '1e309',
  '0x10',
  'NaN',
  '9007199254740993',
  '00',
  '31.02.2026',
  '2026-02-30',
  '24:00',
  'T',
  'Z',
  '+99:99',
  '46346.5',
  '<',
  '>',
  '</',
  '<!DOCTYPE a [',
  '<!ENTITY',
  '&#x110000;',
  '&amp;',
  '&a;',
  ']]>',
  '<row>',
  '<c r="ZZZ1" t="s"><v>-1</v></c>',
  '&x',
  '*x',
  '!!js/function',
  '<<: *x',
  '? ',
  '- ',
  ': ',
  '|',
  '>-',
  '%YAML 9.9',
  '---',
  '...',
  '__proto__',
  'constructor',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '\r\n\r\n',
  '--boundary',
  '--boundary--',
  'filename="',
  '=HYPERLINK("x")',
  'а',
  ' ',
  '@',
  '+7',
  '8 701 123 45 67',
  '{{',
  '%',
  '%00',
  '../',
  'ʼ',
  '０１',
  '.',
  '..',
].map((token) => Buffer.from(token))

const mostBytes = 96 * 1024

/** One of the seeds with one to six changes; now and then a piece many times over, to find what grows too fast. */
export function mutant(seeds: readonly Buffer[], chance: () => number): Buffer {
  const some = (n: number) => Math.floor(chance() * n)
  const pick = <T>(list: readonly T[]): T => list[some(list.length)]!
  let bytes = Buffer.from(pick(seeds))
  for (let changes = 1 + some(6); changes > 0; changes -= 1) {
    const at = some(bytes.length + 1)
    const piece = () => bytes.subarray(at, at + 1 + some(Math.min(64, bytes.length)))
    const join = (...parts: readonly Uint8Array[]) =>
      void (bytes = Buffer.concat(parts).subarray(0, mostBytes))
    switch (some(9)) {
      case 0:
        if (at < bytes.length) bytes[at]! ^= 1 << some(8)
        break
      case 1:
        if (at < bytes.length) bytes[at] = pick([0, 0x0a, 0x22, 0x2c, 0x3b, 0x7f, 0x80, 0xc3, 0xff])
        break
      case 2:
        join(bytes.subarray(0, at), bytes.subarray(at + 1 + some(32)))
        break
      case 3:
      case 4:
        join(bytes.subarray(0, at), pick(tokens), bytes.subarray(at))
        break
      case 5:
        join(bytes.subarray(0, at), piece(), bytes.subarray(at))
        break
      case 6: {
        const other = pick(seeds)
        join(bytes.subarray(0, at), other.subarray(some(other.length)))
        break
      }
      case 7:
        bytes = bytes.subarray(0, at)
        break
      default: {
        const part = chance() < 0.5 ? pick(tokens) : piece()
        const times = 1 + some(chance() < 0.1 ? 20_000 : 300)
        join(
          bytes.subarray(0, at),
          Buffer.alloc(Math.min(part.length * times, mostBytes), part.length > 0 ? part : ' '),
          bytes.subarray(at),
        )
      }
    }
  }
  return bytes
}
