// What the lexicon says of the sphere: the weights of what is spoken of, more for what comes first and for what is missing.
import type { Hit, Level } from './lexicon.ts'
import { contentStem } from './content-stems.ts'
import { type Taught, nothingTaught } from './learn.ts'
import type { Word } from './words-of.ts'

export type Evidence = {
  readonly concept: string
  readonly sphere: string
  readonly facet: string | null
  readonly level: Level
  readonly score: number
  readonly from: number
  readonly to: number
}

/** What a text says by the lexicon and by corrections alone. */
export type Lexical = {
  readonly scores: ReadonlyMap<string, number>
  readonly evidence: readonly Evidence[]
  /** What corrections of the office add. */
  readonly taught: readonly Evidence[]
}

/** «у школы», «возле рынка»: a place beside which something is. */
const besideBefore = new Set(
  'у возле около рядом напротив перед до за вдоль мимо от ниже выше позади сзади между через после'.split(
    ' ',
  ),
)
/** «мектептің жанында»: the same in Kazakh, after the word. */
const besideAfter =
  /^(жанинда|жаниндаг|жанинан|касинда|касиндаг|манинда|манаи|маниндаг|алдинда|алдина|алдинан|аинала|артинда|артиндаг|турган|бетинде|тусинда|тусиндаг|устинде|устинен|астинда|кеиин|бойинда|бойиндаг|жакин|караман|кар?сиси|ауласинда|жоли|жак$|жакт|боии|боин)/
/** What makes a thing the trouble: it is not there, does not work, is wanted. */
const wanting =
  /^(жок|истемеи|керек|болмаи|жетпе|жетис|нет$|нету$|нужн|нужен|не$|бузил|сине|отсутст|сломан|сломал|ашин|ашил|салин|салип|курил|жабил|закрил|откро|постро|построи|бериниз|жонде|ремонт|кашан|когда|просим|прошу|сураи)/

/** What marks the sentence in which something is asked for. */
const asks =
  /^(керек$|кажет|нужен|нужн|хотим|хочу|прошу|просим|просба|сураим|сураиди|отинем|отиниш|усин|предлаг|салип|салсан|коссан|косин|тартип|тартса|провед|сделаите|постро|откроите|постав)/

/** How much a word counts by the sentence it stands in, counted from the first that speaks of anything. */
const bySentence = [1, 0.72, 0.55, 0.45]

/** Points of spheres by the concepts met, before anything that was learnt. */
export function lexicalSphere(
  words: readonly Word[],
  hits: readonly Hit[],
  taught: Taught = nothingTaught,
): Lexical {
  const topical = hits.filter(({ concept }) => concept.sphere !== null)
  const asking = new Set<number>()
  for (const { fold, sentence } of words) if (asks.test(fold)) asking.add(sentence)
  const rankOf = new Map<number, number>()
  words.forEach(({ fold, sentence }, at) => {
    if (firstOf.test(fold) || (fold === 'во' && words[at + 1]?.fold === 'первих')) rankOf.set(sentence, 1.6)
    else if (
      !rankOf.has(sentence) &&
      (laterOf.test(fold) || (fold === 'во' && words[at + 1]?.fold === 'вторих'))
    )
      rankOf.set(sentence, 0.55)
  })
  const firstSentence = Math.min(...topical.map(({ from }) => words[from]!.sentence))
  const best = new Map<string, Evidence>()
  for (const { concept, from, to, doubted } of topical) {
    const sphere = concept.sphere!
    const sentence = Math.min(words[from]!.sentence - firstSentence, bySentence.length - 1)
    const asked = asking.has(words[from]!.sentence)
    let score = concept.weight * (asked ? Math.max(0.95, bySentence[sentence]!) : bySentence[sentence]!)
    score *= rankOf.get(words[from]!.sentence) ?? 1
    if (isNamedTopic(words, to, from)) score *= 1.5
    if (concept.place && isThere(words, to)) score *= 0.4
    else if (concept.place && isOnTheWay(words, from, to)) score *= 0.5
    if (doubted) score *= 0.25
    if (isBeside(words, from, to)) score *= concept.place ? 0.3 : 0.55
    else if (isSelf(words, from, to)) score *= 0.35
    else if (isWanting(words, from, to)) score *= 1.25
    score *= 1 + (taught.concepts.get(concept.id)?.change ?? 0)
    // Of what is said in one sentence the first counts a little more.
    score *= 1 - 0.01 * Math.min(from, 20)
    const known = best.get(concept.id)
    if (!known || known.score < score)
      best.set(concept.id, {
        concept: concept.id,
        sphere,
        facet: concept.facet,
        level: taught.levels.get(concept.id)?.level ?? concept.level,
        score,
        from,
        to,
      })
  }
  const evidence = [...best.values()].toSorted(
    (a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1),
  )
  const scores = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const { sphere, score } of evidence) {
    const rank = seen.get(sphere) ?? 0
    seen.set(sphere, rank + 1)
    scores.set(sphere, (scores.get(sphere) ?? 0) + score * [1, 0.45, 0.25, 0.12][Math.min(rank, 3)]!)
  }
  const taughtWords = taught.words.size === 0 ? [] : wordsTaught(words, taught)
  for (const { sphere, score } of taughtWords) scores.set(sphere, (scores.get(sphere) ?? 0) + score)
  return { scores, evidence, taught: taughtWords }
}

