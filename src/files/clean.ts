// What the reading of a file ends in: clean bytes, or the reason why not.
import type { Sniffed } from './attachment.ts'

/** Bytes that may be shown to anyone. */
export type Clean = {
  readonly name: string
  readonly type: Sniffed
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

/** The largest file that is taken, in bytes. */
export const mostBytes = 10 * 1024 * 1024
/** The largest picture that is drawn anew, in points; a telephone's are 12 to 24 million. */
export const mostPixels = 40_000_000

/** Every way in which a file is refused. */
export type FileRefusal =
  | { readonly code: 'empty-file' }
  | { readonly code: 'file-too-large'; readonly most: number }
  | { readonly code: 'too-many-pixels'; readonly most: number }
  /** Its name says another kind than its content. */
  | { readonly code: 'not-what-it-says' }
  /** A ZIP, RAR, 7z, gzip …: nobody sees what is inside. */
  | { readonly code: 'archive' }
  /** A document that can carry macros: old Office, or new Office with them. */
  | { readonly code: 'macro-document' }
  | { readonly code: 'office-document' }
  | { readonly code: 'program' }
  /** HTML, SVG, XML: text that a browser may run. */
  | { readonly code: 'web-page' }
  | { readonly code: 'unknown-kind' }
  /** A PDF that does something when it is opened, or carries other files. */
  | { readonly code: 'active-pdf' }
  | { readonly code: 'locked-pdf' }
  /** Something before its head or after its end: two files in one. */
  | { readonly code: 'two-in-one' }
  /** Few bytes that become very many. */
  | { readonly code: 'bomb' }
  | { readonly code: 'broken-file' }
