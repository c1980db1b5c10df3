// The page behind the link of a letter: confirm, change, leave.
import type { ComponentChildren } from 'preact'
import { isTopicOfRequest } from '#flows'
import type { Subscription, Token } from '#notices'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { CsrfField } from '../parts/csrf-field.tsx'
import { Layout } from '../parts/layout.tsx'
import { WishBoxes } from './subscribe-page.tsx'

type Props = {
  here: Here
  subscription: Subscription
  token: Token
  /** The name of what was subscribed to. */
  what: string
  csrf: string
  wrong: boolean
}

export function SubscriptionPage({ here, subscription, token, what, csrf, wrong }: Props) {
  const { words, language } = here
  const say = words.notices
  const confirmed = subscription.confirmedAt !== null
  // Of one's own request there is nothing to choose from.
  const ofRequest = isTopicOfRequest(subscription.topic)
  const Form = ({ children }: { children: ComponentChildren }) => (
    <form class="flow wishing" method="post" action={addresses[language].subscription(token)}>
      <CsrfField token={csrf} />
      {children}
    </form>
  )
  return (
    <Layout here={here} title={say.manageTitle} refused={wrong} unlisted>
      <div class="wrap flow narrow">
        <h1>{say.manageTitle}</h1>
        <p class="lead">{confirmed ? say.confirmed(what) : say.confirmLead(what)}</p>
        {confirmed && ofRequest ? null : confirmed ? (
          <Form>
            {wrong && <p class="error">{say.noWish}</p>}
            <WishBoxes here={here} chosen={subscription.wishes} />
            <button type="submit" name="do" value="change">
              {say.save}
            </button>
          </Form>
        ) : (
          <Form>
            <button type="submit" name="do" value="confirm">
              {say.confirm}
            </button>
          </Form>
        )}
        <Form>
          <button type="submit" name="do" value="stop" class="quiet">
            {say.stop}
          </button>
        </Form>
        <p class="hint">{say.privacy}</p>
      </div>
    </Layout>
  )
}

/** A title and a sentence: asked, gone, ended. */
export const Said = ({ here, title, text }: { here: Here; title: string; text: string }) => (
  <Layout here={here} title={title} unlisted>
    <div class="wrap flow narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>
        <a href={addresses[here.language].home()}>{here.words.refusal.home}</a>
      </p>
    </div>
  </Layout>
)
