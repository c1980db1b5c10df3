// What the words around say of a name: that a private person is named, or a street, a shop, an official.
import type { Word } from './words-of.ts'

/** What is named after people: streets, schools, villages, shops. */
const placeBefore = new Set(
  `ул улица улице улицы улицу улицей улицам улиц пр просп проспект проспекте пер переулок переулке имени им атындагы школа школе школы школу
  село селе сел с аул ауле район районе мкр микрорайон парк парке площад станциа ст поселок поселке г город городе средниа к кош коше бул булвар ш
  округ округе колхоз совхоз памиатник музеи мечет гимназиа лицеи пос магазин магазине кафе ресторан аптека аптеке остановка остановке аиалдама дукен
  тоо жшс ип шк кх аулие кесене мавзолеи мазар храм церков поезд канал ферма разезд пансионат санатори лагер гостиница отел тоихана банк баниа сауна кинотеатр дворец фирма компаниа рынок базар балабакша садик детсад салон мост река озеро гора стадион театр ескерткиш памиатнику памиати команда команди клуб кубок турнир приз песни песниа дарихана болница болнице болници аурухана поликлиника поликлинике ринок ринке`.split(
    /\s+/,
  ),
)
/** «Магазин», «улица»: no name of anybody. */
export const isPlaceWord = ({ fold, lower, capital, start, end }: Word): boolean =>
  // «К. Омаров» has an initial, «к. Абая» a street.
  !(capital && end - start === 1) &&
  (placeBefore.has(fold) ||
    lower === 'тоо' ||
    fold === 'ринок' ||
    /^(улиц|имен|школ|проспект|переул|микрора)/.test(fold))
export const placeAfter =
  /^(кошес|коше$|кошед|кошен|кошеси|кошеге|дангил|атинда|атинд|мектеб|мектеп(?!ке$|те$|тен$|ти$)|ауил(?!да$|га$|дан$|ди$)|аул$|аудан|округ|кала|мултек|молтек|шагин|ик[sс]?шам|паркi|парк|алан|бульвар|булвар|проспект|улиц|раион|кент|селос|село$|совхоз|колхоз|стансас|станци|ескертк|даңғыл|данг|тупи|жоли|переул|гимназ|лице|колледж|орам|орами|аиалдам|дукен|кафес|базар|копир|мешит|стадион|кесене|мазар|каналы|арнас|банк|тоихана|монша)/
/** Behind «апа», «ата»: «көшеде» is where somebody is. */
const isStreetAfter = (word: Word | undefined): boolean =>
  word !== undefined && placeAfter.test(word.fold) && !word.fold.startsWith('кошеде')

/** Kazakh posts end the name, Russian ones begin it: within how many words a post counts. */
const posts =
  /^(?:зам|вице)?(аким|акимин|акиму|акима|акими|министр|президент|депутат|премер|губернатор|прокурор|токаев|назарбаев|тараз|судиа|начал|басшис|директор|мудир|заведуиуш|орин?басар|специалист|завклуб|завуч|инспектор|капитан|маиор|(?:под)?полковник|сержант|леитенант|секретар|хатши|имам|глав|руководител|менгеруш|торага|тораим|председател|(?:про)?ректор|следовател|тергеуш|пристав|нотариус|блогер|журналист|анши$|сенатор|мажилисмен|спикер|омбудсмен|баскаруши)/
const introduces =
  /^(зовут|зват|аты|атим|атими|есим|есими|есимим|жони|жоним|атижоним|атижони|менинатим|подпис|подписи|колы|фио|атинан|контакт|контакти|заиавител|абонент|звонила|звонил|хабарласуши|фамилиа|фамилиам|фамилиаси|тегим|зовите|подписали|нам[еe]|обратилас|обратилса|обрашаетса|кимнен|тилекши|ариздануши|шагимдануши|жолдаган|отправител|автор)$/
/** Labels after which a name stands, whatever its form. */
const labels =
  /^(подписали|коиган|коигандар|фио|жони|жоним|заиавител|кимнен|подпис|тилекши|ариздануши|отправител|контакт|зовут|атим|есимим|фамилиам?|тегим)$/
