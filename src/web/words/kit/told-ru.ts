// Posters and texts, Russian.
import { formats } from '../format.ts'
import { clockRu, dayRu, onWeekdayRu } from './spoken-ru.ts'
import { type KitTexts, type KitFacts, ended, lines, sentences } from './told.ts'

const { day: inYear, fullDay, weekday, dayOfYear } = formats.ru

const demonstration = 'Демонстрация: это не настоящая встреча.'
const note = (facts: KitFacts) => (facts.demonstration ? demonstration : '')
const placeOf = ({ online, venue, address, where }: KitFacts): string =>
  online && venue === '' ? 'по интернету' : [venue, address, where].filter((one) => one !== '').join(', ')
const mayOf = ({ broadcasts, reception, sites }: KitFacts): string[] => [
  'Можно прийти, задать вопрос и внести предложение. Записываться заранее не нужно.',
  ...(reception
    ? [
        `Личный приём: ${dayOfYear(reception.day)} в ${reception.start}${reception.place === '' ? '' : `, ${reception.place}`}.`,
      ]
    : []),
  ...(broadcasts.length > 0 ? [`Прямой эфир: ${broadcasts.join(', ')}.`] : []),
  ...(sites.length > 0 ? [`Места видеосвязи: ${sites.join(', ')}.`] : []),
]
const accessOf = ({ access, interpreters }: KitFacts): string =>
  [...access, ...(interpreters.length > 0 ? [`переводчик: ${interpreters.join(', ')}`] : [])].join(', ')

export const kitTextsRu: KitTexts = {
  poster: (facts) => ({
    title: 'Встреча с жителями',
    // In the genitive, as it stands after a number.
    month: dayOfYear(facts.day).replace(/^\d+\s+/, ''),
    weekday: weekday(facts.day),
    clock: 'час',
    who: facts.who,
    place: facts.online && facts.venue === '' ? ['По интернету'] : [facts.venue, facts.address, facts.where],
    mayTitle: 'Что можно сделать',
    may: mayOf(facts),
    accessTitle: 'Доступность',
    access: accessOf(facts),
    scan: 'Подробности, текст объявления и напоминание',
    contact: `Проводит: ${facts.who}`,
    demonstration,
  }),
  press: (facts) =>
    `${lines(note(facts), `${facts.who}: встреча с жителями`)}\n\n${lines(
      `Встреча состоится ${inYear(facts.day)}, ${onWeekdayRu(facts.day)}, в ${facts.start}. Место: ${ended(placeOf(facts))}`,
      ended(facts.notice),
      mayOf(facts).join(' '),
      accessOf(facts) === '' ? '' : `Доступность: ${accessOf(facts)}.`,
      facts.spoken.length > 0 ? `Язык встречи: ${facts.spoken.join(', ')}.` : '',
      `Подробности: ${facts.url}`,
    )}`,
  messenger: (facts) =>
    lines(
      note(facts),
      `${facts.who}: встреча с жителями`,
      `Когда: ${fullDay(facts.day)}, ${facts.start}`,
      `Где: ${placeOf(facts)}`,
      'Приходите и задавайте вопросы.',
      facts.url,
    ),
  radio: (facts) =>
    sentences(
      note(facts),
      'Уважаемые жители!',
      `${facts.who} проводит встречу с жителями.`,
      `Она состоится ${dayRu(facts.day)}, ${onWeekdayRu(facts.day)}, ${clockRu(facts.start)}.`,
      `Место: ${ended(placeOf(facts))}`,
      'Можно прийти, задать вопрос и внести предложение. Записываться заранее не нужно.',
      facts.broadcasts.length > 0 ? 'Встречу покажут в прямом эфире.' : '',
      `Повторяем: ${dayRu(facts.day)}, ${clockRu(facts.start)}.`,
      `Подробности на сайте ${facts.host}.`,
    ),
}
