-- Parts of the regional calendar, written by each office; corrections after publication; the way to the Government.

alter table calendars
  -- Until when the offices below were asked for their parts; null: the planner filled all of them at once.
  add column answer_by date,
  add column correction text,
  add column correction_reason text,
  add constraint a_correction_has_its_reason check ((correction is null) = (correction_reason is null)),
  add constraint a_correction_follows_publication check (correction is null or published_at is not null),
  add constraint a_published_calendar_changes_by_correction
    check (published_at is null or state = 'published' or correction is not null);

create function meeting_span(day date, start_time text, minutes int) returns tsrange language sql immutable as $$
  select tsrange(
    day + make_time(left(start_time, 2)::int, right(start_time, 2)::int, 0),
    day + make_time(left(start_time, 2)::int, right(start_time, 2)::int, 0) + make_interval(mins => minutes))
$$;

alter table calendar_entries
  add constraint an_akim_is_in_one_place_at_once
    exclude using gist (calendar with =, office with =, meeting_span(day, start_time, planned_minutes) with &&),
  add constraint a_meeting_is_in_the_year_of_its_period check (left(period, 4)::int = extract(year from day));

create table calendar_parts (
  calendar text not null references calendars (id),
  office text not null,
  region text not null,
  unit text not null,
  year int not null,
  state text not null
    constraint part_state_is_known check (state in ('asked', 'sent', 'returned', 'taken', 'planned')),
  revision int not null,
  editors text[] not null,
  sent_at timestamptz(3),
  reason text,
  constraint an_office_has_one_part primary key (calendar, office),
  constraint a_returned_part_has_its_reason check (state <> 'returned' or reason is not null),
  constraint a_part_in_hand_was_sent check (state not in ('sent', 'returned', 'taken') or sent_at is not null)
);
comment on table calendar_parts is 'class: office — the part of each office in the calendar of its region: who was asked, who answered';
create index calendar_parts_of_an_office on calendar_parts (office, year);

create table part_entries (
  id text not null,
  calendar text not null,
  office text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null
    constraint part_start_is_hours_and_minutes check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  planned_minutes int not null constraint part_meeting_lasts_minutes_of_a_day check (planned_minutes between 1 and 1440),
  form text not null constraint part_form_is_known check (form in ('visiting', 'stationary')),
  proposed_day date not null,
  move_reason text,
  primary key (calendar, id),
  foreign key (calendar, office) references calendar_parts (calendar, office),
  constraint an_akim_of_a_part_is_in_one_place_at_once
    exclude using gist (calendar with =, office with =, meeting_span(day, start_time, planned_minutes) with &&),
  constraint a_meeting_of_a_part_is_in_the_year_of_its_period check (left(period, 4)::int = extract(year from day))
);
comment on table part_entries is 'class: office — the meetings an office writes for its own part, before the region takes them';
create index part_entries_of_an_office on part_entries (calendar, office, day);

create table calendar_deliveries (
  calendar text primary key references calendars (id),
  region text not null,
  year int not null,
  received_at timestamptz(3) not null,
  received_number text not null,
  forwarded_at timestamptz(3),
  forwarded_number text,
  constraint a_forwarding_has_its_letter check ((forwarded_at is null) = (forwarded_number is null)),
  constraint received_before_forwarded check (forwarded_at >= received_at)
);
comment on table calendar_deliveries is 'class: office — calendars at the Government: received from regions, presented to the Administration of the President';

create table maslikhat_sessions (
  office text not null,
  unit text not null,
  day date not null,
  constraint a_maslikhat_sits_once_a_day primary key (office, day)
);
comment on table maslikhat_sessions is 'class: public — days on which a maslikhat sits, entered by its secretary';
create index maslikhat_sessions_by_unit on maslikhat_sessions (unit, day);

alter table calendar_parts enable row level security;
alter table calendar_parts force row level security;
create policy parts_of_own_office_and_region on calendar_parts for all to app
  using (array[office, 'akim.' || region] && (select acting_offices())::text[])
  with check (array[office, 'akim.' || region] && (select acting_offices())::text[]);

-- A lower office's text is its own; the region reads it once it was sent up, and never writes in it.
alter table part_entries enable row level security;
alter table part_entries force row level security;
create policy entries_of_own_part on part_entries for all to app
  using (office = any ((select acting_offices())::text[])) with check (office = any ((select acting_offices())::text[]));
create policy entries_that_were_sent_up on part_entries for select to app
  using (exists (select 1 from calendar_parts p
    where p.calendar = part_entries.calendar and p.office = part_entries.office and p.state in ('sent', 'taken')));

-- Offices with a part see the calendar it belongs to; the Government those that were submitted to it.
create policy calendars_with_an_own_part on calendars for select to app
  using (exists (select 1 from calendar_parts p
    where p.calendar = calendars.id and p.office = any ((select acting_offices())::text[])));
create policy calendars_submitted_to_the_government on calendars for select to app
  using (submitted_at is not null and 'government' = any ((select acting_offices())::text[]));

-- The whole draft is seen by the region and its maslikhat; others see their own lines, and all once it left the region.
drop policy entries_of_own_calendars on calendar_entries;
create policy entries_of_own_calendars on calendar_entries for all to app
  using (exists (select 1 from calendars c
    where c.id = calendar and array[c.office, 'maslikhat.' || c.region] && (select acting_offices())::text[]))
  with check (exists (select 1 from calendars c
    where c.id = calendar and array[c.office, 'maslikhat.' || c.region] && (select acting_offices())::text[]));
create policy entries_of_own_office on calendar_entries for select to app
  using (office = any ((select acting_offices())::text[]));
create policy entries_of_calendars_that_were_sent on calendar_entries for select to app
  using (exists (select 1 from calendars c where c.id = calendar and c.state <> 'drafted'));

alter table calendar_deliveries enable row level security;
alter table calendar_deliveries force row level security;
create policy deliveries_of_the_government on calendar_deliveries for all to app
  using ('government' = any ((select acting_offices())::text[]))
  with check ('government' = any ((select acting_offices())::text[]));
create policy deliveries_of_own_region on calendar_deliveries for select to app
  using ('akim.' || region = any ((select acting_offices())::text[]));

grant delete on calendar_entries to app;
grant select, insert, update on calendar_parts to app;
grant select, insert, update, delete on part_entries to app;
grant select, insert, update (forwarded_at, forwarded_number) on calendar_deliveries to app;
grant select, insert, delete on maslikhat_sessions to app;
grant select on maslikhat_sessions to public_read;

insert into public_entry_types values ('calendars-presented') on conflict do nothing;
