// Words of files, Kazakh: what may be handed in, and why something was not taken.
import { formats } from '../format.ts'

const { number } = formats.kk

export const filesKk = {
  label: 'Фото немесе құжат',
  hint: (megabytes: number) =>
    `Міндетті емес. JPEG, PNG, WebP немесе PDF, ${number(megabytes)} МБ-тан аспасын. Файлды барлық адам көреді. Фотоның түсірілген орны автоматты түрде өшіріледі.`,
  again: 'Файл сақталған жоқ. Оны қайта таңдаңыз.',
  size: (kilobytes: number) =>
    kilobytes < 1000 ? `${number(kilobytes)} КБ` : `${number(Math.round(kilobytes / 102.4) / 10)} МБ`,
  refused: {
    'empty-file': 'Файл бос. Басқасын таңдаңыз.',
    'file-too-large': (megabytes: number) =>
      `Файл тым үлкен: ${number(megabytes)} МБ-тан аспасын. Фотоны кішірейтіп немесе құжатты бөліп жіберіңіз.`,
    'too-many-pixels': (millions: number) =>
      `Сурет тым үлкен: ${number(millions)} млн нүктеден аспасын. Оны кішірейтіп жіберіңіз.`,
    'not-what-it-says': 'Файлдың аты мен мазмұны сәйкес емес. Бастапқы файлды өз атымен жіберіңіз.',
    archive: 'Мұрағат (ZIP, RAR) алынбайды. Ішіндегі фотоны немесе PDF-ті жеке жіберіңіз.',
    'macro-document': 'Бұл құжатта макрос болуы мүмкін, ол алынбайды. Құжатты PDF түрінде сақтап жіберіңіз.',
    'office-document': 'Word, Excel құжаты алынбайды. Оны PDF түрінде сақтап жіберіңіз.',
    program: 'Бұл — бағдарлама, ол алынбайды.',
    'web-page': 'Веб-бет пен SVG алынбайды. Экранның суретін немесе PDF жіберіңіз.',
    'unknown-kind': 'Файлдың бұл түрі алынбайды. JPEG, PNG, WebP немесе PDF жіберіңіз.',
    'active-pdf':
      'Бұл PDF ішінде бағдарлама немесе басқа файл бар. Оны қайта басып шығарып («PDF-ке басып шығару»), сол көшірмесін жіберіңіз.',
    'locked-pdf': 'PDF құпиясөзбен жабылған. Құпиясөзсіз көшірмесін жіберіңіз.',
    'two-in-one': 'Файлдың ішіне бөтен мәлімет жалғанған. Бастапқы файлды қайта сақтап жіберіңіз.',
    bomb: 'Файл ашылғанда тым үлкейіп кетеді. Оны қайта сақтап немесе суретке түсіріп жіберіңіз.',
    'broken-file': 'Файл бүлінген, ашылмайды. Оны қайта сақтап жіберіңіз.',
  },
  tooLargeTitle: 'Файл тым үлкен',
  tooLarge: 'Жіберілген файл қабылдауға болатын көлемнен асты. Артқа қайтып, кішірек файл таңдаңыз.',
}

export type FilesWords = typeof filesKk
