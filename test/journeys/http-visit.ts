// Somebody who uses the running product over HTTP without a browser: keeps cookies, sends the forms that stand on pages.
import { Visit } from '../web/visit.ts'

/** The visit of `test/web/visit.ts`, over a real connection. */
export class HttpVisit extends Visit {
  constructor(url: string) {
    const request = (path: string, init: RequestInit = {}) =>
      fetch(new URL(path, url), { ...init, redirect: 'manual' })
    super({ request } as never, url)
  }

  /** Fills the form with this action on a page and sends it. */
  async fill(page: string, action: string, fields: Record<string, string>) {
    return this.post(action, { ...(await this.hidden(page, action)), ...fields })
  }
}
