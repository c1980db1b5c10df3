// The words that carry what a text says, as stems: without small words, Kazakh and Russian each by its own rules.
import { newStemmer } from 'snowball-stemmers'
import stopwords from 'stopwords-iso/stopwords-iso.json' with { type: 'json' }
import { kazakhStem } from './endings.ts'
import { foldLetters, hasKazakhLetters } from './fold-letters.ts'
import type { Word } from './words-of.ts'

const russian = newStemmer('russian')
const small: ReadonlySet<string> = new Set([
  ...(stopwords as unknown as { ru: string[] }).ru.map(foldLetters),
  ...`жане мен бен пен бар жок керек ушин биз биздин бизде бизге сиз сиздер сиздерден осы оси сол анау минау мина ана кашан неге каида
    калаи болди болип болса болади болар тур турмиз отир отирмиз жатир жатирмиз емес гои деп диди деиди деген еди екен али енди оте
    телефоним телефонимиз номирим коп аз бир еки уш сураимин сураимиз отинемин отинемиз отиниш рахмет ракмет алло иа кандаи ким не канша бари барлиги ешким тек гана деиин
    кеиин бурин казир бугин кеше ертен менин сенин онин олар ол мени маган саламатсиз здравствуйте здравствуите прошу просим пожалуиста
    ауил аул ауили ауилинда ауилдин ауилдик ауилинан село села селе округ адам тургин тургиндари жител жители курметти уважаемие аким акимат беринизер
    бериниз бериниздер берсениз берсениздер турган кел кет бол кил ет жил жили год года лет ден кун аи месиац`.split(
    /\s+/,
  ),
])

const memo = new Map<string, string>()

/** The stem by which a word is compared; empty for small words and numbers. */
export function contentStem(word: Word): string {
  const known = memo.get(word.lower)
  if (known !== undefined) return known
  const stem = stemOf(word)
  if (memo.size > 60_000) memo.clear()
  if (word.lower.length <= 40) memo.set(word.lower, stem)
  return stem
}

function stemOf({ lower, fold, script }: Word): string {
  if (fold.length < 3 || small.has(fold) || /^\d/.test(fold)) return ''
  const kazakh = kazakhStem(fold)
  if (small.has(kazakh)) return ''
  if (script === 'latin' || hasKazakhLetters(lower)) return kazakh.slice(0, 7)
  const other = foldLetters(russian.stem(lower))
  // Which of the two languages an unlettered word is does not matter: the shorter stem is the same in both spellings.
  const stem = other.length >= 3 && other.length < kazakh.length ? other : kazakh
  return stem.length >= 3 ? stem.slice(0, 7) : ''
}
