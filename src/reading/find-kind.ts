// What a text is: a complaint, a request, a proposal, a question, thanks, spam or abuse; by signs that can be shown.
import { type LinearModel, type Signs, scoresOf, sharesOf, weightOf } from './learning/linear-model.ts'
import { endingsOf } from './learning/word-signs.ts'
import type { Word } from './words-of.ts'

export const kinds = ['complaint', 'request', 'proposal', 'question', 'thanks', 'spam', 'abuse'] as const
export type Kind = (typeof kinds)[number]

export type KindSign = { readonly sign: Sign; readonly words: string }
export type KindRead = { readonly kind: Kind; readonly signs: readonly KindSign[] }

/** Signs in folded letters, looked for at the beginning of a word. */
const bySign = {
  asks: /^(сураимин|сураимиз|сурап|сураиди|сурар|сурастирип|отинем|отиниш|отинемин|отинип|прошу|просим|просит$|просиат|просба|помогите|помочь|помоч|требуем|требуиу|ходатаиств|убедителн|котеринки|комектес(?!кен)|ходатайств|проши)/,
  gives:
    /^(бериниз|беринизш|бернизд|берсениз|берсениздер|берсе|берсин|бериниздер|бериндер|беринизши|берш|коиниз|коисаниз|коигиз|коиш|кетиниз|етсениз|етиниз|жибериниз|карастирин|котер(?!ме|ип|ил|ди|ген)|салсаниз|салиниз|ашиниз|ашсаниз|жонден?из|шешиниз|колга|камтамасиз)/,
  wishes:
    /(иниз|иниздар|иниздер|иниздарш|иниздерш|инизши|инизш|саниз|сениз|саниздар|сениздер|саниздарш|сениздерш|низдерши|низдарши|инизи|иниздарши|иниздерши|инисдер|сешши)$|(гизилсин|илсин|инсин|етилсин|берилсин|алинсин|шилсин)$/,
  orders:
    /^(?!здравств|извинит|простит|поимит|представ|смотрит|учтит|скажит|подскаж|разиасн|обиасн|будт|вместе|сдел?ате|зрите|сарайт|знаете|видите|понимает|дождит)\p{L}+(?:[аеиоу]ите|ите|вте|рте|лте|ните|дте)$/u,
  needs:
    /^(керек|кажет|кажети|нужн|нужен|надо$|необходим|тиис$|тииссиздер|следует|пора$|хотелос|хотим|мечта|жетсе)/,
  proposes: /^(усин|предлага|предложен|предложил|идеиа|давате|неплохо|пустби|инициатив|ойим)/,
  asksWhether:
    /^(кашан|неге|неликтен|каида|каидан|каиси|калаи|канша|канди|кимге|ким|не$|бола$|когда|почему|зачем|куда|где|скол|какои|какие|какаиа|каким|какого|кто|чем|чеи|откуда|можно|правда|естли|ли$|кайтип|калаисиздар|кандаи)/,
  particle: /^(ма|ме|ба|бе|па|пе)$/,
  explains:
    /^(разиасн|обиасн|обеснит|подскаж|скажите|тусиндир|аитиниз|аитип|информ|узнат|билгим|билу|сурагим|сурак|вопрос|жауап|уточн|интерес|поиасн|сообшит)/,
  denies: /^(жок|жоги|нет|нету|не|емес|ешким|никто|никак|никаки|ни$|без$|ничего|тук$|болмад|калмад)/,
  cannot:
    /(маиди|меиди|баиди|беиди|паиди|пеиди|мади|меди|баи|меи|маи|маимиз|меимиз|маган|меген|маптi|мапти|мепти|маса|месе|алмаи|маимин|алмад|меид|маид)$/,
  broken:
    /^(бузил|син|истен|жарил|шири|кула|авари|апатти|разбит|сломан|сломал|слома|рухн|развал|разруш|протека|течет|ржав|ирж|гнил|провал|замерз|катип|тонип|тони|сонип|оши|дефект|каза|тозган|тозги|ескир|нашар|жаман|плох|ужас|кошмар|безобраз|отврат|позор|уиат|масqara|маскара|азап|сумдик|киин|невозможн|надоел|устал|шаршад|жалик|кауипт|опасн|страшн|корк|боим|боитс|воруиут|обман|алдап|бас тарт|отказ|отмен|задерж|кешик|закрил|жабил|жаип|снова|опиат|тагида|каита|хам)/,
  rebukes:
    /^(докол|кашанги|сколко|сколкоможно|неше|канша|обеш|уаде|забил|умит|молч|ундемеи|тексер|проверте|проверит|примите|шара|разберит|накаж|жазала|айипп|контрол|бакила|почему|неге|когда|стыд|совест)/,
  thanks:
    /^(поблагодар|отзивчив|рази$|риза$|рахмети|земл[иа]к|хорошеи$|желаю|бараколди|аман$|жасаи$|жасасин|жараисин|рахмет|ракмет|алгис|спасибо|благодар|признателн|куттиктаимин|куттиктаимиз|куттикт|поздравл|ризашил|ризамин|ризамиз|кланиаем|кланиаиус|поклон|молодц|жарасиздар|жарайсыз|бараколди|аумин|амин$|гулденс|желаем|желаиу|тилеимин|тилеимиз|тилегим|пожелан|здоровиа|раhмет|бахитти)/,
  sells:
    /^(саудаг|самовивоз|договорн|келисимди|посуточ|бурим|болмели|отдам|ключ$|метал|виполн|зарабат|маркетинг|команд|дауис|партиа|партииа|справок|аифон|канал$|подписат|виигр|дом?биралик|анаитам|домбир|кирпиш|жеткиземиз|такси$|межгород|котиат|нарашив|бата$|окимин|зерно|ссилк|акциа$|акции$|продам|продаиу|продаетсиа|продаиут|куплиу|сатам|сатил|заказ|тапсирис|доставк|заработ|вигодн|казино|ставк|букмекер|крипт|биткоин|заим|микрозаим|вигра|виигра|приз$|призи|утис|розигр|подпиш|подписив|тиркелиниз|перешл|таратиниз|таратин|репост|силк|емдеимин|емдеим|гадаиу|гадан|приворот|снимаиу|балаши|магиа|реклам|личк|инстаграм|инста$|директ|прайс|оптом|косметик|маникиур|наращив|ресниц|услуг|арендаг|беремин|сдаиу|набор$|пасив|инвест|бонус|рассрочк|расрочк|kaspi|недорог|арзан|каталог|ассортимент|асортимент|зателефон|хабарлас|пишите|звоните|жазиниз|личку|плус|окажу|виезд|гарантиа|гарантии|качествен|сапали|дизаин|натиажн|пластиков|мебел|жихаз|евакуатор|грузоперевоз|репетитор|такрибе|реп$|обучу|уиретем|уиретемин|окитам|окитамин|дем$|саламин|тиктик|тегин|бесплатно|успеи|тороп|осталос|акшани|табинизш|табиниз|болиcиниз|бол?исиниз|bonus|promo|промокод|коитиниз|шашлик|плов|торт|самса|той$|тоига|тамада|асаба|фотосем|дон$|дону)/,
  insults:
    /^(баран|акимак|ақмақ|малсин|екенсин|наисап|карабет|онбаган|итсин|итин|хаиуан|сволоч|твар|вор$|вори$|дурак|дура|дебил|идиот|козл|козел|козлы|туп|тупои|скотин|скоти$|мраз|гад$|гади$|ублиуд|уреод|урод|подон|паразит|кретин|придур|сук|бл[иа]|хуи|пизд|еба|говн|жопа|жоп|лох|сдохн|подохн|олсин|каргис|маку|макау|шошка|есек|жинди|жин$|мигула|миги|надан|кеще|боктар|боқ|курисин|курт$|продажн|карак|алаиак|захлебн|иди$|идите|пошел|пошли|заткн|исчезн|кетиндер|отстав|жесир|рожи$|рожа$|безделник|дармоед|тунеиад|бессовест|подлец|негодиа|сумираи|арсиз|уиатсиз|сатк|сатилган|жемкор)/,
  tests:
    /^(тест|test|проверка|тексеру|проба|привет|салем|саламатсиз|здравств|фив|асд|qwerty|йцук|алло|ало|келмеиди)/,
} as const

