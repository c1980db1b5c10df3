-- Days off as administrators change them, laid over those that ship; and the files that offices bring along.

create table holiday_edits (
  revision  int            not null constraint an_edit_of_days_off_has_its_own_revision primary key
    constraint revisions_of_days_off_start_at_one check (revision >= 1),
  act       text           not null constraint days_off_change_by_an_act check (act <> ''),
  act_day   date           not null,
  edited_at timestamptz(3) not null
);
comment on table holiday_edits is 'class: public, insert-only — changes of days off and moved days, and the act behind each';
create trigger holiday_edits_is_insert_only before update or delete or truncate on holiday_edits
  for each statement execute function keep_insert_only();

create table holiday_edit_days (
  revision int  not null references holiday_edits (revision),
  date     date not null,
  -- Null: the day is as its day of the week says again.
  kind     text constraint kind_of_day_off_is_known
    check (kind in ('holiday', 'day-off', 'substitute', 'moved-day-off', 'moved-working-day')),
  name_kk  text,
  name_ru  text,
  name_en  text,
  for_day  date,
  constraint a_day_is_changed_once_in_an_edit primary key (revision, date),
  constraint a_day_that_differs_from_its_week_has_a_name check (num_nulls(kind, name_kk, name_ru, name_en) in (0, 4))
);
comment on table holiday_edit_days is 'class: public, insert-only — the days of each change; the newest word on a day counts';
create trigger holiday_edit_days_is_insert_only before update or delete or truncate on holiday_edit_days
  for each statement execute function keep_insert_only();

grant select, insert on holiday_edits, holiday_edit_days to app;
grant select on holiday_edits, holiday_edit_days to public_read;

insert into public_entry_types values ('holidays-changed');

-- What an office brings from its spreadsheet: kept until it was imported, then for its lines that could not be read.
create table import_files (
  id          text           not null constraint a_file_is_brought_once primary key,
  office      text           not null,
  name        text           not null constraint file_name_is_short check (length(name) <= 200),
  sha256      text           not null constraint file_hash_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  headers     jsonb          not null,
  rows        jsonb          not null,
  -- {columns: [field or null for each header], assumed: {…}}
  reading     jsonb          not null,
  brought_at  timestamptz(3) not null,
  imported_at timestamptz(3),
  -- {taken, known, faulty}
  outcome     jsonb,
  revision    int            not null,
  constraint what_was_imported_has_its_outcome check ((imported_at is null) = (outcome is null))
);
comment on table import_files is 'class: office — spreadsheets of earlier meetings and calendars, kept 30 days';
create index import_files_of_an_office on import_files (office, brought_at desc);

create table import_habits (
  office  text  not null constraint an_office_has_one_way_of_reading primary key,
  -- Folded header to field.
  columns jsonb not null,
  assumed jsonb not null
);
comment on table import_habits is 'class: office — how an office reads the columns of its spreadsheets';

alter table import_files enable row level security;
alter table import_files force row level security;
create policy import_files_of_own_office on import_files for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
alter table import_habits enable row level security;
alter table import_habits force row level security;
create policy import_habits_of_own_office on import_habits for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, delete, update (reading, imported_at, outcome, revision) on import_files to app;
grant select, insert, update on import_habits to app;
