// Posters and texts, Kazakh.
import { formats } from '../format.ts'
import { clockKk, dayKk, monthKk } from './spoken-kk.ts'
import { type KitTexts, type KitFacts, ended, lines, sentences } from './told.ts'

const { fullDay, weekday, dayOfYear } = formats.kk

const demonstration = 'Көрсетілім: бұл кездесу шынайы емес.'
const note = (facts: KitFacts) => (facts.demonstration ? demonstration : '')
const placeOf = ({ online, venue, address, where }: KitFacts): string =>
  online && venue === '' ? 'интернет арқылы' : [venue, address, where].filter((one) => one !== '').join(', ')
const mayOf = ({ broadcasts, reception, sites }: KitFacts): string[] => [
  'Келіп, сұрақ қоюға және ұсыныс айтуға болады. Алдын ала жазылу керек емес.',
  ...(reception
    ? [
        `Жеке қабылдау: ${dayOfYear(reception.day)}, сағат ${reception.start}${reception.place === '' ? '' : `, ${reception.place}`}.`,
      ]
    : []),
  ...(broadcasts.length > 0 ? [`Тікелей эфирден көруге болады: ${broadcasts.join(', ')}.`] : []),
  ...(sites.length > 0 ? [`Бейнебайланыс орындары: ${sites.join(', ')}.`] : []),
]
const accessOf = ({ access, interpreters }: KitFacts): string =>
  [...access, ...(interpreters.length > 0 ? [`аудармашы: ${interpreters.join(', ')}`] : [])].join(', ')

export const kitTextsKk: KitTexts = {
  poster: (facts) => ({
    title: 'Тұрғындармен кездесу',
    month: monthKk(facts.day),
    weekday: weekday(facts.day),
    clock: 'сағат',
    who: facts.who,
    place:
      facts.online && facts.venue === '' ? ['Интернет арқылы'] : [facts.venue, facts.address, facts.where],
    mayTitle: 'Не істей аласыз',
    may: mayOf(facts),
    accessTitle: 'Қолжетімділік',
    access: accessOf(facts),
    scan: 'Толық мәлімет, хабарландыру мәтіні және еске салу',
    contact: `Ұйымдастырушы: ${facts.who}`,
    demonstration,
  }),
  press: (facts) =>
    `${lines(note(facts), `${facts.who} тұрғындармен кездеседі`)}\n\n${lines(
      `${fullDay(facts.day)}, сағат ${facts.start}. Өтетін жері: ${ended(placeOf(facts))}`,
      ended(facts.notice),
      mayOf(facts).join(' '),
      accessOf(facts) === '' ? '' : `Қолжетімділік: ${accessOf(facts)}.`,
      facts.spoken.length > 0 ? `Кездесу тілі: ${facts.spoken.join(', ')}.` : '',
      `Толық мәлімет: ${facts.url}`,
    )}`,
  messenger: (facts) =>
    lines(
      note(facts),
      `${facts.who}: тұрғындармен кездесу`,
      `Қашан: ${fullDay(facts.day)}, ${facts.start}`,
      `Қайда: ${placeOf(facts)}`,
      'Келіп, сұрақ қойыңыз.',
      facts.url,
    ),
  radio: (facts) =>
    sentences(
      note(facts),
      'Құрметті тұрғындар!',
      `${facts.who} тұрғындармен кездеседі.`,
      `Кездесу күні: ${dayKk(facts.day)}, ${weekday(facts.day)}.`,
      `Басталуы: сағат ${clockKk(facts.start)}.`,
      `Өтетін жері: ${ended(placeOf(facts))}`,
      'Келіп, сұрақ қоюға және ұсыныс айтуға болады. Алдын ала жазылу керек емес.',
      facts.broadcasts.length > 0 ? 'Кездесу тікелей эфирде көрсетіледі.' : '',
      `Қайталаймыз: ${dayKk(facts.day)}, сағат ${clockKk(facts.start)}.`,
      `Толық мәлімет ${facts.host} сайтында.`,
    ),
}
