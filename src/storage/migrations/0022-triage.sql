-- What a commission does with requests: every deed with what it touched, so that it can be taken back; the office's own
-- words for answers; how far a group has been looked at.

alter table request_groups add column looked bigint not null default 0;
comment on column request_groups.looked is 'up to which request, by its number, the commission has looked at the group';
grant update (looked) on request_groups to app;

-- The second reading of a request, beside the others of its office, may see more than the first.
grant update (reading) on requests to app;
create index requests_corrected_by_hand on requests (office, seq) where corrected <> '{}';

create index moves_into_a_group on request_moves (to_group, request, seq);

create table triage_deeds (
  seq     bigint         generated always as identity constraint deeds_come_in_order unique,
  id      text           not null constraint a_deed_on_requests_is_done_once primary key,
  office  text           not null,
  kind    text           not null constraint a_kind_of_deed_is_known check (kind in
    ('accept', 'merge', 'split', 'move', 'correct-request', 'correct-group', 'answer', 'set-aside', 'take-back', 'undo')),
  state   text           not null constraint a_state_of_a_deed_is_known check (state in
    ('done', 'undone', 'proposed', 'confirmed', 'declined')),
  by      text           not null,
  at      timestamptz(3) not null,
  touched jsonb          not null,
  ended_by text,
  constraint four_eyes_on_a_large_merge check (state <> 'confirmed' or ended_by <> by)
);
comment on table triage_deeds is 'class: office — deeds of commissions on requests, and how it was before each';
create index deeds_of_an_office on triage_deeds (office, seq);
create index deeds_that_wait on triage_deeds (office) where state = 'proposed';
alter table triage_deeds enable row level security;
alter table triage_deeds force row level security;
create policy triage_deeds_of_own_office on triage_deeds for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update (state, ended_by) on triage_deeds to app;

create table answer_templates (
  id     text           not null constraint a_template_is_written_once primary key,
  office text           not null,
  name   text           not null constraint a_template_has_a_name check (char_length(name) between 1 and 80),
  words  jsonb          not null constraint an_answer_is_in_both_languages check (words ? 'kk' and words ? 'ru'),
  by     text           not null,
  at     timestamptz(3) not null
);
comment on table answer_templates is 'class: office — words an office answers requests with, again and again';
create unique index a_template_is_named_once on answer_templates (office, name);
alter table answer_templates enable row level security;
alter table answer_templates force row level security;
create policy answer_templates_of_own_office on answer_templates for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, delete on answer_templates to app;
