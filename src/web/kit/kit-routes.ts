// The pieces of a kit as files: posters and plain texts, for anybody who wants to announce a meeting.
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { MeetingId } from '#calendar'
import { isName } from '../asked.ts'
import { compressed } from '../compress.ts'
import type { WebHouse } from '../house.ts'
import { originOf } from '../origin.ts'
import { type Paper, drawPoster, papers } from './draw-poster.ts'
import { type Kit, readKit } from './kit-facts.ts'
import { textKinds, textOf, tongues } from './kit-texts.ts'

/** Posters drawn lately; the same kit gives the same bytes, so nothing here can be old. */
const mostKept = 40

/** Routes below `/kit`; `missing` answers what is not there. */
export function kitRoutes(house: WebHouse, missing: (c: Context) => Response | Promise<Response>): Hono {
  const routes = new Hono()
  routes.use(compressed, etag())
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>()
  const posterOf = (kit: Kit, paper: Paper) => {
    const key = paper + JSON.stringify(kit)
    const poster = drawn.get(key) ?? drawPoster(kit, paper)
    drawn.delete(key)
    drawn.set(key, poster)
    if (drawn.size > mostKept) drawn.delete(drawn.keys().next().value!)
    return poster
  }
  const answer = async (
    c: Context,
    file: (kit: Kit) => { readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string },
    name: string,
  ) => {
    const id = c.req.param('id')
    const origin = originOf(c, c.get('standing'))
    const found = isName(id)
      ? await house.storage.readPublic((stores) => readKit(stores, id as MeetingId, origin))
      : null
    if (!found) return missing(c)
    const { body, type } = file(found.kit)
    return c.body(body, 200, {
      'content-type': type,
      'content-disposition': `${type === pdf ? 'inline' : 'attachment'}; filename="kezdesu-${found.meeting.day}-${name}"`,
      'cache-control': 'public, max-age=300',
    })
  }

  for (const paper of papers)
    routes.get(`/:id/poster-${paper}.pdf`, (c) =>
      answer(c, (kit) => ({ body: posterOf(kit, paper), type: pdf }), `poster-${paper}.pdf`),
    )
  for (const kind of textKinds)
    for (const tongue of tongues)
      routes.get(`/:id/${kind}-${tongue}.txt`, (c) =>
        answer(
          c,
          (kit) => ({ body: `${textOf(kit, kind, tongue)}\n`, type: 'text/plain; charset=utf-8' }),
          `${kind}-${tongue}.txt`,
        ),
      )
  return routes
}

const pdf = 'application/pdf'
