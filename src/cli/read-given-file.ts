// A file that the operator names: looked at before it is read, for what is imported is never so large.
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type Result, done, refuse } from '#kernel'
import { fileWords } from './import-words.ts'

/** The bytes of the file; the refusal is a sentence that names it. */
export function readGivenFile(path: string, limit: number): Result<Buffer, string> {
  try {
    const { size } = statSync(path)
    if (size > limit) return refuse(fileWords({ code: 'file-too-large', file: basename(path), limit }))
    return done(readFileSync(path))
  } catch (fault) {
    return refuse(`${path}: ${unreadable[(fault as NodeJS.ErrnoException).code ?? ''] ?? 'cannot be read'}`)
  }
}

const unreadable: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this user',
}
