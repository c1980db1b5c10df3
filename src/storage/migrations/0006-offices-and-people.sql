-- Offices and people: who holds what in an office, invitations, second factors, devices, and who was refused what.

-- An office is a key of its own (asked_for, 0003): the page of an office shows its people and nobody else.
create policy grants_of_the_office_asked_for on grants for select to app using (office = (select asked_for()));
create policy the_people_of_the_office_asked_for on persons for select to app
  using (id in (select person from grants where office = (select asked_for())));
create index grants_of_an_office on grants (office);

create policy the_accounts_of_the_person_asked_for on accounts for select to app
  using ('accounts of ' || person = (select asked_for()));
create policy the_sessions_of_the_person_asked_for on sessions for select to app
  using ('sessions of ' || person = (select asked_for()));
create policy the_sessions_of_the_person_end on sessions for delete to app
  using ('sessions of ' || person = (select asked_for()));
create index sessions_of_a_person on sessions (person);

alter table sessions
  add factor_due boolean not null default false,
  add factor_at  timestamptz(3),
  add agent      text not null default '' constraint an_agent_is_short check (length(agent) <= 200),
  add challenge  text,
  add constraint a_factor_that_is_due_was_not_shown check (not (factor_due and factor_at is not null));
grant update (factor_due, factor_at, challenge) on sessions to app;

create table invitations (
  hash       text           not null constraint an_invitation_has_its_own_link primary key,
  office     text           not null,
  role       text           not null,
  from_day   date           not null,
  to_day     date,
  name       text           not null,
  invited_by text           not null constraint an_invitation_is_made_by_a_person references persons (id),
  invited_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  taken_by   text           constraint an_invitation_is_taken_by_a_person references persons (id),
  taken_at   timestamptz(3),
  withdrawn_at timestamptz(3),
  constraint only_the_hash_of_a_link_is_kept check (hash ~ '^[0-9a-f]{64}$'),
  constraint an_invitation_is_taken_or_withdrawn check (taken_at is null or withdrawn_at is null),
  constraint nobody_takes_his_own_invitation check (taken_by <> invited_by)
);
comment on table invitations is 'class: personal — one-time links by which people come to an office';
alter table invitations enable row level security;
alter table invitations force row level security;
create policy the_invitation_asked_for on invitations for all to app using (hash = (select asked_for()));
create policy invitations_of_the_office_asked_for on invitations for all to app using (office = (select asked_for()));
grant select, insert, update (taken_by, taken_at, withdrawn_at) on invitations to app;

create table one_time_codes (
  person       text           not null constraint a_person_has_one_source_of_codes primary key references persons (id),
  secret       bytea          not null constraint a_secret_has_20_bytes check (octet_length(secret) = 20),
  confirmed_at timestamptz(3),
  last_step    bigint         not null default 0
);
comment on table one_time_codes is 'class: personal — what the one-time codes of a person are made of (RFC 6238)';

create table recovery_codes (
  person  text not null constraint a_recovery_code_is_a_persons references persons (id),
  hash    text not null constraint only_the_hash_of_a_code_is_kept check (hash ~ '^[0-9a-f]{64}$'),
  constraint a_recovery_code_is_kept_once primary key (person, hash)
);
comment on table recovery_codes is 'class: personal — codes for the day the second factor is lost; a used one is gone';

create table passkeys (
  id         text           not null constraint a_passkey_is_registered_once primary key,
  person     text           not null constraint a_passkey_is_a_persons references persons (id),
  public_key bytea          not null,
  counter    bigint         not null,
  transports text[]         not null,
  name       text           not null,
  added_at   timestamptz(3) not null,
  used_at    timestamptz(3)
);
comment on table passkeys is 'class: personal — public keys of devices by which people prove that it is they';
create index passkeys_of_a_person on passkeys (person);

create table factor_resets (
  id        text           not null constraint a_reset_is_asked_once primary key,
  person    text           not null constraint a_reset_is_asked_by_a_person references persons (id),
  office    text           not null,
  asked_at  timestamptz(3) not null,
  signed_by text           constraint a_reset_is_signed_by_a_person references persons (id),
  signed_at timestamptz(3),
  constraint nobody_resets_his_own_factor check (signed_by <> person),
  constraint a_signature_has_its_hour check ((signed_by is null) = (signed_at is null))
);
comment on table factor_resets is 'class: personal — who has lost the second factor, and who of the office above let it go';
create unique index one_reset_is_open on factor_resets (person) where signed_at is null;

create table identities (
  issuer  text not null,
  subject text not null,
  person  text not null constraint an_identity_is_a_persons references persons (id),
  constraint an_identity_is_bound_once primary key (issuer, subject)
);
comment on table identities is 'class: personal — by which identity of which provider a person signs in';
create index identities_of_a_person on identities (person);

create table devices (
  person   text           not null constraint a_device_is_a_persons references persons (id),
  hash     text           not null constraint only_the_hash_of_a_mark_is_kept check (hash ~ '^[0-9a-f]{64}$'),
  agent    text           not null constraint a_device_is_told_shortly check (length(agent) <= 200),
  first_at timestamptz(3) not null,
  told_at  timestamptz(3),
  constraint a_device_is_known_once primary key (person, hash)
);
comment on table devices is 'class: personal — from which browsers a person has signed in; a new one is told';

do $$
declare kind text;
begin
  foreach kind in array array['one_time_codes', 'recovery_codes', 'passkeys', 'factor_resets', 'identities', 'devices'] loop
    execute format('alter table %I enable row level security', kind);
    execute format('alter table %I force row level security', kind);
    execute format('create policy %I on %I for all to app using (person = (select asked_for()))',
      kind || '_of_the_person_asked_for', kind);
  end loop;
end $$;
create policy resets_of_the_office_asked_for on factor_resets for all to app using (office = (select asked_for()));
create policy the_identity_asked_for on identities for select to app
  using (issuer || ' ' || subject = (select asked_for()));
create policy the_person_of_the_identity_asked_for on persons for select to app
  using (id in (select person from identities where issuer || ' ' || subject = (select asked_for())));
create policy the_people_of_resets_of_the_office on persons for select to app
  using (id in (select person from factor_resets where office = (select asked_for())));

grant select, insert, update (secret, confirmed_at, last_step), delete on one_time_codes to app;
grant select, insert, delete on recovery_codes, identities to app;
grant select, insert, update (counter, used_at), delete on passkeys to app;
grant select, insert, update (signed_by, signed_at) on factor_resets to app;
grant select, insert, update (told_at) on devices to app;

create table denied_attempts (
  at     timestamptz(3) not null,
  person text           not null,
  verb   text           not null,
  office text           not null,
  why    text           not null
);
comment on table denied_attempts is 'class: office, insert-only — who was refused which deed at which office, and why';
create index denied_attempts_of_an_office on denied_attempts (office, at desc);
create index denied_attempts_by_age on denied_attempts (at desc);
create trigger denied_attempts_is_insert_only before update or delete or truncate on denied_attempts
  for each statement execute function keep_insert_only();
alter table denied_attempts enable row level security;
alter table denied_attempts force row level security;
create policy an_attempt_is_written_by_whoever_made_it on denied_attempts for insert to app
  with check (person = (select acting_person()));
create policy the_attempts_at_the_office_asked_for on denied_attempts for select to app
  using (office = (select asked_for()) or (select asked_for()) = 'denied everywhere');
grant select, insert on denied_attempts to app;
