-- Ground of the database: who is acting, insert-only tables, the journal, the receipts, the room of sealed things.
--
-- Every table and view carries a comment that begins with its class:
--   class: public | office | personal | sealed [, insert-only] — what it is
-- and grants exactly what the run-time roles need. src/storage/walls.db.test.ts reads both.

-- Row-level security compares with these. Beware: a setting that was once set locally reads as an empty string later,
-- and every comparison must then be with null, which is never true: no context, no rows.
create function acting_person() returns text language sql stable
  return nullif(current_setting('kezdesu.person', true), '');
create function acting_offices() returns text[] language sql stable
  return string_to_array(nullif(current_setting('kezdesu.offices', true), ''), ',');

-- For tables marked insert-only: holds even against the owner, whom grants do not bind.
create function keep_insert_only() returns trigger language plpgsql as $$
begin
  raise exception 'table % is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- The journal ---------------------------------------------------------------------------------------------------------

create table journal (
  seq         bigint         not null constraint journal_has_no_two_entries_at_a_place primary key,
  id          text           not null constraint an_entry_is_written_once unique,
  type        text           not null,
  at          text           not null,
  asserted    boolean        not null,
  actor       text,
  office      text,
  subject     text,
  payload     jsonb          not null,
  corrects    text           constraint a_correction_names_an_entry references journal (id),
  salt        text           not null,
  recorded_at timestamptz(3) not null,
  digest      text           not null,
  previous    text           not null,
  hash        text           not null,
  constraint at_is_an_instant_or_a_day
    check (at ~ '^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$'),
  constraint what_is_witnessed_has_an_instant check (asserted or at like '%Z'),
  constraint a_payload_is_an_object check (jsonb_typeof(payload) = 'object'),
  constraint a_salt_has_16_bytes check (salt ~ '^[0-9a-f]{32}$'),
  constraint digests_have_32_bytes
    check (digest ~ '^[0-9a-f]{64}$' and previous ~ '^[0-9a-f]{64}$' and hash ~ '^[0-9a-f]{64}$')
);
comment on table journal is 'class: office, insert-only — what happened: the hash-linked journal';

-- Two who correct the same entry at once would leave two truths.
create unique index an_entry_is_corrected_once on journal (corrects) where corrects is not null;
create index journal_by_office on journal (office, type, seq);
create index journal_by_subject on journal (subject, seq);
create index journal_by_type on journal (type, seq);

create trigger journal_is_insert_only before update or delete or truncate on journal
  for each statement execute function keep_insert_only();

-- Each entry follows the one before it and was written now by the clock of the database: the store computes both, and
-- this is what a forgetful or malicious store runs into.
create function keep_journal_linked() returns trigger language plpgsql as $$
begin
  if exists (
    select from fresh f left join journal p on p.seq = f.seq - 1
    where f.previous is distinct from (case f.seq when 1 then repeat('0', 64) else p.hash end)
       or f.hash <> encode(sha256(decode(f.previous || f.digest, 'hex')), 'hex')
       or f.recorded_at < p.recorded_at
       or f.recorded_at < clock_timestamp() - interval '1 minute'
       or f.recorded_at > greatest(clock_timestamp(), p.recorded_at)
  ) then
    raise exception 'the entry does not follow the one before it, or its time is not now'
      using errcode = 'check_violation', constraint = 'journal_is_linked';
  end if;
  return null;
end $$;
create trigger journal_is_linked after insert on journal
  referencing new table as fresh for each statement execute function keep_journal_linked();

create view entries with (security_invoker) as
  select j.*, not exists (select from journal c where c.corrects = j.id) as live from journal j;
comment on view entries is 'class: office — the journal, with whether each entry still stands';

create table public_entry_types (
  type text not null constraint a_type_is_opened_once primary key
);
comment on table public_entry_types is 'class: public — types of entries that anyone may read; filled by migrations';

-- Beware: runs as its owner, so that the public role needs no right on the journal. Who acted and the salt stay inside.
create view public_entries with (security_barrier) as
  select seq, id, type, at, asserted, null::text as actor, office, subject, payload, corrects, ''::text as salt,
         recorded_at, digest, previous, hash, live
  from (select j.*, not exists (select from journal c where c.corrects = j.id) as live from journal j) j
  where type in (select p.type from public_entry_types p);
comment on view public_entries is 'class: public — entries of public types, without who wrote them';

create view journal_hashes as select seq, recorded_at, digest, previous, hash from journal;
comment on view journal_hashes is 'class: public — what a witness needs to see that nothing was changed';

grant select, insert on journal to app;
grant select on entries to app;
grant select on public_entry_types to app;
grant select on public_entries to app, public_read;
grant select on journal_hashes to witness_read;

-- Receipts ------------------------------------------------------------------------------------------------------------

create table receipts (
  who         text           not null,
  key         text           not null,
  route       text           not null,
  fingerprint text           not null,
  status      smallint       not null,
  location    text,
  body        text,
  at          timestamptz(3) not null default clock_timestamp(),
  -- Per person: otherwise "duplicate" would betray that somebody else has used the key.
  constraint a_key_is_used_once primary key (who, key),
  constraint a_key_has_8_to_128_url_safe_characters check (key ~ '^[A-Za-z0-9_.~-]{8,128}$'),
  constraint a_remembered_body_is_small check (octet_length(body) <= 65536)
);
comment on table receipts is 'class: personal — what was answered to a key, kept 30 days so that a repeated request does nothing twice';
create index receipts_by_age on receipts (at);

alter table receipts enable row level security;
alter table receipts force row level security;
create policy own_receipts_read on receipts for select to app using (who = (select acting_person()));
create policy own_receipts_kept on receipts for insert to app with check (who = (select acting_person()));
create policy old_receipts_forgotten on receipts for delete to app using (at < now() - interval '30 days');
grant select, insert, delete on receipts to app;

-- Sealed things -------------------------------------------------------------------------------------------------------

create schema seal;
comment on schema seal is 'Identities and contacts; read and written only by the role seal.';
grant usage on schema seal to seal;
