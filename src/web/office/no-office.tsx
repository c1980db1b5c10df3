// Signed in, and no office yet: said plainly.
import type { Here } from '../here.ts'
import { Layout } from '../parts/layout.tsx'
import { SignOutForm } from './sign-out-form.tsx'

export const NoOfficePage = ({ here, csrf }: { here: Here; csrf: string }) => (
  <Layout here={here} title={here.words.office.title} search={false} unlisted>
    <div class="wrap narrow flow">
      <h1>{here.words.office.title}</h1>
      <p class="lead">{here.words.office.noOffice}</p>
      <SignOutForm here={here} csrf={csrf} />
    </div>
  </Layout>
)
