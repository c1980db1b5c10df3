-- Meetings: what their offices write, what was announced, and what the public sees of those that left their calendar.

-- A row comes to be with the first word that the office writes; until then the newest release speaks (current_meetings).
create table meetings (
  id text constraint a_meeting_is_written_once primary key,
  office text not null,
  year int not null,
  number int not null constraint meeting_numbers_start_at_one check (number >= 1),
  unit text not null,
  region text not null constraint meeting_region_is_a_kato_code check (region ~ '^[0-9]{9}$'),
  state text not null constraint meeting_state_is_known check (state in ('drafted', 'planned', 'cancelled')),
  day date not null,
  start_time text not null
    constraint meeting_start_is_hours_and_minutes check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  record text not null constraint a_date_has_one_record unique,
  earlier jsonb not null,
  cancelled jsonb,
  place jsonb,
  outside jsonb,
  details jsonb not null,
  notice jsonb not null,
  signed_by text,
  signed_at timestamptz(3),
  signed_hash text constraint a_signature_is_for_one_text check (signed_hash ~ '^[0-9a-f]{64}$'),
  publish_at timestamptz(3),
  change jsonb,
  notices int not null,
  announced text,
  editors text[] not null,
  revision int not null,
  sequence int not null,
  constraint a_number_is_given_once_in_an_office_and_year unique (office, year, number),
  constraint a_meeting_stands_in_the_calendar_or_says_why_not check ((place is null) <> (outside is null)),
  constraint a_cancelled_meeting_has_a_reason check ((state = 'cancelled') = (cancelled is not null)),
  constraint a_signature_is_whole
    check (num_nulls(signed_by, signed_at, signed_hash, publish_at) in (0, 4)),
  constraint a_signature_lasts_72_hours check (publish_at <= signed_at + interval '72 hours')
);
comment on table meetings is 'class: office — meetings as their offices write them, drafts of notices included';
create index meetings_of_an_office on meetings (office, day);

alter table meetings enable row level security;
alter table meetings force row level security;
create policy meetings_of_own_office on meetings for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update on meetings to app;

-- What the clock of the house looks at: it has to see whose notice is due before it can act for them.
create table due_notices (
  meeting text constraint one_signature_waits_for_a_meeting primary key references meetings (id),
  office text not null,
  signed_by text not null,
  publish_at timestamptz(3) not null
);
comment on table due_notices is 'class: office — which notices were signed for which instant; nothing of their words';
create index due_notices_by_instant on due_notices (publish_at);
grant select, insert, update, delete on due_notices to app;

-- Guests are people: their own office alone sees them.
create table meeting_guests (
  id text primary key,
  meeting text not null references meetings (id),
  office text not null,
  category text not null,
  name text not null,
  invited_at timestamptz(3) not null,
  reply text not null constraint reply_is_known check (reply in ('none', 'coming', 'declined')),
  replied_at timestamptz(3),
  constraint a_reply_has_its_time check ((reply = 'none') = (replied_at is null))
);
comment on table meeting_guests is 'class: personal — who was invited to a meeting and what they answered';
create index guests_of_a_meeting on meeting_guests (meeting, invited_at, id);
alter table meeting_guests enable row level security;
alter table meeting_guests force row level security;
create policy guests_of_own_office on meeting_guests for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update (reply, replied_at) on meeting_guests to app;

-- What was announced stays: a correction is the next number.
create table meeting_notices (
  meeting text not null references meetings (id),
  number int not null constraint notice_numbers_start_at_one check (number >= 1),
  record text not null,
  published_at timestamptz(3) not null,
  standing text not null
    constraint notice_standing_is_known check (standing in ('in-time', 'boundary', 'late', 'no-term')),
  signed text not null
    constraint way_of_signing_is_known check (signed in ('two-persons', 'signer-above', 'one-person')),
  due date,
  due_strict date,
  hash text not null constraint notice_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  primary key (meeting, number)
);
comment on table meeting_notices is 'class: public, insert-only — announcements of meetings, word for word, never changed';
create trigger meeting_notices_is_insert_only before update or delete or truncate on meeting_notices
  for each statement execute function keep_insert_only();
grant select, insert on meeting_notices to app;
grant select on meeting_notices to public_read;

-- Meetings that differ from their release, or never stood in one: announced, moved, cancelled, outside the calendar.
create table shown_meetings (
  id text primary key references meetings (id),
  calendar text,
  number int not null,
  office text not null,
  unit text not null,
  norm text,
  period text,
  day date not null,
  start_time text not null,
  planned_minutes int not null,
  form text not null constraint shown_form_is_known check (form in ('visiting', 'stationary', 'online', 'hybrid')),
  proposed_day date,
  move_reason text,
  region text not null,
  year int not null,
  published_at timestamptz(3) not null,
  record text not null,
  sequence int not null,
  earlier jsonb not null,
  cancelled jsonb,
  outside jsonb,
  own_number text not null
);
comment on table shown_meetings is 'class: public — what everybody sees of meetings that their offices have written about';
create index shown_meetings_by_unit on shown_meetings (unit, day);
create index shown_meetings_by_office on shown_meetings (office, day);
create index shown_meetings_by_day on shown_meetings (day, id);
create index shown_meetings_of_a_calendar on shown_meetings (region, year, day);
grant select, insert, update on shown_meetings to app;
grant select on shown_meetings to public_read;

-- The newest release of a calendar counts, and over it what the office has shown since.
create or replace view current_meetings with (security_invoker) as
  select m.*, r.region, r.year, r.published_at,
         m.id as record, m.number - 1 as sequence, '[]'::jsonb as earlier, null::jsonb as cancelled,
         null::jsonb as outside, null::text as own_number
    from released_meetings m
    join calendar_releases r on r.calendar = m.calendar and r.number = m.number
   where not exists (
     select 1 from calendar_releases later where later.calendar = r.calendar and later.number > r.number
   ) and not exists (select 1 from shown_meetings s where s.id = m.id)
  union all
  select id, calendar, number, office, unit, norm, period, day, start_time, planned_minutes, form, proposed_day,
         move_reason, region, year, published_at, record, sequence, earlier, cancelled, outside, own_number
    from shown_meetings;
comment on view current_meetings is 'class: public — meetings as everybody sees them now';

insert into public_entry_types values
  ('meeting-moved'), ('meeting-cancelled'), ('notice-put-up'), ('channel-recorded');
