// The form of a question made lighter: it counts, keeps what is typed, waits for the line, and works for its proof.
// Without it, or when any of it fails, the form goes as it is.
import { draftOf, eraseDraft, keepDraft, tidyDrafts } from './ask-draft.ts'
import { solveWork } from './solve-work.ts'

const part = <T extends HTMLElement>(id: string) => document.querySelector<T>(`#${id}`)
const path = location.pathname

tidyDrafts(Date.now(), part('sent')?.dataset['key'])
const form = part<HTMLFormElement>('ask')
if (form) {
  keep(form)
  count()
  waitForLine(form)
  void work(form)
}

function keep(form: HTMLFormElement): void {
  const words = form.querySelector<HTMLTextAreaElement | HTMLInputElement>('[name=words]')!
  const [offer, note] = [part('draft'), part('kept')]
  let keeping = true
  const save = () => {
    if (!keeping) return
    keepDraft(path, form, Date.now())
    if (note && words.value.trim()) note.hidden = false
  }
  let timer = 0
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(save, 400)
  })
  form.addEventListener('submit', save)
  addEventListener('pagehide', save)
  const draft = draftOf(path)
  if (words.value.trim()) save()
  else if (draft && offer) {
    offer.hidden = false
    offer.querySelector('[data-restore]')!.addEventListener('click', () => {
      for (const [name, value] of Object.entries(draft.fields)) fill(form, name, value)
      offer.hidden = true
      words.focus()
      words.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
  for (const erase of document.querySelectorAll<HTMLElement>('[data-erase]'))
    erase.addEventListener('click', () => {
      clearTimeout(timer)
      keeping = false
      eraseDraft(path)
      for (const hide of [offer, note]) if (hide) hide.hidden = true
      part('erased')!.hidden = false
    })
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`))
    if (field.type === 'radio') field.checked = field.value === value
    else if (
      !(field instanceof HTMLSelectElement) ||
      field.querySelector(`option[value="${CSS.escape(value)}"]`)
    )
      field.value = value
}

function count(): void {
  const [words, left] = [document.querySelector<HTMLTextAreaElement>('textarea#words'), part('left')]
  if (!words || !left) return
  const { most, left: under, over } = left.dataset as Record<'most' | 'left' | 'over', string>
  const tell = () => {
    const rest = Number(most) - words.value.length
    left.hidden = words.value === ''
    left.textContent = (rest < 0 ? over : under).replace(
      '{n}',
      // Browsers know no Kazakh numbers.
      String(Math.abs(rest)).replace(/\B(?=(\d{3})+$)/g, '\u00a0'),
    )
    left.className = rest < 0 ? 'error' : 'hint'
  }
  words.addEventListener('input', tell)
  tell()
}

/** Sending into a dead line would lose the page: first a sign of life, and again until there is one. */
function waitForLine(form: HTMLFormElement): void {
  const waiting = part('no-line')
  if (!waiting) return
  const alive = document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href
  let through = false
  form.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null
    // A second press while it waits goes as it is.
    if (through || !waiting.hidden || button?.value !== 'send') return
    event.preventDefault()
    void (async () => {
      while (!(await answers(alive))) {
        waiting.hidden = false
        await Promise.race([
          pause(8_000),
          new Promise((back) => addEventListener('online', back, { once: true })),
        ])
      }
      through = true
      form.requestSubmit(button)
    })()
  })
  addEventListener('pageshow', () => {
    through = false
    waiting.hidden = true
  })
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

const answers = (address: string): Promise<boolean> =>
  fetch(address, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(10_000) }).then(
    () => true,
    () => false,
  )

/** Counts behind the form; whoever is quicker than his telephone sends without. */
async function work(form: HTMLFormElement): Promise<void> {
  const proof = form.querySelector<HTMLInputElement>('[name=proof]')
  const said = part('work')
  const { challenge, most } = proof?.dataset ?? {}
  if (!proof || !said || !challenge || !globalThis.crypto?.subtle) return
  try {
    const solution = await solveWork(challenge, Number(most), async (tried) => {
      said.hidden = false
      said.textContent = said.dataset['working']!.replace(
        '{n}',
        String(Math.min(99, Math.round((tried / Number(most)) * 100))),
      )
      await pause(0)
    })
    if (solution) proof.value = JSON.stringify({ challenge: JSON.parse(challenge), solution })
    said.textContent = said.dataset[solution ? 'done' : 'failed']!
  } catch {
    said.textContent = said.dataset['failed']!
  }
  said.hidden = false
}
