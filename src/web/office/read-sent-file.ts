// A file that came with a form: read before anything is done with it, or refused in the reader's words.
import { type Clean, type FileRefusal, mostBytes, readFile } from '#files'
import { type Result, done, refuse } from '#kernel'
import type { FilesWords } from '../words/files/kk.ts'

/** The field of every form that takes a file. */
export const fileField = 'file'

/** A file was chosen: a browser sends an unfilled field as one without name and content. */
export const isChosen = (given: unknown): given is File =>
  given instanceof File && (given.name !== '' || given.size > 0)

/** The file of a form, made harmless; null where none was chosen. */
export async function readSentFile(given: unknown): Promise<Result<Clean | null, FileRefusal>> {
  if (!isChosen(given)) return done(null)
  if (given.size > mostBytes) return refuse({ code: 'file-too-large', most: mostBytes })
  return readFile(given.name, new Uint8Array(await given.arrayBuffer()))
}

/** Why a file was not taken, and what to do instead. */
export const tellFile = ({ refused }: FilesWords, refusal: FileRefusal): string =>
  refusal.code === 'file-too-large'
    ? refused[refusal.code](Math.round(refusal.most / 1024 / 1024))
    : refusal.code === 'too-many-pixels'
      ? refused[refusal.code](Math.round(refusal.most / 1_000_000))
      : refused[refusal.code]