/** «Айсұлу апай»; «водитель Марат», «дәрігер Ахметов»: people at work, not officials. */
const honours =
  /^((?:апаи|агаи)(?:дин|ди|га|дан|мен)?$|апше(?:нин|ни|ге|ден|мен)?$|апа$|ага$|кариа|карт$|аксакал|баба$|ата$|тате|коке|женгеи|абыз|аже|ханим|мирза$)/
export const isHonour = ({ fold, capital }: Word): boolean =>
  !capital && /^(?:апаи|агаи|апа|ага|ата|аже|ажеи|апше|тате|коке|женгеи|аксакал|карт|кариа|ханим)$/.test(fold)
/** «Мөңке би», «Абылай хана», «Наурызбай батыр»: somebody of long ago, after whom things are named. */
const ancient =
  /^(?:би|бии|хан|батир|акин|жирау|датка|шешен|палуан|аулие|султан|ишан)(?:$|(?:а|у|ом|е|ди|ти|ни|дин|тин|нин|ке|ге|ка|га|де|те|да|та|ден|тен|дан|тан|нан|деги|теги|даги|таги)$)/
/** «Биржан без света», «в Биржане»: a village. */
const lacked = /^(?:свет|вод|газ|связ|сваз|свиаз|отоплен|тепл|интернет|дорог|електр|транспорт|автобус|врач)/
const trades =
  /^(водител|жургизуши|шофер|учител|учителниц|мугалим|устаз|даригер|врач|доктор|фелдшер|медсестр|медбике|мейирбике|таребиеши|тарбиеши|воспитател|сосед|соседка|корши|коршим|продав|сатуши|аксакал|жетекши|кассир|прораб|роженис|роженит|пациент|науkас|болно|азаматша|азамат$|гражданк|гражданин|тракторист|слесар|електрик|сантехник|бригадир|абонент|арендатор|квартирант|вдова|кочегар|пастух|шопан|баташи|бакташи|жилкиши|сторож|кузетши|повар|аспаз|почталон|пошташи|бухгалтер|есепши|хозиаи|владел|собственник|жилец|комбаинер|жумисши|азамати$|тургини$|белсенди|малши|дикан|старост|сиирши|жилкиши|библиотекар|кит?апханаши|тренер|диспетчер|мастер|монтер|акушер|педиатр|терапевт|пенсионер|зеинеткер|семиа$|семи$|семиу$|семиеи$|жалгизбасти|ветеран|ардагер|инвалид|студент|шкoлник|окуши|ученик|ученица|фермер|предпринимател|кас?ипкер)/
const calls =
  /^((?:пере)?звонит|(?:пере)?звоните|позвонит|позвоните|спросит|спросите|передаит|передат|обрашатса|обрашаитес|хабарласиниз|хабарласу)/
const closes =
  /^(уважением|ув|курметпен|ихтирамен|сизаллемен|искрене|рахметпен|тургин|жител|жителница|пенсионерка|пенсионер|зеинеткер)$/
/** «… деген азамат», «… есімді қыз». */
const calledSo = /^(деген|есимди|атти)$/
const somebody =
  /^(азамат|киси|адам|аиел|жигит|бала|кизда|киз|тургин|касипкер|корши|жолдас|мугалим|даригер|карт|ана|ага|апа|шопан|малши|келин|ардагер|окуши|жургизуши|улим|кизим)/

/** «Звоните Айгуль Сериковне»: the verb is no part of the name. */
export const isCall = ({ fold }: Word): boolean =>
  calls.test(fold) || /^\p{L}{3,}(?:аите|уите|ните|вите|рите|тесь)$/u.test(fold)

