// How a name is refused that poses by its letters, English; the tables of refusals take it in.
import type { lettersKk } from './kk.ts'

export const lettersEn: typeof lettersKk = {
  'letters-mixed': (word) =>
    `The word “${word}” mixes letters of two alphabets, or has a digit for a letter. Type it again in one alphabet.`,
  'letters-hidden': 'The name has a sign that nobody sees. Type it again instead of pasting it.',
}
