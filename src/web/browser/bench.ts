// The bench by keyboard: one key presses a button, follows a link or opens a panel, in which digits choose.
// Keys go by their place on the keyboard, so that Kazakh, Russian and Latin layouts do the same.

const bench = document.querySelector<HTMLElement>('[data-bench]')
if (bench) byKeys(bench)

function byKeys(bench: HTMLElement): void {
  for (const keys of bench.querySelectorAll<HTMLElement>('[data-keys]')) keys.hidden = false
  let sent = false

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const open = bench.querySelector<HTMLDetailsElement>('details[data-key][open]:not([data-keys])')
    if (event.code === 'Escape' && open) {
      open.open = false
      open.querySelector('summary')?.focus()
      return
    }
    if (isTyping(event.target)) return
    const key = keyOf(event)
    if (key === null) return
    const digit = /^\d$/.test(key)
    const found = digit
      ? (open ?? bench.querySelector('[aria-labelledby=candidates]'))?.querySelector<HTMLElement>(
          `[data-digit="${key}"]`,
        )
      : bench.querySelector<HTMLElement>(`[data-key="${key}"]`)
    if (!found) return
    event.preventDefault()
    if (found instanceof HTMLDetailsElement) toggle(found)
    else if (!wants(found)) press(found)
  })

  // Two presses of a quick hand are one deed: the page is on its way.
  bench.addEventListener('submit', (event) => {
    if (sent) event.preventDefault()
    sent = true
  })
  window.addEventListener('pageshow', () => (sent = false))

  function toggle(panel: HTMLDetailsElement): void {
    if (panel.open) {
      panel.open = false
      return
    }
    if (wants(panel)) return
    for (const other of bench.querySelectorAll<HTMLDetailsElement>('details[data-key][open]'))
      other.open = false
    panel.open = true
    panel.querySelector<HTMLElement>('form button, select, form input:not([type=hidden])')?.focus()
  }

  /** What needs ticked requests shows the first box instead. */
  function wants(found: HTMLElement): boolean {
    const boxes = bench.querySelectorAll<HTMLInputElement>('input[name^="tick."]')
    if (found.dataset['wants'] !== 'tick' || [...boxes].some(({ checked }) => checked)) return false
    boxes[0]?.focus()
    return true
  }

  function press(found: HTMLElement): void {
    if (!sent) found.click()
  }
}

const keyOf = ({ code, key }: KeyboardEvent): string | null =>
  key === '?' || code === 'Slash'
    ? '?'
    : (/^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase() ?? null)

/** In a text one types; a box, a button and a list let keys through, but a list keeps its letters. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}
