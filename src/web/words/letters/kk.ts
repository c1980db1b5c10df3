// How a name is refused that poses by its letters, Kazakh; the tables of refusals take it in.
export const lettersKk = {
  'letters-mixed': (word: string) =>
    `«${word}» сөзінде екі әліпбидің әріптері араласқан немесе әріптің орнына сан тұр. Сөзді бір әліпбимен қайта теріңіз.`,
  'letters-hidden': 'Жазылған атта көзге көрінбейтін белгі бар. Көшіріп қоймай, атты қолмен қайта теріңіз.',
}
