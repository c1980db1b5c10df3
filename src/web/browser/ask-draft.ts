// What somebody types is kept in this browser until its receipt is shown, for seven days at most.

export type Draft = { readonly at: number; readonly fields: Readonly<Record<string, string>> }

const prefix = 'kezdesu-ask '
const days = 7
/** The contact is not kept: who comes to a shared computer next shall not read it. */
const kept = ['key', 'office', 'unit', 'elsewhere', 'words'] as const

/** Some browsers refuse even to be asked. */
const box = (): Storage | null => {
  try {
    return localStorage
  } catch {
    return null
  }
}

const all = (): [string, Draft | null][] =>
  Object.keys(box() ?? {})
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name, read(name)])

function read(name: string): Draft | null {
  try {
    const draft = JSON.parse(box()?.getItem(name) ?? 'null') as Draft | null
    return draft && typeof draft.at === 'number' && typeof draft.fields === 'object' ? draft : null
  } catch {
    return null
  }
}

/** The same form in another language is the same form. */
const nameOf = (path: string) => prefix + path.replace(/^\/(kk|ru|en)(?=\/)/, '')

export const draftOf = (path: string): Draft | null => read(nameOf(path))

export function keepDraft(path: string, form: HTMLFormElement, now: number): void {
  const typed = new FormData(form)
  const fields = Object.fromEntries(
    kept.flatMap((name) => (typed.has(name) ? [[name, String(typed.get(name))]] : [])),
  )
  try {
    if (fields['words']?.trim()) box()?.setItem(nameOf(path), JSON.stringify({ at: now, fields }))
  } catch {
    // Full: the form itself still holds it.
  }
}

export const eraseDraft = (path: string): void => box()?.removeItem(nameOf(path))

/** Lets go of what is too old, and of the form whose receipt is shown. */
export function tidyDrafts(now: number, sent: string | undefined): void {
  for (const [name, draft] of all())
    if (!draft || draft.at + days * 86_400_000 < now || (sent && draft.fields['key'] === sent))
      box()?.removeItem(name)
}
