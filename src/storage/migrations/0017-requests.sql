-- What citizens write before a meeting: their requests, the groups of requests on one problem, the pool of a meeting
-- and the problem issues that come of it. Words are masked before they come here; what was masked lies in `seal`.

create table request_groups (
  id        text           not null constraint a_group_is_opened_once primary key,
  office    text           not null,
  unit      text           not null,
  sphere    text           not null,
  level     text           constraint a_group_level_is_known check (level in ('okrug', 'district', 'region', 'central')),
  body      text,
  funding   boolean,
  title     jsonb,
  priority  jsonb,
  state     text           not null constraint a_group_state_is_known check (state in ('open', 'accepted', 'pooled')),
  corrected text[]         not null default '{}',
  opened_at timestamptz(3) not null,
  revision  int            not null,
  constraint only_the_centre_has_a_body check (body is null or level = 'central'),
  constraint a_title_is_in_both_languages check (title is null or title ? 'kk' and title ? 'ru')
);
comment on table request_groups is 'class: office — requests on one and the same problem, as the commission keeps them';
create index groups_of_an_office on request_groups (office, state);

create table requests (
  seq         bigint         generated always as identity constraint requests_come_in_order unique,
  id          text           not null constraint a_request_is_received_once primary key,
  office      text           not null,
  unit        text           not null,
  meeting     text,
  channel     text           not null constraint a_channel_of_requests_is_known check (channel in
    ('web', 'phone', 'desk', 'paper', 'floor', 'hotline-109', 'e-otinish', 'open-data-portal', 'akims-blog',
     'ministers-blog', 'social', 'akims-meetings', 'other')),
  received_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  asserted    boolean        not null,
  entered_by  text,
  receipt     text           not null
    constraint a_request_is_found_by_a_hash check (receipt ~ '^[0-9a-f]{64}$')
    constraint a_receipt_opens_one_request unique,
  source      text,
  external_id text,
  words       text           not null
    constraint a_request_has_words check (char_length(words) between 1 and 20000),
  proven      boolean        not null,
  language    text           not null,
  kind        text           not null constraint a_kind_of_request_is_known check (kind in
    ('complaint', 'request', 'proposal', 'question', 'thanks', 'spam', 'abuse')),
  sphere      text           not null,
  level       text           constraint a_request_level_is_known check (level in ('okrug', 'district', 'region', 'central')),
  reading     jsonb          not null,
  corrected   text[]         not null default '{}',
  group_id    text           constraint a_request_lies_in_a_group_that_is_there references request_groups (id),
  fate        text           not null default 'waiting' constraint a_fate_is_known check (fate in
    ('waiting', 'grouped', 'answered', 'set-aside', 'withdrawn')),
  fate_words  jsonb,
  fate_at     timestamptz(3),
  revision    int            not null default 1,
  constraint what_is_grouped_has_a_group check ((fate = 'grouped') = (group_id is not null)),
  constraint a_row_of_another_system_comes_once unique (office, source, external_id),
  constraint a_row_of_another_system_names_it check ((source is null) = (external_id is null))
);
comment on table requests is 'class: office — requests and proposals of citizens, their words masked of personal data';
create index requests_of_an_office on requests (office, seq);
create index requests_of_a_fate on requests (office, fate, seq);
create index requests_of_a_group on requests (group_id, seq) where group_id is not null;
create index requests_of_a_meeting on requests (meeting) where meeting is not null;

