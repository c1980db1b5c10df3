// The pieces of a kit as files: posters and plain texts, for anybody who wants to announce a meeting.
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { MeetingId } from '#calendar'
import { isName } from '../asked.ts'
import { compressed } from '../compress.ts'
import type { WebHouse } from '../house.ts'
import { originOf } from '../origin.ts'
import { drawPoster } from './draw-poster.ts'
import { keepDrawn } from './keep-drawn.ts'
import { type Found, type Kit, readKit } from './kit-facts.ts'
import { type Paper, papers, posterName, textKinds, textName, textOf, tongues } from './kit-texts.ts'

/** Routes below `/kit`; `missing` answers what is not there. */
export function kitRoutes(house: WebHouse, missing: (c: Context) => Response | Promise<Response>): Hono {
  const routes = new Hono()
  routes.use(compressed, etag())
  const draw = keepDrawn(({ kit, paper }: { kit: Kit; paper: Paper }) => drawPoster(kit, paper))
  const posterOf = (kit: Kit, paper: Paper) => draw({ kit, paper })
  routes.get('/:id/:piece', async (c) => {
    const [id, origin] = [c.req.param('id'), originOf(c, c.get('standing'))]
    const found = isName(id)
      ? await house.storage.readPublic((stores) => readKit(stores, id as MeetingId, origin))
      : null
    const answer = found && pieceAnswer(c, found, c.req.param('piece'), posterOf)
    if (!answer) return missing(c)
    answer.headers.set('cache-control', 'public, max-age=300')
    return answer
  })
  return routes
}

/** A piece of a kit by its name; null where there is none of that name. */
export function pieceAnswer(
  c: Context,
  { meeting, kit }: Found,
  piece: string,
  posterOf: typeof drawPoster = drawPoster,
): Response | null {
  const named = (how: 'inline' | 'attachment', type: string) => ({
    'content-type': type,
    'content-disposition': `${how}; filename="kezdesu-${meeting.day}-${piece}"`,
  })
  const paper = papers.find((one) => posterName(one) === piece)
  if (paper) return c.body(posterOf(kit, paper), 200, named('inline', 'application/pdf'))
  for (const kind of textKinds)
    for (const tongue of tongues)
      if (textName(kind, tongue) === piece)
        return c.body(`${textOf(kit, kind, tongue)}\n`, 200, named('attachment', 'text/plain; charset=utf-8'))
  return null
}
