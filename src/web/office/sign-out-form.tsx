// Signing out is a deed, so it is a form and not a link.
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { CsrfField } from '../parts/csrf-field.tsx'

export const SignOutForm = ({ here: { language, words }, csrf }: { here: Here; csrf: string }) => (
  <form class="sign-out" method="post" action={addresses[language].signOut()}>
    <CsrfField token={csrf} />
    <button type="submit" class="button-second">
      {words.signIn.signOut}
    </button>
  </form>
)
