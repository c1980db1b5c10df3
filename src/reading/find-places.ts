// The places a text names: settlements, streets, numbered or named institutions; by the words around, and by what is known.
import type { Word } from './words-of.ts'
import { nameStems, plainStem } from './name-stems.ts'
import type { PlaceNames } from './place-names.ts'
import {
  districtAfter,
  prepositions,
  settlementAfter,
  settlementBefore,
  streetAfter,
  streetBefore,
  tails,
  twoWordsAfter,
} from './place-words.ts'

export type PlaceKind = 'settlement' | 'street' | 'district'

/** A name in a text that may be a place. */
export type NameSight = {
  readonly kind: PlaceKind
  /** Stems it may have, joined by spaces for names of two words; the likeliest first. */
  readonly stems: readonly string[]
  readonly from: number
  readonly to: number
  /** 3: the word for village or street stands by; 1: only its form says so; 0.5: it could be. */
  readonly weight: number
  /** Where something goes to rather than where it is. */
  readonly goal: boolean
}

/** Everything in a text that could be the name of a settlement, district or street. */
export function nameSights(words: readonly Word[], text: string): NameSight[] {
  const sights: NameSight[] = []
  const cased =
    words.some((word) => word.capital && !word.shouted) &&
    words.some((word) => !word.capital && !word.shouted)
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word.script === 'other' || word.fold.length < 2) continue
    const sight = after(words, at, text, cased) ?? beforeIt(words, at, text) ?? byForm(words, at, text, cased)
    if (sight) sights.push(sight)
  }
  return sights
}

const near = (words: readonly Word[], at: number, other: number): boolean =>
  words[other] !== undefined && words[other]!.sentence === words[at]!.sentence

const isGoal = (fold: string): boolean => /(?:га|ге|ка|ке)$/.test(fold)
/** «Возим детей в Аксуат»: with such a verb «в» says where to. */
const moves =
  /^(воз[иу]|гоня|гониа|вез[еу]|езди|езжу|ехат|едем|еду$|добира|уехат|доехат|езжаи|съезд|поехат|катаемс)/
/** The same of a name whose stem is known: «Мерке» ends like a dative and is none. */
const isGoalOf = (fold: string, key: string): boolean => {
  const stem = key.split(' ').at(-1)!
  return fold.startsWith(stem) ? /^.?(?:га|ге|ка|ке)$/.test(fold.slice(stem.length)) : isGoal(fold)
}

