// Which words are names of people: first names and short surnames by list, longer surnames and patronymics by form.
import { parse } from 'yaml'
import { isKazakhEnding, isRussianEnding } from './endings.ts'
import { foldWord, hasKazakhLetters, sameLetters } from './fold-letters.ts'
import type { Word } from './words-of.ts'

export type NameList = {
  /** By folded spelling, the letters of each. */
  readonly first: ReadonlyMap<string, readonly string[]>
  /** Surnames without the usual endings: Пак, Шмидт, Мельник. */
  readonly surnames: ReadonlySet<string>
  readonly kin: ReadonlySet<string>
  /** People after whom things are named, first name and surname: nobody's secret. */
  readonly famous: ReadonlySet<string>
}

/** Reads lists of names of the form of data/reading/names.yaml; later ones add to earlier ones. */
export function makeNameList(texts: readonly string[]): NameList {
  const first = new Map<string, string[]>()
  const surnames = new Set<string>()
  const kin = new Set<string>()
  const famous = new Set<string>()
  for (const text of texts) {
    const lists = parse(text) as Record<string, string>
    for (const [list, words] of Object.entries(lists))
      for (const word of words.split(/\s+/)) {
        const { fold, kept } = foldWord(word.toLowerCase())
        if (fold === '') continue
        if (list === 'kin') kin.add(fold)
        else if (list === 'surnames') surnames.add(fold)
        else if (list === 'famous') famous.add(fold)
        else first.set(fold, [...(first.get(fold) ?? []), kept])
      }
  }
  return { first, surnames, kin, famous }
}

/** From so many letters on a name is known with other Kazakh letters than those of the list. */
const longName = 5
const russianCase = /(?:ои|еи|ом|ем|а|у|е|и|иа|иу|иеи|оиу)$/

/** Whether a word is a first name, in any case. */
export function isFirst({ fold, kept }: Word, { first, kin }: NameList): boolean {
  if (fold.length < 3 || kin.has(fold)) return false
  // Latin «Aliya».
  if (fold.endsWith('ииа') && first.has(`${fold.slice(0, -3)}иа`)) return true
  const listed = (stem: string) =>
    first
      .get(stem)
      ?.some(
        (letters) => stem.length >= longName || sameLetters(kept, letters.slice(0, fold.length), false),
      ) ?? false
  if (listed(fold)) return true
  for (let length = fold.length - 1; length >= 3 && length >= fold.length - 5; length--)
    if (listed(fold.slice(0, length)) && isKazakhEnding(fold.slice(length))) return true
  if (hasKazakhLetters(kept)) return false
  const bare = fold.replace(russianCase, '')
  return (
    bare.length >= 3 && bare !== fold && [bare, `${bare}а`, `${bare}иа`, `${bare}и`, `${bare}еи`].some(listed)
  )
}

const surname =
  /^.{2,}(?:ова|ов|ева|ев|ина|ин|ски|скаиа|цки|цкаиа|баи|баев|баева|бек|беков|бекова|енко|чук|ко|улы|ули|кизи|тегi|теги|иан|ман|штеин|их|ых|швили|дзе|заде|хан|жан|алин|алина|шин|кин|берг|баум|валд|дорф|бах|гарт)(?:а|у|ои|ом|им|ого|е|ин|ни|га|ге|нин|нен|дан|ден|тин|дин|ти|ди|ка|ке|тан|тен)?$/

/** Whether a word has the form of a surname, or is one of those without it. */
export function isSurname({ fold }: Word, { surnames }: NameList): boolean {
  return (surname.test(fold) && !from.test(fold)) || isListedSurname(fold, surnames)
}
/** «Берелденмін»: from a place. */
const from = /[днт][ае]н(?:мин|миз|бин|биз)$/

/** «Нурмагамбетов …»: a surname by its form beyond doubt, whatever first name follows. */
export const isLongSurname = ({ fold }: Word): boolean =>
  fold.length > 5 && /(?:ов|ев)(?:а|у|ои|ом|им|ти|ди|ка|га|тин|дин)?$/.test(fold)

function isListedSurname(fold: string, surnames: ReadonlySet<string>): boolean {
  if (surnames.has(fold)) return true
  const bare = fold.replace(/(?:ом|ем|а|у|е|и|га|ге|ка|ке|нин|тин|дин|ни|ти|ди)$/, '')
  return bare.length >= 3 && surnames.has(bare)
}

const patronymic =
  /(?:(?:ович|евич)(?:а|у|ем|е)?|(?:овн|евн|иничн)(?:а|и|е|у|ои)|^(?:илич|кузмич|лукич|фомич|никитич|саввич)(?:а|у|ом|ем)?)$/
const ofFather = /(?:ули|кизи)(.*)$/
export const isPatronymic = ({ fold, lower }: Word): boolean =>
  // «Ибадулла», «Абдуллы» are first names.
  patronymic.test(fold) ||
  (!/улл[ыи]/.test(lower) && fold.length > 5 && isKazakhEnding(ofFather.exec(fold)?.[1] ?? '?'))

/** «Қарындасым», «інімнің»; «мужа», «бабушки». */
export const isKin = ({ fold }: Word, { kin }: NameList): boolean => fold.length >= 3 && isOneOf(fold, kin)

/** Made as first names are made: Дәуренбек, Айгүл, Нұрсұлтан. */
const formed =
  /^.{2,}(?:бек|жан|хан|гул|кул|бике|баи|султан|мурат|берген|гали|олла|назар|даулет|киз|болат|темир|мухамед|мухамбет|мамбет|касим|кожа|мурза|гелди|килди|тилеу|ахмет|жамал|кази|гази)(?:а|у|ом|е|ти|ди|ни|ка|ке|га|ге|нин|тин|дин)?$/
export const isFormedName = ({ fold }: Word): boolean => formed.test(fold)

/** First names that are also words: only a capital letter tells. */
const common = new Set(
  `жана адам алмат ала науриз нур нура сапар кала амангелди мереи шокан есил ораза абаи жамбил кенен арман бакит береке мереке женис
  даулет кенес жолдас орал отар умит тилек рахат сабир сагат бота вера любов лиубов надежда алтин кумис роза лев сана асил араи толкин самал балгин
  азат азамат еркин дана жулдиз маржан раихан лашин жибек батир ислам рахим шинар талап курал казбек сарсен жомарт ак али адал адил
  ким роман маи маиа ана света раи раиа лена галка зара аина слава костиа валиа галиа гена саша алтаи жанар мира лина лиуба сониа митиа вариа даниа тема залина устин корнеи саида степа аиаз бекет раниа жангир тереза аидин аманкелди шалкар`.split(
    /\s+/,
  ),
)
/** Names that look like one of those with an ending. */
const named = new Set(
  `алима алиа алина араилим сабира рахима генади степан раиана нурали нуртаи нураим оразали устиниа жанара розалиа галиа акдидар аклима`.split(
    /\s+/,
  ),
)
export const isCommonWord = ({ fold }: Word): boolean => isOneOf(fold, common) && !isOneOf(fold, named)

/** Whether a word is one of a set, in any case. */
export function isOneOf(fold: string, set: ReadonlySet<string>): boolean {
  for (let length = fold.length; length >= 2 && length >= fold.length - 5; length--) {
    const stem = fold.slice(0, length)
    const rest = fold.slice(length)
    if (set.has(stem) && (isKazakhEnding(rest) || isRussianEnding(rest))) return true
    if (length > 2 && /^(?:и|у|е|ои|еи|иу)$/.test(rest) && (set.has(`${stem}а`) || set.has(`${stem}иа`)))
      return true
  }
  return false
}
