// Accounts, e-mail addresses, plates of cars and numbers of papers.
import type { NumberSpan } from './find-numbers.ts'

const ibanLetters: Record<string, string> = {
  К: 'K',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: 'Z',
}
/** What may stand between the signs of an account. */
const gap = '[\\s\\-‐-―−()[\\]_./·,]{0,3}'
const iban = new RegExp(`[KКkк]${gap}[ZЗzз]${gap}\\d${gap}\\d(?:${gap}[\\p{L}\\p{N}]){16}`, 'gu')
/** Mistyped ones are known by their form: a single space or hyphen, nothing before. */
const tightIban = /^[^\p{L}\p{N}.]?[KКkк][ZЗzз][\s-]?\d{2}(?:[\s-]?[\p{L}\p{N}]){16}$/u
const otherIban =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu
const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_][\p{L}\p{N}._%+-]{0,63}\s?(?:@|＠|\(at\)|\[at\]|\(собака\)|\[собака\])\s?[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?))(?:[\p{L}\p{N}-]{1,62}\.){0,4}[\p{L}]{2,24}/gu
const spelledEmail =
  /(?<![\p{L}\p{N}])[A-Za-z0-9._-]{2,40}\s+(?:собака|at|эт)\s+(?:mail|gmail|inbox|bk|list|yandex|icloud|outlook|hotmail|rambler|yahoo)\s*(?:\.|точка|нүкте|dot)\s*(?:ru|com|kz|net)/giu
