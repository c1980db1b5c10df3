// Photos and papers that come with a request: made harmless by `#files`, seen by the office and the author, never public.
import type { Attachment, Clean, FileId } from '#files'
import type { Instant } from '#kernel'
import type { OfficeId } from '#territory'
import type { RequestId } from './request.ts'

/** So many files may come with one request. */
export const mostFiles = 3

export type RequestFile = Attachment & { readonly request: RequestId; readonly givenAt: Instant }

export type RequestFileStore = {
  /** Keeps files of a request at places from 1 on; what is there already stays. */
  add(
    files: readonly { readonly id: FileId; readonly file: Clean }[],
    about: { readonly request: RequestId; readonly office: OfficeId; readonly at: Instant },
  ): Promise<void>
  ofRequest(request: RequestId): Promise<RequestFile[]>
  find(id: FileId): Promise<{ readonly file: RequestFile; readonly bytes: Uint8Array<ArrayBuffer> } | null>
  /** By the author of the request alone; returns how many there were. */
  erase(request: RequestId): Promise<number>
  /** Drops what is older than 400 days; returns how many. */
  forgetOld(): Promise<number>
}