-- The lineage: every time a request came into a group, left one, or changed it. The last line of a request is where it lies.
create table request_moves (
  seq        bigint         generated always as identity constraint moves_come_in_order primary key,
  office     text           not null,
  request    text           not null constraint a_move_is_of_a_request references requests (id),
  from_group text           constraint a_move_leaves_a_group references request_groups (id),
  to_group   text           constraint a_move_enters_a_group references request_groups (id),
  why        text           not null constraint a_reason_to_move_is_known check (why in
    ('proposal', 'merge', 'split', 'move', 'undo', 'fate')),
  deed       text           not null,
  reasons    jsonb          not null default '[]',
  by         text,
  at         timestamptz(3) not null,
  constraint a_move_changes_something check (from_group is distinct from to_group)
);
comment on table request_moves is 'class: office, insert-only — the lineage of groups: which request came where, when and why';
create index moves_of_a_request on request_moves (request, seq);
create index moves_of_an_office on request_moves (office, seq);
create index moves_of_a_deed on request_moves (deed);
create trigger request_moves_is_insert_only before update or delete or truncate on request_moves
  for each statement execute function keep_insert_only();

-- A resident acts and reads under the hash of his receipt code; an office under its own name. Not forced: the owner's
-- function below counts voices for those who may not read them.
alter table requests enable row level security;
create policy requests_of_own_office on requests for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy request_of_own_receipt on requests for all to app
  using (receipt = (select acting_person())) with check (receipt = (select acting_person()));
grant select, insert, update (kind, sphere, level, corrected, group_id, fate, fate_words, fate_at, revision, unit, meeting)
  on requests to app;

alter table request_groups enable row level security;
alter table request_groups force row level security;
create policy groups_of_own_office on request_groups for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy group_of_own_receipt on request_groups for select to app
  using (id = (select r.group_id from requests r where r.receipt = acting_person()));
grant select, insert, update (unit, sphere, level, body, funding, title, priority, state, corrected, revision)
  on request_groups to app;

alter table request_moves enable row level security;
alter table request_moves force row level security;
create policy moves_of_own_office on request_moves for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy moves_of_own_receipt on request_moves for select to app
  using (request = (select r.id from requests r where r.receipt = acting_person()));
grant select, insert on request_moves to app;

-- Who lies in a group with one's own request may know how many they are, and nothing else of them.
create function voices_beside(of_group text) returns int
  language sql stable security definer set search_path = public, pg_temp
  return (select count(*)::int from requests r where r.group_id = of_group
    and exists (select from requests o where o.group_id = of_group and o.receipt = acting_person()));
revoke execute on function voices_beside(text) from public;
grant execute on function voices_beside(text) to app;

-- The pool of a meeting: drafted by one, approved by another, fixed for ever.
create table pool_drafts (
  meeting  text           not null constraint a_meeting_has_one_draft_of_a_pool primary key,
  office   text           not null,
  lines    jsonb          not null constraint lines_of_a_pool_are_a_list check (jsonb_typeof(lines) = 'array'),
  editors  text[]         not null,
  revision int            not null
);
comment on table pool_drafts is 'class: office — pools of problem issues as commissions draft them';
alter table pool_drafts enable row level security;
alter table pool_drafts force row level security;
create policy pool_drafts_of_own_office on pool_drafts for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update (lines, editors, revision), delete on pool_drafts to app;

create table pools (
  meeting     text           not null,
  number      int            not null constraint versions_of_a_pool_are_counted check (number >= 1),
  office      text           not null,
  unit        text           not null,
  content     jsonb          not null,
  sha256      text           not null constraint a_pool_has_a_hash check (sha256 ~ '^[0-9a-f]{64}$'),
  signed      text           not null
    constraint pool_way_of_signing_is_known check (signed in ('two-persons', 'signer-above', 'one-person')),
  approved_at timestamptz(3) not null,
  constraint a_version_of_a_pool_is_fixed_once primary key (meeting, number)
);
comment on table pools is 'class: public, insert-only — approved pools of problem issues, each version as it was fixed';
create index pools_of_an_office on pools (office, approved_at);
create trigger pools_is_insert_only before update or delete or truncate on pools
  for each statement execute function keep_insert_only();
alter table pools enable row level security;
create policy pools_are_read on pools for select using (true);
create policy pools_of_own_office on pools for insert to app
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on pools to app;
grant select on pools to public_read;

