// What is real here and what is made up.
import type { PageOf } from '../page.tsx'
import { Layout } from '../parts/layout.tsx'
import { Sentences } from '../parts/sentences.tsx'

export const demonstrationPage: PageOf = async ({ here }) => {
  const { demonstration: words } = here.words
  return (
    <Layout here={here} title={words.pageTitle}>
      <div class="wrap narrow">
        <h1>{words.pageTitle}</h1>
        <p class="lead after-title">{words.lead}</p>
        <Sentences title={words.realTitle} sentences={words.real} />
        <Sentences title={words.inventedTitle} sentences={words.invented} />
        <p class="apart-above">{words.notHere}</p>
      </div>
    </Layout>
  )
}
