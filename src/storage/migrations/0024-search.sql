-- Search: what is found by which words. The words are made by the stores (room `reading`: one spelling, Kazakh stems) and
-- by `russian` of PostgreSQL; a line is kept in the transaction that writes the thing.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Folded words have 24 Cyrillic letters. Trigrams see ASCII alone where the letters of the database are those of C.
create function latin_of(word text) returns text language sql immutable strict parallel safe
  return translate(word, 'абвгдежзиклмнопрстуфхцчш', 'abvgdejziklmnoprstufhcqw');

-- What anyone may read -------------------------------------------------------------------------------------------------

create table public_words (
  seq     bigint   generated always as identity constraint public_lines_come_in_order primary key,
  kind    text     not null constraint a_public_kind_of_thing_is_known check (kind in ('problem', 'demand')),
  thing   text     not null,
  office  text     not null,
  sphere  text,
  vector  tsvector not null,
  version int      not null
);
comment on table public_words is 'class: public — by which words problems and demands are found';
-- Beware: an index that knows the kind would be taken for a way to all problems, and each of them asked for its words.
create unique index a_public_thing_is_found_by_one_line on public_words (thing, (kind || ''));
create index problems_by_words on public_words using gin (vector) with (gin_pending_list_limit = 256) where kind = 'problem';
create index demands_by_words on public_words using gin (vector) with (gin_pending_list_limit = 256) where kind = 'demand';
create index public_words_of_an_earlier_version on public_words (version);
alter table public_words enable row level security;
create policy public_words_are_read on public_words for select using (true);
create policy public_words_of_own_office on public_words for insert to app
  with check (office = any ((select acting_offices())::text[]));
create policy public_words_renewed_by_own_office on public_words for update to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy public_words_dropped_by_own_office on public_words for delete to app
  using (office = any ((select acting_offices())::text[]));
grant select, insert, update (sphere, vector, version), delete on public_words to app;
grant select on public_words to public_read;

create table public_vocabulary (
  word  text not null constraint a_public_word_is_kept_once primary key,
  latin text generated always as (latin_of(word)) stored
);
comment on table public_vocabulary is 'class: public — words of what anyone may read, to put a misspelt one right';
create index public_words_that_look_alike on public_vocabulary using gin (latin gin_trgm_ops);
grant select on public_vocabulary to app, public_read;

create function public_words_like(typed text) returns setof text
  language sql stable set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.25
  begin atomic
    select v.word from public_vocabulary v where v.latin % latin_of(typed)
    order by similarity(v.latin, latin_of(typed)) desc, v.word limit 30;
  end;

-- Only from lines that are public: nothing else can come into this vocabulary, whatever a store does.
create function learn_public_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into public_vocabulary (word)
    select l.lexeme from unnest(new.vector) l
    where 'A' = any (l.weights) and char_length(l.lexeme) >= 3 and l.lexeme !~ '[0-9]' order by 1
    on conflict do nothing;
  return null;
end $$;
create trigger public_words_are_learned after insert or update of vector on public_words
  for each row execute function learn_public_words();

-- What an office alone may read ----------------------------------------------------------------------------------------

create table office_words (
  seq     bigint   generated always as identity constraint office_lines_come_in_order primary key,
  kind    text     not null constraint an_office_kind_of_thing_is_known check (kind in ('request', 'answer', 'group')),
  thing   text     not null,
  office  text     not null,
  sphere  text     not null,
  vector  tsvector not null,
  version int      not null
);
comment on table office_words is 'class: office — by which words requests, answers and groups are found';
create unique index a_thing_of_an_office_is_found_by_one_line on office_words (thing, (kind || ''));
-- Groups and answers are few beside the requests, and are not to wait behind them.
create index requests_by_words on office_words using gin (office, vector) with (gin_pending_list_limit = 256)
  where kind = 'request';
create index groups_and_answers_by_words on office_words using gin (office, vector) with (gin_pending_list_limit = 256)
  where kind <> 'request';
create index office_words_of_an_earlier_version on office_words (version);
-- Not forced: the owner's functions below go by the index, which the walls would shut, and hold the wall themselves.
alter table office_words enable row level security;
create policy words_of_own_office on office_words for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
create policy words_of_own_request on office_words for insert to app
  with check (kind = 'request' and exists (select from requests r
    where r.id = office_words.thing and r.office = office_words.office and r.receipt = (select acting_person())));
grant select, insert, update (sphere, vector, version), delete on office_words to app;

create table office_vocabulary (
  office text not null,
  word   text not null,
  latin  text generated always as (latin_of(word)) stored,
  constraint a_word_of_an_office_is_kept_once primary key (office, word)
);
comment on table office_vocabulary is 'class: office — words of what an office may read, to put a misspelt one right; for the functions below alone';
create index words_of_an_office_that_look_alike on office_vocabulary using gin (office, latin gin_trgm_ops);

create function learn_office_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into office_vocabulary (office, word)
    select new.office, l.lexeme from unnest(new.vector) l
    where 'A' = any (l.weights) and char_length(l.lexeme) >= 3 and l.lexeme !~ '[0-9]' order by 2
    on conflict do nothing;
  return null;
