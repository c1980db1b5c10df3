// Asking to be told: one field, three boxes, and what becomes of the address.
import type { Channel, Wish } from '#notices'
import { wishes } from '#notices'
import { addresses, feeds } from '../address.ts'
import type { Here } from '../here.ts'
import { CsrfField } from '../parts/csrf-field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import type { KnownTopic } from './topic-of.ts'

export type Typed = {
  readonly channel: Channel
  readonly address: string
  readonly wishes: readonly Wish[]
  readonly wrong: 'not-an-address' | 'no-wish' | null
}

type Props = {
  here: Here
  topic: KnownTopic
  channels: readonly Channel[]
  csrf: string
  typed: Typed
}

export function SubscribePage({ here, topic, channels, csrf, typed }: Props) {
  const { words, language } = here
  const say = words.notices
  const wrong =
    typed.wrong === null ? null : typed.wrong === 'no-wish' ? say.noWish : say.notAnAddress[typed.channel]
  return (
    <Layout here={here} title={say.title} refused={wrong !== null} unlisted>
      <div class="wrap flow narrow">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead(topic.name(language))}</p>
        {channels.length === 0 ? (
          <Off here={here} topic={topic} />
        ) : (
          <form class="flow wishing" method="post" action={addresses[language].subscribe(topic.topic)}>
            <CsrfField token={csrf} />
            {channels.length > 1 ? (
              <fieldset>
                <legend>{say.channel}</legend>
                {channels.map((channel) => (
                  <p key={channel} class="choice">
                    <input
                      id={`channel-${channel}`}
                      type="radio"
                      name="channel"
                      value={channel}
                      checked={typed.channel === channel}
                    />
                    <label for={`channel-${channel}`}>{say.channels[channel]}</label>
                  </p>
                ))}
              </fieldset>
            ) : (
              <input type="hidden" name="channel" value={channels[0]} />
            )}
            <p>
              <label for="address">{channels.length > 1 ? say.addressAny : say.address[channels[0]!]}</label>
              <input
                id="address"
                name="address"
                type="text"
                inputMode={channels.length > 1 ? 'text' : channels[0] === 'mail' ? 'email' : 'tel'}
                autocomplete={channels.length > 1 ? 'off' : channels[0] === 'mail' ? 'email' : 'tel'}
                value={typed.address}
                maxLength={254}
                required
                {...(typed.wrong === 'not-an-address'
                  ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'wrong' }
                  : {})}
              />
            </p>
            {wrong && (
              <p id="wrong" class="error">
                <span class="unseen">{words.form.error}</span> {wrong}
              </p>
            )}
            <WishBoxes here={here} chosen={typed.wishes} />
            <p class="hint">{say.privacy}</p>
            <button type="submit">{say.send}</button>
          </form>
        )}
      </div>
    </Layout>
  )
}

export const WishBoxes = ({ here: { words }, chosen }: { here: Here; chosen: readonly Wish[] }) => (
  <fieldset>
    <legend>{words.notices.wishesTitle}</legend>
    {wishes.map((wish) => (
      <p key={wish} class="choice">
        <input id={`wish-${wish}`} type="checkbox" name="wish" value={wish} checked={chosen.includes(wish)} />
        <label for={`wish-${wish}`}>{words.notices.wishes[wish]}</label>
      </p>
    ))}
  </fieldset>
)

function Off({ here: { words, language }, topic }: Pick<Props, 'here' | 'topic'>) {
  const code = topic.code as Parameters<typeof feeds.placeCalendar>[0] | null
  return (
    <div class="empty">
      <p class="empty-title">{words.notices.offTitle}</p>
      <p>{words.notices.off}</p>
      {code && (
        <p>
          <a href={feeds.placeCalendar(code, language)}>
            <Icon name="calendar" /> {words.national.telephone}
          </a>
        </p>
      )}
    </div>
  )
}
