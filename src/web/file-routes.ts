// Files that offices show to everybody: for download only, in a sandbox, under their own kind.
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Attachment, FileId } from '#files'
import { isName } from './asked.ts'
import type { WebHouse } from './house.ts'

/** Below it nothing is a page: answers get the headers of files. */
export const filesBelow = '/files/'
export const fileAddress = (id: FileId): string => `${filesBelow}${encodeURIComponent(id)}`

/** Whether an address is that of a file: of an office for everybody, or of a request for its office. */
export const isFileAddress = (path: string): boolean =>
  path.startsWith(filesBelow) || /^\/\w\w\/office\/[^/]+\/requests\/[^/]+\/files\//.test(path)

/** What a browser is told of a file: its kind, and to keep it under a plain name and never to show it. */
export const asDownload = ({ name, type }: Pick<Attachment, 'name' | 'type'>) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="file.${name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/[()'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
})

/** Routes below `/files`; `missing` answers what is not there. */
export function fileRoutes(house: WebHouse, missing: (c: Context) => Response | Promise<Response>): Hono {
  const routes = new Hono()
  routes.get('/:id', etag(), async (c) => {
    const id = c.req.param('id')
    const found = isName(id) ? await house.storage.readPublic(({ files }) => files.find(id as FileId)) : null
    if (!found) return missing(c)
    return c.body(found.bytes, 200, {
      ...asDownload(found.file),
      // It never changes under its address.
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${found.file.sha256}"`,
    })
  })
  return routes
}
