// Words as a search keeps and asks them: each in one spelling and by the stems it may have, in text and question alike.
import { cleanText } from '../clean-text.ts'
import { isKazakhEnding, kazakhStem } from '../endings.ts'
import { foldLetters, hasKazakhLetters } from '../fold-letters.ts'
import { wordsOf } from '../words-of.ts'

/** Raised with whatever changes the terms of a text: what is stored under an earlier one is made anew. */
export const searchVersion = 1

export type SearchTerm = {
  /** UTF-16 code units of the text as written, end exclusive. */
  readonly start: number
  readonly end: number
  /** One spelling with or without Kazakh letters, in Cyrillic or Latin; Cyrillic letters and digits only. */
  readonly fold: string
  /** Stems by the rules of Kazakh, folded; without the fold itself. */
  readonly stems: readonly string[]
  /** What a Russian stemmer is to be asked for, in small Cyrillic letters; null where Kazakh letters say that it is not Russian. */
  readonly russian: string | null
  /** A word that says nothing by itself: «және», «в». */
  readonly small: boolean
}

const longestText = 20_000
const longestWord = 40

/** Words of grammar alone. The lists of stop words that are about have nouns in them (дорога, вода), which are looked for. */
const small = new Set(
  `және мен бен пен да де та те ма ме ба бе па пе үшін осы сол бұл анау мынау біз біздің бізде бізге сіз сіздер олар ол оның керек емес
    еді екен деп деген дейді болып болды болса болады бар жоқ тұр жатыр отыр бір өте әлі енді ғой не неге ал қай қашан қайда қалай
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из
    ему теперь когда даже ну ли если уже или ни быть был него до вас опять уж вам ведь там потом себя ничего ей может они тут где
    есть надо ней для мы тебя их чем была сам чтоб без чего раз тоже себе под будет тогда кто этот того потому этого какой ним
    здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех можно при об хоть после над тот через эти нас про всего
    них какая эту моя свою этой перед том такой им более всегда всю между`
    .split(/\s+/)
    .map(foldLetters),
)

/** Nouns too short for the stemmer, which leaves three letters at least: су, үй, ит, ас, ет, от, ай, ор. */
const shortNouns = ['су', 'уи', 'ит', 'ас', 'ет', 'от', 'аи', 'ор']

/**
 * The words of a text in its order, of its first 20,000 characters. What is longer than 40 letters, or has no letter or
 * digit known here, is no word.
 */
export function searchTerms(written: string, limit = 3000): SearchTerm[] {
  const clean = cleanText(written.slice(0, longestText))
  return wordsOf(clean.text, limit).flatMap((word) => {
    const { lower, fold, script } = word
    if (fold === '' || fold.length > longestWord) return []
    return {
      start: clean.startOf(word.start),
      end: clean.endOf(word.end - 1),
      fold,
      stems: stemsOf(fold),
      russian: hasKazakhLetters(lower) ? null : script === 'latin' ? fold : lower.replaceAll('ё', 'е'),
      small: fold.length < 2 || small.has(fold),
    }
  })
}

const memo = new Map<string, readonly string[]>()

function stemsOf(fold: string): readonly string[] {
  const known = memo.get(fold)
  if (known) return known
  const stems = new Set([barest(fold)])
  // «Ақтоғанда» loses -да, «ауылында» -ы-нда: where н may belong to the word, both are kept.
  const ownN = /^(..+н)(?:да|де|дан|ден|даги|деги|ан|ен|ин)$/.exec(fold)?.[1]
  if (ownN) stems.add(ownN).add(barest(ownN))
  for (const noun of shortNouns)
    if (fold.startsWith(noun) && isKazakhEnding(fold.slice(noun.length))) stems.add(noun)
  stems.delete(fold)
  const all = [...stems]
  if (memo.size > 60_000) memo.clear()
  memo.set(fold, all)
  return all
}

/** Again until nothing more comes off: дәріханаға loses -ға and then, as дәріхана alone does, -на. */
function barest(fold: string): string {
  const next = kazakhStem(fold)
  return next === fold ? fold : barest(next)
}