export type Sign =
  | keyof typeof bySign
  | 'mark'
  | 'askFirst'
  | 'askLast'
  | 'askShare'
  | 'pleadFirst'
  | 'pleadLast'
  | 'questionFirst'
  | 'questionLast'
  | 'questionShare'
  | 'openQuestion'
  | 'link'
  | 'number'
  | 'exclaims'
  | 'topic'
  | 'long'
  | 'short'
  | 'noise'
  | 'saleAlone'
  | 'thanksAlone'
  | 'insultAlone'

const names = Object.keys(bySign) as (keyof typeof bySign)[]
/** Folded words have no doubled letters, so neither have the signs. */
const patterns = names.map((name) => new RegExp(bySign[name].source.replace(/([а-я])\1+/g, '$1'), 'u'))
const memo = new Map<string, number>()

/** Bits of the signs a folded word carries. */
function bitsOf(fold: string): number {
  const known = memo.get(fold)
  if (known !== undefined) return known
  let bits = 0
  patterns.forEach((pattern, at) => {
    if (pattern.test(fold)) bits |= 1 << at
  })
  if (memo.size > 50_000) memo.clear()
  if (fold.length <= 40) memo.set(fold, bits)
  return bits
}

const bitOf = (name: (typeof names)[number]): number => 1 << names.indexOf(name)
const askBits = bitOf('asks') | bitOf('gives') | bitOf('wishes') | bitOf('orders') | bitOf('needs')
const pleadBits = bitOf('asks') | bitOf('gives')

