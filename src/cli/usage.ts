// What the command line says of itself, and what it answers to words that it does not understand.

const commands = `  serve [--empty]                                 the product, at http://localhost:3000 (npm start);
                                                  --empty: a first start without the demonstration
  import territory FILE… [--edition YYYY-MM-DD]   the official classifier of units, CSV or XLSX
  import points FILE… [--source TEXT]             where units lie, for joined trips and maps: CSV with the columns
                                                  code, lat, lon; of several files the first that knows a unit counts
  import borders FILE… [--source TEXT]            borders of regions and districts for maps: GeoJSON in degrees;
                                                  source: whom maps have to name, such as "© OpenStreetMap, ODbL"
  import requests FILE --office akim.<code>|<body> --map NAME|MAPPING.yaml [--meeting ID] [--receipts OUT.csv]
                                                  citizens' requests of another system, CSV, XLSX or JSON; NAME of a shipped
                                                  mapping (data/import-mappings); twice is once; meeting: one of the
                                                  office's, as its address ends; receipts: a code a row
  account add LOGIN --person NAME --office akim.<code>|maslikhat.<code>|<body>|operator --role ROLE
                                                  an account with one role; its password is printed once
  account password LOGIN                          a new password for an account
  may                                             who may do what, how far and when: the whole policy as a table
  verdicts < CASES.jsonl                          one case a line in, its verdicts as one line out
  verdicts --register FILE… --facts FILE.jsonl    a whole register: one result a line out, a summary on stderr
           --as-of YYYY-MM-DD [--year YYYY] [--out FILE]
  analyse [--territory FILE.csv] < REQUESTS.jsonl what citizens wrote, one {id, text} a line: language, sphere, kind, level, group,
                                                  personal data, copies; one line out for each
  law check [FOLDER] [--coverage]                 reads acts/, or a folder like it, and says what is in force,
                                                  doubtful or missing; --coverage: one line for every norm
  law words                                       the words an act may be written in, with files to copy from
  law export --format akn|jsonld|schema --out DIR the acts as Akoma Ntoso, the obligations as JSON-LD, or the JSON
                                                  Schema of facts, into a folder
  what-if --with DRAFT --register FILE --year YYYY [--facts FILE [--as-of DAY]] [--json]
                                                  a draft (a folder such as acts-draft/edition-1) against the law in
                                                  force: what is owed, who would comply, norm by norm
  plan --pvrp FILE --seconds S --seed N [--out FILE]
                                                  a periodic vehicle-routing instance in Cordeau's format, S seconds
                                                  of CPU: {instance, cost, seconds, feasible}; the routes into FILE
  plan --register FILE --year YYYY --out DIR [--points FILE]… [--seconds S]
                                                  the year of every office: CSV, iCalendar feeds and a summary; goes on
                                                  where it was stopped; points: CSV with the columns code, lat, lon`

const settings = `  KEZDESU_HOME   where the data live (default ./var)     DATABASE_URL   a PostgreSQL server instead of the inner one
  PORT, HOST     where to listen (default 3000, 127.0.0.1)   KEZDESU_ORIGIN   the address residents type`

/** Each begins where a line begins with two spaces and a word. */
const entries = commands.split(/\n(?=  [a-z])/)
const wordOf = (entry: string): string => /[a-z-]+/.exec(entry)![0]

/** All that is to be said, or only of the commands that begin with this word, if any does. */
export function usage(word?: string): string {
  const asked = entries.filter((entry) => wordOf(entry) === word)
  return asked.length > 0 ? `${asked.join('\n')}\n` : `kezdesu COMMAND\n\n${commands}\n\n${settings}\n`
}

/** What was wrong, in a few lines: all commands would carry it off the screen. */
export function mistake(wrong: string, word?: string): string {
  const known = entries.some((entry) => wordOf(entry) === word)
  const all = 'npm run -s kezdesu -- --help tells all commands'
  return known ? `${wrong}\n\n${usage(word)}\n${all}\n` : `${wrong}; ${all}\n`
}
