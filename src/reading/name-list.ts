// Which words are names of people: first names and short surnames by list, longer surnames and patronymics by form.
import { parse } from 'yaml'
import { isKazakhEnding } from './endings.ts'
import { foldWord, sameLetters } from './fold-letters.ts'
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
  const listed = (stem: string) =>
    first
      .get(stem)
      ?.some(
        (letters) => stem.length >= longName || sameLetters(kept, letters.slice(0, fold.length), false),
      ) ?? false
  if (listed(fold)) return true
  for (let length = fold.length - 1; length >= 3 && length >= fold.length - 5; length--)
    if (listed(fold.slice(0, length)) && isKazakhEnding(fold.slice(length))) return true
  const bare = fold.replace(russianCase, '')
  return bare.length >= 3 && bare !== fold && [bare, `${bare}а`, `${bare}иа`, `${bare}и`].some(listed)
}

const surname =
  /^.{2,}(?:ова|ов|ева|ев|ина|ин|ски|скаиа|цки|цкаиа|баи|баев|баева|бек|беков|бекова|енко|чук|ко|улы|ули|кизи|тегi|теги|иан|ман|штеин|их|ых|швили|дзе|заде|хан|жан|алин|алина|шин|кин)(?:а|у|ои|ом|им|ого|е|ин|ни|га|ге|нин|нен|дан|ден|тин|дин|ти|ди|ка|ке|тан|тен)?$/

/** Whether a word has the form of a surname, or is one of those without it. */
export function isSurname({ fold }: Word, { surnames }: NameList): boolean {
  return surname.test(fold) || isListedSurname(fold, surnames)
}

/** «Нурмагамбетов …»: a surname by its form beyond doubt, whatever first name follows. */
export const isLongSurname = ({ fold }: Word): boolean =>
  fold.length > 5 && /(?:ов|ев)(?:а|у|ои|ом|им|ти|ди|ка|га|тин|дин)?$/.test(fold)

function isListedSurname(fold: string, surnames: ReadonlySet<string>): boolean {
  if (surnames.has(fold)) return true
  const bare = fold.replace(/(?:ом|ем|а|у|е|и|га|ге|ка|ке|нин|тин|дин|ни|ти|ди)$/, '')
  return bare.length >= 3 && surnames.has(bare)
}

const patronymic =
  /(?:(?:ович|евич)(?:а|у|ем|е)?|(?:овн|евн)(?:а|и|е|у|ои)|(?:ули|кизи)(?:а|у|ем|ои|е|нин|на|ге|га|ни|не|мин|миз)?)$/
export const isPatronymic = ({ fold }: Word): boolean => patronymic.test(fold)

/** «Қарындасым», «інімнің»; «мужа». */
export function isKin({ fold }: Word, { kin }: NameList): boolean {
  if (kin.has(fold)) return true
  for (let length = fold.length - 1; length >= 4; length--)
    if (kin.has(fold.slice(0, length)) && isKazakhEnding(fold.slice(length))) return true
  return false
}

/** Made as first names are made: Дәуренбек, Айгүл, Нұрсұлтан. */
const formed =
  /^.{2,}(?:бек|жан|хан|гул|баи|султан|мурат|берген|гали|олла|назар|даулет|киз|болат|темир|мухамед|мамбет|ахмет)(?:а|у|ом|е|ти|ди|ни|ка|ке|га|ге|нин|тин|дин)?$/
export const isFormedName = ({ fold }: Word): boolean => formed.test(fold)

/** First names that are also words: only a capital letter tells. */
const common =
  /^(жана|адам|алмат|ала|науриз|нур[аиу]$|сапар$|кала|амангелди|мереи|шокан|есил|ораза$|абаи|жамбил|кенен|арман|бакит|береке|мерекe|женис|даулет|кенес|жолдас|орал|отар|умит|тилек|рахат|сабир|сагат|бота|вера|любов|надежда|алтин|кумис|роза|лев|сана|асил|арай|толкин|самал|балгин|азат|азамат|еркин|дана|жулдиз|маржан|райхан|лашин|жибек|батир|ислам|рахим|шинар|талап|мереке|курал|казбек|сарсен|жомарт|ак|али|адал|адил|ким|роман|майа|маиа|ана)/
export const isCommonWord = ({ fold }: Word): boolean => common.test(fold)