/** «Қатынаса екен», «ашса болады». */
const isWished = (words: readonly Word[], at: number): boolean =>
  /(?:са|се)$/.test(words[at]!.fold) && /^(?:екен|болад|игi)/.test(words[at + 1]?.fold ?? '')

/** «… азаяр еді», after an «if». */
const isOutcome = (words: readonly Word[], at: number): boolean =>
  words.some(
    ({ fold, sentence }, there) =>
      there > at + 1 &&
      sentence === words[at]!.sentence &&
      fold === 'еди' &&
      words[there - 1]!.fold.endsWith('р'),
  )

/** How strongly each sign is there; `topic` is the best score of a concept. */
export function kindSigns(text: string, words: readonly Word[], topic: number): Map<Sign, number> {
  const signs = new Map<Sign, number>()
  const add = (sign: Sign, by: number) => signs.set(sign, (signs.get(sign) ?? 0) + by)
  for (const { fold } of words) {
    const bits = bitsOf(fold)
    if (bits !== 0) names.forEach((name, at) => (bits >> at) & 1 && add(name, 1))
  }
  const asking = new Set<number>()
  const pleading = new Set<number>()
  words.forEach(({ fold, lower, sentence }, at) => {
    const bits = bitsOf(fold)
    if (bits & askBits || lower === 'пусть' || isWished(words, at)) asking.add(sentence)
    if (bits & pleadBits) pleading.add(sentence)
  })
  const last = words.at(-1)?.sentence ?? 0
  if (asking.has(0)) add('askFirst', 1)
  if (asking.has(last) && last > 0) add('askLast', 1)
  if (pleading.has(0)) add('pleadFirst', 1)
  if (pleading.has(last) && last > 0) add('pleadLast', 1)
  add('askShare', asking.size / (last + 1))
  const asked = (text.match(/[^.!?…\n]+[.!?…\n]?/g) ?? [])
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
    .map((sentence) => sentence.endsWith('?'))
  const marks = asked.filter(Boolean).length
  if (marks > 0) {
    add('mark', 1)
    add('questionShare', marks / asked.length)
    if (asked[0]) add('questionFirst', 1)
    if (asked.at(-1)) add('questionLast', 1)
    if (signs.has('asksWhether') || signs.has('particle')) add('openQuestion', marks / asked.length)
  }
  if (/https?:|www\.|t\.me|wa\.me|\.kz\/|\.com|@[a-z]/i.test(text)) add('link', 1)
  if (/!{2,}|\p{Lu}{6,}/u.test(text)) add('exclaims', 1)
  add('topic', Math.min(topic, 6) / 6)
  words.forEach(({ fold, lower }, at) => {
    if (/^(итин|акимакти|шошкани)/.test(fold) && /^бала(лари)?/.test(words[at + 1]?.fold ?? ''))
      add('insults', 2)
    if (/^(екенсин|екенсиндер|синдар|ма[лк]син)/.test(fold)) add('insults', 1)
    if (fold === 'рази' && words[at + 1]?.fold.startsWith('болси')) add('thanks', 2)
    if (
      fold === 'кути' ||
      (/^(дни?ом|новим|праздником|наступаиушим)$/.test(fold) && words[at - 1]?.fold === 'с')
    )
      add('thanks', 1)
    // «9 мың сұрайды», «просит денег», «басқа қағаз сұрайды»: somebody else asks.
    if (
      /^(сураиди|просит|просиат|требуиут)$/.test(fold) &&
      [-2, -1, 1, 2].some((step) =>
        /^(?:\d+|мин|тис|тиш|тенге|акша|денег|денги|кагаз|бумаг|справк)/.test(words[at + step]?.fold ?? ''),
      )
    )
      add('asks', -1)
    if (lower === 'пусть') add('wishes', 1)
    // «Как вариант: …», «Дұрысы – …».
    if ((fold === 'вариант' && words[at - 1]?.fold === 'как') || (at === 0 && fold === 'дуриси'))
      add('proposes', 1)
    // «берсе екен», «салса жақсы болар еді», «қойсақ қайтеді».
    const next = words[at + 1]?.fold
    if (isWished(words, at)) add('wishes', 1)
    // «Көшсек, су үнемделер еді»; «вместо парома надо мост».
    if (/(?:[^л]са|се|сак|сек)$/.test(fold) && isOutcome(words, at)) add('proposes', 1)
    if (fold === 'вместо' && words.some((one) => /^(?:надо|лучше|нужно)$/.test(one.lower))) add('proposes', 1)
    if (
      /(?:са|се|сак|сек)$/.test(fold) &&
      /^(жакси|дурис|жон|каитеди|калаи|тиимди|иналиди|деген)/.test(next ?? '')
    )
      add('proposes', 1)
    if (
      /^(хорошо|неплохо|лучше|логично|удобно)$/.test(fold) &&
      (next === 'би' || words[at - 1]?.fold === 'би')
    )
      add('proposes', 1)
    if (fold === 'почему' && next === 'би') add('proposes', 2)
    if (/^(даваите|идеиа)$/.test(fold)) add('proposes', 1)
    if (fold === 'болар' && /^(еди|ма)$/.test(next ?? '')) add('proposes', 0.7)
  })
  if (/\+?[78][\s(-]*7\d\d[\s)-]*\d{3}|•••/.test(text)) add('number', 1)
  if (words.length <= 4) add('short', 1)
  if (words.length >= 30) add('long', 1)
  const pleads =
    signs.has('asks') ||
    signs.has('needs') ||
    signs.has('denies') ||
    signs.has('broken') ||
    signs.has('cannot')
  if (!pleads)
    for (const [sign, alone] of [
      ['sells', 'saleAlone'],
      ['thanks', 'thanksAlone'],
      ['insults', 'insultAlone'],
    ] as const)
      if (signs.has(sign)) add(alone, signs.get(sign)!)
  if (/(.)\1{5,}/u.test(text) || words.every(({ fold }) => !/[аеоуи]/.test(fold))) add('noise', 1)
  for (const [sign, value] of signs) signs.set(sign, Math.min(value, 3))
  return signs
}

