-- The schedule of ministers' meetings: proposals of central bodies, one draft, agreement, approval, releases, procedure.

create table schedules (
  id text primary key,
  period text not null constraint one_schedule_per_period unique
    constraint a_schedule_is_for_a_year_or_a_half check (period ~ '^[0-9]{4}(-H[12])?$'),
  act text not null,
  state text not null constraint schedule_state_is_known
    check (state in ('proposed', 'drafted', 'agreed', 'submitted', 'approved', 'published')),
  revision int not null,
  editors text[] not null,
  opened_at timestamptz(3) not null,
  answer_by date not null,
  agreed_at timestamptz(3),
  submitted_at timestamptz(3),
  approved_at timestamptz(3),
  approved_number text,
  published_at timestamptz(3),
  returned text,
  correction text,
  correction_reason text,
  demonstration boolean not null,
  constraint a_schedule_correction_has_its_reason check ((correction is null) = (correction_reason is null)),
  constraint a_schedule_is_agreed_before_it_is_submitted check (submitted_at is null or agreed_at is not null),
  constraint a_schedule_is_submitted_before_it_is_approved check (approved_at is null or submitted_at is not null),
  constraint a_schedule_is_approved_before_it_is_published check (published_at is null or approved_at is not null),
  constraint a_published_schedule_changes_by_correction
    check (published_at is null or state = 'published' or correction is not null)
);
comment on table schedules is 'class: office — schedules of ministers'' meetings: how far each of them has come';

create table schedule_proposals (
  schedule text not null references schedules (id),
  body text not null,
  state text not null constraint proposal_state_is_known check (state in ('asked', 'sent', 'returned', 'taken')),
  revision int not null,
  editors text[] not null,
  sent_at timestamptz(3),
  reason text,
  agreed_at timestamptz(3),
  constraint a_body_has_one_proposal primary key (schedule, body),
  constraint a_returned_proposal_has_its_reason check (state <> 'returned' or reason is not null),
  constraint a_proposal_in_hand_was_sent check (state = 'asked' or sent_at is not null),
  constraint only_what_is_in_the_draft_is_agreed_to check (agreed_at is null or state = 'taken')
);
comment on table schedule_proposals is 'class: office — what each central body was asked for, answered and agreed to';

create table schedule_visits (
  id text not null,
  schedule text not null,
  office text not null,
  region text not null constraint visited_region_is_a_kato_code check (region ~ '^[0-9]{9}$'),
  unit text not null constraint visited_unit_is_a_kato_code check (unit ~ '^[0-9]{9}$'),
  day date not null,
  start_time text not null
    constraint visit_start_is_hours_and_minutes check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  planned_minutes int not null constraint a_visit_lasts_minutes_of_a_day check (planned_minutes between 1 and 1440),
  sphere text not null,
  venue jsonb not null,
  why jsonb not null,
  grounds text[] not null,
  proposed_day date not null,
  move_reason text,
  akimat jsonb,
  revision int not null,
  primary key (schedule, id),
  foreign key (schedule, office) references schedule_proposals (schedule, body),
  constraint a_minister_is_in_one_place_at_once
    exclude using gist (schedule with =, office with =, meeting_span(day, start_time, planned_minutes) with &&)
);
comment on table schedule_visits is 'class: office — planned meetings of ministers as they stand in proposals and in the draft';
create index schedule_visits_by_day on schedule_visits (schedule, day, start_time, id);

create table schedule_releases (
  schedule text not null,
  number int not null constraint schedule_releases_start_at_one check (number >= 1),
  period text not null,
  published_at timestamptz(3) not null,
  hash text not null constraint schedule_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  primary key (schedule, number)
);
comment on table schedule_releases is 'class: public, insert-only — published schedules of ministers'' meetings, word for word, never changed';
create trigger schedule_releases_is_insert_only before update or delete or truncate on schedule_releases
  for each statement execute function keep_insert_only();
create index schedule_releases_by_period on schedule_releases (period, number);

create table released_visits (
  id text not null,
  schedule text not null,
  number int not null,
  office text not null,
  region text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null,
  planned_minutes int not null,
  form text not null,
  proposed_day date not null,
  move_reason text,
  primary key (schedule, number, id),
  foreign key (schedule, number) references schedule_releases (schedule, number)
);
comment on table released_visits is 'class: public, insert-only — the meetings of each release of a schedule, for look-ups by place, body and day';
create trigger released_visits_is_insert_only before update or delete or truncate on released_visits
  for each statement execute function keep_insert_only();
create index released_visits_by_id on released_visits (id);
create index released_visits_by_unit on released_visits (unit, day);
create index released_visits_by_office on released_visits (office, day);
create index released_visits_by_day on released_visits (day, id);