/** «Меня зовут …», «атым …»: said in so many words. */
export const isSaid = (words: readonly Word[], at: number): boolean =>
  introduces.test(words[at - 1]?.fold ?? '') ||
  calls.test(words[at - 1]?.fold ?? '') ||
  words[at + 1]?.fold === 'мениа' ||
  // «Оның аты Сансызбай»; not of a street.
  (words[at - 1]?.fold === 'ати' &&
    /^(?:онин|киси|адам|азамат|жигит|бала|киз|ана|аке|жолдас|куиеу|коршим|немере)/.test(
      words[at - 2]?.fold ?? '',
    ))

/** «Тұрғын …», «пенсионер …»: what somebody is, no part of a name. */
export const isTitle = ({ fold }: Word): boolean =>
  closes.test(fold) || trades.test(fold) || introduces.test(fold) || labels.test(fold)

/** «Почтальон Галия»; not «жұмысшыларына», not over a comma. */
export const isAtWork = (text: string, words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  return (
    before !== undefined &&
    trades.test(before.fold) &&
    !/(?:лар|лер|дар|дер|тар|тер)/.test(before.fold.slice(4)) &&
    text.slice(before.end, words[at]!.start) === ' '
  )
}

export const isIntroduced = (words: readonly Word[], at: number): boolean =>
  introduces.test(words[at - 1]?.fold ?? '')

/** «Бақыткүл әпше», «Өміржан қарт»: whatever the name; not a holy place, «Бекет ата мешіті». */
export function isHonoured(words: readonly Word[], at: number, text: string): boolean {
  const [own, after, next] = [words[at]!, words[at + 1], words[at + 2]]
  return (
    after !== undefined &&
    own.capital &&
    own.fold.length > 3 &&
    text.slice(own.end, after.start) === ' ' &&
    !after.capital &&
    text[after.end] !== '-' &&
    // «Предлагаю карты».
    !/^карт[^ ]/.test(after.lower) &&
    (/^(?:(?:апаи|агаи|женгеи)(?:дин|ди|га|ге|дан|ден|мен)?|(?:карт|аксакал)(?:т?ин|дин|т?и|ди|ка|га|т?ан|дан|пен|мен)?|(?:ага|апа)(?:нин|га|ни|дан|мен|миз|миздин|мизди|мизга)|(?:апше|тате|коке|ажеи?)(?:нин|дин|ни|ди|ге|ден|мен)?)$/.test(
      after.fold,
    ) ||
      (after.fold === 'ата' && /^\d/.test(next?.fold ?? ''))) &&
    !isStreetAfter(next)
  )
}

/** After «подписали», «қол қойғандар», «Инициативная группа:» there are several. */
export const isListHead = (words: readonly Word[], at: number, text: string): boolean =>
  isGroup(words, at, text) ||
  (isLabelled(words, at, text) && /^(?:подпис|коиган|заиавител)/.test(words[at - 1]!.fold))

/** «Жители: Дюсенов, Абишева»; after a colon only, «жители Абая» are of a street. */
const isGroup = (words: readonly Word[], at: number, text: string): boolean => {
  const before = words[at - 1]
  return (
    before !== undefined &&
    groups.test(before.fold) &&
    /^\s?:\s{1,2}$/.test(text.slice(before.end, words[at]!.start)) &&
    /^.{3,}(?:[оеё]ва?|ина?|[ыи]н[аы]?|ко|ук|юк|ски|ская|ский|их|ых)$/.test(words[at]!.lower)
  )
}
/** «Арыз жазған: Қуат Есіркеп». */
const written =
  /^(?:жазган|беруши|иеси|прислал[аи]?|написал[аи]?|подала?|звонившии|звонившаиа|звонит|заиавка|шакиртуши|соккан|есими|ати|имиа|хозиаин|хозиаика|обрашение|обратилс[аи])$/
const groups =
  /^(?:групп|топ$|топт|жител|тургин|сосед|корши|родител|аналар|активист|члени?|мушелер|жилц|жилец|собственник|волонтер|очевидц|свидетел|куагер|куалар|делегат|уакил|уилдер|улица|составе|курами|тизим|список|семи|комисс?иа|пострадавш|пострадал|потерпевш|участник|подписант|комитет)/

