// Kazakh, Russian, both, or Kazakh in Latin letters: each word is judged, then the text is.
import { detect } from 'tinyld'
import stopwords from 'stopwords-iso/stopwords-iso.json' with { type: 'json' }
import { isKazakhEnding, isRussianEnding } from './endings.ts'
import { foldLetters, hasKazakhLetters } from './fold-letters.ts'
import type { Word } from './words-of.ts'

export type RequestLanguage = 'kk' | 'ru' | 'mixed' | 'kk-latn'

export type LanguageRead = {
  readonly language: RequestLanguage
  /** Words counted for each language; loans that both use count for neither. */
  readonly kazakh: number
  readonly russian: number
}

/** Small words of Kazakh, as they are typed with and without its letters. */
const kazakhSmall = new Set(
  `және мен бен пен бар жоқ жок керек үшін ушин біз биз бізде бизде бізге бизге біздің биздин сіз сиз сіздер сиздер осы сол анау
  мынау мына ана қашан кашан неге қайда кайда қалай калай болды болып болса болады болар тұр тур тұрмыз турмыз отыр
  отырмыз жатыр жатырмыз емес ғой гой деп дейді дейди дейт еді еди екен ма ме ба бе па пе ал әлі али енді енди өте оте көп коп аз
  бір бир екі еки үш уш төрт торт бес алты жеті жети сегіз сегиз тоғыз тогыз он жыл жылы ай күн кун бала балалар адам
  ауыл аул ауылы халық халык халыққа сұраймын сурайм сураймын сұраймыз сураймыз өтінем отинем рахмет рақмет алло ия иә жаңа жана үй уй
  жол су жер мал кім ким кімге неше қанша канша барлығы барлыгы бәрі бари ешкім ешким ештеңе түк әр тек ғана гана
  дейін дейин кейін кейин бұрын бурын қазір казир бүгін бугин кеше ертең ертен менің менин сенің оның онын олар ол мені
  маған маган бізді бизди сіздерден жақсы жаксы жаман бүкіл кісі киси көрші емен алмай болмай келмей істемей жатыр тағы тагы ит кір кир кірді кирди саат сагат сағат кум құм коше көше су бирак бірақ екинши екінші биринши бірінші
  ушінші ушинши тоқсан кейде арада жерде барады келеди келеді кетти кетті жатты отырган тұрған турган былтыр быыл биыл биил кыс қыс жаз куз күз кыста жазда`.split(
    /\s+/,
  ),
)
/** Words that both languages write alike or lend each other; they say nothing. */
const shared = new Set(
  `а я о у и да не же те тот той бар мен сол тур ол да де алло ало он ай уш бес коп мал жер су ол олар ана али тек жол бир
  автобус такси газ трактор трасса котел котёл маршрут маршрутка садик ватсап вотсап телефон интернет директор школа клуб парк
  метр сом тенге тг млн мың км аким район кабинет трансформатор асфальт светофор тротуар фельдшер медпункт банкомат насос
  башня свет канал кредит грант бизнес проект программа спорт зал стадион талон портал экран видео фото сайт ремонт бассейн
  камера контейнер полигон мусор автомобиль камаз трафик квартира подъезд лифт педиатр кардиолог невролог терапевт хирург
  онлайн офлайн рейс билет аптека рецепт инсулин паспорт студент колледж институт университет лагерь секция центр комиссия
  депутат сессия бюджет тариф счетчик счётчик субсидия пост акт план схема экскаватор грейдер арматура бетон`.split(
    /\s+/,
  ),
)
const russianSmall: ReadonlySet<string> = new Set((stopwords as unknown as { ru: string[] }).ru)

const russianLook =
  /(ться|тся|ать|ять|еть|ить|уть|ешь|ишь|ует|уют|ают|яют|ает|яет|ого|его|ому|ему|ыми|ими|ость|ости|ение|ения|ании|ание|ния|ский|ская|ское|ские|ской|ских|ного|ному|ные|ный|ная|ное|ных|ным|ой|ый|ий|ую|юю|ться|шься|чно|вно|ально|ашь|ал|али|ила|или|ыла|ыли|ена|ены|ено|ите|йте|ьте|ях|ями|ами|ах|ов|ев|ей|ью|ие|ии|ия)$|[щъё]|ьн|ьс|ств/
const kazakhVerb =
  /(ды|ді|ты|ті|мыз|миз|мын|мин|пын|пин|ңыз|ңіз|ныз|низ|ңыздар|ндар|ыңдар|ады|еді|йді|йды|иди|йди|ады|еди|атын|етін|етин|йтын|йтін|ған|ген|қан|кен|ып|іп|ап|еп|майды|мейді|мейди|баймыз|пайды|беймиз|ғой|шы|ші|ндағы|дағы|дегі|дагы|деги|ының|інің|нын|нин|дың|дан|тан|нан|ға|ге|қа|лар|лер|дар|дер|тар|тер|ларға|лық|лик|лык|сыз|мау|мей|май|у)$/

/** Russian words for which Kazakh has its own: with Kazakh suffixes they are half Russian. */
const borrowed =
  `собака школа весна солярка доход очередь зарплата больница пенсия вода дорога работа улица сосед ребенок кружок забор мост
  деньги крыша окно дверь стена магазин огород скот корова лампа фонарь столб провод остановка площадка деревня поселок село
  квитанция справка заявка жалоба отопление ремонт свет мусор город яма снег лед садик детсад лекарство врач учитель ученик
  сосед начальник прокурор скотокрад пособие кран труба счет долг налог участок земля заявление отказ выписка подвал двор
  выходной укол запись расписание граница водитель связь напряжение стиралка обещание уборка проверка остатки песок лужа
  фонарик ворота груз грузовик очки обувь одежда еда хозяин хозяйка начальство позор кошмар ужас грабеж бардак отстой
  колдобина обочина встречка пробка поворот перекресток переход зебра разметка знак провода кабель розетка батарейка горячий холодный
  первый последний нормальный капитальный бесплатный платный общий частный чистый грязный темный старый новый хороший плохой целый
  каждый любой другой тяжелый`
    .split(/\s+/)
    .map((word) => foldLetters(word.replace(/(?:ый|ий|ой|[аяоеыь])$/, '')))
