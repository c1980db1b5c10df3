// Photos and papers that come with a request: each made harmless before anything is kept, or told why not.
import { type Clean, mostBytes } from '#files'
import { mostFiles } from '#requests'
import type { Here } from './here.ts'
import { readSentFile, tellFile } from './office/read-sent-file.ts'

/** The field of a form of requests that takes files. */
export const requestFilesField = 'files'

/** The forms of requests that bring files: of anybody, and of whoever enters for somebody at a desk. */
export const anyonesFiles = (path: string): boolean =>
  /^\/(kk|ru|en)\/(places|meetings)\/[^/]+\/ask\/?$/.test(path)
export const clerksFiles = (path: string): boolean =>
  /^\/(kk|ru|en)\/office\/[^/]+\/requests\/new\/?$/.test(path)

/** Bytes of a form with as many files as may come, and its words. */
export const largestForm = mostFiles * mostBytes + 1024 * 1024

/** The files of a form; or the sentence that says what is wrong with one of them. */
export async function readRequestFiles(
  here: Here,
  given: unknown,
): Promise<{ readonly ok: true; readonly files: readonly Clean[] } | { readonly ok: false; words: string }> {
  const sent = (Array.isArray(given) ? given : [given]).filter(
    (one) => one instanceof File && (one.name !== '' || one.size > 0),
  )
  if (sent.length > mostFiles) return { ok: false, words: here.words.unseal.files.tooMany(mostFiles) }
  const files: Clean[] = []
  for (const one of sent) {
    const read = await readSentFile(one)
    if (!read.ok)
      return { ok: false, words: `${tellFile(here.words.files, read.refusal)} ${here.words.files.again}` }
    if (read.value) files.push(read.value)
  }
  return { ok: true, files }
}