create table problems (
  id        text           not null constraint a_problem_arises_once primary key,
  office    text           not null,
  unit      text           not null,
  region    text           not null constraint problem_region_is_a_kato_code check (region ~ '^[0-9]{9}$'),
  meeting   text           not null,
  group_id  text           not null constraint a_group_becomes_one_problem unique,
  position  int            not null,
  title     jsonb          not null constraint a_problem_is_named_in_both_languages check (title ? 'kk' and title ? 'ru'),
  sphere    text           not null,
  level     text           not null constraint a_problem_level_is_known check (level in ('okrug', 'district', 'region', 'central')),
  body      text,
  funding   boolean        not null,
  voices    int            not null constraint a_problem_has_voices check (voices >= 1),
  state     text           not null,
  opened_at timestamptz(3) not null,
  state_at  timestamptz(3) not null,
  revision  int            not null
);
comment on table problems is 'class: public — problem issues: what a pool became, and how it stands with each';
create index problems_of_an_office on problems (office, opened_at);
create index problems_of_a_unit on problems (unit, opened_at);
create index problems_of_a_region on problems (region, state, sphere);
create index problems_of_a_meeting on problems (meeting, position);
alter table problems enable row level security;
create policy problems_are_read on problems for select using (true);
create policy problems_begun_by_own_office on problems for insert to app
  with check (office = any ((select acting_offices())::text[]));
create policy problems_of_own_office on problems for update to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update (position, title, sphere, level, body, funding, voices, state, state_at, revision)
  on problems to app;
grant select on problems to public_read;

create table problem_links (
  problem text           not null constraint a_link_begins_at_a_problem references problems (id),
  earlier text           not null constraint a_link_leads_to_a_problem references problems (id),
  why     jsonb          not null,
  at      timestamptz(3) not null,
  constraint a_problem_is_linked_once primary key (problem, earlier),
  constraint no_problem_comes_before_itself check (problem <> earlier)
);
comment on table problem_links is 'class: public, insert-only — which earlier problem a problem repeats, and by which signs';
create index links_to_a_problem on problem_links (earlier);
create trigger problem_links_is_insert_only before update or delete or truncate on problem_links
  for each statement execute function keep_insert_only();
grant select, insert on problem_links to app;
grant select on problem_links to public_read;

insert into public_entry_types values ('requests-collected'), ('requests-analysed'), ('pool-approved')
  on conflict do nothing;

-- What the masks hide, and whom it came from: put in by the office's role, taken out by the role `seal` alone.
create table seal.request_originals (
  request   text           not null constraint an_original_is_sealed_once primary key,
  office    text           not null,
  sealed    bytea          not null constraint an_original_is_sealed check (octet_length(sealed) between 29 and 200000),
  sealed_at timestamptz(3) not null
);
comment on table seal.request_originals is 'class: sealed — words before masking, names and contacts; gone after 400 days or when asked';
create index originals_by_age on seal.request_originals (sealed_at);
alter table seal.request_originals enable row level security;
alter table seal.request_originals force row level security;
create policy originals_asked_for on seal.request_originals for all to seal
  using (request = (select asked_for())) with check (request = (select asked_for()));
create policy old_originals_forgotten on seal.request_originals for delete to seal
  using (sealed_at < now() - interval '400 days');
-- For the function below, which runs as the owner: the walls bind him too.
create policy originals_put_in on seal.request_originals for insert to current_user
  with check (octet_length(sealed) >= 29);
grant select, delete on seal.request_originals to seal;

create function seal_original(request text, office text, sealed bytea, at timestamptz) returns void
  language sql security definer set search_path = seal, pg_temp
  begin atomic
    insert into seal.request_originals values (request, office, sealed, at) on conflict do nothing;
  end;
revoke execute on function seal_original(text, text, bytea, timestamptz) from public;
grant execute on function seal_original(text, text, bytea, timestamptz) to app;
