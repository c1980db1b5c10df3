// Words of the announcement kit, English.
import type { KitWords } from './kk.ts'

export const kitEn: KitWords = {
  link: 'Poster and ready-made texts',
  title: 'Ready to announce this meeting',
  lead: 'Print the poster and put it up, copy the texts and pass them on. Anybody may use them.',
  whole: 'Everything is taken from the published notice; the Kazakh and the Russian say the same.',
  postersTitle: 'Poster',
  postersLead: 'One sheet in Kazakh and Russian. The QR code leads to the page of the meeting.',
  posters: { a4: 'Poster A4, PDF', a3: 'Poster A3, PDF' },
  textsTitle: 'Ready-made texts',
  textsLead: 'Select and copy a text, or download it as a file.',
  texts: {
    press: 'For a newspaper or a site',
    messenger: 'For messengers',
    radio: 'For the radio: numbers and dates in words',
  },
  inLanguage: { kk: 'in Kazakh', ru: 'in Russian' },
  download: 'Download the file',
  signed:
    'The notice is signed and not out yet. Print the poster in advance; do not put it up before the notice is out.',
  back: 'Back to the meeting',
}
