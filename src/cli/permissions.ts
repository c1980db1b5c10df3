// `kezdesu may`: the whole policy as a table, one line a rule.
import { rules } from '#people'

/** Prints role, verb, reach, states and needs of every rule; what no line says is refused. */
export function permissions(print: (line: string) => void): void {
  const rows = rules.map(({ role, verb, reach, states, needs }) => [
    role,
    verb,
    reach,
    states === 'any' ? 'any' : states.join('|'),
    needs.join(', '),
  ])
  const table = [['role', 'verb', 'reach', 'state', 'needs'], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  for (const row of table)
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}
