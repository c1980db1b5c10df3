// How far a long command is, and how much longer it takes: one line that is written over, or a few that are not.

type Output = { readonly write: (text: string) => unknown; readonly isTTY?: boolean }

const width = 30

/** `step` after each of `total` pieces of work; `clock` in milliseconds. */
export function progressBar(output: Output, clock: () => number, total: number) {
  const began = clock()
  let count = 0
  let shown = -Infinity
  const line = () => {
    const filled = Math.round((width * count) / total)
    const left = Math.ceil(((clock() - began) * (total - count)) / count / 1000)
    const bar = `${'#'.repeat(filled)}${'.'.repeat(width - filled)}`
    return `[${bar}] ${count} of ${total}, ${left} s left`
  }
  return {
    step: () => {
      count += 1
      const now = clock()
      if (output.isTTY) {
        if (now - shown < 100 && count < total) return
        shown = now
        output.write(`\r${line()}\u001b[K`)
      } else if (Math.floor((10 * count) / total) > Math.floor((10 * (count - 1)) / total))
        output.write(`${line()}\n`)
    },
    end: () => {
      if (output.isTTY && count > 0) output.write('\n')
    },
  }
}
