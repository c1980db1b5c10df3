// Pages and forms about what is sealed of a request: asking, allowing, looking; and the files that came with it.
import { type Context, Hono } from 'hono'
import type { FileId } from '#files'
import type { Stores } from '#flows'
import {
  type Original,
  type Request,
  type RequestId,
  type UnsealingId,
  type UnsealingRefusal,
  allowUnsealing,
  askUnsealing,
  lookAtOriginal,
  readOriginal,
  unsealingPurposes,
  unsealsByItself,
} from '#requests'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import { asDownload } from '../../file-routes.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { unkept } from '../../page.tsx'
import { noteDenied } from '../../people/note-denied.ts'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import { type DeedOf, formDeed } from '../deed-of.ts'
import { type Desk, actNow, actingOf } from '../desk.ts'
import type { Returned } from '../meetings/meeting-fields.tsx'
import { postForm } from '../post-deed.ts'
import { unsealAddresses } from './unseal-addresses.ts'
import { UnsealPage } from './unseal-page.tsx'
import { tellUnsealing } from './unseal-refusals.ts'

type Shown = { readonly returned?: Returned | null; readonly opened?: Original | 'gone' | null }

export function unsealRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, sit] = [atDesk(house, assets, 'see-requests'), deskFor(house, assets, 'see-requests')]
  const postAny = postForm<UnsealingRefusal>(house, assets, { sees: 'see-requests', tell: tellUnsealing })
  const idOf = (c: Context) => (isName(c.req.param('id')) ? (c.req.param('id') as RequestId) : null)

  /** It speaks of one person, so no cache keeps it. */
  const page = async (
    c: Context,
    id: RequestId,
    { returned = null, opened = null }: Shown,
    status: DeskStatus,
  ): Promise<Response> => {
    const response = await show(
      c,
      async (desk, stores) => {
        const request = await ofDesk(stores, desk, id)
        if (!request) return null
        const unsealings = await stores.unsealings.ofRequest(id)
        const persons = unsealings.flatMap(({ askedBy, allowedBy }) => [askedBy, allowedBy])
        const names = new Map<string, string>()
        for (const person of new Set(persons))
          if (person) names.set(person, (await stores.people.person(person))?.name ?? person)
        return (
          <UnsealPage
            desk={desk}
            csrf={formToken(c)}
            at={house.clock()}
            request={request}
            fromAbove={!(await unsealsByItself(stores, desk.office.id, desk.here.today))}
            held={await stores.requests.holdsOriginal(id)}
            looks={await stores.unsealings.looks(id)}
            files={await stores.requestFiles.ofRequest(id)}
            said={c.req.method === 'GET' ? (c.req.query('said') ?? null) : null}
            {...{ unsealings, names, returned, opened }}
          />
        )
      },
      status,
    )
    return unkept(response)
  }
  const post = (c: Context, id: RequestId, deed: DeedOf<unknown, 'asked' | 'allowed', UnsealingRefusal>) =>
    postAny(c, {
      deed,
      on: () => null,
      next: ({ here, office }) => unsealAddresses(here.language, office.id, id).page(deed.said),
      again: ({ typed, wrong, sentence, refusal }, status) => {
        const ofBasis = refusal?.code === 'basis-wanted' && sentence !== null
        const told = ofBasis ? { wrong: { basis: sentence }, sentence: null } : { wrong, sentence }
        return page(c, id, { returned: { typed, ...told, stands: null } }, status)
      },
    })

  routes.get('/office/:office/requests/:id/unseal', (c) => {
    const id = idOf(c)
    return id ? page(c, id, {}, 200) : missingAnswer(c, house, assets)
  })

  routes.post('/office/:office/requests/:id/unseal', (c) => {
    const id = idOf(c)
    if (!id) return missingAnswer(c, house, assets)
    const ask = formDeed(
      'asked',
      (_, form, { office }) => ({
        request: id,
        office: office.id,
        purpose: form.choice('purpose', unsealingPurposes),
        basis: form.text('basis', { most: 200 }) || null,
      }),
      askUnsealing,
    )
    return post(c, id, ask)
  })

  routes.post('/office/:office/requests/:id/unseal/:unsealing/allow', (c) => {
    const [id, unsealing] = [idOf(c), c.req.param('unsealing')]
    if (!id || !isName(unsealing)) return missingAnswer(c, house, assets)
    const allow = formDeed(
      'allowed',
      (_typed, _form, { office }) => ({ unsealing: unsealing as UnsealingId, office: office.id }),
      allowUnsealing,
    )
    return post(c, id, allow)
  })

  // Not done once: each look is one, and each is written down before the sealed schema is asked.
  routes.post('/office/:office/requests/:id/unseal/:unsealing/look', async (c) => {
    const [id, desk, unsealing] = [idOf(c), await sit(c), c.req.param('unsealing')]
    if (!id || !desk || !isName(unsealing)) return missingAnswer(c, house, assets)
    const act = actNow(house, desk.actor)
    const look = await house.storage.transaction(actingOf(desk.actor, desk.here.today), (stores) =>
      lookAtOriginal(stores, act, { unsealing: unsealing as UnsealingId, office: desk.office.id }),
    )
    if (!look.ok) {
      noteDenied(c, desk.office.id, look.refusal)
      const { status, words } = tellUnsealing(desk.here, look.refusal)
      return page(c, id, { returned: { typed: {}, wrong: {}, sentence: words, stands: null } }, status)
    }
    const sealed = await house.storage.sealed(({ originals }) => originals.ofLook(look.value.id))
    const opened = sealed ? readOriginal(house.intake.open(sealed)) : 'gone'
    return page(c, look.value.request, { opened }, 200)
  })

  routes.get('/office/:office/requests/:id/files/:file', async (c) => {
    const [id, desk, file] = [idOf(c), await sit(c), c.req.param('file')]
    if (!id || !desk || !isName(file)) return missingAnswer(c, house, assets)
    const found = await house.storage.readOffice(actingOf(desk.actor, desk.here.today), async (stores) => {
      const kept = (await ofDesk(stores, desk, id)) && (await stores.requestFiles.find(file as FileId))
      return kept?.file.request === id ? kept : null
    })
    if (!found) return missingAnswer(c, house, assets)
    return c.body(found.bytes, 200, { ...asDownload(found.file), 'cache-control': 'no-store' })
  })

  return routes
}

/** What is another office's is not there. */
const ofDesk = async (stores: Stores, { office }: Desk, id: RequestId): Promise<Request | null> => {
  const request = await stores.requests.find(id)
  return request?.office === office.id ? request : null
}
