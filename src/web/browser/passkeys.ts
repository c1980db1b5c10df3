// Passkeys in the browser: the forms marked `data-passkey` appear where they can work, and ask the device.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]'))
  if (browserSupportsWebAuthn()) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void prove(form)
    })
    // Whoever comes back to this page finds it as he left it: sent.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) form.querySelector('button')!.disabled = false
    })
  }

async function prove(form: HTMLFormElement): Promise<void> {
  const { passkey, options: from, verify: to, failed } = form.dataset
  const [button, error] = [form.querySelector('button')!, form.querySelector<HTMLElement>('.error')!]
  const fields = new FormData(form)
  const post = async (address: string, body: object) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': String(fields.get('csrf')) },
      body: JSON.stringify(body),
    })
    return { ok: answer.ok, body: await answer.json() }
  }
  button.disabled = true
  error.hidden = true
  try {
    const { ok, body: optionsJSON } = await post(from!, {})
    if (!ok && optionsJSON.next) return location.assign(optionsJSON.next)
    const response =
      passkey === 'add'
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON })
    const done = await post(to!, { response, name: fields.get('name') ?? '', next: fields.get('next') ?? '' })
    if (!done.ok) throw new Error('refused')
    location.assign(done.body.next)
  } catch {
    error.textContent = failed!
    error.hidden = false
    button.disabled = false
  }
}
