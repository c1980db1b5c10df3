// What nobody should send and somebody will: requests for every route, wrong in one way or in many.
import * as fc from 'fast-check'

export type Input = {
  readonly method: string
  /** Path and query, as bytes would stand in a request line. */
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array<ArrayBuffer> | string | null
}

export type Route = { readonly method: string; readonly path: string }

/** What a well-meaning request would say. */
export type Known = {
  readonly origin: string
  readonly cookie: string
  readonly csrf: string
  readonly params: Readonly<Record<string, readonly string[]>>
  readonly queries: Readonly<Record<string, readonly string[]>>
  /** By the end of the route that takes the form. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

const of = (...words: string[]) => fc.constantFrom(...words)
const oneIn = <T>(n: number, rare: fc.Arbitrary<T>, usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: n - 1, arbitrary: usual }, { weight: 1, arbitrary: rare })

/** Words with signs that are not letters: controls, NUL, bidirectional marks, half surrogates, other digits. */
const oddWords = fc.oneof(
  of(
    '\0',
    'a\0b',
    '\x1b[2J',
    '',
    ' ',
    '\x7f',
    '\u202Eabc',
    '\u2066x',
    '\uFEFF',
    '\u200B',
    '\uD800',
    'x\uDC00',
    '\uFFFF',
    '🏔',
  ),
  of(
    '-',
    '0',
    '-1',
    '1e9',
    'NaN',
    '٢٠٢٧',
    '２０２７',
    '2027-02-30',
    '9999-12-31',
    '0000-01-01',
    '0001-01-01',
  ),
  of(
    '9999',
    '2100',
    '2027-H3',
    '9999-Q4',
    '0000',
    '000000000',
    '999999999',
    '24:00',
    '-0',
    '00000000000000000',
  ),
  of('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', '[object Object]'),
  of(
    `' or 1=1 --`,
    '"><script>',
    '${7*7}',
    '../../etc/passwd',
    '..',
    '.',
    '/',
    '\\',
    '//evil.example',
    '%',
    '%_',
  ),
  of('a,b', '{}', '[]', '*', '\r\nset-cookie: a=b', '\t', 'ﷺ'.repeat(99), 'ә'.repeat(501), 'a'.repeat(5_000)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

/** A part of an address: encoded words, or bytes that decode to nothing. */
const oddPart = fc.oneof(
  oddWords.map((words) => encodeURIComponent(words.toWellFormed())),
  of(
    '%00',
    '%ff',
    '%',
    '%zz',
    '%c0%80',
    '%e2%80%ae',
    '%2e%2e',
    '%2f',
    '%5c',
    '%ed%a0%80',
    ';',
    '@',
    ':',
    '~',
  ),
  fc
    .uint8Array({ maxLength: 12 })
    .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
)

const pathOf = ({ path, method }: Route, { params }: Known): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...path
        .split('/')
        .slice(1)
        .map((part) => {
          const name = /^[:{](\w+)/.exec(part)?.[1]
          if (part === '*') return oddPart
          if (name === undefined) return oneIn(60, oddPart, of(part))
          return oneIn(method === 'POST' ? 20 : 3, oddPart, of(...(params[name] ?? ['x'])))
        }),
    )
    .map((parts) => `/${parts.join('/')}`)

const queryOf = ({ queries }: Known): fc.Arbitrary<string> => {
  const pair = fc.oneof(
    ...Object.entries(queries).map(([name, values]) =>
      oneIn(2, oddPart, of(...values)).map((value) => `${name}=${value}`),
    ),
    fc.tuple(oddPart, oddPart).map(([name, value]) => `${name}=${value}`),
    oddPart,
  )
  return fc.oneof(
    of(''),
    fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => `?${pairs.join('&')}`),
  )
}

/** What a header may hold at all (RFC 9110 §5.5): anything but controls, as one byte each. */
const oddHeader = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .uint8Array({ maxLength: 60 })
    .map((bytes) => String.fromCharCode(...bytes.filter((byte) => byte > 31 && byte !== 127))),
  of(
    '',
    ',',
    ';',
    '=',
    '*',
    '*;q=0',
    '-',
    'kk;q=1.5',
    'ru;q=',
    'a'.repeat(3_000),
    ',kk'.repeat(500),
    'br;q=0, gzip',
  ),
)

const headerNames = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-language',
  'cookie',
] as const
const moreNames = [
  'if-modified-since',
  'if-none-match',
  'origin',
  'range',
  'referer',
  'x-csrf-token',
] as const
const lastNames = [
  'sec-fetch-site',
  'user-agent',
  'x-forwarded-for',
  'x-http-method-override',
  'forwarded',
] as const

