// The home of a private person: a street with a house, where the words say that somebody lives there.
import type { NumberSpan } from './find-numbers.ts'

const tails =
  '(?:би|батыр|хан|ана|ата|баба|датқа|ақын|жырау|сал|шешен|палуан|жолы|жол|бұлақ|тоған)\\p{L}{0,3}'
const name = `(?:\\p{Lu}\\.\\s?){0,2}[\\p{L}\\d](?:[\\p{L}\\p{N}’'-]|\\.(?=\\p{L}))*(?:[ \\u00a0](?:[\\p{Lu}][\\p{L}.’'-]*|${tails})){0,3}`
const flat =
  '(?:[\\s,]*(?:кв(?:артира)?\\.?\\s?(?:№\\s?)?\\d+\\p{L}?|\\d+\\s?-?\\s?(?:кв\\b|пәтер\\p{L}*|патер\\p{L}*)|(?:пәтер|патер)\\s?\\d+))?'
const house =
  '(?:№\\s?)?\\d{1,4}(?:\\s?[\\/–-]\\s?\\d{1,4})?(?:\\s?[А-Яа-яA-Za-z](?![\\p{L}])|\\s?[«"]\\p{Lu}[»"])?'
const locality =
  '(?:\\d{6},\\s*)?(?:(?:с|ст|село|селе|г|город|п|пос|рп|станция|поселок|посёлок|а|ауыл|мкр|микрорайон|аул)?\\.?\\s?[\\p{Lu}][\\p{L}-]+(?:\\s(?:ауылы|қаласы|кенті|аудан[ыі]?|ауданы|с\\.|село))?,\\s*){0,2}'
const start = '(?<![\\p{L}\\p{N}])'
const russian = new RegExp(
  `${start}${locality}(?:ул(?:ица|ице|ицы)?\\.?|пр(?:осп(?:ект|екте)?)?\\.?|(?:\\d-й\\s)?пер(?:еулок|еулке)?\\.?|мкр(?:н|-н)?\\.?|микрорайоне?)\\s*[«"]?${name}[»"]?[\\s,]*(?:(?:в\\s)?д(?:ом|оме|\\.)?\\.?\\s?)?${house}${flat}`,
  'gu',
)
const kazakh = new RegExp(
  `${start}${locality}${name}(?:\\s\\d{1,2})?\\s(?:көшесі|көшес\\p{L}*|кошес\\p{L}*|көш\\.|көше|к-сі|даңғылы|даңғыл\\p{L}*|мөлтек аудан\\p{L}*|ықшам ?аудан\\p{L}*|шағын ?аудан\\p{L}*|м[оө]лтек аудан\\p{L}*|мкр\\.?|м\\/а|ш\\/а|тұйығы|орамы|аллеясы)[\\s,]*${house}(?:\\s?-?\\s?(?:үй|ший үй|ші үй|уй)\\p{L}*)?${flat}`,
  'gu',
)
const houseFirst = new RegExp(
  `${start}(?:кв(?:артира)?\\.?\\s?(?:№\\s?)?\\d+[\\s,]+)?(?:в\\s+)?д(?:ом|оме|ома|\\.)\\s?№?\\s?\\d{1,4}(?:[\\/-]\\d{1,3})?\\p{L}?${flat}\\s*,?\\s*(?:по|на)\\s+(?:ул(?:ица|ице|ицы)?\\.?)?\\s*${name}${flat}`,
  'giu',
)
/** «5 мкр, 12-45»: a quarter by number, a house and a flat. */
const quarter = new RegExp(
  `${start}${locality}\\d{1,2}(?:\\s?-?\\s?й)?[\\s-]?(?:мкр|микрорайон|(?:шағын|ықшам|мөлтек)\\s?аудан\\p{L}*)[\\s.,]+(?:д(?:ом|\\.)?\\s?|үй\\s?)?\\d{1,3}(?:\\s?[-–]\\s?\\d{1,3}(?:-?\\s?пәтер\\p{L}*)?|(?:\\s?-?\\s?(?:үй|дом)\\p{L}*)?${flat})`,
  'giu',
)
/** «Сейфуллина 9, квартира 57»: a flat needs no word for the street. */
const flatAlone = new RegExp(
  `${start}\\p{Lu}[\\p{L}-]{2,}(?:[ \\u00a0](?:\\p{Lu}[\\p{L}.-]+|${tails}|мкр\\.?))?[\\s,]+(?:д(?:ом|\\.)?\\s?)?\\d{1,4}(?:[/-]\\d{1,3})?(?:\\s?-?үй\\p{L}*)?[\\s,]+(?:кв(?:артира)?\\.?\\s?(?:№\\s?)?\\d+|\\d+\\s?-?\\s?пәтер|пәтер\\s?\\d+)`,
  'gu',
)
/** «дом 5, кв. 86», «12-үй, 7-пәтер»: the street is known to both. */
const houseAndFlat = new RegExp(
  `${start}(?:д(?:ом|оме|ома|\\.)\\s?№?\\s?\\d{1,4}(?:[/-]\\d{1,3})?\\p{L}?[\\s,]+кв(?:артира|артире|артиры)?\\.?\\s?(?:№\\s?)?\\d{1,4}|\\d{1,4}\\s?-?\\s?(?:үй|уй)[\\s,]+\\d{1,4}\\s?-?\\s?(?:пәтер|патер))(?![\\p{N}])`,
  'giu',
)
/** «Гагарина 17», «селе Кайнар, дом 18»: only where somebody lives, and where the number counts nothing. */
const counted =
  '(?!\\s?-?\\s?(?:лет|год|жыл|жас|км|метр|м\\b|адам|чел|сем|бала|дет|минут|час|сағ|тг|теңге|тенге|раз|рет|мес|ай|күн|дн|сут|проц|%|үйл|дома|домов|подъезд|этаж|қабат|мың|тыс|млн|га|сот|мал|бас|кВт|класс|сынып|школ|мектеп|балабақша|сад))'
