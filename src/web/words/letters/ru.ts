// How a name is refused that poses by its letters, Russian; the tables of refusals take it in.
import type { lettersKk } from './kk.ts'

export const lettersRu: typeof lettersKk = {
  'letters-mixed': (word) =>
    `В слове «${word}» смешаны буквы двух алфавитов или вместо буквы стоит цифра. Наберите слово заново в одной раскладке.`,
  'letters-hidden': 'В имени есть невидимый знак. Не вставляйте имя, наберите его заново.',
}