/** Words that corrections of the office have given a sphere, each once. */
function wordsTaught(words: readonly Word[], taught: Taught): Evidence[] {
  const met = new Map<string, Evidence>()
  words.forEach((word, at) => {
    const stem = contentStem(word)
    const known = taught.words.get(stem)
    if (known && !met.has(stem))
      met.set(stem, {
        concept: `taught ${stem}`,
        sphere: known.sphere,
        facet: null,
        level: 'district',
        score: known.weight,
        from: at,
        to: at,
      })
  })
  return [...met.values()]
}

function isBeside(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1]
  const before2 = words[from - 2]
  if (before && besideBefore.has(before.lower) && before.sentence === words[from]!.sentence) return true
  if (before2 && besideBefore.has(before2.lower) && before2.sentence === words[from]!.sentence) return true
  const after = words[to + 1]
  return after !== undefined && besideAfter.test(after.fold)
}

/** «Зейнеткермін», «такси айдаймын», «я пенсионерка»: who writes, not what of. */
/** What a writer of several troubles puts first, and what comes after it. */
const firstOf = /^(биринши(?:си|ден|сi)?$|бастиси$|главное$|первое$|сначала$|преждевсего)/
const laterOf = /^(екинши(?:си|ден)$|ушинши(?:си|ден)$|второе$|третье$|третие$|еше$|попутно|айтпакши)/

/** «Жер туралы», «су мәселесі», «по поводу дороги»: the writer says what it is about. */
function isNamedTopic(words: readonly Word[], to: number, from: number): boolean {
  const { sentence } = words[to]!
  for (const at of [to + 1, to + 2]) {
    const word = words[at]
    if (
      word?.sentence === sentence &&
      /^(турали|жаили|жаинда|жонинде|маселес|боинша|хакинда)/.test(word.fold)
    )
      return true
  }
  const before = words[from - 1]
  const before2 = words[from - 2]
  if (before?.sentence === sentence && /^(насчет|касательно|поводу|вопросу|проблем)/.test(before.fold))
    return true
  return before2?.sentence === sentence && /^(поводу|вопрос|вопросу|проблема|проблеми)$/.test(before2.fold)
}

/** «Мектеп, ФАП бар»: it is there, so it is not what is wanted. */
function isThere(words: readonly Word[], to: number): boolean {
  for (let at = to + 1; at <= to + 4; at++) {
    const word = words[at]
    if (!word || word.sentence !== words[to]!.sentence || word.fold === 'жок') return false
    if (word.fold === 'бар') return words[at + 1]?.fold !== 'ма'
  }
  return false
}

/** «Мектепке бара алмаймыз», «не довезти до больницы»: where somebody goes, not what is wrong. */
function isOnTheWay(words: readonly Word[], from: number, to: number): boolean {
  const { sentence, fold } = words[to]!
  const goes = /^(?:в|во|до|из)$/.test(words[from - 1]?.fold ?? '') || /(?:ка|ке|га|ге)$/.test(fold)
  if (!goes) return false
  for (let at = from - 3; at <= to + 3; at++)
    if (words[at]?.sentence === sentence && moves.test(words[at]!.fold)) return true
  return false
}
const moves =
  /^(?:езди|едем|едут|едет|ехат|доехат|доед|добира|добрат|довез|довест|везти|везем|везут|воз[иу]|ходи|ходиат|хожу|идти|идут|дойти|доити|доиду|проити|водит|водим|жаиау|бара$|барат|баради|барамиз|барад|бару|барип|апар|жете$|жетед|жету|катина)/

function isSelf(words: readonly Word[], from: number, to: number): boolean {
  if (selfEnding.test(words[to]!.fold)) return true
  const next = words[to + 1]
  // «Көпбалалы анамын», «такси айдаймын»; who says «сұраймын» asks for it.
  if (
    next?.sentence === words[to]!.sentence &&
    /(?:аимин|еимин|имин|болам|боламин|анамин|акемин|киси?мин|адаммин)$/.test(next.fold) &&
    !/^(?:сура|отин|тиле|кала)/.test(next.fold)
  )
    return true
  for (let at = Math.max(0, from - 2); at < from; at++)
    if (selfWords.has(words[at]!.lower) && words[at]!.sentence === words[from]!.sentence) return true
  return false
}
const selfEnding = /[аеиоулнрзжкстпшм](мин|пин|бин)$/
const selfWords = new Set([
  'я',
  'мен',
  'мы',
  'сама',
  'сам',
  'работаю',
  'уважаемый',
  'уважаемая',
  'құрметті',
  'курметти',
])

function isWanting(words: readonly Word[], from: number, to: number): boolean {
  const { sentence } = words[from]!
  for (let at = Math.max(0, from - 2); at <= to + 3; at++)
    if (at < from || at > to) {
      const word = words[at]
      if (word && word.sentence === sentence && wanting.test(word.fold)) return true
    }
  return false
}
