-- What residents say before a meeting: votes for a date, demands of a meeting with their supporters; and risks that
-- offices see. Nobody has an account: a code and a device are known by salted hashes alone.

-- Polls of dates ------------------------------------------------------------------------------------------------------

create table polls (
  id        text           not null constraint a_poll_is_opened_once primary key,
  office    text           not null,
  unit      text           not null,
  region    text           not null constraint poll_region_is_a_kato_code check (region ~ '^[0-9]{9}$'),
  about     jsonb          not null,
  meeting   text,
  options   jsonb          not null,
  opened_by text           not null,
  opened_at timestamptz(3) not null,
  closes_at timestamptz(3) not null,
  constraint a_poll_offers_two_to_eight_dates check (jsonb_array_length(options) between 2 and 8),
  constraint a_poll_stays_open_a_while check (closes_at >= opened_at + interval '1 hour')
);
comment on table polls is 'class: public, insert-only — dates that offices offer to residents';
create index polls_of_an_office on polls (office, closes_at);
create index polls_by_unit on polls (unit, closes_at);
create trigger polls_is_insert_only before update or delete or truncate on polls
  for each statement execute function keep_insert_only();
alter table polls enable row level security;
create policy polls_are_read on polls for select using (true);
create policy polls_of_own_office on polls for insert to app
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on polls to app;
-- Who opened it stays with the office.
grant select (id, office, unit, region, about, meeting, options, opened_at, closes_at) on polls to public_read;

create table poll_votes (
  poll    text           not null constraint a_vote_belongs_to_a_poll references polls (id),
  code    text           not null constraint a_vote_is_known_by_a_hash check (code ~ '^[0-9a-f]{64}$'),
  device  text           not null constraint a_device_is_known_by_a_hash check (device ~ '^[0-9a-f]{64}$'),
  choice  int[]          not null,
  cast_at timestamptz(3) not null,
  constraint a_receipt_code_votes_once_in_a_poll primary key (poll, code),
  constraint a_device_votes_once_in_a_poll unique (poll, device),
  constraint a_vote_chooses_something check (cardinality(choice) between 1 and 8)
);
comment on table poll_votes is 'class: office — votes for dates, under hashes of a code and of a device, no person';
-- Not forced: the view below counts as the owner, the app sees the vote of the code it acts for and no other.
alter table poll_votes enable row level security;
create policy vote_of_own_code on poll_votes for all to app
  using (code = (select acting_person())) with check (code = (select acting_person()));
grant select, insert, update (choice, cast_at) on poll_votes to app;

create view poll_counts with (security_barrier) as
  select v.poll, (o.at - 1)::int as option, count(*) filter (where (o.at - 1)::int = any (v.choice))::int as votes,
         count(*)::int as voters
    from poll_votes v
    join polls p on p.id = v.poll
    cross join lateral generate_series(1, jsonb_array_length(p.options)) as o (at)
   group by v.poll, o.at;
comment on view poll_counts is 'class: public — how many chose each date, and how many voted';
grant select on poll_counts to app, public_read;

create table poll_decisions (
  poll       text           not null constraint a_poll_is_decided_once primary key
                            constraint a_decision_is_about_a_poll references polls (id),
  office     text           not null,
  option     int,
  reason     jsonb          not null,
  tally      int[]          not null,
  voters     int            not null,
  decided_at timestamptz(3) not null,
  signed     text           not null
    constraint poll_way_of_signing_is_known check (signed in ('two-persons', 'signer-above', 'one-person'))
);
comment on table poll_decisions is 'class: public, insert-only — what offices made of the votes, and why';
create trigger poll_decisions_is_insert_only before update or delete or truncate on poll_decisions
  for each statement execute function keep_insert_only();
alter table poll_decisions enable row level security;
create policy poll_decisions_are_read on poll_decisions for select using (true);
create policy poll_decisions_of_own_office on poll_decisions for insert to app
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on poll_decisions to app;
grant select on poll_decisions to public_read;

-- Demands -------------------------------------------------------------------------------------------------------------

-- The goal and the days to decide are those of the day on which it was raised: they do not move afterwards.
create table demands (
  id        text           not null constraint a_demand_is_raised_once primary key,
  office    text           not null,
  unit      text           not null,
  region    text           not null constraint demand_region_is_a_kato_code check (region ~ '^[0-9]{9}$'),
  words     text           not null
    constraint a_demand_has_20_to_1000_characters check (char_length(words) between 20 and 1000),
  language  text           not null constraint a_demand_language_is_ours check (language in ('kk', 'ru', 'en')),
  threshold int            not null constraint a_demand_needs_supporters check (threshold >= 1),
  days      int            not null constraint a_demand_is_decided_within_days check (days between 1 and 60),
  raised_at timestamptz(3) not null,
  until     date           not null
);
comment on table demands is 'class: public, insert-only — meetings that residents demand, masked of personal data';
create index demands_of_an_office on demands (office, raised_at);
create index demands_by_unit on demands (unit, raised_at);
create trigger demands_is_insert_only before update or delete or truncate on demands
  for each statement execute function keep_insert_only();
grant select, insert on demands to app;
grant select on demands to public_read;

