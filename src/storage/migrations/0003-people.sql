-- Persons, accounts, grants, sessions, and the counters that slow down guessing.

create extension if not exists btree_gist;

-- The key that a store is asked for. A query on the tables below shows rows of that key alone, so that a forgotten
-- condition shows one person and not all of them. Nothing asked, nothing seen.
create function asked_for() returns text language sql stable
  return nullif(current_setting('kezdesu.asked', true), '');

create table persons (
  id   text not null constraint a_person_is_entered_once primary key,
  name text not null
);
comment on table persons is 'class: personal — people who work with the product';

create table accounts (
  login      text           not null constraint a_login_belongs_to_one_account primary key,
  person     text           not null constraint an_account_is_a_persons references persons (id),
  password   text           not null,
  created_at timestamptz(3) not null,
  constraint a_login_has_no_look_alike_letters check (login ~ '^[a-z0-9][a-z0-9._-]{2,63}$')
);
comment on table accounts is 'class: personal — logins and slow hashes of passwords';
create index accounts_of_a_person on accounts (person);

create table grants (
  person     text           not null constraint a_grant_is_a_persons references persons (id),
  office     text           not null,
  role       text           not null,
  from_day   date           not null,
  to_day     date,
  given_by   text           constraint a_grant_is_given_by_a_person references persons (id),
  given_at   timestamptz(3) not null,
  revoked_by text           constraint a_grant_is_revoked_by_a_person references persons (id),
  revoked_at timestamptz(3),
  constraint nobody_grants_to_oneself check (given_by <> person),
  constraint a_grant_ends_after_it_begins check (to_day >= from_day),
  constraint the_same_grant_is_held_once exclude using gist
    (person with =, office with =, role with =, daterange(from_day, to_day, '[]') with &&) where (revoked_at is null)
);
comment on table grants is 'class: personal — who acts for which office in which role, from which day to which';

create table sessions (
  hash       text           not null constraint a_session_has_its_own_token primary key,
  person     text           not null constraint a_session_is_a_persons references persons (id),
  started_at timestamptz(3) not null,
  seen_at    timestamptz(3) not null,
  constraint only_the_hash_of_a_token_is_kept check (hash ~ '^[0-9a-f]{64}$')
);
comment on table sessions is 'class: personal — who is signed in; a row lives twelve hours at most';
create index sessions_by_age on sessions (started_at);

alter table accounts enable row level security;
alter table accounts force row level security;
create policy the_account_asked_for on accounts for all to app using (login = (select asked_for()));

alter table sessions enable row level security;
alter table sessions force row level security;
create policy the_session_asked_for on sessions for all to app using (hash = (select asked_for()));
create policy old_sessions_forgotten on sessions for delete to app using (started_at < now() - interval '12 hours');

alter table persons enable row level security;
alter table persons force row level security;
create policy the_person_asked_for on persons for all to app using (id = (select asked_for()));
create policy the_person_of_the_account_asked_for on persons for select to app
  using (id in (select person from accounts where login = (select asked_for())));
create policy the_person_of_the_session_asked_for on persons for select to app
  using (id in (select person from sessions where hash = (select asked_for())));

alter table grants enable row level security;
alter table grants force row level security;
create policy grants_of_the_person_asked_for on grants for all to app using (person = (select asked_for()));

grant select, insert on persons to app;
grant select, insert, update (password) on accounts to app;
grant select, insert, update (revoked_by, revoked_at) on grants to app;
grant select, insert, update (seen_at), delete on sessions to app;

-- Rows can be tied to a login or a place only with the secret of their day, which is deleted with them. There are as
-- many counters a day as `buckets` in src/people/throttle.ts says, and never more.
create table sign_in_secrets (
  day    date  not null constraint a_day_has_one_secret primary key,
  secret bytea not null constraint a_secret_has_32_bytes check (octet_length(secret) = 32)
);
comment on table sign_in_secrets is 'class: office — the keys of the counters below, kept for two days';

create table sign_in_attempts (
  day      date           not null,
  bucket   int            not null,
  failures int            not null,
  known    boolean        not null,
  last_at  timestamptz(3) not null,
  constraint a_day_has_one_counter_of_a_kind primary key (day, bucket)
);
comment on table sign_in_attempts is 'class: office — how often somebody failed to sign in, by login and place under a key of the day';

grant select, insert, delete on sign_in_secrets to app;
grant select, insert, update (failures, known, last_at), delete on sign_in_attempts to app;
