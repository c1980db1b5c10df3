// The hidden field that ties a form to the page it stands on; every form that writes has one.
import { csrfField } from '../csrf.ts'

/** `token` comes from `formToken(c)`. */
export const CsrfField = ({ token }: { token: string }) => (
  <input type="hidden" name={csrfField} value={token} />
)