const bare = new RegExp(
  `${start}(?:(?:с|сел[оеа]|ауыл|аул[е]?)\\.?\\s)?\\p{Lu}[\\p{L}-]{2,}(?:\\sауылы|\\sауылында)?(?:,?[ \\u00a0](?:\\p{Lu}[\\p{L}.-]+|${tails})){0,3}[\\s,]+(?:д(?:ом|\\.)\\s?№?\\s?)?\\d{1,4}(?:\\s?[/–-]\\s?\\d{1,4})?(?:[а-дА-Д](?!\\p{L}))?(?![\\d\\p{L}])${counted}(?:\\s?-?\\s?(?:үй|уй)(?!\\p{L}))?(?:,\\s?\\d{1,4}\\s?[/-]\\s?\\d{1,4})?${flat}`,
  'gu',
)
const leading =
  /^\s*(?:(?:үйім\p{L}*|уйим\p{L}*|біздің|мекенжай\p{L}*|адрес\p{L}*|живу|живём|живем|тұрамын|приезжайте|прописан\p{L}*|тұратын|жерім|біз|мен|мы|үй|у|в|на)\s+)*/iu
const afterWord =
  /(?:(?:мой|домашний|почтовый|наш)\s+адрес|(?:обратный|фактический)\s+адрес|адрес\s+(?:проживания|заявителя|прописки|для\s+(?:ответа|писем|связи))|адрес[іи]м|мекен\s?-?\s?жай\p{L}*\s*[:–—-]|мекен\s?-?\s?жай\p{L}*\s[^\n.!?:]{1,25}:|мекен\s?-?\s?жайым\p{L}*|мекен\s?-?\s?жайы|(?:ответ|прислат|направ|отправ|пис[ьа]|прожива|жив)\p{L}*[^\n.!?]{0,30}\sпо\s+адресу)\s*[:–—-]?\s*((?:\d{6},?\s*)?(?:(?:г|с|п|ст|пос|ул|а)\.\s?)?[\p{Lu}\d][^\n;:!?]{2,60}?\d+(?:\/\d+)?(?:[\s-]*\p{L}{1,6})?(?:[\s,]+(?:кв|пәтер)?\.?\s?\d{1,4}(?!\d))?)(?=[\s.,;)]|$)/giu
const livesBefore =
  /(?:мой\s+адрес|с\s+адреса|адрес[іи]м|тұрғын\s+үй\s?:|родители\s+мои|адрес(?:у|\s+(?:мой|проживания|дома|прописки))?\s*[:–—-]|жив[уё]|живём|живем|жив[её]т|жил|прожива\p{L}*|пропис\p{L}*|зарегистрир\p{L}*|домашн\p{L}+\s+адрес|мекен\s?-?\s?жай\p{L}*|үйім\p{L}*|үйіміз\p{L}*|уйим|біздің\s+үй|(?:наш|бабушкин|мамин|родительский)\s+дом|дом\s+наш|наша\s+квартира|моя\s+квартира|тұрғылықты\p{L}*|тұрағ\p{L}*|я\s+из|тұрамын|тұрамыз|тұратын\p{L}*|турамын|тіркелген\p{L}*|у\s+(?:меня|нас)\s+дом|моя\s+(?:хата|изба)|(?:достав|прислат|вышл)\p{L}*\s[^\n.!?]{0,12}адрес|ша[қк]ырт\p{L}*|мой\s+дом|мо[её]м\s+доме|хозя(?:ин|йка)\s+дома|к\s+нам\s+домой|(?:мать|мама|отец|бабушка|дедушка|родители|сестра|брат|сын|дочь)(?:\s+од[а-я]+)?\s+на|приезжайте|келіңіз\p{L}*)[^\n.!?]{0,48}$/iu
