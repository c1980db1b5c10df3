// A file that was handed in and made harmless, and what is remembered of it.
import type { Id, Instant } from '#kernel'
import type { Clean } from './clean.ts'

export type FileId = Id<'file'>

/** What may be handed in; everything else is refused. */
export const kinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type Sniffed = (typeof kinds)[number]

/** What a page tells of a file without opening it. */
export type Attachment = {
  readonly id: FileId
  /** A plain name with the ending of its kind. */
  readonly name: string
  readonly type: Sniffed
  /** Bytes as they are kept. */
  readonly size: number
  /** Of the bytes that are kept, hex. */
  readonly sha256: string
}

export type FileStore = {
  /** Keeps a file that its office shows to everybody, about this subject (a meeting, a calendar …). */
  add(
    file: Clean,
    about: {
      readonly id: FileId
      readonly office: string
      readonly subject: string
      readonly at: Instant
    },
  ): Promise<Attachment>
  find(id: FileId): Promise<{ readonly file: Attachment; readonly bytes: Uint8Array<ArrayBuffer> } | null>
}