/** The signs of a text as the model knows them, with those that its words are by their beginnings and endings. */
export function signsForModel(signs: ReadonlyMap<Sign, number>, words: readonly Word[]): Signs {
  const all = new Map<string, number>()
  for (const [sign, value] of signs) all.set(`sign ${sign}`, value * 0.67)
  for (const word of words) for (const sign of endingsOf(word)) all.set(sign, 0.3)
  return all
}

/** Of what is no problem: nobody would look for it there again, so it must be surer than not. */
const leastApart = 0.5

/**
 * The kind that the signs and words of a text speak for most. `text` and `words` without personal data; `topic`: the best
 * score of a concept.
 */
export function findKind(text: string, words: readonly Word[], topic: number, model: LinearModel): KindRead {
  const signs = kindSigns(text, words, topic)
  const order = sharesOf(scoresOf(model, signsForModel(signs, words))) as [Kind, number][]
  const [kind] = order.find(([one, share]) => isProblem(one) || share >= leastApart)!
  const why = [...signs]
    .map(([sign, value]) => ({ sign, value: weightOf(model, `sign ${sign}`, kind) * value }))
    .filter(({ value }) => value > 0.3)
    .toSorted((a, b) => b.value - a.value)
  return { kind, signs: why.map(({ sign }) => ({ sign, words: wordsOfSign(words, sign) })) }
}

/** Thanks, spam and abuse ask nobody to solve anything. */
export const isProblem = (kind: Kind): boolean => kind !== 'thanks' && kind !== 'spam' && kind !== 'abuse'

/** The words that carry a sign, as far as words do. */
function wordsOfSign(words: readonly Word[], sign: Sign): string {
  const at = names.indexOf(sign as (typeof names)[number])
  return at < 0
    ? ''
    : words
        .filter(({ fold }) => (bitsOf(fold) >> at) & 1)
        .map(({ lower }) => lower)
        .join(', ')
}
