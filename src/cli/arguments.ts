// The words of the command line, read once and strictly: an unknown flag is an answer, not a guess.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type Command =
  | { name: 'serve'; empty: boolean }
  | { name: 'import-territory'; files: string[]; edition: string | undefined }
  | { name: 'verdicts' }
  | { name: 'law-check'; coverage: boolean }
  | { name: 'help'; wrong?: string }

export const usage = `kezdesu COMMAND

  serve [--empty]                                 the product, at http://localhost:3000 (npm start);
                                                  --empty: a first start without the demonstration
  import territory FILE… [--edition YYYY-MM-DD]   the official classifier of units, CSV or XLSX
  verdicts < CASES.jsonl                          one case a line in, its verdicts as one line out
  law check [--coverage]                          reads acts/ and says what is in force, doubtful or missing;
                                                  --coverage: one line for every norm

  KEZDESU_HOME   where the data live (default ./var)     DATABASE_URL   a PostgreSQL server instead of the inner one
  PORT, HOST     where to listen (default 3000, 127.0.0.1)   KEZDESU_ORIGIN   the address residents type
`

/** Reads the arguments; paths are meant from `cwd`, the folder the caller stands in. */
export function readArguments(args: readonly string[], cwd: string): Command {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        empty: { type: 'boolean' },
        coverage: { type: 'boolean' },
        edition: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (fault) {
    return { name: 'help', wrong: (fault as Error).message }
  }
  const { values, positionals } = parsed
  const [first, second, ...rest] = positionals
  if (values.help || first === undefined || first === 'help') return { name: 'help' }
  if (first === 'serve' && second === undefined) return { name: 'serve', empty: values.empty ?? false }
  if (first === 'verdicts' && second === undefined) return { name: 'verdicts' }
  if (first === 'law' && second === 'check' && rest.length === 0)
    return { name: 'law-check', coverage: values.coverage ?? false }
  if (first === 'import' && second === 'territory')
    return rest.length > 0
      ? { name: 'import-territory', files: rest.map((file) => resolve(cwd, file)), edition: values.edition }
      : { name: 'help', wrong: 'import territory: name at least one file' }
  return { name: 'help', wrong: `unknown command: ${positionals.join(' ')}` }
}
