// The home of a private person: a street with a house, where the words say that somebody lives there.
import type { NumberSpan } from './find-numbers.ts'

const name = "[\\p{L}\\d][\\p{L}\\p{N}.’'-]*(?:[ \\u00a0][\\p{Lu}][\\p{L}.’'-]*){0,3}"
const flat =
  '(?:[\\s,]*(?:кв(?:артира)?\\.?\\s?(?:№\\s?)?\\d+\\p{L}?|\\d+\\s?-?\\s?(?:кв\\b|пәтер|патер)|пәтер\\s?\\d+))?'
const locality =
  '(?:(?:с|село|г|город|п|пос|поселок|посёлок|а|ауыл|мкр|микрорайон|аул)?\\.?\\s?[\\p{Lu}][\\p{L}-]+(?:\\s(?:ауылы|қаласы|кенті|аудан[ыі]?|ауданы|с\\.|село))?,\\s*){0,2}'
const russian = new RegExp(
  `(?<![\\p{L}\\p{N}])${locality}(?:ул(?:ица|ице|ицы)?\\.?|пр(?:осп(?:ект|екте)?)?\\.?|пер(?:еулок|еулке)?\\.?|мкр(?:н|-н)?\\.?|микрорайон)\\s*[«"]?${name}[»"]?[\\s,]*(?:д(?:ом|\\.)?\\.?\\s?№?\\s?)?\\d{1,4}(?:[\\/-]\\d{1,3})?(?:\\s?[а-яa-z](?![\\p{L}]))?${flat}`,
  'gu',
)
const kazakh = new RegExp(
  `(?<![\\p{L}\\p{N}])${locality}${name}\\s(?:көшесі|көшес\\p{L}*|кошес\\p{L}*|көш\\.|көше|к-сі|даңғылы|мөлтек ауданы|ықшам ауданы|шағын ауданы|шағынауданы|тұйығы|орамы)[\\s,]*(?:№\\s?)?\\d{1,4}(?:[\\/-]\\d{1,3})?(?:\\s?[А-Яа-яA-Za-z](?![\\p{L}]))?(?:\\s?-?\\s?(?:үй|ший үй|ші үй|уй))?${flat}`,
  'gu',
)
const houseFirst = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:в\\s+)?д(?:ом|оме|\\.)\\s?№?\\s?\\d{1,4}(?:[\\/-]\\d{1,3})?\\p{L}?${flat}\\s*,?\\s*(?:по|на)\\s+ул(?:ица|ице|ицы)?\\.?\\s*${name}`,
  'gu',
)
/** «Сейфуллина 9, квартира 57»: a flat needs no word for the street. */
const flatAlone =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{2,}(?:[ \u00a0]\p{Lu}[\p{L}.-]+)?[\s,]+(?:д(?:ом|\.)?\s?)?\d{1,4}(?:[/-]\d{1,3})?(?:-?үй)?[\s,]+(?:кв(?:артира)?\.?\s?(?:№\s?)?\d+|\d+\s?-?\s?пәтер|пәтер\s?\d+)/gu
const leading = /^\s*(?:(?:үйім\p{L}*|уйим\p{L}*|мекенжай\p{L}*|адрес\p{L}*|живу|в)\s+)?/iu
const afterWord =
  /(?:мой\s+адрес|домашний\s+адрес|адрес\s+проживания|адресім|мекен\s?-?\s?жайым\p{L}*|мекен\s?-?\s?жайы)\s*[:–—-]?\s*([\p{Lu}\d][^\n;:!?]{2,60}?\d+(?:[\s-]*\p{L}{1,6})?(?:[\s,]+(?:кв|пәтер)?\.?\s?\d{1,4}(?!\d))?)(?=[\s.,;)]|$)/giu
const livesBefore =
  /(?:мой\s+адрес|адрес(?:\s+(?:мой|проживания|дома|прописки))?\s*[:–—-]|жив[уё]|живём|живем|жив[её]т|жил|прожива\p{L}*|пропис\p{L}*|зарегистрир\p{L}*|домашн\p{L}+\s+адрес|мекен\s?-?\s?жай\p{L}*|үйім\p{L}*|үйіміз\p{L}*|уйим|тұрамын|тұрамыз|тұратын\p{L}*|турамын|тіркелген\p{L}*|у\s+меня\s+дом|мой\s+дом|к\s+нам\s+домой|приезжайте|келіңіз\p{L}*)[^\n.!?]{0,48}$/iu
const livesAfter =
  /^[\s,.:;–—-]{0,4}(?:[\p{L}-]{0,20}\s)?(?:тұрамын|тұрамыз|тұратын|турамын|турамыз|жив[уё]|живём|живем|прожива|үйде тұр|мекенжай|пропис)/iu

export function findAddresses(text: string): NumberSpan[] {
  if (
    !/\d/.test(text) ||
    !/(?:ул|пр|пер|мкр|микрорайон|көш|кошес|к-сі|даңғыл|аудан|тұйығ|орам|адрес|жайы|кв|пәтер)/iu.test(text)
  )
    return []
  const spans: NumberSpan[] = []
  for (const found of text.matchAll(afterWord)) {
    const start = found.index + found[0].length - found[1]!.length
    spans.push({ start, end: start + found[1]!.length, type: 'address' })
  }
  for (const pattern of [russian, kazakh, houseFirst, flatAlone])
    for (const found of text.matchAll(pattern)) {
      const whole = found[0].replace(leading, '').replace(/[\s,.]+$/, '')
      const start = found.index + found[0].indexOf(whole)
      const end = start + whole.length
      const home =
        /(?:кв(?:артира)?\.?\s?(?:№\s?)?\d|пәтер|патер)/iu.test(whole) ||
        livesBefore.test(text.slice(Math.max(0, start - 70), start)) ||
        livesAfter.test(text.slice(end, end + 45))
      if (home) spans.push({ start, end, type: 'address' })
    }
  return spans
}
