// A description of the database made by our own catalogue queries, the same on every machine, to be read in review.
import type { Client } from 'pg'

/** One paragraph for each table, view, function, schema; owners are left out, for they differ between servers. */
export async function describeSchema(client: Client): Promise<string> {
  const { rows } = await client.query<{ words: string }>(query)
  return `${[head, ...rows.map(({ words }) => words.trimEnd())].join('\n\n')}\n`
}

const head = `-- The database as the migrations leave it. Written by: npm run db:schema
-- Compared by src/storage/schema.db.test.ts; the migrations are what counts.`

/** Beware: everything is ordered by name, never by number: numbers differ between databases. */
const query = `
with ours as (
  select n.oid, n.nspname from pg_namespace n where n.nspname in ('public', 'seal')
), relations as (
  select c.oid, c.relkind, c.relowner, c.relacl, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
         case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name
  from pg_class c join ours n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S')
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('e', 'i'))
), granted as (
  select r.oid, format('grant %s on %s to %s;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), r.name,
                       coalesce(g.rolname, 'public')) as words
  from relations r cross join aclexplode(r.relacl) a left join pg_roles g on g.oid = a.grantee
  where a.grantee <> r.relowner group by r.oid, r.name, g.rolname
  union all
  select r.oid, format('grant %s (%s) on %s to %s;', lower(a.privilege_type), string_agg(t.attname, ', ' order by t.attname),
                       r.name, coalesce(g.rolname, 'public'))
  from relations r join pg_attribute t on t.attrelid = r.oid cross join aclexplode(t.attacl) a left join pg_roles g on g.oid = a.grantee
  group by r.oid, r.name, a.privilege_type, g.rolname
), described as (
  select 1 as place, e.extname as name, format('create extension %s;', e.extname) as words
  from pg_extension e where e.extname <> 'plpgsql'
  union all
  select 2, n.nspname, concat_ws(E'\\n', format('create schema %s;', n.nspname),
    (select string_agg(format('grant %s on schema %s to %s;', lower(a.privilege_type), n.nspname, coalesce(g.rolname, 'public')),
                       E'\\n' order by g.rolname, a.privilege_type)
     from pg_namespace s cross join aclexplode(s.nspacl) a left join pg_roles g on g.oid = a.grantee
     where s.oid = n.oid and a.grantee <> s.nspowner))
  from ours n
  union all
  select 3, p.oid::regprocedure::text, concat_ws(E'\\n', rtrim(pg_get_functiondef(p.oid), E'\\n') || ';',
    (select string_agg(format('grant execute on function %s to %s;', p.oid::regprocedure, coalesce(g.rolname, 'public')), E'\\n' order by g.rolname)
     from aclexplode(p.proacl) a left join pg_roles g on g.oid = a.grantee where a.grantee <> p.proowner))
  from pg_proc p join ours n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select 4, r.name, concat_ws(E'\\n',
    format('create table %s (', r.name),
    (select string_agg('  ' || line, E',\\n' order by kind, line_order, line) from (
       select 1 as kind, lpad(t.attnum::text, 4, '0') as line_order,
              concat_ws(' ', t.attname, format_type(t.atttypid, t.atttypmod),
                case when t.attnotnull then 'not null' end,
                case when t.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                     when t.attidentity <> '' then 'generated as identity'
                     when d.oid is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as line
       from pg_attribute t left join pg_attrdef d on d.adrelid = t.attrelid and d.adnum = t.attnum
       where t.attrelid = r.oid and t.attnum > 0 and not t.attisdropped
       union all
       select 2, c.conname, format('constraint %s %s', c.conname, pg_get_constraintdef(c.oid))
       from pg_constraint c where c.conrelid = r.oid and c.contype <> 'n') lines),
    ');',
    format('comment on table %s is %L;', r.name, obj_description(r.oid, 'pg_class')),
    (select string_agg(format('comment on column %s.%s is %L;', r.name, t.attname, col_description(r.oid, t.attnum)), E'\\n' order by t.attname)
     from pg_attribute t where t.attrelid = r.oid and t.attnum > 0 and col_description(r.oid, t.attnum) is not null),
    (select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by i.indexrelid::regclass::text)
     from pg_index i where i.indrelid = r.oid and not exists (select from pg_constraint c where c.conindid = i.indexrelid)),
    (select string_agg(pg_get_triggerdef(t.oid) || ';', E'\\n' order by t.tgname)
     from pg_trigger t where t.tgrelid = r.oid and not t.tgisinternal),
    case when r.relrowsecurity then format('alter table %s enable row level security;', r.name) end,
    case when r.relforcerowsecurity then format('alter table %s force row level security;', r.name) end,
    (select string_agg(concat_ws(' ', format('create policy %s on %s', p.policyname, r.name),
              case p.permissive when 'RESTRICTIVE' then 'as restrictive' end,
              'for ' || lower(p.cmd), 'to ' || array_to_string(p.roles, ', '),
              'using ' || p.qual, 'with check ' || p.with_check) || ';', E'\\n' order by p.policyname)
     from pg_policies p where format('%I.%I', p.schemaname, p.tablename)::regclass = r.oid),
    (select string_agg(g.words, E'\\n' order by g.words) from granted g where g.oid = r.oid))
  from relations r where r.relkind in ('r', 'p')
  union all
  select 5, r.name, concat_ws(E'\\n',
    concat_ws(' ', 'create', case r.relkind when 'm' then 'materialized view' else 'view' end, r.name,
              'with (' || array_to_string(r.reloptions, ', ') || ')', 'as'),
    pg_get_viewdef(r.oid),
    format('comment on view %s is %L;', r.name, obj_description(r.oid, 'pg_class')),
    (select string_agg(g.words, E'\\n' order by g.words) from granted g where g.oid = r.oid))
  from relations r where r.relkind in ('v', 'm')
  union all
  select 6, r.name, concat_ws(E'\\n', format('create sequence %s;', r.name),
    (select string_agg(g.words, E'\\n' order by g.words) from granted g where g.oid = r.oid))
  from relations r where r.relkind = 'S'
)
select words from described order by place, name collate "C"`
