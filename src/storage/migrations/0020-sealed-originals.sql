-- Opening what was sealed, and letting go of it: one person asks, another allows, and the role `seal` gives the original
-- to nobody who cannot name a look that was written down before.

create table request_unsealings (
  id         text           not null constraint an_unsealing_is_asked_for_once primary key,
  request    text           not null constraint an_unsealing_is_of_a_request references requests (id),
  office     text           not null,
  purpose    text           not null constraint a_purpose_of_unsealing_is_known check (purpose in
    ('call-back', 'find-the-place', 'danger-to-life', 'by-law')),
  basis      text           constraint a_basis_is_short check (char_length(basis) between 1 and 200),
  asked_by   text           not null,
  asked_at   timestamptz(3) not null,
  allowed_by text,
  allowed_at timestamptz(3),
  constraint what_is_by_law_names_the_paper check (purpose <> 'by-law' or basis is not null),
  constraint who_asked_does_not_allow check (allowed_by <> asked_by),
  constraint an_allowance_has_a_person_and_an_instant check ((allowed_by is null) = (allowed_at is null))
);
comment on table request_unsealings is 'class: office — who asked to see what was sealed of a request, why, and who allowed it';
create index unsealings_of_a_request on request_unsealings (request, asked_at);
create index unsealings_that_wait on request_unsealings (office, asked_at) where allowed_at is null;
alter table request_unsealings enable row level security;
create policy unsealings_of_own_office on request_unsealings for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy unsealings_of_own_receipt on request_unsealings for select to app
  using (request = (select r.id from requests r where r.receipt = acting_person()));
grant select, insert, update (allowed_by, allowed_at) on request_unsealings to app;

create table unsealing_looks (
  id        text           not null constraint a_look_is_written_down_once primary key,
  unsealing text           not null constraint a_look_is_by_an_unsealing references request_unsealings (id),
  request   text           not null,
  office    text           not null,
  by        text           not null,
  at        timestamptz(3) not null
);
comment on table unsealing_looks is 'class: office, insert-only — each time that somebody looked at what was sealed';
create index looks_of_an_unsealing on unsealing_looks (unsealing, at);
create trigger unsealing_looks_is_insert_only before update or delete or truncate on unsealing_looks
  for each statement execute function keep_insert_only();
-- Not forced: the owner's function below follows a look to its request.
alter table unsealing_looks enable row level security;
create policy looks_of_own_office on unsealing_looks for select to app
  using (office = any ((select acting_offices())::text[]));
create policy looks_of_own_receipt on unsealing_looks for select to app
  using (request = (select r.id from requests r where r.receipt = acting_person()));
-- Only who asked and who allowed may look, and only at what was allowed.
create policy looks_of_those_who_were_allowed on unsealing_looks for insert to app
  with check (office = any ((select acting_offices())::text[]) and by = (select acting_person())
    and exists (select from request_unsealings u
      where u.id = unsealing_looks.unsealing and u.request = unsealing_looks.request
        and u.office = unsealing_looks.office and unsealing_looks.by in (u.asked_by, u.allowed_by)
        and u.allowed_at is not null));
grant select, insert on unsealing_looks to app;

create function looked_at(look text) returns text
  language sql stable security definer set search_path = public, pg_temp
  return (select l.request from unsealing_looks l where l.id = look);
revoke execute on function looked_at(text) from public;
grant execute on function looked_at(text) to seal;

-- A key no longer opens anything: the look does. What is old goes as before (0017).
drop policy originals_asked_for on seal.request_originals;
create policy originals_looked_at on seal.request_originals for select to seal
  using (request = (select looked_at(asked_for())));

-- The functions below run as the owner, whom the walls bind too.
create policy originals_known_to_be_there on seal.request_originals for select to current_user
  using (office = any ((select acting_offices())::text[])
    or request = (select r.id from requests r where r.receipt = acting_person()));
create policy originals_erased_by_their_author on seal.request_originals for delete to current_user
  using (request = (select r.id from requests r where r.receipt = acting_person()));
create policy contacts_known_to_their_author on seal.subscriptions for select to current_user
  using (topic = (select 'request:' || r.id from requests r where r.receipt = acting_person()));
create policy contacts_erased_by_their_author on seal.subscriptions for delete to current_user
  using (topic = (select 'request:' || r.id from requests r where r.receipt = acting_person()));

-- Whether anything is sealed of a request: for its office and its author, and no word of what it is.
create function holds_original(of_request text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from seal.request_originals o join requests r on r.id = o.request
    where r.id = of_request and (r.office = any (acting_offices()) or r.receipt = acting_person()));
revoke execute on function holds_original(text) from public;
grant execute on function holds_original(text) to app;

-- Its author, and nobody else, takes back what was sealed and the address at which he wished to be told.
create function erase_original(of_request text) returns void
  language sql security definer set search_path = public, pg_temp
  begin atomic
    delete from seal.request_originals o using requests r
      where r.id = of_request and o.request = r.id and r.receipt = acting_person();
    delete from seal.subscriptions s using requests r
      where r.id = of_request and s.topic = 'request:' || r.id and r.receipt = acting_person();
  end;
revoke execute on function erase_original(text) from public;
grant execute on function erase_original(text) to app;

-- Addresses of those who asked to hear of their request go as the originals do.
create policy contacts_of_old_requests_forgotten on seal.subscriptions for delete to seal
  using (topic like 'request:%' and asked_at < now() - interval '400 days');

-- Who withdraws takes his request out of its group, and can put it nowhere else.
create policy moves_out_of_own_receipt on request_moves for insert to app
  with check (why = 'fate' and to_group is null and by is null
    and exists (select from requests r where r.id = request_moves.request and r.office = request_moves.office
      and r.receipt = (select acting_person())));

-- Photos and papers that come with a request: for its office and its author, never public.
create table request_files (
  id       text           not null constraint a_file_of_a_request_is_kept_once primary key,
  request  text           not null constraint a_file_comes_with_a_request references requests (id),
  office   text           not null,
  place    smallint       not null constraint a_request_has_at_most_three_files check (place between 1 and 3),
  name     text           not null constraint a_file_of_a_request_has_a_plain_name check (name !~ '[/\\[:cntrl:]]'),
  type     text           not null
    constraint a_file_of_a_request_is_a_picture_or_a_pdf
      check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes    bytea          not null
    constraint a_file_of_a_request_is_not_too_large check (octet_length(bytes) between 1 and 10485760),
  sha256   text           not null
    constraint a_file_of_a_request_is_what_its_hash_says check (sha256 = encode(sha256(bytes), 'hex')),
  given_at timestamptz(3) not null,
  constraint files_of_a_request_have_places unique (request, place)
);
comment on table request_files is 'class: personal — photos and papers that came with requests; gone after 400 days or when asked';
alter table request_files alter column bytes set storage external;
create index request_files_by_age on request_files (given_at);
alter table request_files enable row level security;
alter table request_files force row level security;
create policy request_files_of_own_office on request_files for select to app
  using (office = any ((select acting_offices())::text[]));
create policy request_files_brought_to_own_office on request_files for insert to app
  with check (office = any ((select acting_offices())::text[]));
create policy request_files_of_own_receipt on request_files for all to app
  using (request = (select r.id from requests r where r.receipt = acting_person()))
  with check (exists (select from requests r where r.id = request_files.request and r.office = request_files.office
    and r.receipt = (select acting_person())));
create policy old_request_files_forgotten on request_files for delete to app
  using (given_at < now() - interval '400 days');
grant select, insert, delete on request_files to app;
