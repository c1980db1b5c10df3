// Telephones said in words: «восемь семьсот семь сто двадцать три…», «сегіз жеті жүз бір…», with digits among them.
import type { NumberSpan } from './find-numbers.ts'

type Numeral = 'zero' | 'unit' | 'teen' | 'ten' | 'hundred' | 'hundreds' | 'plus'
const spellings: Record<Numeral, string> = {
  zero: 'ноль нуль нөл нол',
  unit: `один два три четыре пять шесть семь восемь девять
    бір бир екі еки үш уш төрт торт бес алты жеті жети сегіз сегиз тоғыз тогыз`,
  teen: `десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать`,
  ten: `двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто
    он жиырма отыз қырық кырык елу алпыс жетпіс жетпис сексен тоқсан токсан`,
  hundred: 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот',
  hundreds: 'жүз жуз',
  plus: 'плюс',
}
const numerals = new Map(
  Object.entries(spellings).flatMap(([kind, words]) =>
    words.split(/\s+/).map((word) => [word, kind as Numeral] as const),
  ),
)
const worthLooking =
  /восем|плюс|сем[ьи]|двадцат|тридцат|сорок|десят|девяност|с[её]г[іи]з|жет[іи]|жиырма|отыз|елу|алпыс|сексен|то[қк]сан/iu
/** A telephone begins with 8, 7 or a plus. */
const opens = /^(?:восемь|семь|семьсот|плюс|сегіз|сегиз|жеті|жети|[78]\d*)$/

/** Runs of numerals that may be ten digits or more: «сто десять» is 110 or 100 and 10. */
export function spokenNumbers(text: string): NumberSpan[] {
  if (!worthLooking.test(text)) return []
  const spans: NumberSpan[] = []
  let run = newRun()
  const close = () => {
    if (run.words >= 2 && run.most >= 10 && run.least >= 7 && run.least <= 24)
      spans.push({ start: run.start, end: run.end, type: 'phone' })
    run = newRun()
  }
  for (const { 0: word, index } of text.matchAll(/\p{L}+|\d+|[!?;]/gu)) {
    const lower = word.toLowerCase()
    const kind = /^\d+$/.test(word) ? word.length : numerals.get(lower)
    if (kind === undefined) {
      close()
      continue
    }
    if (run.start < 0) {
      if (!opens.test(lower)) continue
      run.start = index
    }
    run.end = index + word.length
    count(run, kind)
  }
  close()
  return spans
}

/** How many digits the words can stand for, and what the last word leaves open: 3 after hundreds, 2 after tens. */
const newRun = () => ({ start: -1, end: -1, words: 0, least: 0, most: 0, open: 0, alone: false })

function count(run: ReturnType<typeof newRun>, kind: Numeral | number) {
  const add = (least: number, most: number, open: number) => {
    run.least += least
    run.most += most
    run.open = open
  }
  const alone = run.alone
  run.alone = false
  if (typeof kind === 'number') return add(kind, kind, 0)
  run.words++
  if (kind === 'plus') return add(0, 0, 0)
  if (kind === 'zero') return add(1, 1, 0)
  if (kind === 'hundred') return add(3, 3, 3)
  // «жеті жүз»: the seven is counted already.
  if (kind === 'hundreds') return alone ? add(2, 2, 3) : add(3, 3, 3)
  if (kind === 'unit') {
    run.alone = true
    return add(run.open >= 2 ? 0 : 1, 1, 0)
  }
  return add(run.open === 3 ? 0 : 2, 2, kind === 'ten' ? 2 : 0)
}
