// A list that an office brought as a file: put right and taken in once, by who may, at the revision that they saw.
import type { Act } from '#calendar'
import { type Instant, type Result, done, refuse } from '#kernel'
import { type NotAllowed, may } from '#people'
import type { OfficeId } from '#territory'

export type ImportRefusal =
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'no-such-file' }
  | { readonly code: 'imported-already' }
  | { readonly code: 'changed-meanwhile'; readonly revision: number }
  | { readonly code: 'field-twice' }
  | { readonly code: 'field-missing' }
  | { readonly code: 'nothing-to-import' }

export type OnFile = { readonly office: OfficeId; readonly file: string; readonly revision: number }

type Brought = { readonly office: OfficeId; readonly importedAt: Instant | null; readonly revision: number }

/** The file of an office at the revision that was seen, not yet taken in. */
export async function fileFor<F extends Brought>(
  files: { find(id: string): Promise<F | null> },
  verb: 'import-old' | 'import-requests',
  act: Act,
  { office, file: id, revision }: OnFile,
): Promise<Result<F, ImportRefusal>> {
  const answer = may(act.actor, verb, { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const file = await files.find(id)
  if (!file || file.office !== office) return refuse({ code: 'no-such-file' })
  if (file.importedAt !== null) return refuse({ code: 'imported-already' })
  return file.revision === revision
    ? done(file)
    : refuse({ code: 'changed-meanwhile', revision: file.revision })
}

/** Keeps what changed of it. Refuses: changed-meanwhile. */
export async function changeFile<F extends Brought>(
  files: { save(file: F): Promise<boolean> },
  before: F,
  change: Partial<F>,
): Promise<Result<F, ImportRefusal>> {
  const file = { ...before, ...change, revision: before.revision + 1 }
  return (await files.save(file))
    ? done(file)
    : refuse({ code: 'changed-meanwhile', revision: file.revision })
}