create table demand_supports (
  demand       text           not null constraint a_support_belongs_to_a_demand references demands (id),
  code         text           not null constraint a_support_is_known_by_a_hash check (code ~ '^[0-9a-f]{64}$'),
  device       text           not null constraint a_supporting_device_is_a_hash check (device ~ '^[0-9a-f]{64}$'),
  supported_at timestamptz(3) not null,
  constraint a_receipt_code_supports_a_demand_once primary key (demand, code),
  constraint a_device_supports_a_demand_once unique (demand, device)
);
comment on table demand_supports is 'class: office — who supports a demand, under hashes of a code and of a device, no person';
alter table demand_supports enable row level security;
create policy support_of_own_code on demand_supports for all to app
  using (code = (select acting_person())) with check (code = (select acting_person()));
grant select, insert, delete on demand_supports to app;

create view demand_counts with (security_barrier) as
  select demand, count(*)::int as supporters from demand_supports group by demand;
comment on view demand_counts is 'class: public — how many support each demand';
grant select on demand_counts to app, public_read;

create table demand_words_judged (
  demand    text           not null constraint the_words_of_a_demand_are_judged_once primary key
                           constraint a_judgement_is_about_a_demand references demands (id),
  office    text           not null,
  shown     boolean        not null,
  reason    text,
  judged_at timestamptz(3) not null,
  constraint withheld_words_have_a_reason check (shown = (reason is null)),
  constraint a_reason_to_withhold_is_known check (reason in ('personal-data', 'insult', 'threat', 'not-a-demand'))
);
comment on table demand_words_judged is 'class: public, insert-only — whether an office shows the words of a demand, and why not';
create trigger demand_words_judged_is_insert_only before update or delete or truncate on demand_words_judged
  for each statement execute function keep_insert_only();
alter table demand_words_judged enable row level security;
create policy judgements_are_read on demand_words_judged for select using (true);
create policy judgements_of_own_office on demand_words_judged for insert to app
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on demand_words_judged to app;
grant select on demand_words_judged to public_read;

create table demand_registrations (
  demand        text           not null constraint a_demand_is_registered_once primary key
                               constraint a_registration_is_about_a_demand references demands (id),
  registered_at timestamptz(3) not null,
  due           date           not null,
  supporters    int            not null
);
comment on table demand_registrations is 'class: public, insert-only — demands with enough supporters, and by when they are decided';
create trigger demand_registrations_is_insert_only before update or delete or truncate on demand_registrations
  for each statement execute function keep_insert_only();
grant select, insert on demand_registrations to app;
grant select on demand_registrations to public_read;

create table demand_answers (
  demand   text           not null constraint a_demand_has_one_draft_of_an_answer primary key
                          constraint an_answer_is_to_a_demand references demands (id),
  office   text           not null,
  decision text           not null constraint a_drafted_decision_is_known check (decision in ('accepted', 'refused')),
  reason   jsonb          not null,
  editors  text[]         not null,
  revision int            not null
);
comment on table demand_answers is 'class: office — answers to demands as their offices draft them';
alter table demand_answers enable row level security;
alter table demand_answers force row level security;
create policy answers_of_own_office on demand_answers for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update (decision, reason, editors, revision) on demand_answers to app;

create table demand_decisions (
  demand     text           not null constraint a_demand_is_decided_once primary key
                            constraint a_decision_is_about_a_demand references demands (id),
  office     text           not null,
  decision   text           not null constraint a_decision_is_known check (decision in ('accepted', 'refused')),
  reason     jsonb          not null,
  decided_at timestamptz(3) not null,
  late       boolean        not null,
  signed     text           not null
    constraint demand_way_of_signing_is_known check (signed in ('two-persons', 'signer-above', 'one-person')),
  constraint a_decision_tells_its_reason check (reason ->> 'kk' <> '' and reason ->> 'ru' <> '')
);
comment on table demand_decisions is 'class: public, insert-only — decisions on demands with their reasons, for ever';
create trigger demand_decisions_is_insert_only before update or delete or truncate on demand_decisions
  for each statement execute function keep_insert_only();
alter table demand_decisions enable row level security;
create policy demand_decisions_are_read on demand_decisions for select using (true);
create policy demand_decisions_of_own_office on demand_decisions for insert to app
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on demand_decisions to app;
grant select on demand_decisions to public_read;

-- Which meeting answers a demand or a risk.
create index shown_meetings_by_what_they_answer on shown_meetings using gin ((outside -> 'answers'));

-- Risks ---------------------------------------------------------------------------------------------------------------

-- That there is a risk, where and since when, is public (the entry); what was seen is for the office alone.
create table risks (
  id              text           not null constraint a_risk_is_registered_once primary key,
  office          text           not null,
  unit            text           not null,
  kind            text           not null
    constraint a_risk_kind_is_known check (kind in ('necessity', 'sector', 'social-tension')),
  high_tension    boolean        not null,
  destabilisation boolean        not null,
  words           text           not null,
  registered_at   timestamptz(3) not null
);
comment on table risks is 'class: office, insert-only — risks that offices see in a place, and why a meeting is needed there';
create index risks_of_an_office on risks (office, registered_at);
create trigger risks_is_insert_only before update or delete or truncate on risks
  for each statement execute function keep_insert_only();
alter table risks enable row level security;
alter table risks force row level security;
create policy risks_of_own_office on risks for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on risks to app;

insert into public_entry_types values
  ('poll-opened'), ('poll-decided'), ('opinion-learned'), ('demand-raised'), ('demand-registered'), ('demand-decided'),
  ('demand-words-judged'), ('necessity-recorded'), ('risk-identified')
  on conflict do nothing;
