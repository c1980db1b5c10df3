// Words of files, English.
import { formats } from '../format.ts'
import type { FilesWords } from './kk.ts'

const { number } = formats.en

export const filesEn: FilesWords = {
  label: 'Photo or document',
  hint: (megabytes) =>
    `Optional. JPEG, PNG, WebP or PDF, up to ${number(megabytes)} MB. Everybody will see the file. The place where a photo was taken is removed.`,
  again: 'The file was not kept. Choose it again.',
  size: (kilobytes) =>
    kilobytes < 1000 ? `${number(kilobytes)} KB` : `${number(Math.round(kilobytes / 102.4) / 10)} MB`,
  refused: {
    'empty-file': 'The file is empty. Choose another one.',
    'file-too-large': (megabytes) =>
      `The file is too large: ${number(megabytes)} MB at most. Make the photo smaller or split the document.`,
    'too-many-pixels': (millions) =>
      `The picture is too large: ${number(millions)} million points at most. Make it smaller.`,
    'not-what-it-says':
      'The name of the file does not match its content. Send the original under its own name.',
    archive: 'Archives (ZIP, RAR) are not taken. Send the photo or the PDF inside on its own.',
    'macro-document': 'Such a document can hold macros and is not taken. Save it as PDF and send that.',
    'office-document': 'Word and Excel documents are not taken. Save it as PDF and send that.',
    program: 'This is a program, it is not taken. Send a photo or a PDF.',
    'web-page': 'Web pages and SVG are not taken. Send a screenshot or a PDF.',
    'unknown-kind': 'Such files are not taken. Send JPEG, PNG, WebP or PDF.',
    'active-pdf': 'This PDF holds a program or another file. Print it to a new PDF and send the copy.',
    'locked-pdf': 'The PDF is locked with a password. Send a copy without one.',
    'two-in-one': 'Something foreign was added to the file. Save the original again and send that.',
    bomb: 'The file becomes far too large when it is opened. Save it again or send a picture of it.',
    'broken-file': 'The file is damaged and does not open. Save it again and send that.',
  },
  tooLargeTitle: 'The file is too large',
  tooLarge: 'The file that was sent is larger than can be taken. Go back and choose a smaller one.',
  fullTitle: 'Too many files are coming in',
  full: 'Too many files are being sent at this moment. Go back and try again in a minute, or send without files.',
}
