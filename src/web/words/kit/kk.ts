// Words of the announcement kit, Kazakh: the page from which posters and texts are taken.
export const kitKk = {
  link: 'Ілінетін плакат және дайын мәтіндер',
  title: 'Хабарлауға дайын материалдар',
  lead: 'Плакатты басып шығарып іліңіз, мәтіндерді көшіріп таратыңыз. Кез келген адам пайдалана алады.',
  whole: 'Мұнда бәрі жарияланған хабарландырудан алынған, қазақшасы мен орысшасы бірдей.',
  postersTitle: 'Плакат',
  postersLead: 'Бір бетте қазақша және орысша. QR код кездесудің бетіне апарады.',
  posters: { a4: 'A4 плакаты, PDF', a3: 'A3 плакаты, PDF' },
  textsTitle: 'Дайын мәтіндер',
  textsLead: 'Мәтінді белгілеп көшіріңіз немесе файл етіп жүктеңіз.',
  texts: {
    press: 'Газет пен сайтқа',
    messenger: 'Мессенджерге',
    radio: 'Радиоға: сандар мен күндер сөзбен',
  },
  inLanguage: { kk: 'қазақша', ru: 'орысша' },
  download: 'Файлды жүктеу',
  back: 'Кездесу бетіне оралу',
}

export type KitWords = typeof kitKk