/** After «ФИО:», «аты-жөні:», «зовут» any capital word is a name. */
export const isLabelled = (words: readonly Word[], at: number, text: string): boolean => {
  const own = /^мо[ие]а?$/.test(words[at - 1]?.fold ?? '') ? at - 2 : at - 1
  const before = words[own]
  if (isGroup(words, at, text)) return true
  if (
    before &&
    written.test(before.fold) &&
    /^\s?:\s{1,2}$/.test(text.slice(before.end, words[own + 1]!.start))
  )
    return true
  return (
    before !== undefined &&
    labels.test(before.fold) &&
    /^\s{0,2}[:–—-]?\s{0,2}$/.test(text.slice(before.end, words[own + 1]!.start)) &&
    /^\s{0,2}[:–—-]?\s{0,2}$/.test(text.slice(words[at - 1]!.end, words[at]!.start))
  )
}

/** «ТОО «Нұрлан»: what stands in quotation marks is called after somebody. */
export const isQuoted = (text: string, start: number): boolean =>
  /[«"“„](?:У )?$/.test(text.slice(Math.max(0, start - 4), start))

/** «Сейдахмет деген азамат». */
export const isCalledSo = (words: readonly Word[], to: number, text: string): boolean =>
  text.slice(words[to]!.end, words[to + 1]?.start) === ' ' &&
  calledSo.test(words[to + 1]?.fold ?? '') &&
  somebody.test(words[to + 2]?.fold ?? '')

/** «Меня зовут …», «аты-жөнім …», «Мен …», a signature at the end, beside a telephone or IIN. */
export function introducedAt(words: readonly Word[], from: number, to: number, text: string): boolean {
  const own = words[from]!
  const [before2, before] = [words[from - 2], words[from - 1]]
  const after = words[to + 1]
  if (before && (introduces.test(before.fold) || before.fold === 'ати'))
    return isSaid(words, from) || before.fold !== 'ати'
  if (before2 && before && introduces.test(before2.fold) && before.fold.length <= 6) return true
  if (
    after &&
    own.capital &&
    honours.test(after.fold) &&
    text[after.end] !== '-' &&
    !isStreetAfter(words[to + 2])
  )
    return true
  if (before && own.capital && /^(?:жасар|жастаги)$/.test(before.fold)) return true
  if (before && own.capital && (isAtWork(text, words, from) || calls.test(before.fold))) return true
  if (after && (after.fold === 'мениа' || introduces.test(after.fold))) return true
  if (words[to + 2]?.fold === 'зовут' && after?.fold === 'мениа') return true
  if (after && /^(деп|деген|болам|боламин|атим)$/.test(after.fold) && !words[to + 2]?.fold.startsWith('атал'))
    return true
  if (isCalledSo(words, to, text)) return true
  const head = text.slice(Math.max(0, own.start - 16), own.start)
  const tail = text.slice(words[to]!.end)
  if (!own.capital) return before !== undefined && closes.test(before.fold)
  if (
    before &&
    /^(мен|иа|мениң|имиа|имие|это|бул|бұл|вам)$/.test(before.fold) &&
    /^[ ,–—-]+$/.test(text.slice(before.end, own.start))
  )
    return true
  if (
    before &&
    (closes.test(before.fold) || /^(рахмет|спасибо|ответа|жауап|кутемин|кутемиз)$/.test(before.fold))
  )
    return true
  // A signature: the last thing, after the end of a sentence or a number.
  if (/^[\s.,!)]*$/.test(tail) && /(?:[.!?…\n\d]\s*,?\s*|[–—]\s*)$/.test(head) && from > 1) return true
  if (
    /^[\s,(–—-]{1,4}\d{1,3}\s?(?:жас|jas|лет|год|г\.\s?р)/iu.test(tail) ||
    /^[\s,.:;(–—-]{1,4}(?:жсн|иин|тел|\+?[78][\s(-]*7\d\d|уд\.|жеке куәлік|удостоверен|\d{12})/iu.test(tail)
  )
    return true
  return /(?:тел[.:]?\s*)?[\d)][\s,.;(–—-]{1,4}$/.test(head) && /^[\s,.;)]*(?:$|[.!])/.test(tail)
}

/** A signature: after the end of a sentence, the last words or before a telephone. */
export const isSignature = (words: readonly Word[], from: number, to: number, text: string): boolean =>
  from > 1 &&
  /(?:[.!?…\n)»"]\s*|[–—]\s?)$/.test(text.slice(Math.max(0, words[from]!.start - 6), words[from]!.start)) &&
  /^[\s.,!)]*(?:$|\n|[\s,.;:(–—-]{0,3}(?:\+?\d[\d\s()-]{5}|тел|ұялы|моб|иин|жсн|ватсап))/iu.test(
    text.slice(words[to]!.end, words[to]!.end + 24),
  )

/** «Нұрбике Сәрсен, 8 773 …»: a telephone, an IIN or an account stands right behind. */
export const isReached = (text: string, end: number): boolean =>
  /^[\s,.;:(–—-]{1,4}(?:(?:счет|счёт|шот|есепшот)\p{L}*[\s:.№]{1,3})?(?:\+?\d[\d\s()-]{8}|KZ\d\d|№?\s?\d{9}|(?:тел|ұялы|моб|сот|байланыс|конт|иин|жсн|ватсап|whatsapp|номер|нөмір)\p{L}*[\s.:№–—-]{1,3}[\d+])/iu.test(
    text.slice(end, end + 32),
  )

/**
 * The last words, or the last before a telephone, an address, a village, a trade: «Рысқүл Байжанова, Келінтөбе ауылы»;
 * after the end of a sentence or after a number.
 */
export function isSignedOff(words: readonly Word[], from: number, to: number, text: string): boolean {
  const end = words[to]!.end
  if (from < 2) return false
  if (
    !/(?:[.!?…\n)»":;]\s*|[–—]\s?|\d,?\s)$/.test(
      text.slice(Math.max(0, words[from]!.start - 6), words[from]!.start),
    )
  )
    return false
  if (isReached(text, end)) return true
  if (text.length - end > 100) return false
  const rest = text.slice(end)
  return (
    /^[\s.,!)]*$/.test(rest) ||
    (/^\s?[,(–—-]/.test(rest) &&
      !/[!?]\s*\S|\p{L}{4,}\.\s+\S/u.test(rest) &&
      !/^,?\s*(?:аким|әкім|министр|депутат)/iu.test(rest))
  )
}

/** «Марина с Заводской просит …», «Айгүл сұрап жатыр»: who opens a note of somebody else's hand. */
export function isTold(words: readonly Word[], at: number): boolean {
  if (!words[at]!.opens) return false
  for (let next = at + 1; next <= at + 4; next++) {
    const word = words[next]
    if (!word || word.sentence !== words[at]!.sentence) return false
    if (told.test(word.fold)) return true
  }
  return false
}
const told =
  /^(?:просит$|жалуетса|пишет$|сообшает|сообшила?$|звонила?$|спрашивает|говорит$|сураиди|сурап$|аитти$|аитади$|аитип$|шагимдан|хабарлад|жазади|жазип$)/

/** Whether the words around, no comma between, say that a street, school or shop is meant. */
export function inPlace(words: readonly Word[], from: number, to: number, text: string): boolean {
  const beside = (one: Word | undefined, other: Word | undefined) =>
    one !== undefined && other !== undefined && !/[,;:()\n]/.test(text.slice(one.end, other.start))
  const before = words[from - 1]
  const after = words[to + 1]
  // «Староста улицы Хамит Рахимов».
  if (
    to > from &&
    /^(?:старост|старш|дворник)/.test(words[from - 2]?.fold ?? '') &&
    /^(?:улиц|подезд|дом)/.test(before!.fold)
  )
    return false
  // «ИП Холматов, счёт KZ…»: who trades under his own name, with his account.
  if (before && /^(?:ип|жк)$/.test(before.fold) && isReached(text, words[to]!.end)) return false
  if (
    before &&
    beside(before, words[from]) &&
    before.sentence === words[from]!.sentence &&
    // «Бұл Рысалды ғой»: a boulevard has a full stop.
    ((isPlaceWord(before) && !(before.fold === 'бул' && text[before.end] !== '.')) ||
      (from === to && /^(?:в|во|из)$/.test(before.lower)))
  )
    return true
  // «Имени Ыбырая Алтынсарина»: the first name was not known as one.
  const before2 = words[from - 2]
  if (
    before?.capital &&
    before2?.sentence === words[from]!.sentence &&
    /^(?:имени|им|ул|улиц.*|проспект.?)$/.test(before2.fold) &&
    text.slice(before.end, words[from]!.start) === ' '
  )
    return true
  if (after === undefined || after.sentence !== words[to]!.sentence || !beside(words[to], after)) return false
  if (ancient.test(after.fold) && text.slice(words[to]!.end, after.start) === ' ' && text[after.end] !== '-')
    return true
  if (from === to && after.fold === 'без' && lacked.test(words[to + 2]?.fold ?? '')) return true
  // «Думан Оралов дүкен ашпақ»: a shop of his would be «дүкені».
  // «Жер Айтбаев Мұраттың атында»: who has it.
  if (
    /^атинд?а$/.test(after.fold) &&
    /^(?:жер|уи|патер|колик|машина|шот|каржи|квитанц|уиди|жерди)/.test(before?.fold ?? '')
  )
    return false
  if (to > from && /^(?:дукен|кафе|мешит|банк|базар|жол)$/.test(after.fold)) return false
  return placeAfter.test(after.fold)
}

const isPost = (words: readonly Word[], at: number): boolean => {
  const [{ fold }, next] = [words[at]!, words[at + 1]]
  if (fold === 'бас') return next!.fold.startsWith('даригер')
  // A policeman; a doctor is told of as a neighbour is.
  if (fold.startsWith('участков'))
    return !/^(?:врач|доктор|педиатр|терапевт|медсестр|фелдшер)/.test(next!.fold)
  return posts.test(fold)
}
/** «Шаруа қожалығы, басшысы …», «төрайымы ата-аналар комитетінің», «руководитель кружка»: no office of the state. */
const isOfFew = (words: readonly Word[], at: number): boolean =>
  [at - 2, at - 1, at + 1, at + 2].some(
    (there) =>
      words[there] !== undefined &&
      (/^(?:кожали|фермер|кх$|кф?х$|шк$|жк$|ип$|крестиан|хозиаиств|комитет|кружок|кружк|уиирме|кооператив|ансамбл|команд|секци|кск$|миб$|домком)/.test(
        words[there].fold,
      ) ||
        (words[there].shouted && /^(?:оси|пик|пк)$/.test(words[there].fold))),
  )

/** Whether the sentence names the post of the person: an official, nobody's secret. */
export function inPost(words: readonly Word[], from: number, to: number, text: string): boolean {
  const after = words[to + 1]
  if (after && text.slice(words[to]!.end, after.start) === '-' && posts.test(after.fold)) return true
  // «Бақытжан Әбдіхалықұлы әкім мырза».
  if (
    after &&
    text.slice(words[to]!.end, after.start) === ' ' &&
    /^(?:аким|министр|депутат|директор|прокурор|судиа)$/.test(after.fold)
  )
    return true
  // «Председатель попросил Нурсеита …»: told of another.
  if (/^.{4,}[иае]л[аи]?$/.test(words[from - 1]?.fold ?? '')) return false
  for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
    const word = words[at]!
    if (word.sentence !== words[from]!.sentence) return false
    if (at < from - 2 && /[,;:()]/.test(text.slice(word.end, words[from]!.start))) return false
    // «Үй басшысы» is a neighbour.
    if (isPost(words, at)) return words[at - 1]?.fold !== 'уи' && !isOfFew(words, at)
  }
  return false
}
