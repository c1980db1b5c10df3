// Short messages through a gateway of the operator: one POST each, signed, so that the gateway knows us.
import { createHmac } from 'node:crypto'
import { SendFault, type Sender } from './deliver.ts'

export type TextSettings = {
  readonly url: string
  /** Shared with the gateway. */
  readonly secret: string
}

/**
 * A sender by HTTP: `POST {"id", "to", "text"}`, with `X-Kezdesu-Signature: sha256=<HMAC of the body, hex>`.
 *
 * Any 2xx is "taken". 400, 404, 410 and 422 mean that this number will never be reached. The gateway sees the same `id`
 * again when it must not send twice.
 */
export const textSender =
  ({ url, secret }: TextSettings, post: typeof fetch = fetch): Sender =>
  async ({ id, address, text }) => {
    const body = JSON.stringify({ id, to: address, text })
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    const answer = await post(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-kezdesu-signature': `sha256=${signature}` },
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    })
    await answer.body?.cancel()
    if (!answer.ok)
      throw new SendFault(`gateway-${answer.status}`, [400, 404, 410, 422].includes(answer.status))
  }