const headersOf = (method: string, { cookie, origin }: Known): fc.Arbitrary<[string, string][]> =>
  fc
    .tuple(
      fc.array(fc.tuple(of(...headerNames, ...moreNames, ...lastNames), oddHeader), { maxLength: 3 }),
      of('', '', 'gzip', 'br', 'gzip, br'),
      method === 'POST'
        ? oneIn(5, of('', `${cookie}; ${cookie}`, cookie.slice(0, -1), `${cookie}x`), of(cookie))
        : of(cookie, '', ''),
      oneIn(8, of('https://evil.example', 'null', ''), of(origin)),
    )
    .map(([odd, encoding, jar, from]) => [
      ...(encoding ? [['accept-encoding', encoding] as [string, string]] : []),
      ...(jar ? [['cookie', jar] as [string, string]] : []),
      ['origin', from],
      // The last one counts.
      ...odd,
    ])

type Sent = { readonly type: string | null; readonly body: Input['body'] }

const oddType = of(
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'APPLICATION/X-WWW-FORM-URLENCODED; charset=koi8-r',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="a\\"b"',
  'multipart/form-data; boundary=x',
  'application/xml',
  'image/png',
  '/',
  '',
)

/** A form as a browser would send it, with one field or none as it should not be. */
function formOf({ path }: Route, { forms, csrf }: Known): fc.Arbitrary<Sent> {
  const fields = forms[path.split('/').at(-1)!] ?? {}
  const names = Object.keys(fields)
  const right = fc.record({
    ...Object.fromEntries(names.map((name) => [name, of(...fields[name]!)])),
    key: oneIn(20, of('a-key-used-before'), fc.uuid()),
  })
  return fc
    .tuple(right, of('', 'key', ...names, ...names, ...names), oddWords, fc.boolean())
    .map(([good, wrong, words, twice]) => {
      const form = new URLSearchParams({ csrf, ...good })
      if (wrong !== '' && twice) form.append(wrong, words)
      else if (wrong !== '') form.set(wrong, words)
      return { type: 'application/x-www-form-urlencoded', body: form.toString() }
    })
}

function multipartOf({ csrf }: Known): fc.Arbitrary<Sent> {
  const part = fc
    .tuple(oddWords, oddWords)
    .map(([name, words]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${words}\r\n`)
  const first = `--x\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`
  const file = `--x\r\ncontent-disposition: form-data; name="reason"; filename="a\0.exe"\r\ncontent-type: a/b\r\n\r\nMZ\r\n`
  return fc
    .tuple(fc.array(fc.oneof(part, of(file)), { maxLength: 4 }), of('--x--\r\n', '--x--', '', '--y--\r\n'))
    .map(([parts, end]) => ({ type: 'multipart/form-data; boundary=x', body: first + parts.join('') + end }))
}

const bodyOf = (route: Route, known: Known): fc.Arbitrary<Sent> =>
  fc.oneof(
    { weight: 30, arbitrary: formOf(route, known) },
    { weight: 5, arbitrary: multipartOf(known) },
    {
      weight: 2,
      arbitrary: fc.tuple(oddType, fc.uint8Array({ maxLength: 200 })).map(([type, body]) => ({ type, body })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(oddType, fc.json(), of('{"__proto__":{"a":1}}', '{"csrf":"\\ud800"}', '{', '[[[['.repeat(999)))
        .map(([type, some, other]) => ({ type, body: some.length % 2 ? some : other })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(oddType, of('', 'csrf', '&&&', '=', 'csrf=&csrf=', '%', 'a=%ff', '&'.repeat(9_999)))
        .map(([type, body]) => ({ type, body })),
    },
  )

/** Beyond what any form may weigh; one in some hundred, for they cost time. */
const huge: fc.Arbitrary<Sent> = oddType.map((type) => ({ type, body: `csrf=${'a'.repeat(300_000)}` }))

/** Requests for these routes, and for addresses that are nearly theirs. */
export function inputs(
  routes: readonly Route[],
  methods: readonly string[],
  known: Known,
): fc.Arbitrary<Input> {
  const anywhere = fc.array(oddPart, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`)
  const nothing = fc.constant<Sent>({ type: null, body: null })
  const writes = routes.filter(({ method }) => method === 'POST')
  return fc
    .constantFrom(...methods)
    .chain((method) =>
      fc.tuple(fc.constant(method), fc.constantFrom(...(method === 'POST' ? writes : routes))),
    )
    .chain(([method, route]) => {
      const path = oneIn(20, anywhere, pathOf(route, known))
      const body = reading.includes(method) ? nothing : oneIn(400, huge, bodyOf(route, known))
      return fc
        .tuple(path, queryOf(known), headersOf(method, known), body)
        .map(([path, query, headers, { type, body }]) => ({
          method,
          target: path + query,
          headers: type === null ? headers : [['content-type', type] as const, ...headers],
          body,
        }))
    })
}

export const reading: readonly string[] = [...Array<string>(6).fill('GET'), 'HEAD', 'OPTIONS']
export const writing: readonly string[] = [
  ...Array<string>(12).fill('POST'),
  'PUT',
  'PATCH',
  'DELETE',
  'BREW',
]