const letters = 'A-ZА-ЯЁӘҒҚҢӨҰҮҺІ'
const between = '[\\s\\-‐-―−_./|·]{0,3}'
const plateLetters = new RegExp(`[\\d\\s\\p{P}\\p{S}][${letters}]`, 'u')
const plateNew = new RegExp(
  `(?<![\\p{Lu}\\p{N}])\\d${between}\\d${between}\\d${between}([${letters}]${between}[${letters}](?:${between}[${letters}])?)${between}(?:0${between}[1-9]|1${between}\\d|2${between}0)(?!\\p{N})`,
  'gu',
)
const plateOld = new RegExp(
  `(?<![\\p{Lu}\\p{N}])[${letters}]${between}\\d${between}\\d${between}\\d${between}([${letters}]${between}[${letters}](?:${between}[${letters}])?)(?![\\p{Lu}\\p{N}])`,
  'gu',
)
const plateSaid =
  /(?:нөмір\p{L}*|номер\p{L}*|гос\.?\s?номер\p{L}*|госномер\p{L}*|көлі\p{L}*|машин\p{L}*)[\s:–—«"-]{1,3}(\d{3}\s?[a-zа-яё]{2,3}\s?\d{2}|[a-zа-яё]\s?\d{3}\s?[a-zа-яё]{2,3})(?![\p{L}\p{N}])/giu
/** Latin letters leave no doubt, whatever the region; small ones and half a plate only beside a car. */
const plateLatin = /(?<![\p{L}\p{N}])\d{3}[\s|/-]?([A-Z]{3})[\s|/-]?\d{2}(?![\p{L}\p{N}])/gu
const plateOfCar =
  /(?:автобус|авто|газел|камаз|уаз|джип|тойот|приус|нив[аы]|лад[аы]|жигули|фур[аы]|грузовик|самосвал|такси|мотоцикл|мопед|прицеп|трактор|тіркеме|көлі|колик|машин|номер|нөмір|номир|г\s?\/\s?н)\p{L}*[^\p{L}\p{N}\n]{1,4}(?:\p{L}{2,12}\s)?(\d{3}\s?[a-zа-яё]{3}\s?\d{2})(?![\p{L}\p{N}])/giu
const plateHalf =
  /(?:[Нн]омер|[Нн]өмір|[Нн]омир|[Гг]осномер|г\s?\/\s?н)\p{L}*[^\p{L}\p{N}\n]{1,3}(\d{3}\s?(?:[A-Z]{2,3}|[АВЕКМНОРСТУХ]{2,3}))(?![\p{L}\p{N}])/gu
const plateBare =
  /(?<![\p{L}\p{N}])(?<!\d[\s.,])\d{3}\s?(?!USD|EUR|KZT|RUB|GPS|CNY|LED|LTE|MHZ|KWH|GHZ|KVA|KVT)[A-Z]{3}(?![\p{L}\p{N}]|[\s|/-]{0,2}\d)/gu
const noPlate =
  /^(?:АЕК|МРП|КВТ|ТГ|МКР|УЛ|КМ|ГА|ТЫС|МЛН|СОМ|ГРАД|ОРЫ|ЖЫЛ|АДА|ГОД|МЫҢ|ЧЕЛ|БАЛ|ДОМ|ҮЙ|КВ|ЛЕТ|РАЗ|ДНЯ|ДЕН|КГ|КҮН|КУН|ТНГ|НЕД|МЕС|СЫН|МЕТ|ЛИТ|ТОН|РЕЙ|БИЛ|ОКТ|НОЯ|ДЕК|ЯНВ|ФЕВ|МАР|АПР|МАЯ|ИЮН|ИЮЛ|АВГ|СЕН|ТОО|ЖШС|ШТ|РУБ|ПОЛ|ЧАС|САҒ|МИН|КУБ|КВА)$/
const paper =
  /(?:удостоверени\p{L}*|куәлі\p{L}*|куали\p{L}*|паспорт\p{L}*|төлқұжат\p{L}*|толкужат\p{L}*|лицев\p{L}+(?:\s+сч[её]т\p{L}*)?|(?<!\p{L})л\s?[/.]\s?сч?(?!\p{L})|дербес\s+шот\p{L}*|жеке\s+шот\p{L}*|есепшот\p{L}*|шот\s+нөмір\p{L}*|абонент\p{L}*|договор\p{L}*|контракт\p{L}*|келісім\s?-?шарт\p{L}*|келисимшарт\p{L}*|вид\p{L}*\s+на\s+жительство|ықтиярхат\p{L}*|шарт(?:ым\p{L}*|ы|\s+нөмір\p{L}*)?|полис\p{L}*|свидетельств\p{L}*|уд\.?\s?личн\p{L}*|құжат\s+нөмір\p{L}*|документ\p{L}*)(?:\s+(?:личности|ветерана|инвалида|пенсионера|пенсионное|о\s+браке|об?\s+инвалидности|многодетной|матери|водительск\p{L}*|сч[её]ту?|номер\p{L}*|нөмір\p{L}*|аренды|бойынша|серия|мой|моё|мое|менің|о\s+рождении|за))*[\s:.,(–—-]{0,4}((?:№|N|No|#)?\s?(?:[A-ZА-ЯЁ]{1,6}\s?-?)?\s?\d{1,12}(?:[\s–/-]{1,3}(?:\p{L}{1,4}[–/-]?)?\d{1,12}){0,5})(?!\d)/giu
/** Papers of anything: only a number that is called so. */
const otherPaper =
  /(?:анықтама\p{L}*|справк\p{L}*|книжк\p{L}*|кітапша\p{L}*|(?<!\p{L})права|билет\p{L}*|диплом\p{L}*|рецепт\p{L}*|жолдама\p{L}*|направлени\p{L}*|(?<!\p{L})(?:іс[іи]|ИПР|ОЖБ|шот|дело|есеп\s?шот[ыи]\p{L}*|карта\s+н[өо]м[іе]р\p{L}*|номер\s+карты|құжат|документ)|истори\p{L}+\s+болезни|медкарт\p{L}*|разрешени\p{L}*(?:\s\p{L}{2,12}){0,2})\s?[:,]?\s?((?:№|#|(?<=(?<!\p{L})шот:)\s)\s?(?:\p{L}{1,4}\s?-?)?\s?\d{1,12}(?:(?:[–/-]{1,3}|\s(?=\d{3}))(?:\p{L}{1,4}[–/-]?)?\d{1,12}){0,5})(?!\d)/giu
const noPaper = /^(?:\p{Ll}|(?:19|20)\d\d[\s–-]+(?:19|20)\d\d$|\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d$)/u
const sum =
  /^[\s-]?(?:тг|тенге|теңге|₸|руб|тыс|мың|млн|млрд|квт|км(?!\p{L})|м(?!\p{L})|адам|чел|га(?!\p{L}))/iu
const nineDigits = /№\s?\d{9}(?!\d)/gu

/** The check of an account number (ISO 13616): its letters as numbers, the first four signs last, modulo 97. */
function checksAsIban(signs: string): boolean {
  let rest = 0
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    if (Number.isNaN(value)) return false
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

export function findCodes(text: string): NumberSpan[] {
  const spans: NumberSpan[] = []
  const add = (type: NumberSpan['type'], start: number, end: number) => spans.push({ type, start, end })
  if (/[KКkк][^\p{L}\p{N}]{0,3}[ZЗzз]|[A-Z]{2}\d/u.test(text)) {
    for (const found of text.matchAll(iban)) {
      const signs = found[0]
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toUpperCase()
        .replace(/./gu, (one) => ibanLetters[one] ?? one)
      const digits = signs.replace(/\D/g, '').length
      if (
        checksAsIban(signs) ||
        (digits >= 8 && tightIban.test(text.slice(found.index - 1, found.index) + found[0]))
      )
        add('iban', found.index, found.index + found[0].length)
    }
    for (const found of text.matchAll(otherIban))
      if ((found[0].match(/\d/g) ?? []).length >= 10) add('iban', found.index, found.index + found[0].length)
  }
  if (/[@＠]|\bat\b|собака|эт /i.test(text)) {
    for (const found of text.matchAll(email)) add('email', found.index, found.index + found[0].length)
    for (const found of text.matchAll(spelledEmail)) add('email', found.index, found.index + found[0].length)
  }
  if (plateLetters.test(text))
    for (const pattern of [plateNew, plateOld, plateLatin])
      for (const found of text.matchAll(pattern))
        if (!noPlate.test(found[1]!.replace(/[^\p{L}]/gu, '')))
          add('plate', found.index, found.index + found[0].length)
  if (/\d{3}/.test(text)) {
    for (const found of [...text.matchAll(plateOfCar), ...text.matchAll(plateHalf)]) {
      if (noPlate.test(found[1]!.replace(/[^\p{L}]/gu, '').toUpperCase())) continue
      const start = found.index + found[0].lastIndexOf(found[1]!)
      add('plate', start, start + found[1]!.length)
    }
    for (const found of text.matchAll(plateBare)) add('plate', found.index, found.index + found[0].length)
    for (const found of text.matchAll(plateSaid)) {
      if (noPlate.test(found[1]!.replace(/[^\p{L}]/gu, '').toUpperCase())) continue
      const start = found.index + found[0].lastIndexOf(found[1]!)
      add('plate', start, start + found[1]!.length)
    }
    for (const found of [...text.matchAll(paper), ...text.matchAll(otherPaper)]) {
      const written = found[1]!.trim()
      if ((written.match(/\d/g) ?? []).length < 5 || noPaper.test(written)) continue
      if (sum.test(text.slice(found.index + found[0].length))) continue
      const start =
        found.index + found[0].lastIndexOf(found[1]!) + (found[1]!.length - found[1]!.trimStart().length)
      add('document', start, start + written.length)
    }
    for (const found of text.matchAll(nineDigits)) add('document', found.index, found.index + found[0].length)
  }
  return spans
}
