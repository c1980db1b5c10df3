// Files that offices show to everybody: for download only, in a sandbox, under their own kind.
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { FileId } from '#files'
import { isName } from './asked.ts'
import type { WebHouse } from './house.ts'

/** Below it nothing is a page: answers get the headers of files. */
export const filesBelow = '/files/'
export const fileAddress = (id: FileId): string => `${filesBelow}${encodeURIComponent(id)}`

/** Routes below `/files`; `missing` answers what is not there. */
export function fileRoutes(house: WebHouse, missing: (c: Context) => Response | Promise<Response>): Hono {
  const routes = new Hono()
  routes.get('/:id', etag(), async (c) => {
    const id = c.req.param('id')
    const found = isName(id) ? await house.storage.readPublic(({ files }) => files.find(id as FileId)) : null
    if (!found) return missing(c)
    const { name, type, sha256 } = found.file
    return c.body(found.bytes, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="file.${name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/[()'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      // It never changes under its address.
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${sha256}"`,
    })
  })
  return routes
}
