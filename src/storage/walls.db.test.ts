import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

type Relation = {
  name: string
  schema: string
  view: boolean
  runsAsOwner: boolean
  comment: string | null
  forced: boolean
  openPolicies: string[]
  triggers: string[]
  grants: { to: string; may: string }[]
}

/** Every table and view with what the walls are made of; a grant on a column counts as a grant. */
const relations = async (owner: Client) =>
  (
    await owner.query<Relation>(`
    select c.relname as name, n.nspname as schema, c.relkind in ('v', 'm') as view,
           c.relkind in ('v', 'm') and not coalesce('security_invoker=true' = any(c.reloptions), false) as "runsAsOwner",
           obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity and c.relforcerowsecurity as forced,
           array(select p.policyname::text from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                 and (p.qual = 'true' or p.with_check = 'true' or (p.qual is null and p.with_check is null))) as "openPolicies",
           array(select p.proname::text from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                 where t.tgrelid = c.oid and t.tgenabled = 'O') as triggers,
           coalesce((select jsonb_agg(jsonb_build_object('to', coalesce(g.rolname, 'everybody'), 'may', a.privilege_type))
              from (select (aclexplode(c.relacl)).* union
                    select (aclexplode(t.attacl)).* from pg_attribute t where t.attrelid = c.oid) a
              left join pg_roles g on g.oid = a.grantee where a.grantee <> c.relowner), '[]') as grants
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'seal') and c.relkind in ('r', 'p', 'v', 'm')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 2, 1`)
  ).rows

/** What is wrong with the walls, in sentences. */
async function gaps(owner: Client): Promise<string[]> {
  const found: (string | false)[] = []
  for (const of of await relations(owner)) {
    const [, kind, insertOnly] =
      /^class: (public|office|personal|sealed)(, insert-only)? — ./.exec(of.comment ?? '') ?? []
    if (kind === undefined)
      found.push(`${of.name} has no class: its comment must begin with "class: office — …"`)
    const guarded = kind === 'personal' || kind === 'sealed'
    found.push(
      guarded && !of.view && !of.forced && `${of.name} is ${kind} but row-level security is not forced`,
      (kind === 'sealed') !== (of.schema === 'seal') &&
        `${of.name}: sealed things, and nothing else, lie in schema seal`,
      of.runsAsOwner &&
        kind !== 'public' &&
        `view ${of.name} runs as its owner, past every policy, and is not public`,
      insertOnly !== undefined &&
        !of.triggers.includes('keep_insert_only') &&
        `${of.name} is insert-only but has no trigger that keeps it so`,
      ...of.openPolicies.map((policy) => guarded && `policy ${policy} of ${of.name} lets everything through`),
      ...of.grants.flatMap(({ to, may }) => [
        to === 'everybody' && `${may} on ${of.name} is granted to everybody`,
        ['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'].includes(may) && `${to} has ${may} on ${of.name}`,
        insertOnly !== undefined &&
          ['UPDATE', 'DELETE'].includes(may) &&
          `${to} has ${may} on insert-only ${of.name}`,
        ['public_read', 'witness_read'].includes(to) &&
          (may !== 'SELECT' || kind !== 'public') &&
          `${to} has ${may} on ${of.name}, which is ${kind}`,
        (to === 'seal') !== (kind === 'sealed') && `${to} has ${may} on ${of.name}, which is ${kind}`,
      ]),
    )
  }
  const { rows } = await owner.query<{ name: string }>(`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'seal'::regnamespace) and p.prosecdef
      and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')`)
  for (const { name } of rows) found.push(`${name} runs as its owner with the caller's search_path`)
  return [...new Set(found.filter((words) => words !== false))]
}

test('every table has a class, and nobody may do more with it than its class allows', async () => {
  expect(await gaps(database.owner)).toEqual([])
})

test.each([
  ['create table bare (n int)', 'bare has no class: its comment must begin with "class: office — …"'],
  [
    `comment on table receipts is 'class: secret — x'`,
    'receipts has no class: its comment must begin with "class: office — …"',
  ],
  ['grant update on journal to app', 'app has UPDATE on insert-only journal'],
  ['grant update (payload) on journal to app', 'app has UPDATE on insert-only journal'],
  ['grant delete on journal to seal', 'seal has DELETE on insert-only journal'],
  ['grant truncate on receipts to app', 'app has TRUNCATE on receipts'],
  ['grant select on journal to public_read', 'public_read has SELECT on journal, which is office'],
  [
    'grant insert on public_entries to public_read',
    'public_read has INSERT on public_entries, which is public',
  ],
  ['grant select on journal to witness_read', 'witness_read has SELECT on journal, which is office'],
  ['grant select on receipts to public', 'SELECT on receipts is granted to everybody'],
  ['grant select on receipts to seal', 'seal has SELECT on receipts, which is personal'],
  [
    'alter table receipts no force row level security',
    'receipts is personal but row-level security is not forced',
  ],
  [
    'create policy ajar on receipts for select using (true)',
    'policy ajar of receipts lets everything through',
  ],
  [
    'drop trigger journal_is_insert_only on journal',
    'journal is insert-only but has no trigger that keeps it so',
  ],
  [
    'alter table journal disable trigger journal_is_insert_only',
    'journal is insert-only but has no trigger that keeps it so',
  ],
  [
    'alter view entries reset (security_invoker)',
    'view entries runs as its owner, past every policy, and is not public',
  ],
  [
    `create table seal.names (n int); comment on table seal.names is 'class: personal — x'`,
    'names: sealed things, and nothing else, lie in schema seal',
  ],
  [
    'create function peek() returns int language sql security definer return 1',
    "peek() runs as its owner with the caller's search_path",
  ],
])('control: %s is found', async (change, words) => {
  await database.owner.query('begin')
  try {
    await database.owner.query(change)
    expect(await gaps(database.owner)).toContain(words)
  } finally {
    await database.owner.query('rollback')
  }
})

test('the owner, whom grants do not bind, cannot change the journal either', async () => {
  for (const change of ['update journal set type = type', 'delete from journal', 'truncate journal cascade'])
    await expect(database.owner.query(change)).rejects.toThrow('table journal is insert-only')
})
