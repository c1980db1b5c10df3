-- Planning the year again: what offices wish of it, and which dates of a draft the planner leaves where they are.

create table office_wishes (
  region text not null constraint wishes_region_is_a_kato_code check (region ~ '^[0-9]{9}$'),
  office text not null,
  year int not null constraint wishes_year_is_four_digits check (year between 1000 and 9999),
  revision int not null constraint wishes_revision_starts_at_one check (revision >= 1),
  -- 1 Monday … 7 Sunday.
  weekdays int[] not null constraint wished_weekdays_are_days_of_a_week check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  hours_from text,
  hours_to text,
  -- [{place, first, last}] and [{first, last}].
  seasons jsonb not null constraint wished_seasons_are_a_list check (jsonb_typeof(seasons) = 'array'),
  away jsonb not null constraint wished_days_away_are_a_list check (jsonb_typeof(away) = 'array'),
  primary key (office, year),
  constraint wished_hours_have_both_ends check ((hours_from is null) = (hours_to is null)),
  constraint wished_hours_are_in_order check (hours_from < hours_to)
);
comment on table office_wishes is 'class: office — what an office wishes of its year, for those who draw the calendar up';
create index office_wishes_of_a_region on office_wishes (region, year);

create table entry_locks (
  meeting text primary key,
  calendar text not null references calendars (id),
  locked_by text not null,
  locked_at timestamptz(3) not null
);
comment on table entry_locks is 'class: office — dates of a draft that the planner leaves where they are';
create index entry_locks_of_a_calendar on entry_locks (calendar);

-- The wall: wishes are seen by the office that has them and by the region that draws the calendar up.
alter table office_wishes enable row level security;
alter table office_wishes force row level security;
create policy wishes_of_own_office on office_wishes for all to app
  using (array[office, 'akim.' || region] && (select acting_offices())::text[])
  with check (array[office, 'akim.' || region] && (select acting_offices())::text[]);

alter table entry_locks enable row level security;
alter table entry_locks force row level security;
create policy locks_of_own_calendars on entry_locks for all to app
  using (exists (select 1 from calendars c where c.id = calendar))
  with check (exists (select 1 from calendars c where c.id = calendar));

grant select, insert, update on office_wishes to app;
grant select, insert, delete on entry_locks to app;
