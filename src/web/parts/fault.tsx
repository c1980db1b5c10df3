// What is wrong with a field, above it, and what ties the two together.
import type { Here } from '../here.ts'

export const Fault = ({ here, id, children }: { here: Here; id: string; children: string | undefined }) =>
  children ? (
    <p id={`${id}-error`} class="error">
      <span class="unseen">{here.words.form.error}</span> {children}
    </p>
  ) : null

/** What ties a field to its hint and to what is wrong with it. */
export const about = (id: string, wrong: string | undefined) => ({
  'aria-describedby': `${id}-hint${wrong ? ` ${id}-error` : ''}`,
  ...(wrong ? { 'aria-invalid': 'true' as const } : {}),
})
