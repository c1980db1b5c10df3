// A browser as the server sees one: it keeps its cookie and sends its forms with the fields that stood in them.
import type { Hono } from 'hono'

export type Fields = Readonly<Record<string, string>>
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string }

export class Visit {
  /** By name, as the last answer left them. */
  readonly #cookies = new Map<string, string>()
  readonly app: Hono
  readonly origin: string
  constructor(app: Hono, origin: string) {
    this.app = app
    this.origin = origin
  }

  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (this.#cookies.size > 0)
      headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.app.request(path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name!, value!)
    }
    // Days hold spaces, periods hyphens at which no line breaks; who looks for their words writes plain ones.
    const body = (await response.text()).replaceAll('\u00a0', ' ').replaceAll('\u2060', '')
    return { status: response.status, headers: response.headers, body }
  }

  get = (path: string): Promise<Answer> => this.send(path)

  post = (path: string, fields: Fields): Promise<Answer> =>
    this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: this.origin } })

  /** The hidden fields of the form that posts to this address, as they stand on the page. */
  async hidden(page: string, action: string): Promise<Fields> {
    const { body } = await this.get(page)
    const form =
      body
        .split('<form')
        .find((part) => /^[^>]*method="post"/.test(part) && part.includes(`action="${action}"`)) ?? ''
    const inputs = form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
    return Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!]))
  }

  async signIn(login: string, password: string): Promise<Answer> {
    const fields = await this.hidden('/kk/sign-in', '/kk/sign-in')
    return this.post('/kk/sign-in', { ...fields, login, password })
  }
}