create table procedure_drafts (
  only_one boolean primary key default true constraint one_procedure_is_written_at_a_time check (only_one),
  text jsonb not null,
  editors text[] not null,
  revision int not null
);
comment on table procedure_drafts is 'class: office — the procedure of ministers'' meetings while it is written';

create table procedures (
  number int primary key constraint procedures_start_at_one check (number >= 1),
  order_number text not null,
  published_at timestamptz(3) not null,
  text jsonb not null
);
comment on table procedures is 'class: public, insert-only — the procedure of ministers'' meetings as it was published, each version';
create trigger procedures_is_insert_only before update or delete or truncate on procedures
  for each statement execute function keep_insert_only();

-- Meetings of the newest releases, of calendars and of schedules; what its office has shown since stands over them.
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
  select v.id, v.schedule, v.number, v.office, v.unit, v.norm, v.period, v.day, v.start_time, v.planned_minutes,
         v.form, v.proposed_day, v.move_reason, v.region, extract(year from v.day)::int, r.published_at,
         v.id, v.number - 1, '[]'::jsonb, null::jsonb, null::jsonb, null::text
    from released_visits v
    join schedule_releases r on r.schedule = v.schedule and r.number = v.number
   where not exists (
     select 1 from schedule_releases later where later.schedule = r.schedule and later.number > r.number
   ) and not exists (select 1 from shown_meetings s where s.id = v.id)
  union all
  select id, calendar, number, office, unit, norm, period, day, start_time, planned_minutes, form, proposed_day,
         move_reason, region, year, published_at, record, sequence, earlier, cancelled, outside, own_number
    from shown_meetings;

-- Every office may see how far a schedule has come; only the authorised body and the Government take it further.
alter table schedules enable row level security;
alter table schedules force row level security;
create policy schedules_are_known_to_offices on schedules for select to app
  using (cardinality((select acting_offices())::text[]) > 0);
create policy schedules_of_their_makers on schedules for all to app
  using (array['authorised-body', 'government'] && (select acting_offices())::text[])
  with check (array['authorised-body', 'government'] && (select acting_offices())::text[]);

alter table schedule_proposals enable row level security;
alter table schedule_proposals force row level security;
create policy proposals_of_own_body on schedule_proposals for all to app
  using (array[body, 'authorised-body'] && (select acting_offices())::text[])
  with check (array[body, 'authorised-body'] && (select acting_offices())::text[]);
create policy proposals_at_the_government on schedule_proposals for select to app
  using ('government' = any ((select acting_offices())::text[]));

-- A body's text is its own until it is sent; the akimat sees visits to its region once the draft goes round, the
-- Government all of them once they are submitted.
alter table schedule_visits enable row level security;
alter table schedule_visits force row level security;
create policy visits_of_own_body on schedule_visits for all to app
  using (office = any ((select acting_offices())::text[])) with check (office = any ((select acting_offices())::text[]));
create policy visits_that_were_sent on schedule_visits for all to app
  using ('authorised-body' = any ((select acting_offices())::text[]) and exists (select 1 from schedule_proposals p
    where p.schedule = schedule_visits.schedule and p.body = office and p.state in ('sent', 'taken')))
  with check ('authorised-body' = any ((select acting_offices())::text[]));
create policy visits_to_own_region on schedule_visits for select to app
  using ('akim.' || region = any ((select acting_offices())::text[]) and exists (select 1 from schedules s
    where s.id = schedule_visits.schedule and s.state <> 'proposed'));
create policy visits_answered_by_own_region on schedule_visits for update to app
  using ('akim.' || region = any ((select acting_offices())::text[]))
  with check ('akim.' || region = any ((select acting_offices())::text[]));
create policy visits_at_the_government on schedule_visits for select to app
  using ('government' = any ((select acting_offices())::text[]) and exists (select 1 from schedules s
    where s.id = schedule_visits.schedule and s.submitted_at is not null));

alter table procedure_drafts enable row level security;
alter table procedure_drafts force row level security;
create policy procedure_of_the_authorised_body on procedure_drafts for all to app
  using ('authorised-body' = any ((select acting_offices())::text[]))
  with check ('authorised-body' = any ((select acting_offices())::text[]));

grant select, insert, update on schedules, schedule_proposals, procedure_drafts to app;
grant select, insert, update, delete on schedule_visits to app;
grant select, insert on schedule_releases, released_visits, procedures to app;
grant select on schedule_releases, released_visits, procedures to public_read;

insert into public_entry_types values
  ('schedule-proposed'), ('schedule-agreed'), ('schedule-submitted'), ('schedule-approved'), ('schedule-published'),
  ('schedule-corrected'), ('schedule-paper'), ('region-chosen'), ('meeting-agreed'), ('procedure-approved'), ('procedure-communicated')
  on conflict do nothing;