/** The name that ends at `at`, when the word after it says what it is. */
function after(words: readonly Word[], at: number, text: string, cased: boolean): NameSight | undefined {
  if (!near(words, at, at + 1)) return undefined
  const word = words[at]!
  const gap = text.slice(word.end, words[at + 1]!.start)
  if (!/^[\s«»"”“-]{1,3}$/.test(gap)) return undefined
  const next = words[at + 1]!.fold
  let kind: PlaceKind | undefined
  let to = at + 1
  if (streetAfter.test(next)) kind = 'street'
  else if (twoWordsAfter.test(next) && near(words, at, at + 2)) {
    kind = 'settlement'
    to = at + 2
  } else if (settlementAfter.test(next)) kind = 'settlement'
  else if (districtAfter.test(next)) kind = 'district'
  if (!kind) return undefined
  if (!named(word, cased) || notNames.test(word.fold) || /^\d/.test(word.fold)) return undefined
  const from =
    near(words, at, at - 1) &&
    ((tails.test(word.fold) && (words[at - 1]!.capital || !cased)) || isRussianPair(words[at - 1]!, word))
      ? at - 1
      : startOf(words, at, kind)
  return {
    kind,
    stems: stemsOf(words, from, at, true),
    from,
    to,
    weight: 3,
    goal: isGoal(words[to]!.fold),
  }
}

/** «Красная Поляна», «Зелёный Гай». */
const isRussianPair = (one: Word, other: Word): boolean =>
  one.capital &&
  other.capital &&
  !one.shouted &&
  !other.shouted &&
  other.end - other.start > 2 &&
  /[^аеиоу](?:аиа|иаиа|ии|ои|ое|ого|ому|ом|им|уиу)$/.test(one.fold) &&
  !/(?:ск|цк)/.test(one.fold)

/** Two capital words before «көшесі» are one name: Төле би, Қабанбай батыр, Тұрар Рысқұлов. */
const startOf = (words: readonly Word[], at: number, kind: PlaceKind): number =>
  kind === 'street' &&
  near(words, at, at - 1) &&
  words[at]!.capital &&
  words[at - 1]!.capital &&
  !words[at - 1]!.opens &&
  words[at - 1]!.end + 1 === words[at]!.start
    ? at - 1
    : at

/** The name that begins at `at`, when the word before it says what it is. */
function beforeIt(words: readonly Word[], at: number, text: string): NameSight | undefined {
  const word = words[at]!
  const before = words[at - 1]
  if (!before || !/^[.\s«"(№-]{1,4}$/.test(text.slice(before.end, word.start)) || notNames.test(word.fold))
    return undefined
  const street = streetBefore.has(before.fold)
  const settlement = settlementBefore.has(before.fold)
  if (!street && !settlement) return undefined
  if (
    !(word.capital || word.shouted) &&
    !(street && word.fold.length > 4 && !words.some((one) => one.capital))
  )
    return undefined
  // «… жителей села. Подписи собрали»: that was the end of the sentence.
  if (before.fold.length > 3 && text[before.end] === '.') return undefined
  if (settlement && before.fold.length === 1 && !/^\.?\s*$/.test(text.slice(before.end, word.start)))
    return undefined
  if (word.script === 'cyrillic' && before.fold.length === 1 && text[before.end] !== '.') return undefined
  const next = words[at + 1]
  const to =
    next &&
    near(words, at, at + 1) &&
    (tails.test(next.fold) || (street && next.capital)) &&
    words[at]!.end + 1 === next.start
      ? at + 1
      : at
  return {
    kind: street ? 'street' : 'settlement',
    stems: stemsOf(words, at, to, false),
    from: at,
    to,
    weight: 3,
    goal: false,
  }
}

/** A capital inside a sentence, or a first word cut off by a comma: the form of a name. */
function byForm(words: readonly Word[], at: number, text: string, cased: boolean): NameSight | undefined {
  const word = words[at]!
  if (!(word.capital || word.shouted) || word.end - word.start < 3 || notNames.test(word.fold))
    return undefined
  if (patronymic.test(word.fold)) return undefined
  if (word.shouted && (!cased || word.end - word.start < 5)) return undefined
  const before = words[at - 1]
  const next = words[at + 1]
  const tailed =
    next !== undefined &&
    near(words, at, at + 1) &&
    (tails.test(next.fold) || isRussianPair(word, next)) &&
    word.end + 1 === next.start
  const to = tailed ? at + 1 : at
  const following = text.slice(words[to]!.end, words[to]!.end + 2)
  const preposed = before !== undefined && near(words, at, at - 1) && prepositions.has(before.lower)
  const cut = word.opens && /^\s*[,.:–—(-]/.test(following)
  const last = to === words.length - 1 && word.opens
  const suffixed =
    /(?:да|де|та|те|дан|ден|тан|тен|га|ге|ка|ке|нин|дин|тин|даги|деги|таги|теги|ни|ди|ти)$/.test(
      words[to]!.fold,
    )
  const bracketed = text[word.start - 1] === '('
  const weight =
    preposed || bracketed
      ? 1.2
      : !word.opens && suffixed
        ? 1
        : cut || last
          ? 0.8
          : suffixed
            ? 0.5
            : word.opens
              ? 0.1
              : 0.4
  const goal = preposed ? before.lower === 'до' || before.lower === 'к' : isGoal(words[to]!.fold)
  // «На Космонавтов», «по Ленина», «с Парковой»: a street without the word; a village would stand in another case.
  if (preposed && /^(?:на|по|с|вдоль)$/.test(before.lower) && ofStreet.test(word.fold))
    return { kind: 'street', stems: stemsOf(words, at, to, false), from: at, to, weight: 2, goal: false }
  return { kind: 'settlement', stems: stemsOf(words, at, to, cut || last), from: at, to, weight, goal }
}

/** «ауданы», «орта» and their like stand before «көшесі» and «мектебі» and are no names. */
const ofStreet = /(?:(?:ов|ев|ин)а|ского|цкого|(?:ов|ев)|[^аеиоу]ои|абаиа)$/
const patronymic = /(?:овна|евна|ович|евич|кизи|ули)$/
const notNames =
  /^(округ|шеткер|сорги|сорг$|насос|кешк|кеште|тунде|тун$|кундиз|тан$|танертен|кист|кис$|жазда|жаз$|биздин|сиздин|оз$|ар$|ар[bб]ир|жана$|жанадан|ески$|бас$|орта$|орталик|коп$|копте|копшил|копбал|улкен$|улкени|оси$|осин|осинд|сол$|бул$|ана$|мина|корши$|коршил|бир$|бира|биринш|бирнеш|бирин$|бирге|бирде|еки$|екинш|екиуи|екеу|уш$|ушинш|ушеу|барлик$|бари|калган|басти|шеткi|негизги|аудан|ауил|кала$|калад|калам|калан|калас|калаи|облис|область|наш|наша|нашеи|каж|эта$|этои|центр$|центра$|центре$|центру$|централн|главн|все$|всем|всех|соседн|рядом|здравст|добри|уважаем|курмет|салем|саламат|асалау|алло|ало$|прошу|просим|когда|почему|рахмет|спасибо|отиниш|усинис|алакаи|республик|казахстан|казакстан|область|раион|аким|акимат|школ|мектеп|тургин|жител|если$|дети|вода|дорог|автобус|газ$|газд|суд$|судиа|судеб|кеше|бугин|казир|мен$|мени|бизде|бизге|биз$|сиз|вчера|сегодн|сеичас|там$|тамак|здес|тут$|что|как$|какои|какие|какаи|каким|кто$|где$|еше$|или$|для$|мне$|меня|нам$|нас$|вам|вас|цон|фап|црб|хкко|жсн|иин|жек|оси$|осин|осинд|пик|мчс|тж|тжм|егов|egov|каспи|kaspi|дамумед|казпочт|казпошт|казахтелеком|билаин|алтел|актив|теле|ватсап|whatsapp|телефон|интернет|instagram|инстаграм|халик|аллах?|алла|кудаи|зимои|летом|весной|осенью|январ|феврал|март|апрел|маи$|июн|июл|август|сентиабр|октиабр|ноиабр|декабр|кантар|акпан|науриз|сауир|мамир|маусим|шилде|тамиз|киркуиек|казан$|караша|желтоксан|дуисенби|сеисенби|сарсенби|беисенби|жума$|сенби|жексенби|понеделник|вторник|сред|четверг|пиатниц|субот|воскресен)/

/** A word that may be a name here: with a capital, or any in a text without capitals. */
const named = (word: Word, cased: boolean): boolean => word.capital || word.shouted || !cased

function stemsOf(words: readonly Word[], from: number, to: number, plain: boolean): readonly string[] {
  const last = words[to]!.fold
  const head = words.slice(from, to).map(({ fold }) => plainStem(fold))
  const ends = plain ? [plainStem(last), ...nameStems(last)] : nameStems(last)
  const stems = [...new Set(ends.length > 0 ? ends : [last])]
  return head.length > 0 ? stems.map((stem) => [...head, stem].join(' ')) : stems
}

export type Place = {
  readonly kind: PlaceKind
  /** What places are compared by: the id of a gazetteer, or the stem of the name. */
  readonly key: string
  readonly from: number
  readonly to: number
  readonly goal: boolean
  readonly weight: number
}

/** «19 микрорайон», «19-шағын аудан», «мкр 7»: a quarter that has a number for a name. */
function quarterAt(words: readonly Word[], at: number): Pick<Place, 'key' | 'from' | 'to'> | undefined {
  const fold = (there: number) => (near(words, at, there) ? words[there]!.fold : '')
  const number = /^(\d{1,2})(?:и|ши|шi|о|го)?$/.exec(fold(at))?.[1]
  if (number === undefined) return undefined
  const key = `quarter ${number}`
  const suffixed = /^(?:и|ши|шы|го|ом)$/.test(fold(at + 1)) ? at + 1 : at
  if (isQuarter(fold(suffixed + 1))) return { key, from: at, to: suffixed + 1 }
  if (/^(?:шагин|икшам|молтек)$/.test(fold(suffixed + 1)) && fold(suffixed + 2).startsWith('аудан'))
    return { key, from: at, to: suffixed + 2 }
  return isQuarter(fold(at - 1)) ? { key, from: at - 1, to: at } : undefined
}
const isQuarter = (fold: string): boolean => /^(?:мкр|микрораион|шагинаудан|икшамаудан)/.test(fold)

/** The centre of the district, when it is not called by its name. */
export const centre = '@centre'

/** The places of a text in the light of the names that are known; streets take precedence where they overlap. */
export function findPlaces(words: readonly Word[], text: string, known: PlaceNames): Place[] {
  const places: Place[] = []
  const sights = nameSights(words, text)
  const cased = words.some((word) => word.capital && !word.shouted)
  const taken = new Set<number>()
  const put = (place: Place) => {
    for (let at = place.from; at <= place.to; at++) if (taken.has(at)) return
    places.push(place)
    for (let at = place.from; at <= place.to; at++) taken.add(at)
  }
  for (const sight of sights)
    if (sight.kind === 'street')
      put({ ...sight, key: known.resolve('street', sight.stems) ?? sight.stems[0]! })
  for (let at = 0; at < words.length; at++) {
    const quarter = quarterAt(words, at)
    if (quarter) put({ kind: 'settlement', weight: 3, goal: false, ...quarter })
  }
  for (const sight of sights)
    if (sight.kind !== 'street' && sight.weight >= 3) {
      const key = known.resolve(sight.kind, sight.stems) ?? sight.stems[0]!
      // In a text without capitals any word may stand before «ауылы»: it is a name if others have it, too.
      if (cased || sight.kind === 'district' || known.seen(key) !== 1) put({ ...sight, key })
    }
  for (let at = 0; at < words.length; at++)
    if (/^(аудан|раион)/.test(words[at]!.fold) && words[at + 1]?.fold.startsWith('орталиг'))
      put({
        kind: 'settlement',
        key: centre,
        from: at,
        to: at + 1,
        goal: isGoal(words[at + 1]!.fold),
        weight: 1,
      })
    else if (words[at]!.fold.startsWith('раицентр'))
      put({
        kind: 'settlement',
        key: centre,
        from: at,
        to: at,
        goal: words[at - 1]?.lower === 'до' || words[at - 1]?.lower === 'в',
        weight: 1,
      })
  for (const kind of ['settlement', 'street'] as const)
    for (let at = 0; at < words.length; at++) {
      if (taken.has(at)) continue
      const found = known.find(kind, words, at, cased)
      if (!found) continue
      const before = words[at - 1]
      const goal =
        isGoalOf(words[found.to]!.fold, found.stem) ||
        before?.lower === 'до' ||
        (before?.lower === 'в' &&
          words.some((one) => one.sentence === words[at]!.sentence && moves.test(one.fold)))
      put({ kind, key: found.key, from: at, to: found.to, goal, weight: 2 })
    }
  return places.toSorted((a, b) => a.from - b.from)
}
