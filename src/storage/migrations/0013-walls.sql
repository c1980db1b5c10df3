-- Walls that hold by themselves: what the code forgets to ask, the database does not show.

-- The journal: an office reads its own entries and what is public. Not forced: the views of its owner show every hash,
-- so that the chain can be grown and checked by those who may not read it.
create view journal_corrections as select corrects as entry from journal where corrects is not null;
comment on view journal_corrections is 'class: public — which entries were corrected, by no word of what they say';
grant select on journal_corrections, journal_hashes to app;

create or replace view entries with (security_invoker) as
  select j.*, not exists (select from journal_corrections c where c.entry = j.id) as live from journal j;

create or replace function keep_journal_linked() returns trigger language plpgsql as $$
begin
  if exists (
    select from fresh f left join journal_hashes p on p.seq = f.seq - 1
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

alter table journal enable row level security;
create policy entries_of_own_office on journal for select to app
  using (office = any ((select acting_offices())::text[]) or type in (select p.type from public_entry_types p));
create policy entries_are_appended on journal for insert to app with check (true);

-- The outbox: an office reads what is told on its behalf; the clock of the house asks for all of it by name.
alter table outbox_messages enable row level security;
alter table outbox_messages force row level security;
create policy messages_are_written on outbox_messages for insert to app with check (true);
create policy messages_of_own_office on outbox_messages for select to app
  using (office = any ((select acting_offices())::text[]));
create policy messages_asked_for_by_the_clock on outbox_messages for all to app
  using ((select asked_for()) = 'the outbox');

-- A calendar is its region's until it is sent to the maslikhat.
drop policy calendars_of_own_office on calendars;
create policy calendars_of_own_office on calendars for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy calendars_sent_to_own_maslikhat on calendars for all to app
  using (state <> 'drafted' and 'maslikhat.' || region = any ((select acting_offices())::text[]))
  with check (state <> 'drafted' and 'maslikhat.' || region = any ((select acting_offices())::text[]));
drop policy entries_of_own_calendars on calendar_entries;
create policy entries_of_own_calendars on calendar_entries for all to app
  using (exists (select 1 from calendars c where c.id = calendar and c.office = any ((select acting_offices())::text[])))
  with check (exists (select 1 from calendars c
    where c.id = calendar and c.office = any ((select acting_offices())::text[])));

-- Locks are seen with the draft that they lie on: by its region.
drop policy locks_of_own_calendars on entry_locks;
create policy locks_of_own_calendars on entry_locks for all to app
  using (exists (select 1 from calendars c where c.id = calendar and c.office = any ((select acting_offices())::text[])))
  with check (exists (select 1 from calendars c
    where c.id = calendar and c.office = any ((select acting_offices())::text[])));

-- The people of an office are seen by it and from above: by the offices of its unit and of every unit that it lies in;
-- of regions and of bodies without a unit by the Government's.
create function acting_at_or_above(of text) returns boolean language sql stable as $$
  with recursive lying_in (code) as (
    select split_part(of, '.', 2) where of like 'akim.%' or of like 'maslikhat.%'
    union
    select u.parent from units u join lying_in l on l.code = u.code where u.parent is not null
  )
  select coalesce(of = any (acting_offices())
    or exists (select from lying_in l where array['akim.' || l.code, 'maslikhat.' || l.code] && acting_offices())
    or 'government' = any (acting_offices()) and (select count(*) from lying_in) < 2, false)
$$;

drop policy grants_of_the_office_asked_for on grants;
create policy grants_of_the_office_asked_for on grants for select to app
  using (office = (select asked_for()) and (select acting_at_or_above(asked_for())));
drop policy invitations_of_the_office_asked_for on invitations;
create policy invitations_of_the_office_asked_for on invitations for all to app
  using (office = (select asked_for()) and (select acting_at_or_above(asked_for())));
drop policy resets_of_the_office_asked_for on factor_resets;
create policy resets_of_the_office_asked_for on factor_resets for all to app
  using (office = (select asked_for()) and (select acting_at_or_above(asked_for())));

-- Who was refused what: at the own office and below, everywhere for the operator; forgotten after a year.
drop policy the_attempts_at_the_office_asked_for on denied_attempts;
create policy attempts_at_own_office_and_below on denied_attempts for select to app
  using ('operator' = any ((select acting_offices())::text[]) or acting_at_or_above(office));
drop trigger denied_attempts_is_insert_only on denied_attempts;
create trigger denied_attempts_stay_as_they_are before update or truncate on denied_attempts
  for each statement execute function keep_insert_only();
create policy old_attempts_forgotten on denied_attempts for delete to app using (at < now() - interval '1 year');
grant delete on denied_attempts to app;
comment on table denied_attempts is 'class: office — who was refused which deed at which office, and why; kept a year';
