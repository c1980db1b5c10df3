import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const read = (line: string) => readArguments(line.split(' ').filter(Boolean), '/desk')

test('commands are read, paths from where the caller stands', () => {
  expect(read('serve')).toEqual({ name: 'serve', empty: false })
  expect(read('serve --empty')).toEqual({ name: 'serve', empty: true })
  expect(read('verdicts')).toEqual({ name: 'verdicts' })
  expect(
    read('verdicts --register kato.csv --register b.jsonl --facts f.jsonl --year 2026 --as-of 2026-11-01'),
  ).toEqual({
    name: 'verdicts-of-register',
    register: ['/desk/kato.csv', '/desk/b.jsonl'],
    facts: '/desk/f.jsonl',
    asOf: '2026-11-01',
    year: 2026,
    out: undefined,
  })
  expect(read('law check')).toEqual({ name: 'law-check', coverage: false, acts: undefined })
  expect(read('law check acts2 --coverage')).toMatchObject({
    coverage: true,
    acts: expect.stringMatching(/acts2$/),
  })
  expect(read('import territory kato.csv /data/b.xlsx --edition 2026-07-17')).toEqual({
    name: 'import-territory',
    files: ['/desk/kato.csv', '/data/b.xlsx'],
    edition: '2026-07-17',
  })
  expect(read('import points a.csv /data/b.csv')).toEqual({
    name: 'import-points',
    wish: { files: ['/desk/a.csv', '/data/b.csv'], source: undefined },
  })
  expect(read('import borders a.geojson --source OSM')).toEqual({
    name: 'import-borders',
    wish: { files: ['/desk/a.geojson'], source: 'OSM' },
  })
  expect(
    read('import requests a.csv --office akim.1 --map hotline-109 --meeting m.1 --receipts r.csv'),
  ).toEqual({
    name: 'import-requests',
    wish: {
      file: '/desk/a.csv',
      office: 'akim.1',
      map: { shipped: 'hotline-109' },
      meeting: 'm.1',
      receipts: '/desk/r.csv',
    },
  })
  expect(read('import requests a.csv --office akim.1 --map own.yaml')).toMatchObject({
    wish: { map: { file: '/desk/own.yaml' }, receipts: undefined },
  })
  expect(read('import requests a.csv b.csv --office akim.1 --map x')).toMatchObject({ name: 'help' })
  expect(read('import requests a.csv --map x')).toMatchObject({ name: 'help' })
})

test('what is not understood is said', () => {
  expect(read('')).toEqual({ name: 'help' })
  expect(read('--help')).toEqual({ name: 'help' })
  expect(read('dance')).toEqual({ name: 'help', wrong: 'unknown command: dance' })
  expect(read('import territory')).toEqual({
    name: 'help',
    wrong: 'import territory: name at least one file',
  })
  expect(read('import borders')).toMatchObject({ wrong: 'import borders: name at least one file' })
  expect(read('verdicts --facts f.jsonl')).toMatchObject({
    wrong: 'verdicts: --register, --facts and --as-of belong together',
  })
  expect(read('verdicts --register r --facts f --as-of 2026-02-30')).toMatchObject({
    wrong: 'verdicts: --as-of 2026-02-30 is not a day (YYYY-MM-DD)',
  })
  expect(read('serve --full')).toMatchObject({ name: 'help', wrong: expect.stringContaining('--full') })
})

test('what-if and law export take their folders and files from where the caller stands', () => {
  const flags = ['--with', 'acts-draft/g91', '--register', 'kato.csv', '--year', '2026']
  expect(readArguments(['what-if', ...flags], '/home')).toEqual({
    name: 'what-if',
    draft: '/home/acts-draft/g91',
    register: ['/home/kato.csv'],
    year: 2026,
    facts: undefined,
    asOf: undefined,
    json: false,
  })
  const wrong = (args: string[]) => (readArguments(args, '/') as { wrong?: string }).wrong
  expect(wrong(['what-if', '--with', 'x'])).toBe(
    'what-if: needs --with FOLDER, --register FILE and --year YYYY',
  )
  expect(wrong(['what-if', ...flags, '--as-of', '2026-05-01'])).toMatch(/--as-of asks about facts/)
  expect(wrong(['what-if', ...flags, '--facts', 'f', '--as-of', 'May'])).toMatch(/is not a day/)
  expect(readArguments(['law', 'export', '--format', 'akn', '--out', 'x'], '/home')).toEqual({
    name: 'law-export',
    format: 'akn',
    out: '/home/x',
  })
  expect(wrong(['law', 'export', '--format', 'pdf', '--out', 'x'])).toMatch(/--format akn\|jsonld\|schema/)
})

test('an account needs its person, office and role', () => {
  expect(read('account password merke.author')).toEqual({
    name: 'account',
    wish: { deed: 'password', login: 'merke.author' },
  })
  expect(read('account add merke.author --person Author --office akim.315400000 --role author')).toEqual({
    name: 'account',
    wish: { deed: 'add', login: 'merke.author', person: 'Author', office: 'akim.315400000', role: 'author' },
  })
  expect(read('account add merke.author --person Author')).toMatchObject({ name: 'help' })
  expect(read('account dance merke.author')).toEqual({ name: 'help', wrong: 'account: add or password' })
})

test('a benchmark instance takes seconds of CPU and a seed', () => {
  expect(read('plan --pvrp p01.txt --seconds 2.5 --seed 7 --out p01.sol')).toEqual({
    name: 'plan-pvrp',
    wish: { file: '/desk/p01.txt', seconds: 2.5, seed: 7, out: '/desk/p01.sol' },
  })
  expect(read('plan --pvrp p01.txt --seconds soon')).toEqual({
    name: 'help',
    wrong: 'plan --pvrp: --seconds soon is not a length of time',
  })
  expect(read('plan --pvrp p01.txt --seed -1').name).toBe('help')
})