const borrowedStems: ReadonlySet<string> = new Set(borrowed.filter((stem) => stem.length > 3))

type Lean = {
  /** From -1, Kazakh, to 1, Russian. */
  readonly value: number
  /** By its letters or as a word known to one language alone, not by its look. */
  readonly sure: boolean
  /** A Russian word in Kazakh dress. */
  readonly half: boolean
}
const neither: Lean = { value: 0, sure: false, half: false }
const memo = new Map<string, Lean>()

function lean(word: Word): Lean {
  const { lower } = word
  if (word.script !== 'cyrillic') return neither
  if (lower.length < 2)
    return shared.has(lower) || !russianSmall.has(lower) ? neither : { value: 0.5, sure: false, half: false }
  const known = memo.get(lower)
  if (known) return known
  const read = judge(lower, word.fold)
  if (memo.size > 50_000) memo.clear()
  if (lower.length <= 40) memo.set(lower, read)
  return read
}

function judge(lower: string, fold: string): Lean {
  const half = borrowed.some(
    (stem) =>
      fold.length > stem.length + 1 &&
      fold.startsWith(stem) &&
      !isRussianEnding(fold.slice(stem.length)) &&
      isKazakhEnding(fold.slice(stem.length).replace(/^[аеои]/, '')),
  )
  if (half) return { value: 0, sure: true, half }
  if (hasKazakhLetters(lower)) return { value: -1, sure: true, half }
  if (shared.has(lower)) return neither
  if (!kazakhSmall.has(lower))
    for (let length = fold.length; length > 3 && length >= fold.length - 4; length--)
      if (borrowedStems.has(fold.slice(0, length)) && isRussianEnding(fold.slice(length)))
        return { value: 0.8, sure: true, half }
  if (kazakhSmall.has(lower)) return { value: -1, sure: true, half }
  if (russianSmall.has(lower)) return { value: 1, sure: true, half }
  // A loan with Kazakh suffixes: автобусты, садиктерде, ЦОНда.
  for (const loan of shared)
    if (loan.length > 2 && lower.startsWith(loan) && isKazakhEnding(fold.slice(loan.length)))
      return { value: -0.5, sure: false, half }
  const guess = detect(lower.length > 40 ? lower.slice(0, 40) : lower, { only: ['kk', 'ru'] })
  const looks = (russianLook.test(lower) ? 1 : 0) - (kazakhVerb.test(lower) ? 1 : 0)
  const agree = guess === '' || (guess === 'ru') === looks > 0
  if (looks !== 0)
    return {
      value: agree ? looks : looks * 0.4,
      sure:
        agree &&
        (/[щъё]|ьн|ств|ться|ать$|ить$|еть$|ешь$|ого$|ыми$|ают$|уют$/.test(lower) ||
          (lower.length > 5 &&
            /(?:[ыио]й|[ао]я|[оы]е|[аиуюя]ет|еют|[еи]тся|ются|[иеяы]л[аи]|ены|ями)$/.test(lower))),
      half,
    }
  const doubt = lower.length <= 5 ? 0.5 : 1
  return { value: (guess === 'ru' ? 0.7 : guess === 'kk' ? -0.6 : 0) * doubt, sure: false, half }
}

/** The share of the other language from which a text is mixed. */
const share = 0.18

/** The language of a text; `isName` tells words that are names of places and belong to neither. */
export function findLanguage(
  words: readonly Word[],
  isName: (at: number) => boolean = () => false,
): LanguageRead {
  let kazakh = 0
  let russian = 0
  let sureKazakh = 0
  let sureRussian = 0
  let latin = 0
  let cyrillic = 0
  // Who has no Kazakh letters writes Kazakh words that look like Russian ones.
  const bare = !words.some(({ lower }) => hasKazakhLetters(lower))
  words.forEach((word, at) => {
    if (word.script === 'latin') latin += word.lower.length > 1 ? 1 : 0
    else if (word.script === 'cyrillic') cyrillic++
    if (isName(at)) {
      // A name in a Kazakh case is a Kazakh word all the same.
      if (hasKazakhLetters(word.lower) && /(?:да|де|та|те|дан|ден|тан|тен|ағы|егі)$/.test(word.lower)) {
        kazakh++
        sureKazakh++
      }
      return
    }
    const { value, sure, half } = lean(word)
    if (half) {
      russian += 0.8
      kazakh += 0.5
      sureRussian += 1
    } else if (value > 0) russian += bare && value < 0.8 ? value / 2 : value
    else kazakh -= value
    if (sure && value > 0) sureRussian++
    if (sure && value < 0) sureKazakh++
  })
  if (latin > cyrillic && latin > 1) return { language: 'kk-latn', kazakh: latin, russian: 0 }
  const all = kazakh + russian
  const part = all === 0 ? 0 : russian / all
  const both =
    part > 0.5
      ? (sureKazakh >= 2 && kazakh >= 1.5) || (sureKazakh >= 1 && kazakh >= 2.5 && part < 0.65)
      : russian >= 1.7 && (sureRussian >= 1 || (russian >= 3 && !bare)) && sureKazakh >= 1
  const most = part > 0.5 || all === 0 ? 'ru' : 'kk'
  return { language: both && part > share && part < 1 - share ? 'mixed' : most, kazakh, russian }
}
