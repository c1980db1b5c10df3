// Pages and forms about the voice of residents at a desk: who has them, how they come back, what is one's own.
import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Stores } from '#flows'
import { type DemandRefusal, type PollRefusal, kindsFor } from '#meetings'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import type { DeedOf } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { postForm } from '../post-deed.ts'
import { voiceAddresses } from './addresses.ts'
import { tellVoice } from './refusals.ts'
import type { VoicePage, VoiceReturned } from './voice-form.tsx'

/** Draws a page; `null` is a page that does not exist. */
export type Draw = (page: VoicePage, stores: Stores) => Promise<VNode | null>

type Sent = {
  /** The form that was sent, where its page has several. */
  readonly form: (typed: Typed) => string
  readonly deed: DeedOf<unknown, string | null, DemandRefusal | PollRefusal>
  readonly next: (to: ReturnType<typeof voiceAddresses>) => string
  /** The page that it stands on. */
  readonly draw: Draw
}

/** Offices that hold meetings: an akim's, or a central body. */
const hasVoices = ({ office }: Desk): boolean =>
  office.unit !== null || kindsFor(office.post).includes('sector')

export function atVoices(house: WebHouse, assets: Assets) {
  const atAny = atDesk(house, assets, 'see-meetings')
  const post = postForm<DemandRefusal | PollRefusal>(house, assets, {
    sees: 'see-meetings',
    has: hasVoices,
    tell: tellVoice,
  })
  const show = (c: Context, draw: Draw, returned: VoiceReturned = null, status: DeskStatus = 200) =>
    atAny(
      c,
      async (desk, stores) =>
        hasVoices(desk)
          ? draw({ desk, csrf: formToken(c), returned, said: c.req.query('said') ?? null }, stores)
          : null,
      status,
    )
  const send = (c: Context, { form, deed, next, draw }: Sent) =>
    post(c, {
      deed,
      on: () => null,
      next: ({ here, office }) => next(voiceAddresses(here.language, office.id)),
      again: ({ typed, wrong, sentence }, status) =>
        show(c, draw, { form: form(typed), typed, wrong, sentence, stands: null }, status),
    })
  return { show, send }
}

/** Draws what is one's own; what is another office's is not there. */
export const own =
  <T extends { readonly office: string }>(
    find: (stores: Stores) => Promise<T | null>,
    draw: (page: VoicePage, stores: Stores, thing: T) => Promise<VNode>,
  ): Draw =>
  async (page, stores) => {
    const thing = await find(stores)
    return thing?.office === page.desk.office.id ? draw(page, stores, thing) : null
  }
