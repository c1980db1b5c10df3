-- The annual calendar of a region (A826-2.1): the draft belongs to the office, a release belongs to everybody.

create table calendars (
  id text primary key,
  region text not null constraint region_is_a_kato_code check (region ~ '^[0-9]{9}$'),
  office text not null,
  year int not null constraint calendar_year_is_four_digits check (year between 1000 and 9999),
  state text not null
    constraint calendar_state_is_known check (state in ('drafted', 'sent', 'answered', 'approved', 'published')),
  revision int not null,
  editors text[] not null,
  drafted_at timestamptz(3) not null,
  sent_at timestamptz(3),
  approved_at timestamptz(3),
  published_at timestamptz(3),
  submitted_at timestamptz(3),
  demonstration boolean not null,
  constraint one_calendar_per_region_and_year unique (region, year),
  constraint published_calendar_was_approved check (published_at is null or approved_at is not null),
  constraint submitted_calendar_was_approved check (submitted_at is null or approved_at is not null)
);
comment on table calendars is 'class: office — the calendar of a region and year, from draft to publication';

create table calendar_entries (
  id text primary key,
  calendar text not null references calendars (id),
  office text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null constraint start_is_hours_and_minutes check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  planned_minutes int not null constraint meeting_lasts_minutes_of_a_day check (planned_minutes between 1 and 1440),
  form text not null constraint form_is_known check (form in ('visiting', 'stationary')),
  proposed_day date not null,
  move_reason text
);
comment on table calendar_entries is 'class: office — the meetings of a calendar as they stand in the draft';
create index calendar_entries_of_a_calendar on calendar_entries (calendar, day, id);

-- What was published stays: a correction is the next number. Insert-only, like the journal.
create table calendar_releases (
  calendar text not null references calendars (id),
  number int not null constraint release_numbers_start_at_one check (number >= 1),
  region text not null,
  year int not null,
  published_at timestamptz(3) not null,
  hash text not null constraint release_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  primary key (calendar, number)
);
comment on table calendar_releases is 'class: public, insert-only — published calendars, word for word, never changed';
create index calendar_releases_of_a_region on calendar_releases (region, year);
create trigger calendar_releases_is_insert_only before update or delete or truncate on calendar_releases
  for each statement execute function keep_insert_only();

create table released_meetings (
  id text not null,
  calendar text not null,
  number int not null,
  office text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null,
  planned_minutes int not null,
  form text not null,
  proposed_day date not null,
  move_reason text,
  primary key (calendar, number, id),
  foreign key (calendar, number) references calendar_releases (calendar, number)
);
comment on table released_meetings is 'class: public, insert-only — the meetings of each release, for look-ups by place, akim and day';
create trigger released_meetings_is_insert_only before update or delete or truncate on released_meetings
  for each statement execute function keep_insert_only();
create index released_meetings_by_id on released_meetings (id);
create index released_meetings_by_unit on released_meetings (unit, day);
create index released_meetings_by_office on released_meetings (office, day);
create index released_meetings_by_day on released_meetings (day, id);

-- Only the newest release of a calendar counts; the older ones can still be read.
create view current_meetings with (security_invoker) as
  select m.*, r.region, r.year, r.published_at
    from released_meetings m
    join calendar_releases r on r.calendar = m.calendar and r.number = m.number
   where not exists (
     select 1 from calendar_releases later where later.calendar = r.calendar and later.number > r.number
   );
comment on view current_meetings is 'class: public — the meetings of the newest release of each calendar';

-- The wall: a draft is seen by its own office and by the maslikhat of its region, whatever a query forgets to say.
alter table calendars enable row level security;
alter table calendars force row level security;
create policy calendars_of_own_office on calendars for all to app
  using (array[office, 'maslikhat.' || region] && (select acting_offices())::text[])
  with check (array[office, 'maslikhat.' || region] && (select acting_offices())::text[]);

alter table calendar_entries enable row level security;
alter table calendar_entries force row level security;
create policy entries_of_own_calendars on calendar_entries for all to app
  using (exists (select 1 from calendars c where c.id = calendar))
  with check (exists (select 1 from calendars c where c.id = calendar));

grant select, insert, update on calendars, calendar_entries to app;
grant select, insert on calendar_releases, released_meetings to app;
grant select on current_meetings to app, public_read;
grant select on calendar_releases, released_meetings to public_read;

-- What a verdict on a calendar or a meeting rests on is public: anyone may check it.
insert into public_entry_types values
  ('demonstration-loaded'), ('calendar-drafted'), ('calendar-agreed'), ('maslikhat-notified'), ('calendar-approved'), ('calendar-published'),
  ('calendar-submitted'), ('calendar-corrected'), ('meeting'), ('notice-published'), ('broadcast'), ('presentation'),
  ('questions-answers'), ('results-published'), ('issue-list-published'), ('plan-published'), ('progress-published'),
  ('issue-raised'), ('issue-closed'), ('reception'), ('outreach'), ('commission-formed'), ('requests-collected'),
  ('requests-analysed'), ('guests-invited'), ('guests-present'), ('report-content'), ('issues-systematised'),
  ('funding-considered'), ('videoconference');
