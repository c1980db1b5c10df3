-- Files of requests that an office brings from another system: under the key of the installation until they are taken in.

create table request_imports (
  id          text           not null constraint a_file_of_requests_is_brought_once primary key,
  office      text           not null,
  name        text           not null constraint name_of_a_file_of_requests_is_short check (length(name) <= 200),
  mark        text           not null,
  headers     jsonb          not null,
  -- {source, channel, columns: [field or null for each header], days, zone, place, kinds, closes}
  reading     jsonb          not null,
  brought_by  text           not null,
  brought_at  timestamptz(3) not null,
  imported_at timestamptz(3),
  -- {taken, known, faulty, late, rows: [{line, externalId, fate}], faults: [{line, field, code}]}
  outcome     jsonb,
  sealed      bytea,
  revision    int            not null,
  constraint requests_imported_have_their_outcome check ((imported_at is null) = (outcome is null)),
  constraint a_file_taken_in_is_let_go check ((imported_at is null) = (sealed is not null))
);
comment on table request_imports is 'class: office — files of requests from other systems: sealed, gone when taken in or after three days';
create index request_imports_of_an_office on request_imports (office, brought_at desc);

alter table request_imports enable row level security;
alter table request_imports force row level security;
create policy request_imports_of_own_office on request_imports for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy old_files_of_requests_forgotten on request_imports for delete to app
  using (imported_at is null and brought_at < now() - interval '3 days');
grant select, insert, delete, update (reading, imported_at, outcome, sealed, revision) on request_imports to app;
