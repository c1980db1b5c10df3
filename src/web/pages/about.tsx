// About the service: accessibility, personal data, whose time the days are in. Only what is true.
import type { PageOf } from '../page.tsx'
import { Layout } from '../parts/layout.tsx'
import { Sentences } from '../parts/sentences.tsx'

export const aboutPage: PageOf = async ({ here }) => {
  const { about: words } = here.words
  return (
    <Layout here={here} title={words.title} description={words.lead}>
      <div class="wrap narrow">
        <h1>{words.title}</h1>
        <p class="lead after-title">{words.lead}</p>
        <Sentences title={words.accessTitle} sentences={words.access} />
        <Sentences title={words.privacyTitle} sentences={words.privacy} />
        <Sentences title={words.dataTitle} sentences={words.data} />
        <p class="after-title">
          <a href="/api/v1/openapi.json">{words.dataLink}</a>
        </p>
        <Sentences title={words.daysTitle} sentences={[words.days]} />
      </div>
    </Layout>
  )
}
