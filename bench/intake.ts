// npm run bench -- intake [requests] [strangers | alone]: reading a request, finding its group in a pool of 100,000, memory for
// 1,000,000; with `strangers` only the memory where hardly two requests belong together, with `alone` where no two do
// (features are drawn, nothing is read).
//
// Texts are put together from phrases, seeded, so that the same come every time; names of villages and streets are drawn,
// so that words keep being new. With KEZDESU_SHARED set, the labelled requests in its folder `data` are read too and scored
// by the script that lies beside them (Python 3).
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Grouper,
  PlaceNames,
  analyseRequests,
  featuresOf,
  findPersonalData,
  maskPersonalData,
  namesShown,
  readKnowledge,
  readRequest,
} from '#reading'
import { type RequestReading } from '#reading'
import { troubles as commonTroubles, drawsFrom } from './invented-requests.ts'
import { peakMemory, quantile, round, timed } from './measure.ts'

const many = Number(process.argv[2] ?? 1_000_000)
const mode = process.argv[3]
const pool = 100_000
const asked = 2_000
const knowledge = readKnowledge()

const draw = drawsFrom(20261122)
const one = <T>(list: readonly T[]): T => list[draw(list.length)]!

const beginnings = [
  'Ақ',
  'Қара',
  'Көк',
  'Сары',
  'Жаңа',
  'Үлкен',
  'Тас',
  'Қызыл',
  'Бес',
  'Той',
  'Ой',
  'Жар',
  'Мұз',
  'Ала',
]
const ends = [
  'бұлақ',
  'тоғай',
  'төбе',
  'көл',
  'арық',
  'дала',
  'құдық',
  'жар',
  'қайнар',
  'шоқы',
  'сай',
  'терек',
  'өзек',
  'тас',
]
const villages = beginnings.flatMap((beginning) => ends.map((end) => beginning + end))
const streets = [
  'Абай',
  'Сәтпаев',
  'Достық',
  'Мира',
  'Жамбыл',
  'Победы',
  'Тәуелсіздік',
  'Бөгенбай батыр',
  'Школьная',
  'Әуезов',
]
const troubles = [
  ...commonTroubles,
  ['интернет жоқ, балалар сабақ оқи алмайды', 'интернета нет, детям не поступить на урок'],
  ['мал дәрігері жоқ, мал ауырып жатыр', 'нет ветеринара, скот болеет'],
  ['иесіз иттер көбейді, балалар қорқады', 'стаи собак, дети боятся ходить'],
  ['газ қысымы төмен, пеш сөніп қалады', 'давление газа слабое, котёл гаснет'],
] as const
const wishes = [
  'Шара қолданыңыздар.',
  'Көмектесіңіздерші!',
  'Жөндеп беріңіздер.',
  'Просим принять меры.',
  'Когда решите вопрос?',
  'Сколько ждать?',
  '',
]
const syllables = ['ба', 'қу', 'ле', 'мо', 'ри', 'са', 'ту', 'ше', 'жо', 'ны', 'қа', 'де']
const newWord = () => Array.from({ length: 3 + draw(2) }, () => one(syllables)).join('')
const phone = () => `8 7${draw(90) + 10} ${draw(900) + 100} ${draw(90) + 10} ${draw(90) + 10}`

/** An id of the length that ids of the product have. */
const newId = () =>
  [8, 4, 4, 4, 12].map((length) => Array.from({ length }, () => draw(16).toString(16)).join('')).join('-')

/** One request: where, what, and a tail of its own; one in twelve names a telephone. */
function request(village = one(villages)): string {
  const [kk, ru] = one(troubles)
  const kazakh = draw(3) > 0
  const where = kazakh
    ? one([`${village} ауылында`, `${village}да`, `${village} ауылы, ${one(streets)} көшесі:`])
    : one([`В селе ${village}`, `${village}, улица ${one(streets)}:`, `${village}.`])
  const tail = draw(3) === 0 ? ` ${newWord()} ${newWord()} ${draw(40)} ${newWord()}.` : ''
  return `${where} ${kazakh ? kk : ru}.${tail} ${one(wishes)}${draw(12) === 0 ? ` Тел. ${phone()}` : ''}`.trim()
}

function speed() {
  const texts = Array.from({ length: 20_000 }, request)
  const places = new PlaceNames()
  const context = { ...knowledge, places }
  for (const text of texts.slice(0, 2000)) readRequest(text, context)
  const observed = timed(() => texts.forEach((text) => places.observe(namesShown(text, knowledge.lexicon))))
  const read = timed(() => texts.forEach((text) => readRequest(text, context)))
  return {
    characters: Math.round(texts.join('').length / texts.length),
    readPerSecondOfCore: Math.round((texts.length / read.cpu) * 1000),
    withNamesLearntPerSecondOfCore: Math.round((texts.length / (read.cpu + observed.cpu)) * 1000),
  }
}

