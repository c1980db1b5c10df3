// Schools, kindergartens, bus routes and houses that a text tells apart by number or name.
import { plainStem } from './name-stems.ts'
import type { Word } from './words-of.ts'

const kinds: readonly (readonly [string, RegExp])[] = [
  ['school', /^(мектеп|мектеб|школ|гимназ|лице|сош$|шк$)/],
  ['kindergarten', /^(балабакш|бакша|бакшас|садик|детсад|сад$|саду$|сада$|балабак)/],
  ['bus', /^(автобус|маршрут|бағит|багит)/],
  ['house', /^(дом|доме|дома|дому|уи|уидин|уиде|уиинин)$/],
  ['clinic', /^(емхана|поликлиник|больниц|аурухана|амбулатор)/],
  ['quarter', /^(мкр|микрораион|мултек|молтек|орам|квартал)/],
  ['route', /^(трас)/],
]

const kindOf = (fold: string): string | undefined => kinds.find(([, words]) => words.test(fold))?.[0]
const isNumber = (word: Word | undefined): boolean => word !== undefined && /^\d{1,3}$/.test(word.lower)
/** After a number: a count or a time, not a name. */
const counts =
  /^(бала|адам|оқушы|окуши|сагат|кун|жил|аи|рет|орин|час|дне|дета|детеи|месиац|лет|год|раз|человек|учен|мест|ауисим|смен|км|метр|шакирим|процент|мин|этаж|етаж|кабат|подезд)/

/** Keys such as `school:4`, `kindergarten:балдаурен`, `bus:12`. */
export function findInstitutions(
  words: readonly Word[],
  text: string,
): { key: string; from: number; to: number }[] {
  const found: { key: string; from: number; to: number }[] = []
  for (let at = 0; at < words.length; at++) {
    const kind = kindOf(words[at]!.fold)
    if (!kind) continue
    const number = numberBeside(words, at, text, kind)
    if (number !== undefined)
      found.push({
        key: `${kind}:${words[number]!.lower}`,
        from: Math.min(at, number),
        to: Math.max(at, number),
      })
    else if (kind !== 'house' && kind !== 'bus') {
      const name = nameBeside(words, at, text)
      if (name !== undefined)
        found.push({ key: `${kind}:${name.key}`, from: Math.min(at, name.at), to: Math.max(at, name.at) })
    }
  }
  return found
}

function numberBeside(words: readonly Word[], at: number, text: string, kind: string): number | undefined {
  const word = words[at]!
  const next = words[at + 1]
  const before = words[at - 1]
  if (
    isNumber(next) &&
    /^\s?[№#N-]?\s?№?\s?$/.test(text.slice(word.end, next!.start)) &&
    !counts.test(words[at + 2]?.fold ?? '')
  )
    return at + 1
  if (isNumber(before)) {
    const gap = text.slice(before!.end, word.start)
    const mark = text.slice(Math.max(0, before!.start - 2), before!.start)
    if (/№/.test(mark) || gap === '-' || (kind === 'house' && gap === '-')) return at - 1
    if (kind === 'bus' && gap === ' ') return at - 1
  }
  const ordinal = words[at - 2]
  if (isNumber(ordinal) && before && /^(ши|ші|шi|й|и|ои|аиа|иа|ом)$/.test(before.fold)) return at - 2
  if (isNumber(ordinal) && /№/.test(text.slice(Math.max(0, ordinal!.start - 2), ordinal!.start)))
    return at - 2
  return undefined
}

/** «Балдәурен» бақшасы, садик «Айналайын», Абай атындағы мектеп, школа имени Абая. */
function nameBeside(
  words: readonly Word[],
  at: number,
  text: string,
): { key: string; at: number } | undefined {
  const next = words[at + 1]
  const before = words[at - 1]
  if (next && /^\s?[«"“]$/.test(text.slice(words[at]!.end, next.start)))
    return { key: plainStem(next.fold), at: at + 1 }
  if (before && /^[»"”]\s?$/.test(text.slice(before.end, words[at]!.start)))
    return { key: plainStem(before.fold), at: at - 1 }
  if (before?.fold.startsWith('атинда') && words[at - 2])
    return { key: plainStem(words[at - 2]!.fold), at: at - 2 }
  if (next && /^(имени|им)$/.test(next.fold) && words[at + 2]) {
    const last = words[at + 3]?.capital && words[at + 3]!.sentence === words[at]!.sentence ? at + 3 : at + 2
    return { key: plainStem(words[last]!.fold).replace(/(ов|ев|ин)а$/, '$1'), at: last }
  }
  return undefined
}