end $$;
create trigger office_words_are_learned after insert or update of vector on office_words
  for each row execute function learn_office_words();

-- A line follows its request and its group: the sphere as corrected, and nothing of what its author took back.
create function follow_request() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.fate = 'withdrawn' then
    delete from office_words where kind in ('request', 'answer') and thing = new.id;
  else
    update office_words set sphere = new.sphere where kind in ('request', 'answer') and thing = new.id;
  end if;
  return null;
end $$;
create trigger words_follow_their_request after update of sphere, fate on requests for each row
  when (old.sphere <> new.sphere or (old.fate <> new.fate and new.fate = 'withdrawn'))
  execute function follow_request();

create function follow_group() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update office_words set sphere = new.sphere where kind = 'group' and thing = new.id;
  return null;
end $$;
create trigger words_follow_their_group after update of sphere on request_groups for each row
  when (old.sphere <> new.sphere) execute function follow_group();

-- Things that answer `wanted`, of each kind the newest 1,000 of them ranked: those with all words first (`whole`), then those
-- in which they stand exactly, then the newest. Beware: a question of many words is taken for one that most lines answer,
-- so the way by the index is the only one left open.
create function public_found(in_sphere text, of_office text, wanted tsquery, whole tsquery, words tsquery, most int)
  returns table (kind text, thing text)
  language sql stable set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  begin atomic
    (select w.kind, w.thing from (
       select * from public_words p where p.kind = 'problem' and p.vector @@ wanted
         and (in_sphere is null or p.sphere = in_sphere) and (of_office is null or p.office = of_office) order by seq desc limit 1000) w
     order by w.vector @@ whole desc, ts_rank('{0.1,0.3,0.5,1}', w.vector, words) desc, w.seq desc limit most)
    union all
    (select w.kind, w.thing from (
       select * from public_words p where p.kind = 'demand' and p.vector @@ wanted
         and (of_office is null or p.office = of_office) order by seq desc limit 1000) w
     order by w.vector @@ whole desc, ts_rank('{0.1,0.3,0.5,1}', w.vector, words) desc, w.seq desc limit most);
  end;

-- The same of an acting office; of another office: none.
create function office_found(of_office text, in_sphere text, wanted tsquery, whole tsquery, words tsquery, most int)
  returns table (kind text, thing text)
  language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  begin atomic
    (select w.kind, w.thing from (
       select * from office_words o where o.kind = 'request' and o.office = of_office
         and of_office = any (acting_offices()) and o.vector @@ wanted
         and (in_sphere is null or o.sphere = in_sphere) order by seq desc limit 1000) w
     order by w.vector @@ whole desc, ts_rank('{0.1,0.3,0.5,1}', w.vector, words) desc, w.seq desc limit most)
    union all
    (select r.kind, r.thing from (
       select w.kind, w.thing, row_number() over (partition by w.kind
         order by w.vector @@ whole desc, ts_rank('{0.1,0.3,0.5,1}', w.vector, words) desc, w.seq desc) as place
       from (select * from office_words o where o.kind <> 'request' and o.office = of_office
               and of_office = any (acting_offices()) and o.vector @@ wanted
               and (in_sphere is null or o.sphere = in_sphere) order by seq desc limit 1000) w) r
     where r.place <= most order by r.place);
  end;
revoke execute on function office_found(text, text, tsquery, tsquery, tsquery, int) from public;
grant execute on function office_found(text, text, tsquery, tsquery, tsquery, int) to app;

-- Two letters of eight may be wrong, which leaves a quarter of the trigrams.
create function office_words_like(of_office text, typed text) returns setof text
  language sql stable security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.25
  begin atomic
    select v.word from office_vocabulary v
    where v.office = of_office and of_office = any (acting_offices()) and v.latin % latin_of(typed)
    order by similarity(v.latin, latin_of(typed)) desc, v.word limit 30;
  end;
revoke execute on function office_words_like(text, text) from public;
grant execute on function office_words_like(text, text) to app;

-- Which offices have lines that were made by earlier rules.
create function offices_with_words_before(of_version int) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select o.office from office_words o where o.version < of_version
    union select p.office from public_words p where p.version < of_version;
  end;
revoke execute on function offices_with_words_before(int) from public;
grant execute on function offices_with_words_before(int) to app;

-- Places by whole name, and by a name that is nearly so.
create index units_by_whole_key on units using gin (whole_keys);
create index unit_words_that_look_alike on unit_words using gin (word gin_trgm_ops);
create function unit_words_like(typed text) returns setof text
  language sql stable set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.2
  begin atomic
    select w.word from (select distinct u.word from unit_words u where u.word % typed) w
    order by similarity(w.word, typed) desc, w.word limit 30;
  end;

-- What is there already is made findable by the first start: version 0 is earlier than any.
insert into office_words (kind, thing, office, sphere, vector, version)
  select 'request', id, office, sphere, '', 0 from requests where fate <> 'withdrawn';
insert into public_words (kind, thing, office, sphere, vector, version)
  select 'problem', id, office, sphere, '', 0 from problems;