/** «Гульжан Оспанова, ул. Степная 14»: who lives there. */
const namedHead = /^\p{Lu}\p{L}*(?:ова?|ева?|ина?|енко|ск(?:ий|ая)|ұлы|улы|қызы|кызы|вна|вич),\s*/u
const livesAfter =
  /^[\s,.:;–—-]{0,4}(?:[\p{L}-]{0,20}\s)?(?:тұрамын|тұрамыз|тұратын|тұрады|тұрып|турамын|турамыз|(?:үй\p{L}*\s)?тұрғын|жив[уё]|живём|живем|прожива|үйде(?:г[іи])?\s+(?:тұр|көрш|корш|жалғыз|отыр)|мекен\s?-?жай(?!ында)|пропис|көршім|коршим|[^.!?\n]{0,25}на\s+дом\s+(?:прив|дост|прин))/iu

/** Numbers of houses and flats, with a letter or a block. */
const number = /(?:№\s?)?\d{1,4}(?:\s?[/-]\s?\d{1,4})?(?:\s?[А-Яа-яA-Za-z](?!\p{L}))?/gu

/**
 * The words with the number of each house on a street as `•••`, whoever lives there or nobody: for words that everybody
 * reads, where a street is enough and a house names a family.
 */
export const coverHouses = (words: string): string =>
  [russian, kazakh, houseFirst, quarter, flatAlone].reduce(
    (text, pattern) => text.replace(pattern, (found) => found.replace(number, '•••')),
    words,
  )

/** «Школа 9», «Автобус 12», «Декабрь 5»: a word and a number, and no street. */
const noStreet =
  /^(?:школ|мектеп|гимнази|лице[йя]|садик|детсад|балабақша|автобус|маршрут|рейс|подъезд|кіреберіс|класс|сынып|больниц|аурухана|поликлиник|емхана|кабинет|объект|участ|пункт|палат|лист|очеред|кезек|насос|скважин|котельн|вагон|поезд|пойыз|дет[ие]|бала|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|тел|номер|нөмір|сағат|час|всего|барлығы|нас|нам|біз|мне|маған|уже|лет|жас|кв|дом|үй|округ|ауыл|сел[оа]|город)/iu
