// What a text is: a complaint, a request, a proposal, a question, thanks, spam or abuse; by signs that can be shown.
import type { SphereRead } from './find-sphere.ts'
import { kindWeights } from './kind-weights.ts'
import type { Word } from './words-of.ts'

export const kinds = ['complaint', 'request', 'proposal', 'question', 'thanks', 'spam', 'abuse'] as const
export type Kind = (typeof kinds)[number]

export type KindSign = { readonly sign: Sign; readonly words: string }
export type KindRead = { readonly kind: Kind; readonly signs: readonly KindSign[] }

/** Signs in folded letters, looked for at the beginning of a word. */
const bySign = {
  asks: /^(сураимин|сураимиз|сурап|сураиди|сурар|сурастирип|отинем|отиниш|отинемин|отинип|прошу|просим|просит$|просиат|просба|помогите|помочь|помоч|требуем|требуиу|ходатаиств|убедителн|котеринки|комектес|ходатайств|проши)/,
  gives:
    /^(бериниз|беринизш|бернизд|берсениз|берсениздер|берсе|берсин|бериниздер|бериндер|беринизши|берш|коиниз|коисаниз|коигиз|коиш|кетиниз|етсениз|етиниз|жибериниз|карастирин|котер|салсаниз|салиниз|салип|ашиниз|ашсаниз|ашип|жонден?из|шешиниз|шешип|колга|камтамасиз)/,
  wishes:
    /(иниз|иниздар|иниздер|иниздарш|иниздерш|инизши|инизш|саниз|сениз|саниздар|сениздер|саниздарш|сениздерш|низдерши|низдарши|инизи|иниздарши|иниздерши|инисдер|сешши)$|(гизилсин|илсин|инсин|етилсин|берилсин|алинсин|шилсин)$/,
  orders:
    /(аите|уите|еите|оите|ните|лите|вите|тите|дите|жите|шите|сте$|рите|мите|ските)$|^(почистите|сделаите|постав|отремонтир|откро|дате|даите|решите|вернит)/,
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
    /^(рахмет|ракмет|алгис|спасибо|благодар|признателн|куттиктаимин|куттиктаимиз|куттикт|поздравл|ризашил|ризамин|ризамиз|молодц|жарасиздар|жарайсыз|бараколди|аумин|амин$|гулденс|желаем|желаиу|тилеимин|тилеимиз|тилегим|алла|пожелан|здоровиа|раhмет|бахитти)/,
  sells:
    /^(скидк|акциа$|акции$|продам|продаиу|продаетсиа|продаиут|куплиу|сатам|сатил|заказ|тапсирис|доставк|заработ|вигодн|казино|ставк|букмекер|крипт|биткоин|заим|микрозаим|вигра|виигра|приз$|призи|утис|розигр|подпиш|подписив|тиркелиниз|перешл|таратиниз|таратин|репост|силк|емдеимин|емдеим|гадаиу|гадан|приворот|снимаиу|балаши|магиа|реклам|личк|инстаграм|инста$|директ|прайс|оптом|косметик|маникиур|наращив|ресниц|услуг|арендаг|беремин|сдаиу|набор$|пасив|инвест|бонус|рассрочк|расрочк|kaspi|недорог|арзан|каталог|ассортимент|асортимент|зателефон|хабарлас|пишите|звоните|жазиниз|личку|плус|окажу|виезд|гарантиа|гарантии|качествен|сапали|дизаин|натиажн|пластиков|мебел|жихаз|евакуатор|грузоперевоз|репетитор|такрибе|реп$|обучу|уиретем|уиретемин|окитам|окитамин|дем$|саламин|тиктик|тегин|бесплатно|успеи|тороп|осталос|акшани|табинизш|табиниз|болиcиниз|бол?исиниз|bonus|promo|промокод|коитиниз|шашлик|плов|торт|самса|той$|тоига|тамада|асаба|фотосем|дон$|дону)/,
  insults:
    /^(акимак|ақмақ|мал$|маллар|малсин|екенсин|наисап|карабет|онбаган|ит$|итсин|итин|хаиуан|сволоч|твар|вор$|вори$|дурак|дура|дебил|идиот|козл|козел|козлы|туп|тупои|скотин|скоти$|мраз|гад$|гади$|ублиуд|уреод|урод|подон|паразит|кретин|придур|сук|бл[иа]|хуи|пизд|еба|говн|жопа|жоп|лох|сдохн|подохн|олсин|онин|каргис|маку|макау|шошка|есек|жинди|жин$|мигула|миги|надан|кеще|боктар|боқ|курисин|курт$|продажн|карак|алаиак|захлебн|иди$|идите|пошел|пошли|заткн|исчезн|кет$|кетиндер|отстав|жесир|сатк|сатилган|жемкор)/,
  tests:
    /^(тест|test|проверка|тексеру|проба|привет|салем|саламатсиз|здравств|фив|асд|qwerty|йцук|алло|ало|келмеиди)/,
} as const

export type Sign =
  | keyof typeof bySign
  | 'mark'
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
const memo = new Map<string, number>()

/** Bits of the signs a folded word carries. */
function bitsOf(fold: string): number {
  const known = memo.get(fold)
  if (known !== undefined) return known
  let bits = 0
  names.forEach((name, at) => {
    if (bySign[name].test(fold)) bits |= 1 << at
  })
  if (memo.size > 50_000) memo.clear()
  if (fold.length <= 40) memo.set(fold, bits)
  return bits
}

/** How strongly each sign is there; `topic` is the best score of a concept. */
export function kindSigns(text: string, words: readonly Word[], topic: number): Map<Sign, number> {
  const signs = new Map<Sign, number>()
  const add = (sign: Sign, by: number) => signs.set(sign, (signs.get(sign) ?? 0) + by)
  for (const { fold } of words) {
    const bits = bitsOf(fold)
    if (bits !== 0) names.forEach((name, at) => (bits >> at) & 1 && add(name, 1))
  }
  const sentences = [...text.matchAll(/[^.!?…\n]*\p{L}{2}[^.!?…\n]*([.!?…\n]|$)/gu)].map(([whole]) => whole)
  const asked = sentences.map((sentence) => sentence.endsWith('?'))
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
  if (/\+?[78][\s(-]*7\d\d[\s)-]*\d{3}/.test(text)) add('number', 1)
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

/** The kind whose weights the signs of a text add up to most; see `kind-weights.ts` for where they come from. */
export function findKind(text: string, words: readonly Word[], sphere: SphereRead): KindRead {
  const signs = kindSigns(text, words, sphere.evidence[0]?.score ?? 0)
  let kind: Kind = 'complaint'
  let most = -Infinity
  for (const one of kinds) {
    const weights = kindWeights[one]
    let score = weights.bias
    for (const [sign, value] of signs) score += (weights[sign] ?? 0) * value
    if (score > most) {
      most = score
      kind = one
    }
  }
  const why = [...signs]
    .map(([sign, value]) => ({ sign, value: (kindWeights[kind][sign] ?? 0) * value }))
    .filter(({ value }) => value > 0.3)
    .toSorted((a, b) => b.value - a.value)
  return { kind, signs: why.map(({ sign }) => ({ sign, words: wordsOfSign(words, sign) })) }
}

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