function latencyAndMemory() {
  const places = new PlaceNames()
  const context = { ...knowledge, places }
  for (let at = 0; at < 3000; at++) places.observe(namesShown(request(), knowledge.lexicon))
  const grouper = new Grouper(newId)
  const add = () => {
    const reading: RequestReading = readRequest(request(), context)
    return grouper.add(newId(), featuresOf(reading))
  }
  for (let at = 0; at < pool; at++) add()
  const times: number[] = []
  for (let at = 0; at < asked; at++) times.push(timed(add).wall)
  for (let at = pool + asked; at < many; at++) add()
  return {
    pool,
    readAndGroupMs: {
      median: round(quantile(times, 0.5)),
      p99: round(quantile(times, 0.99)),
      worst: round(quantile(times, 1)),
    },
    requestsHeld: grouper.size,
    peakMemoryMb: peakMemory(),
  }
}

/** Each from a village that nobody else writes from. */
function strangers() {
  const context = { ...knowledge, places: new PlaceNames() }
  const grouper = new Grouper(newId)
  const groups = new Set<string>()
  const { cpu } = timed(() => {
    for (let at = 0; at < many; at++) {
      const village = `${newWord()}${at}${newWord()}`.replace(/\d/g, (digit) => syllables[Number(digit)]!)
      const text = request(village[0]!.toUpperCase() + village.slice(1))
      groups.add(grouper.add(newId(), featuresOf(readRequest(text, context))).group)
    }
  })
  return {
    requestsHeld: grouper.size,
    groups: groups.size,
    secondsOfCore: round(cpu / 1000),
    peakMemoryMb: peakMemory(),
  }
}

/** Each in a group of its own: another place, other letters. */
function alone() {
  const grouper = new Grouper(newId)
  const facets = ['water', 'waste', 'road-repair', 'bus', 'gas', 'lamps', 'school', 'doctor']
  const { cpu } = timed(() => {
    for (let at = 0; at < many; at++) {
      const [facet, beside] = [one(facets), one(facets)]
      grouper.add(newId(), {
        sphere: facet,
        place: `place ${at}`,
        streets: [],
        institutions: [],
        stems: [...Array.from({ length: 5 }, () => `stem ${draw(3000)}`), `word ${at}`],
        sketch: Uint32Array.from({ length: 64 }, () => draw(2 ** 32)),
        topics: new Map([
          [beside, 0.4],
          [facet, 1],
          [`sphere ${facet}`, 0.75],
        ]),
        problem: true,
      })
    }
  })
  return { requestsHeld: grouper.size, secondsOfCore: round(cpu / 1000), peakMemoryMb: peakMemory() }
}

/**
 * The labelled requests, read as `kezdesu analyse` reads them, and what the script beside them says; `masked`: as the
 * product reads them, when personal data are already gone.
 */
function scores(masked: boolean) {
  const shared = process.env.KEZDESU_SHARED
  const file = join(shared ?? '', 'data/requests-dev.jsonl')
  if (!shared || !existsSync(file)) return 'KEZDESU_SHARED is not set'
  const requests = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; text: string })
  const folder = mkdtempSync(join(tmpdir(), 'intake-'))
  const read = masked
    ? requests.map(({ id, text }) => ({
        id,
        text: maskPersonalData(text, findPersonalData(text, knowledge.names)),
      }))
    : requests
  const lines = analyseRequests(read, knowledge).map(({ id, reading, grouping }) =>
    JSON.stringify({
      id,
      sphere: reading.sphere,
      lang: reading.language,
      kind: reading.kind,
      level: reading.level,
      cluster: grouping.group,
      pii: reading.personal,
      near_duplicate_of: grouping.copyOf,
    }),
  )
  writeFileSync(join(folder, 'predictions.jsonl'), lines.join('\n'))
  const said = execFileSync(
    'python3',
    [join(shared, 'data/score-requests.py'), join(folder, 'predictions.jsonl')],
    { encoding: 'utf8' },
  )
  rmSync(folder, { recursive: true })
  return JSON.parse(said) as unknown
}

const figures =
  mode === 'strangers'
    ? strangers()
    : mode === 'alone'
      ? alone()
      : { speed: speed(), scores: scores(false), scoresOfMaskedWords: scores(true), ...latencyAndMemory() }
console.log(JSON.stringify(figures, null, 1))