/** Between a house and who lives there, or how he is reached. */
const toPerson =
  /^[\s,;:(–—-]{1,4}(?:(?:хозя\p{L}+|собственни\p{L}+|жилец|владел\p{L}+|жител\p{L}+|абонент\p{L}*|заявител\p{L}+|тұрғын\p{L}*|иесі|үй\s+иесі|от)[\s:–—-]{1,3})?$/iu
const toNumber =
  /^[\s,.;:(–—-]{1,4}(?:(?:м[оі]й|менің|мой|ұялы|моб\p{L}*|сот\p{L}*|конт\p{L}*|байланыс\p{L}*|тел\p{L}*|номер\p{L}*|нөмір\p{L}*|ватсап|whatsapp|иин|жсн)[\s.:№–—-]{1,3}){0,3}$/iu
const fromPerson =
  /^[\s,.;:(–—-]{1,4}(?:(?:дом|үйі|үйім|адрес\p{L}*|мекен\s?-?жай\p{L}*|жив[её]т|проживает)[\s.:–—-]{1,3}){0,2}$/iu

/** @param beside names and numbers of the text: a house that stands alone beside them is where somebody lives. */
export function findAddresses(text: string, beside: readonly NumberSpan[] = []): NumberSpan[] {
  if (!/\d/.test(text)) return []
  const spans: NumberSpan[] = []
  // «Лариса Гейнц, 19 мкр»: from each word of a name on.
  const nameEnds = new Map<number, number>()
  for (const { type, start, end } of beside)
    if (type === 'name')
      for (let at = start; at < end; at++)
        if (at === start || /[\s-]/.test(text[at - 1]!)) nameEnds.set(at, end)
  const add = (from: number, found: string, home: (start: number, end: number, whole: string) => boolean) => {
    const bared = found.replace(leading, '').replace(/[\s,.]+$/, '')
    const named =
      /\p{Lu}[\p{L}.]+\s$/u.test(text.slice(Math.max(0, from - 24), from)) && namedHead.exec(bared)
    const begun = named ? bared.slice(named[0].length) : bared
    // «Алия, ул. Дорожная, 6»: what looks like a village may be a name.
    const own = from + found.lastIndexOf(begun)
    const nameTo = livesBefore.test(text.slice(Math.max(0, own - 70), own)) ? undefined : nameEnds.get(own)
    const rest =
      nameTo === undefined
        ? undefined
        : /^,\s*((?:\p{L}|\d{1,2}[\s-]*(?:й\s)?(?:мкр|микр|шағын|ықшам|мөлтек)).+)$/su.exec(
            found.slice(nameTo - from),
          )
    // «Samat, 45 jas», «Анна Ивановна, 1950 г.р.»
    if (nameTo !== undefined && !rest && text[nameTo] === ',') return
    const whole = rest ? rest[1]!.replace(/[\s,.]+$/, '') : begun
    const at = from + found.lastIndexOf(whole)
    if (/\p{L}/u.test(whole) && (named || home(at, at + whole.length, whole)))
      spans.push({ start: at, end: at + whole.length, type: 'address' })
  }
  const nextTo = beside
    .filter(({ type }) => type === 'name' || type === 'phone' || type === 'iin')
    .toSorted((a, b) => a.start - b.start)
  const isNear = (from: number, to: number) => {
    let low = 0
    for (let high = nextTo.length; low < high;) {
      const middle = (low + high) >> 1
      if (nextTo[middle]!.start < to) low = middle + 1
      else high = middle
    }
    const after = nextTo[low]
    if (after && after.start - to < 32)
      if ((after.type === 'name' ? toPerson : toNumber).test(text.slice(to, after.start))) return true
    const before = nextTo.slice(Math.max(0, low - 2), low).find(({ end }) => end <= from && from - end < 24)
    return before?.type === 'name' && fromPerson.test(text.slice(before.end, from))
  }
  /** «Жағалау көшесі, 22-үй, Пернекүл Сыздықова»; not «у дома на Абая, 7», not «7-үйдің алдында». */
  const ofSomebody = (from: number, to: number) =>
    /(?:^|[,.!?:;\n(–—])\s*(?:(?:дом|квартира|кв\.|үйім|үйі|үй)\s+)?$/iu.test(
      text.slice(Math.max(0, from - 12), from),
    ) &&
    !/үй\p{L}+$/u.test(text.slice(Math.max(from, to - 14), to)) &&
    isNear(from, to)
  /** «Мира, 9-14: потолок мокрый»: a house and a flat before all else. */
  const isHeading = (from: number, to: number, whole: string) =>
    from === 0 && /\s\d{1,3}-\d{1,3}$/.test(whole) && /^\s?[:.–—]/.test(text.slice(to, to + 2))
  const lived = (from: number, to: number) => livedBeside(from, to) || ofSomebody(from, to)
  const livedBeside = (from: number, to: number) =>
    livesBefore.test(text.slice(Math.max(0, from - 70), from)) ||
    /(?<!\p{L})(?:я|мы|пиш\p{L}{1,3}|звон\p{L}{1,3})\s+со?\s$/iu.test(
      text.slice(Math.max(0, from - 12), from + 2),
    ) ||
    livesAfter.test(text.slice(to, to + 45))
  if (/адрес|жай/iu.test(text))
    for (const found of text.matchAll(afterWord))
      add(found.index + found[0].length - found[1]!.length, found[1]!, () => true)
  if (/(?:ул|пр|пер|мкр|микрорайон|көш|кошес|к-сі|даңғыл|аудан|тұйығ|орам|кв|пәтер|[шм]\/а|дом)/iu.test(text))
    for (const pattern of [russian, kazakh, houseFirst, quarter, flatAlone, houseAndFlat])
      for (const found of text.matchAll(pattern))
        add(
          found.index,
          found[0],
          (from, to, whole) =>
            /(?:кв(?:артира)?\.?\s?(?:№\s?)?\d|пәтер|патер|мкр.*\d\s?[-–]\s?\d+$)/iu.test(whole) ||
            lived(from, to),
        )
  if (
    beside.length > 0 ||
    /^\p{Lu}[^\n]{2,40}\s\d{1,3}-\d{1,3}\s?[:.–—]/u.test(text) ||
    /(?<!\p{L})(?:(?:я|мы|пиш\p{L}{1,3}|звон\p{L}{1,3})\s+со?|на)\s|жи[влт]|прожив|пропис|дом|мекен|үй|уйим|т[ұу]ра|ша[қк]ырт|хата|приезж|келіңіз|адрес/iu.test(
      text,
    )
  )
    for (const found of text.matchAll(bare))
      add(
        found.index,
        found[0],
        (from, to, whole) =>
          livedBeside(from, to) ||
          (!noStreet.test(whole) && (ofSomebody(from, to) || isHeading(from, to, whole))),
      )
  return spans
}
