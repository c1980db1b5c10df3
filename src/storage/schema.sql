-- The database as the migrations leave it. Written by: npm run db:schema
-- Compared by src/storage/schema.db.test.ts; the migrations are what counts.

create extension btree_gin;

create extension btree_gist;

create extension pg_trgm;

create schema public;
grant usage on schema public to public;

create schema seal;
grant usage on schema seal to seal;

CREATE OR REPLACE FUNCTION public.acting_at_or_above(of text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  with recursive lying_in (code) as (
    select split_part(of, '.', 2) where of like 'akim.%' or of like 'maslikhat.%'
    union
    select u.parent from units u join lying_in l on l.code = u.code where u.parent is not null
  )
  select coalesce(of = any (acting_offices())
    or exists (select from lying_in l where array['akim.' || l.code, 'maslikhat.' || l.code] && acting_offices())
    or 'government' = any (acting_offices()) and (select count(*) from lying_in) < 2, false)
$function$;

CREATE OR REPLACE FUNCTION public.acting_offices()
 RETURNS text[]
 LANGUAGE sql
 STABLE
RETURN string_to_array(NULLIF(current_setting('kezdesu.offices'::text, true), ''::text), ','::text);

CREATE OR REPLACE FUNCTION public.acting_person()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('kezdesu.person'::text, true), ''::text);

CREATE OR REPLACE FUNCTION public.asked_for()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('kezdesu.asked'::text, true), ''::text);

CREATE OR REPLACE FUNCTION public.erase_original(of_request text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM seal.request_originals o
    USING requests r
   WHERE ((r.id = erase_original.of_request) AND (o.request = r.id) AND (r.receipt = acting_person()));
 DELETE FROM seal.subscriptions s
    USING requests r
   WHERE ((r.id = erase_original.of_request) AND (s.topic = ('request:'::text || r.id)) AND (r.receipt = acting_person()));
END;
grant execute on function erase_original(text) to app;

CREATE OR REPLACE FUNCTION public.follow_group()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update office_words set sphere = new.sphere where kind = 'group' and thing = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.fate = 'withdrawn' then
    delete from office_words where kind in ('request', 'answer') and thing = new.id;
  else
    update office_words set sphere = new.sphere where kind in ('request', 'answer') and thing = new.id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.holds_original(of_request text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (EXISTS (SELECT FROM (seal.request_originals o JOIN requests r ON ((r.id = o.request))) WHERE ((r.id = holds_original.of_request) AND ((r.office = ANY (acting_offices())) OR (r.receipt = acting_person())))));
grant execute on function holds_original(text) to app;

CREATE OR REPLACE FUNCTION public.keep_insert_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'table % is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION public.keep_journal_linked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from fresh f left join journal_hashes p on p.seq = f.seq - 1
    where f.previous is distinct from (case f.seq when 1 then repeat('0', 64) else p.hash end)
       or f.hash <> encode(sha256(decode(f.previous || f.digest, 'hex')), 'hex')
       or f.recorded_at < p.recorded_at
       or f.recorded_at < clock_timestamp() - interval '1 minute'
       or f.recorded_at > greatest(clock_timestamp(), p.recorded_at)
  ) then
    raise exception 'the entry does not follow the one before it, or its time is not now'
      using errcode = 'check_violation', constraint = 'journal_is_linked';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.latin_of(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(word, 'абвгдежзиклмнопрстуфхцчш'::text, 'abvgdejziklmnoprstufhcqw'::text);

CREATE OR REPLACE FUNCTION public.learn_office_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into office_vocabulary (office, word)
    select new.office, l.lexeme from unnest(new.vector) l
    where 'A' = any (l.weights) and char_length(l.lexeme) >= 3 and l.lexeme !~ '[0-9]' order by 2
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.learn_public_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into public_vocabulary (word)
    select l.lexeme from unnest(new.vector) l
    where 'A' = any (l.weights) and char_length(l.lexeme) >= 3 and l.lexeme !~ '[0-9]' order by 1
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.looked_at(look text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT l.request FROM unsealing_looks l WHERE (l.id = looked_at.look));
grant execute on function looked_at(text) to seal;

CREATE OR REPLACE FUNCTION public.may_allow_unsealing(who text, of_office text, allowed timestamp with time zone, way text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH RECURSIVE today AS (
          SELECT ((allowed AT TIME ZONE '05:00:00'::interval))::date AS day
         ), held AS (
          SELECT g.person,
             g.office,
             g.role
            FROM grants g,
             today
           WHERE ((g.revoked_at IS NULL) AND (g.role = ANY (ARRAY['author'::text, 'commission-member'::text, 'signer'::text])) AND ((today.day >= g.from_day) AND (today.day <= COALESCE(g.to_day, 'infinity'::date))))
         ), above(code) AS (
          SELECT u.parent
            FROM units u,
             today
           WHERE ((('akim.'::text || u.code) = may_allow_unsealing.of_office) AND ((today.day >= COALESCE(u.valid_from, '-infinity'::date)) AND (today.day <= COALESCE(u.valid_to, 'infinity'::date))))
         UNION
          SELECT u.parent
            FROM (units u
              JOIN above a ON ((u.code = a.code))),
             today
           WHERE ((today.day >= COALESCE(u.valid_from, '-infinity'::date)) AND (today.day <= COALESCE(u.valid_to, 'infinity'::date)))
         )
  SELECT
         CASE way
             WHEN 'two-persons'::text THEN (EXISTS ( SELECT
                FROM held
               WHERE ((held.person = may_allow_unsealing.who) AND (held.office = may_allow_unsealing.of_office) AND (held.role = 'signer'::text))))
             WHEN 'signer-above'::text THEN ((NOT (EXISTS ( SELECT
                FROM (held s
                  JOIN held a ON (((a.office = s.office) AND (a.person <> s.person))))
               WHERE ((s.office = may_allow_unsealing.of_office) AND (s.role = 'signer'::text) AND (a.role <> 'signer'::text))))) AND (EXISTS ( SELECT
                FROM held
               WHERE ((held.person = may_allow_unsealing.who) AND (held.role = 'signer'::text) AND
                     CASE
                         WHEN ((may_allow_unsealing.of_office ~ '^akim\.'::text) AND (may_allow_unsealing.of_office !~ '0{7}$'::text)) THEN (held.office IN ( SELECT ('akim.'::text || above.code)
                            FROM above))
                         ELSE ((held.office = 'government'::text) AND (may_allow_unsealing.of_office <> held.office))
                     END))))
             ELSE false
         END AS "case";
END;
grant execute on function may_allow_unsealing(text,text,timestamp with time zone,text) to app;

CREATE OR REPLACE FUNCTION public.meeting_span(day date, start_time text, minutes integer)
 RETURNS tsrange
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select tsrange(
    day + make_time(left(start_time, 2)::int, right(start_time, 2)::int, 0),
    day + make_time(left(start_time, 2)::int, right(start_time, 2)::int, 0) + make_interval(mins => minutes))
$function$;

CREATE OR REPLACE FUNCTION public.office_found(of_office text, in_sphere text, wanted tsquery, whole tsquery, words tsquery, most integer)
 RETURNS TABLE(kind text, thing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
BEGIN ATOMIC
( SELECT w.kind,
     w.thing
    FROM ( SELECT o.seq,
             o.kind,
             o.thing,
             o.office,
             o.sphere,
             o.vector,
             o.version
            FROM office_words o
           WHERE ((o.kind = 'request'::text) AND (o.office = office_found.of_office) AND (office_found.of_office = ANY (acting_offices())) AND (o.vector @@ office_found.wanted) AND ((office_found.in_sphere IS NULL) OR (o.sphere = office_found.in_sphere)))
           ORDER BY o.seq DESC
          LIMIT 1000) w
   ORDER BY (w.vector @@ office_found.whole) DESC, (ts_rank('{0.1,0.3,0.5,1}'::real[], w.vector, office_found.words)) DESC, w.seq DESC
  LIMIT office_found.most)
 UNION ALL
 ( SELECT r.kind,
     r.thing
    FROM ( SELECT w.kind,
             w.thing,
             row_number() OVER (PARTITION BY w.kind ORDER BY (w.vector @@ office_found.whole) DESC, (ts_rank('{0.1,0.3,0.5,1}'::real[], w.vector, office_found.words)) DESC, w.seq DESC) AS place
            FROM ( SELECT o.seq,
                     o.kind,
                     o.thing,
                     o.office,
                     o.sphere,
                     o.vector,
                     o.version
                    FROM office_words o
                   WHERE ((o.kind <> 'request'::text) AND (o.office = office_found.of_office) AND (office_found.of_office = ANY (acting_offices())) AND (o.vector @@ office_found.wanted) AND ((office_found.in_sphere IS NULL) OR (o.sphere = office_found.in_sphere)))
                   ORDER BY o.seq DESC
                  LIMIT 1000) w) r
   WHERE (r.place <= office_found.most)
   ORDER BY r.place);
END;
grant execute on function office_found(text,text,tsquery,tsquery,tsquery,integer) to app;

CREATE OR REPLACE FUNCTION public.office_words_like(of_office text, typed text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.similarity_threshold" TO '0.25'
BEGIN ATOMIC
 SELECT v.word
    FROM office_vocabulary v
   WHERE ((v.office = office_words_like.of_office) AND (office_words_like.of_office = ANY (acting_offices())) AND (v.latin % latin_of(office_words_like.typed)))
   ORDER BY (similarity(v.latin, latin_of(office_words_like.typed))) DESC, v.word
  LIMIT 30;
END;
grant execute on function office_words_like(text,text) to app;

CREATE OR REPLACE FUNCTION public.offices_that_sort(asked text[], on_day date)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT g.office
    FROM grants g
   WHERE ((g.office = ANY (offices_that_sort.asked)) AND (g.role = ANY (ARRAY['author'::text, 'commission-member'::text])) AND (g.revoked_at IS NULL) AND ((offices_that_sort.on_day >= g.from_day) AND (offices_that_sort.on_day <= COALESCE(g.to_day, 'infinity'::date))));
END;
grant execute on function offices_that_sort(text[],date) to public_read;

CREATE OR REPLACE FUNCTION public.offices_with_words_before(of_version integer)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.office
    FROM office_words o
   WHERE (o.version < offices_with_words_before.of_version)
 UNION
  SELECT p.office
    FROM public_words p
   WHERE (p.version < offices_with_words_before.of_version);
END;
grant execute on function offices_with_words_before(integer) to app;

CREATE OR REPLACE FUNCTION public.public_found(in_sphere text, of_office text, wanted tsquery, whole tsquery, words tsquery, most integer)
 RETURNS TABLE(kind text, thing text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
BEGIN ATOMIC
( SELECT w.kind,
     w.thing
    FROM ( SELECT p.seq,
             p.kind,
             p.thing,
             p.office,
             p.sphere,
             p.vector,
             p.version
            FROM public_words p
           WHERE ((p.kind = 'problem'::text) AND (p.vector @@ public_found.wanted) AND ((public_found.in_sphere IS NULL) OR (p.sphere = public_found.in_sphere)) AND ((public_found.of_office IS NULL) OR (p.office = public_found.of_office)))
           ORDER BY p.seq DESC
          LIMIT 1000) w
   ORDER BY (w.vector @@ public_found.whole) DESC, (ts_rank('{0.1,0.3,0.5,1}'::real[], w.vector, public_found.words)) DESC, w.seq DESC
  LIMIT public_found.most)
 UNION ALL
 ( SELECT w.kind,
     w.thing
    FROM ( SELECT p.seq,
             p.kind,
             p.thing,
             p.office,
             p.sphere,
             p.vector,
             p.version
            FROM public_words p
           WHERE ((p.kind = 'demand'::text) AND (p.vector @@ public_found.wanted) AND ((public_found.of_office IS NULL) OR (p.office = public_found.of_office)))
           ORDER BY p.seq DESC
          LIMIT 1000) w
   ORDER BY (w.vector @@ public_found.whole) DESC, (ts_rank('{0.1,0.3,0.5,1}'::real[], w.vector, public_found.words)) DESC, w.seq DESC
  LIMIT public_found.most);
END;

CREATE OR REPLACE FUNCTION public.public_words_like(typed text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.similarity_threshold" TO '0.25'
BEGIN ATOMIC
 SELECT v.word
    FROM public_vocabulary v
   WHERE (v.latin % latin_of(public_words_like.typed))
   ORDER BY (similarity(v.latin, latin_of(public_words_like.typed))) DESC, v.word
  LIMIT 30;
END;

CREATE OR REPLACE FUNCTION public.seal_original(request text, office text, sealed bytea, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'seal', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO seal.request_originals (request, office, sealed, sealed_at)
   VALUES (seal_original.request, seal_original.office, seal_original.sealed, seal_original.at) ON CONFLICT DO NOTHING;
END;
grant execute on function seal_original(text,text,bytea,timestamp with time zone) to app;

CREATE OR REPLACE FUNCTION public.unit_words_like(typed text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.similarity_threshold" TO '0.2'
BEGIN ATOMIC
 SELECT w.word
    FROM ( SELECT DISTINCT u.word
            FROM unit_words u
           WHERE (u.word % unit_words_like.typed)) w
   ORDER BY (similarity(w.word, unit_words_like.typed)) DESC, w.word
  LIMIT 30;
END;

CREATE OR REPLACE FUNCTION public.voices_beside(of_group text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT (count(*))::integer AS count FROM requests r WHERE ((r.group_id = voices_beside.of_group) AND (EXISTS (SELECT FROM requests o WHERE ((o.group_id = voices_beside.of_group) AND (o.receipt = acting_person()))))));
grant execute on function voices_beside(text) to app;

create table accounts (
  login text not null,
  person text not null,
  password text not null,
  created_at timestamp(3) with time zone not null,
  constraint a_login_belongs_to_one_account PRIMARY KEY (login),
  constraint a_login_has_no_look_alike_letters CHECK ((login ~ '^[a-z0-9][a-z0-9._-]{2,63}$'::text)),
  constraint an_account_is_a_persons FOREIGN KEY (person) REFERENCES persons(id)
);
comment on table accounts is 'class: personal — logins and slow hashes of passwords';
CREATE INDEX accounts_of_a_person ON public.accounts USING btree (person);
alter table accounts enable row level security;
alter table accounts force row level security;
create policy the_account_asked_for on accounts for all to app using (login = ( SELECT asked_for() AS asked_for));
create policy the_accounts_of_the_person_asked_for on accounts for select to app using (('accounts of '::text || person) = ( SELECT asked_for() AS asked_for));
grant insert, select on accounts to app;
grant update (password) on accounts to app;

create table answer_templates (
  id text not null,
  office text not null,
  name text not null,
  words jsonb not null,
  by text not null,
  at timestamp(3) with time zone not null,
  constraint a_template_has_a_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  constraint a_template_is_written_once PRIMARY KEY (id),
  constraint an_answer_is_in_both_languages CHECK (((words ? 'kk'::text) AND (words ? 'ru'::text)))
);
comment on table answer_templates is 'class: office — words an office answers requests with, again and again';
CREATE UNIQUE INDEX a_template_is_named_once ON public.answer_templates USING btree (office, name);
alter table answer_templates enable row level security;
alter table answer_templates force row level security;
create policy answer_templates_of_own_office on answer_templates for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant delete, insert, select on answer_templates to app;

create table calendar_deliveries (
  calendar text not null,
  region text not null,
  year integer not null,
  received_at timestamp(3) with time zone not null,
  received_number text not null,
  forwarded_at timestamp(3) with time zone,
  forwarded_number text,
  constraint a_forwarding_has_its_letter CHECK (((forwarded_at IS NULL) = (forwarded_number IS NULL))),
  constraint calendar_deliveries_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendars(id),
  constraint calendar_deliveries_pkey PRIMARY KEY (calendar),
  constraint received_before_forwarded CHECK ((forwarded_at >= received_at))
);
comment on table calendar_deliveries is 'class: office — calendars at the Government: received from regions, presented to the Administration of the President';
alter table calendar_deliveries enable row level security;
alter table calendar_deliveries force row level security;
create policy deliveries_of_own_region on calendar_deliveries for select to app using (('akim.'::text || region) = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy deliveries_of_the_government on calendar_deliveries for all to app using ('government'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check ('government'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on calendar_deliveries to app;
grant update (forwarded_at, forwarded_number) on calendar_deliveries to app;

create table calendar_entries (
  id text not null,
  calendar text not null,
  office text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null,
  planned_minutes integer not null,
  form text not null,
  proposed_day date not null,
  move_reason text,
  constraint a_meeting_is_in_the_year_of_its_period CHECK (((("left"(period, 4))::integer)::numeric = EXTRACT(year FROM day))),
  constraint an_akim_is_in_one_place_at_once EXCLUDE USING gist (calendar WITH =, office WITH =, meeting_span(day, start_time, planned_minutes) WITH &&),
  constraint calendar_entries_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendars(id),
  constraint calendar_entries_pkey PRIMARY KEY (id),
  constraint form_is_known CHECK ((form = ANY (ARRAY['visiting'::text, 'stationary'::text]))),
  constraint meeting_lasts_minutes_of_a_day CHECK (((planned_minutes >= 1) AND (planned_minutes <= 1440))),
  constraint start_is_hours_and_minutes CHECK ((start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
);
comment on table calendar_entries is 'class: office — the meetings of a calendar as they stand in the draft';
CREATE INDEX calendar_entries_of_a_calendar ON public.calendar_entries USING btree (calendar, day, id);
alter table calendar_entries enable row level security;
alter table calendar_entries force row level security;
create policy entries_of_calendars_that_were_sent on calendar_entries for select to app using (EXISTS ( SELECT 1
   FROM calendars c
  WHERE ((c.id = calendar_entries.calendar) AND (c.state <> 'drafted'::text))));
create policy entries_of_own_calendars on calendar_entries for all to app using (EXISTS ( SELECT 1
   FROM calendars c
  WHERE ((c.id = calendar_entries.calendar) AND (c.office = ANY (( SELECT acting_offices() AS acting_offices)::text[]))))) with check (EXISTS ( SELECT 1
   FROM calendars c
  WHERE ((c.id = calendar_entries.calendar) AND (c.office = ANY (( SELECT acting_offices() AS acting_offices)::text[])))));
create policy entries_of_own_office on calendar_entries for select to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant delete, insert, select, update on calendar_entries to app;

create table calendar_parts (
  calendar text not null,
  office text not null,
  region text not null,
  unit text not null,
  year integer not null,
  state text not null,
  revision integer not null,
  editors text[] not null,
  sent_at timestamp(3) with time zone,
  reason text,
  constraint a_part_in_hand_was_sent CHECK (((state <> ALL (ARRAY['sent'::text, 'returned'::text, 'taken'::text])) OR (sent_at IS NOT NULL))),
  constraint a_returned_part_has_its_reason CHECK (((state <> 'returned'::text) OR (reason IS NOT NULL))),
  constraint an_office_has_one_part PRIMARY KEY (calendar, office),
  constraint calendar_parts_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendars(id),
  constraint part_state_is_known CHECK ((state = ANY (ARRAY['asked'::text, 'sent'::text, 'returned'::text, 'taken'::text, 'planned'::text])))
);
comment on table calendar_parts is 'class: office — the part of each office in the calendar of its region: who was asked, who answered';
CREATE INDEX calendar_parts_of_an_office ON public.calendar_parts USING btree (office, year);
alter table calendar_parts enable row level security;
alter table calendar_parts force row level security;
create policy parts_of_own_office_and_region on calendar_parts for all to app using (ARRAY[office, ('akim.'::text || region)] && ( SELECT acting_offices() AS acting_offices)) with check (ARRAY[office, ('akim.'::text || region)] && ( SELECT acting_offices() AS acting_offices));
grant insert, select, update on calendar_parts to app;

create table calendar_releases (
  calendar text not null,
  number integer not null,
  region text not null,
  year integer not null,
  published_at timestamp(3) with time zone not null,
  hash text not null,
  content jsonb not null,
  constraint calendar_releases_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendars(id),
  constraint calendar_releases_pkey PRIMARY KEY (calendar, number),
  constraint release_hash_is_sha256 CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint release_numbers_start_at_one CHECK ((number >= 1))
);
comment on table calendar_releases is 'class: public, insert-only — published calendars, word for word, never changed';
CREATE INDEX calendar_releases_of_a_region ON public.calendar_releases USING btree (region, year);
CREATE TRIGGER calendar_releases_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.calendar_releases FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on calendar_releases to app;
grant select on calendar_releases to public_read;

create table calendars (
  id text not null,
  region text not null,
  office text not null,
  year integer not null,
  state text not null,
  revision integer not null,
  editors text[] not null,
  drafted_at timestamp(3) with time zone not null,
  sent_at timestamp(3) with time zone,
  approved_at timestamp(3) with time zone,
  published_at timestamp(3) with time zone,
  submitted_at timestamp(3) with time zone,
  demonstration boolean not null,
  answer_by date,
  correction text,
  correction_reason text,
  constraint a_correction_follows_publication CHECK (((correction IS NULL) OR (published_at IS NOT NULL))),
  constraint a_correction_has_its_reason CHECK (((correction IS NULL) = (correction_reason IS NULL))),
  constraint a_published_calendar_changes_by_correction CHECK (((published_at IS NULL) OR (state = 'published'::text) OR (correction IS NOT NULL))),
  constraint calendar_state_is_known CHECK ((state = ANY (ARRAY['drafted'::text, 'sent'::text, 'answered'::text, 'approved'::text, 'published'::text]))),
  constraint calendar_year_is_four_digits CHECK (((year >= 1000) AND (year <= 9999))),
  constraint calendars_pkey PRIMARY KEY (id),
  constraint one_calendar_per_region_and_year UNIQUE (region, year),
  constraint published_calendar_was_approved CHECK (((published_at IS NULL) OR (approved_at IS NOT NULL))),
  constraint region_is_a_kato_code CHECK ((region ~ '^[0-9]{9}$'::text)),
  constraint submitted_calendar_was_approved CHECK (((submitted_at IS NULL) OR (approved_at IS NOT NULL)))
);
comment on table calendars is 'class: office — the calendar of a region and year, from draft to publication';
alter table calendars enable row level security;
alter table calendars force row level security;
create policy calendars_of_own_office on calendars for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy calendars_sent_to_own_maslikhat on calendars for all to app using ((state <> 'drafted'::text) AND (('maslikhat.'::text || region) = ANY (( SELECT acting_offices() AS acting_offices)::text[]))) with check ((state <> 'drafted'::text) AND (('maslikhat.'::text || region) = ANY (( SELECT acting_offices() AS acting_offices)::text[])));
create policy calendars_submitted_to_the_government on calendars for select to app using ((submitted_at IS NOT NULL) AND ('government'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[])));
create policy calendars_with_an_own_part on calendars for select to app using (EXISTS ( SELECT 1
   FROM calendar_parts p
  WHERE ((p.calendar = calendars.id) AND (p.office = ANY (( SELECT acting_offices() AS acting_offices)::text[])))));
grant insert, select, update on calendars to app;

create table commission_members (
  commission text not null,
  place integer not null,
  office text not null,
  name text not null,
  category jsonb not null,
  person text,
  constraint a_member_belongs_to_a_commission FOREIGN KEY (commission) REFERENCES commissions(id),
  constraint a_member_has_a_name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint a_members_account_is_a_persons FOREIGN KEY (person) REFERENCES persons(id),
  constraint a_place_in_a_commission_is_taken_once PRIMARY KEY (commission, place),
  constraint an_account_is_of_one_member UNIQUE (commission, person),
  constraint places_of_members_are_counted CHECK ((place >= 0))
);
comment on table commission_members is 'class: personal — the names of members of commissions, and by whose account they work';
alter table commission_members enable row level security;
alter table commission_members force row level security;
create policy members_of_own_office on commission_members for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on commission_members to app;
grant update (person) on commission_members to app;

create table commissions (
  id text not null,
  office text not null,
  number integer not null,
  order_number text not null,
  order_day date not null,
  formed_by text,
  formed_at timestamp(3) with time zone not null,
  categories jsonb not null,
  absent text[] not null,
  constraint a_commission_has_members CHECK (((jsonb_typeof(categories) = 'array'::text) AND (jsonb_array_length(categories) > 0))),
  constraint a_commission_is_formed_once PRIMARY KEY (id),
  constraint an_order_has_a_number CHECK (((char_length(order_number) >= 1) AND (char_length(order_number) <= 60))),
  constraint commissions_of_an_office_are_counted CHECK ((number >= 1)),
  constraint one_commission_of_an_office_at_a_time UNIQUE (office, number)
);
comment on table commissions is 'class: public, insert-only — commissions of offices: their orders and whom their members stand for';
CREATE TRIGGER commissions_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.commissions FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table commissions enable row level security;
create policy commissions_are_read on commissions for select to public using true;
create policy commissions_of_own_office on commissions for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on commissions to app;
grant select (absent, categories, formed_at, id, number, office, order_day, order_number) on commissions to public_read;

create table demand_answers (
  demand text not null,
  office text not null,
  decision text not null,
  reason jsonb not null,
  editors text[] not null,
  revision integer not null,
  constraint a_demand_has_one_draft_of_an_answer PRIMARY KEY (demand),
  constraint a_drafted_decision_is_known CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  constraint an_answer_is_to_a_demand FOREIGN KEY (demand) REFERENCES demands(id)
);
comment on table demand_answers is 'class: office — answers to demands as their offices draft them';
alter table demand_answers enable row level security;
alter table demand_answers force row level security;
create policy answers_of_own_office on demand_answers for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on demand_answers to app;
grant update (decision, editors, reason, revision) on demand_answers to app;

create table demand_decisions (
  demand text not null,
  office text not null,
  decision text not null,
  reason jsonb not null,
  decided_at timestamp(3) with time zone not null,
  late boolean not null,
  signed text not null,
  constraint a_decision_is_about_a_demand FOREIGN KEY (demand) REFERENCES demands(id),
  constraint a_decision_is_known CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  constraint a_decision_tells_its_reason CHECK ((((reason ->> 'kk'::text) <> ''::text) AND ((reason ->> 'ru'::text) <> ''::text))),
  constraint a_demand_is_decided_once PRIMARY KEY (demand),
  constraint demand_way_of_signing_is_known CHECK ((signed = ANY (ARRAY['two-persons'::text, 'signer-above'::text, 'one-person'::text])))
);
comment on table demand_decisions is 'class: public, insert-only — decisions on demands with their reasons, for ever';
CREATE TRIGGER demand_decisions_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.demand_decisions FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table demand_decisions enable row level security;
create policy demand_decisions_are_read on demand_decisions for select to public using true;
create policy demand_decisions_of_own_office on demand_decisions for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on demand_decisions to app;
grant select on demand_decisions to public_read;

create table demand_registrations (
  demand text not null,
  registered_at timestamp(3) with time zone not null,
  due date not null,
  supporters integer not null,
  constraint a_demand_is_registered_once PRIMARY KEY (demand),
  constraint a_registration_is_about_a_demand FOREIGN KEY (demand) REFERENCES demands(id)
);
comment on table demand_registrations is 'class: public, insert-only — demands with enough supporters, and by when they are decided';
CREATE TRIGGER demand_registrations_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.demand_registrations FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on demand_registrations to app;
grant select on demand_registrations to public_read;

create table demand_supports (
  demand text not null,
  code text not null,
  device text not null,
  supported_at timestamp(3) with time zone not null,
  constraint a_device_supports_a_demand_once UNIQUE (demand, device),
  constraint a_receipt_code_supports_a_demand_once PRIMARY KEY (demand, code),
  constraint a_support_belongs_to_a_demand FOREIGN KEY (demand) REFERENCES demands(id),
  constraint a_support_is_known_by_a_hash CHECK ((code ~ '^[0-9a-f]{64}$'::text)),
  constraint a_supporting_device_is_a_hash CHECK ((device ~ '^[0-9a-f]{64}$'::text))
);
comment on table demand_supports is 'class: office — who supports a demand, under hashes of a code and of a device, no person';
alter table demand_supports enable row level security;
create policy support_of_own_code on demand_supports for all to app using (code = ( SELECT acting_person() AS acting_person)) with check (code = ( SELECT acting_person() AS acting_person));
grant delete, insert, select on demand_supports to app;

create table demand_words_judged (
  demand text not null,
  office text not null,
  shown boolean not null,
  reason text,
  judged_at timestamp(3) with time zone not null,
  constraint a_judgement_is_about_a_demand FOREIGN KEY (demand) REFERENCES demands(id),
  constraint a_reason_to_withhold_is_known CHECK ((reason = ANY (ARRAY['personal-data'::text, 'insult'::text, 'threat'::text, 'not-a-demand'::text]))),
  constraint the_words_of_a_demand_are_judged_once PRIMARY KEY (demand),
  constraint withheld_words_have_a_reason CHECK ((shown = (reason IS NULL)))
);
comment on table demand_words_judged is 'class: public, insert-only — whether an office shows the words of a demand, and why not';
CREATE TRIGGER demand_words_judged_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.demand_words_judged FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table demand_words_judged enable row level security;
create policy judgements_are_read on demand_words_judged for select to public using true;
create policy judgements_of_own_office on demand_words_judged for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on demand_words_judged to app;
grant select on demand_words_judged to public_read;

create table demands (
  id text not null,
  office text not null,
  unit text not null,
  region text not null,
  words text not null,
  language text not null,
  threshold integer not null,
  days integer not null,
  raised_at timestamp(3) with time zone not null,
  until date not null,
  constraint a_demand_has_20_to_1000_characters CHECK (((char_length(words) >= 20) AND (char_length(words) <= 1000))),
  constraint a_demand_is_decided_within_days CHECK (((days >= 1) AND (days <= 60))),
  constraint a_demand_is_raised_once PRIMARY KEY (id),
  constraint a_demand_language_is_ours CHECK ((language = ANY (ARRAY['kk'::text, 'ru'::text, 'en'::text]))),
  constraint a_demand_needs_supporters CHECK ((threshold >= 1)),
  constraint demand_region_is_a_kato_code CHECK ((region ~ '^[0-9]{9}$'::text))
);
comment on table demands is 'class: public, insert-only — meetings that residents demand, masked of personal data';
CREATE INDEX demands_by_unit ON public.demands USING btree (unit, raised_at);
CREATE INDEX demands_of_an_office ON public.demands USING btree (office, raised_at);
CREATE TRIGGER demands_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.demands FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on demands to app;
grant select on demands to public_read;

create table denied_attempts (
  at timestamp(3) with time zone not null,
  person text not null,
  verb text not null,
  office text not null,
  why text not null
);
comment on table denied_attempts is 'class: office — who was refused which deed at which office, and why; kept a year';
CREATE INDEX denied_attempts_by_age ON public.denied_attempts USING btree (at DESC);
CREATE INDEX denied_attempts_of_an_office ON public.denied_attempts USING btree (office, at DESC);
CREATE TRIGGER denied_attempts_stay_as_they_are BEFORE UPDATE OR TRUNCATE ON public.denied_attempts FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table denied_attempts enable row level security;
alter table denied_attempts force row level security;
create policy an_attempt_is_written_by_whoever_made_it on denied_attempts for insert to app with check (person = ( SELECT acting_person() AS acting_person));
create policy attempts_at_own_office_and_below on denied_attempts for select to app using (('operator'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[])) OR acting_at_or_above(office));
create policy old_attempts_forgotten on denied_attempts for delete to app using (at < (now() - '1 year'::interval));
grant delete, insert, select on denied_attempts to app;

create table devices (
  person text not null,
  hash text not null,
  agent text not null,
  first_at timestamp(3) with time zone not null,
  told_at timestamp(3) with time zone,
  constraint a_device_is_a_persons FOREIGN KEY (person) REFERENCES persons(id),
  constraint a_device_is_known_once PRIMARY KEY (person, hash),
  constraint a_device_is_told_shortly CHECK ((length(agent) <= 200)),
  constraint only_the_hash_of_a_mark_is_kept CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
comment on table devices is 'class: personal — from which browsers a person has signed in; a new one is told';
alter table devices enable row level security;
alter table devices force row level security;
create policy devices_of_the_person_asked_for on devices for all to app using (person = ( SELECT asked_for() AS asked_for));
grant insert, select on devices to app;
grant update (told_at) on devices to app;

create table due_notices (
  meeting text not null,
  office text not null,
  signed_by text not null,
  publish_at timestamp(3) with time zone not null,
  constraint due_notices_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings(id),
  constraint one_signature_waits_for_a_meeting PRIMARY KEY (meeting)
);
comment on table due_notices is 'class: office — which notices were signed for which instant; nothing of their words';
CREATE INDEX due_notices_by_instant ON public.due_notices USING btree (publish_at);
grant delete, insert, select, update on due_notices to app;

create table entry_locks (
  meeting text not null,
  calendar text not null,
  locked_by text not null,
  locked_at timestamp(3) with time zone not null,
  constraint entry_locks_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendars(id),
  constraint entry_locks_pkey PRIMARY KEY (meeting)
);
comment on table entry_locks is 'class: office — dates of a draft that the planner leaves where they are';
CREATE INDEX entry_locks_of_a_calendar ON public.entry_locks USING btree (calendar);
alter table entry_locks enable row level security;
alter table entry_locks force row level security;
create policy locks_of_own_calendars on entry_locks for all to app using (EXISTS ( SELECT 1
   FROM calendars c
  WHERE ((c.id = entry_locks.calendar) AND (c.office = ANY (( SELECT acting_offices() AS acting_offices)::text[]))))) with check (EXISTS ( SELECT 1
   FROM calendars c
  WHERE ((c.id = entry_locks.calendar) AND (c.office = ANY (( SELECT acting_offices() AS acting_offices)::text[])))));
grant delete, insert, select on entry_locks to app;

create table factor_resets (
  id text not null,
  person text not null,
  office text not null,
  asked_at timestamp(3) with time zone not null,
  signed_by text,
  signed_at timestamp(3) with time zone,
  constraint a_reset_is_asked_by_a_person FOREIGN KEY (person) REFERENCES persons(id),
  constraint a_reset_is_asked_once PRIMARY KEY (id),
  constraint a_reset_is_signed_by_a_person FOREIGN KEY (signed_by) REFERENCES persons(id),
  constraint a_signature_has_its_hour CHECK (((signed_by IS NULL) = (signed_at IS NULL))),
  constraint nobody_resets_his_own_factor CHECK ((signed_by <> person))
);
comment on table factor_resets is 'class: personal — who has lost the second factor, and who of the office above let it go';
CREATE UNIQUE INDEX one_reset_is_open ON public.factor_resets USING btree (person) WHERE (signed_at IS NULL);
alter table factor_resets enable row level security;
alter table factor_resets force row level security;
create policy factor_resets_of_the_person_asked_for on factor_resets for all to app using (person = ( SELECT asked_for() AS asked_for));
create policy open_resets_are_counted on factor_resets for select to app using ((( SELECT asked_for() AS asked_for) = 'open resets'::text) AND (signed_at IS NULL));
create policy resets_of_the_office_asked_for on factor_resets for all to app using ((office = ( SELECT asked_for() AS asked_for)) AND ( SELECT acting_at_or_above(asked_for()) AS acting_at_or_above));
grant insert, select on factor_resets to app;
grant update (signed_at, signed_by) on factor_resets to app;

create table files (
  id text not null,
  office text not null,
  subject text not null,
  name text not null,
  type text not null,
  bytes bytea not null,
  sha256 text not null,
  given_at timestamp(3) with time zone not null,
  constraint a_file_has_a_plain_name CHECK ((name !~ '[/\\[:cntrl:]]'::text)),
  constraint a_file_is_a_picture_or_a_pdf CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'application/pdf'::text]))),
  constraint a_file_is_kept_once PRIMARY KEY (id),
  constraint a_file_is_not_too_large CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 10485760))),
  constraint a_file_is_what_its_hash_says CHECK ((sha256 = encode(sha256(bytes), 'hex'::text)))
);
comment on table files is 'class: public, insert-only — files that offices show to everybody, made harmless';
CREATE INDEX files_of_a_subject ON public.files USING btree (subject, given_at);
CREATE TRIGGER files_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.files FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table files enable row level security;
create policy files_are_read on files for select to public using true;
create policy files_of_own_office on files for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on files to app;
grant select on files to public_read;

create table grants (
  person text not null,
  office text not null,
  role text not null,
  from_day date not null,
  to_day date,
  given_by text,
  given_at timestamp(3) with time zone not null,
  revoked_by text,
  revoked_at timestamp(3) with time zone,
  constraint a_grant_ends_after_it_begins CHECK ((to_day >= from_day)),
  constraint a_grant_is_a_persons FOREIGN KEY (person) REFERENCES persons(id),
  constraint a_grant_is_given_by_a_person FOREIGN KEY (given_by) REFERENCES persons(id),
  constraint a_grant_is_revoked_by_a_person FOREIGN KEY (revoked_by) REFERENCES persons(id),
  constraint a_role_is_known CHECK ((role = ANY (ARRAY['author'::text, 'signer'::text, 'commission-member'::text, 'maslikhat-secretary'::text, 'auditor'::text, 'administrator'::text]))),
  constraint nobody_grants_to_oneself CHECK ((given_by <> person)),
  constraint the_same_grant_is_held_once EXCLUDE USING gist (person WITH =, office WITH =, role WITH =, daterange(from_day, to_day, '[]'::text) WITH &&) WHERE ((revoked_at IS NULL))
);
comment on table grants is 'class: personal — who acts for which office in which role, from which day to which';
CREATE INDEX grants_of_an_office ON public.grants USING btree (office);
alter table grants enable row level security;
alter table grants force row level security;
create policy grants_counted_for_residents on grants for select to migrate using ((role = ANY (ARRAY['author'::text, 'commission-member'::text])) AND (revoked_at IS NULL));
create policy grants_known_to_the_rule_of_unsealing on grants for select to migrate using ((role = ANY (ARRAY['author'::text, 'commission-member'::text, 'signer'::text])) AND (revoked_at IS NULL));
create policy grants_of_the_office_asked_for on grants for select to app using ((office = ( SELECT asked_for() AS asked_for)) AND ( SELECT acting_at_or_above(asked_for()) AS acting_at_or_above));
create policy grants_of_the_person_asked_for on grants for all to app using (person = ( SELECT asked_for() AS asked_for));
grant insert, select on grants to app;
grant update (revoked_at, revoked_by) on grants to app;

create table holders (
  office text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  acting boolean not null,
  valid_from date not null,
  valid_to date,
  constraint a_holder_leaves_after_coming CHECK ((valid_to >= valid_from)),
  constraint an_office_has_one_holder_a_day EXCLUDE USING gist (office WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((NOT acting))
);
comment on table holders is 'class: public — who holds an office, or acts in it, from which day to which';
CREATE INDEX holders_by_office ON public.holders USING btree (office);
grant insert, select on holders to app;
grant select on holders to public_read;
grant update (valid_to) on holders to app;

create table holiday_edit_days (
  revision integer not null,
  date date not null,
  kind text,
  name_kk text,
  name_ru text,
  name_en text,
  for_day date,
  constraint a_day_is_changed_once_in_an_edit PRIMARY KEY (revision, date),
  constraint a_day_that_differs_from_its_week_has_a_name CHECK ((num_nulls(kind, name_kk, name_ru, name_en) = ANY (ARRAY[0, 4]))),
  constraint holiday_edit_days_revision_fkey FOREIGN KEY (revision) REFERENCES holiday_edits(revision),
  constraint kind_of_day_off_is_known CHECK ((kind = ANY (ARRAY['holiday'::text, 'day-off'::text, 'substitute'::text, 'moved-day-off'::text, 'moved-working-day'::text])))
);
comment on table holiday_edit_days is 'class: public, insert-only — the days of each change; the newest word on a day counts';
CREATE TRIGGER holiday_edit_days_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.holiday_edit_days FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on holiday_edit_days to app;
grant select on holiday_edit_days to public_read;

create table holiday_edits (
  revision integer not null,
  act text not null,
  act_day date not null,
  edited_at timestamp(3) with time zone not null,
  constraint an_edit_of_days_off_has_its_own_revision PRIMARY KEY (revision),
  constraint days_off_change_by_an_act CHECK ((act <> ''::text)),
  constraint revisions_of_days_off_start_at_one CHECK ((revision >= 1))
);
comment on table holiday_edits is 'class: public, insert-only — changes of days off and moved days, and the act behind each';
CREATE TRIGGER holiday_edits_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.holiday_edits FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on holiday_edits to app;
grant select on holiday_edits to public_read;

create table identities (
  issuer text not null,
  subject text not null,
  person text not null,
  constraint an_identity_is_a_persons FOREIGN KEY (person) REFERENCES persons(id),
  constraint an_identity_is_bound_once PRIMARY KEY (issuer, subject)
);
comment on table identities is 'class: personal — by which identity of which provider a person signs in';
CREATE INDEX identities_of_a_person ON public.identities USING btree (person);
alter table identities enable row level security;
alter table identities force row level security;
create policy identities_of_the_person_asked_for on identities for all to app using (person = ( SELECT asked_for() AS asked_for));
create policy the_identity_asked_for on identities for select to app using (((issuer || ' '::text) || subject) = ( SELECT asked_for() AS asked_for));
grant delete, insert, select on identities to app;

create table import_files (
  id text not null,
  office text not null,
  name text not null,
  sha256 text not null,
  headers jsonb not null,
  rows jsonb not null,
  reading jsonb not null,
  brought_at timestamp(3) with time zone not null,
  imported_at timestamp(3) with time zone,
  outcome jsonb,
  revision integer not null,
  constraint a_file_is_brought_once PRIMARY KEY (id),
  constraint file_hash_is_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_name_is_short CHECK ((length(name) <= 200)),
  constraint what_was_imported_has_its_outcome CHECK (((imported_at IS NULL) = (outcome IS NULL)))
);
comment on table import_files is 'class: office — spreadsheets of earlier meetings and calendars, kept 30 days';
CREATE INDEX import_files_of_an_office ON public.import_files USING btree (office, brought_at DESC);
alter table import_files enable row level security;
alter table import_files force row level security;
create policy import_files_of_own_office on import_files for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant delete, insert, select on import_files to app;
grant update (imported_at, outcome, reading, revision) on import_files to app;

create table import_habits (
  office text not null,
  columns jsonb not null,
  assumed jsonb not null,
  constraint an_office_has_one_way_of_reading PRIMARY KEY (office)
);
comment on table import_habits is 'class: office — how an office reads the columns of its spreadsheets';
alter table import_habits enable row level security;
alter table import_habits force row level security;
create policy import_habits_of_own_office on import_habits for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select, update on import_habits to app;

create table invitations (
  hash text not null,
  office text not null,
  role text not null,
  from_day date not null,
  to_day date,
  name text not null,
  invited_by text not null,
  invited_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  taken_by text,
  taken_at timestamp(3) with time zone,
  withdrawn_at timestamp(3) with time zone,
  constraint an_invitation_has_its_own_link PRIMARY KEY (hash),
  constraint an_invitation_is_made_by_a_person FOREIGN KEY (invited_by) REFERENCES persons(id),
  constraint an_invitation_is_taken_by_a_person FOREIGN KEY (taken_by) REFERENCES persons(id),
  constraint an_invitation_is_taken_or_withdrawn CHECK (((taken_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint an_offered_role_is_known CHECK ((role = ANY (ARRAY['author'::text, 'signer'::text, 'commission-member'::text, 'maslikhat-secretary'::text, 'auditor'::text, 'administrator'::text]))),
  constraint nobody_takes_his_own_invitation CHECK ((taken_by <> invited_by)),
  constraint only_the_hash_of_a_link_is_kept CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
comment on table invitations is 'class: personal — one-time links by which people come to an office';
alter table invitations enable row level security;
alter table invitations force row level security;
create policy invitations_of_the_office_asked_for on invitations for all to app using ((office = ( SELECT asked_for() AS asked_for)) AND ( SELECT acting_at_or_above(asked_for()) AS acting_at_or_above));
create policy the_invitation_asked_for on invitations for all to app using (hash = ( SELECT asked_for() AS asked_for));
grant insert, select on invitations to app;
grant update (taken_at, taken_by, withdrawn_at) on invitations to app;

create table journal (
  seq bigint not null,
  id text not null,
  type text not null,
  at text not null,
  asserted boolean not null,
  actor text,
  office text,
  subject text,
  payload jsonb not null,
  corrects text,
  salt text not null,
  recorded_at timestamp(3) with time zone not null,
  digest text not null,
  previous text not null,
  hash text not null,
  constraint a_correction_names_an_entry FOREIGN KEY (corrects) REFERENCES journal(id),
  constraint a_payload_is_an_object CHECK ((jsonb_typeof(payload) = 'object'::text)),
  constraint a_salt_has_16_bytes CHECK ((salt ~ '^[0-9a-f]{32}$'::text)),
  constraint an_entry_is_written_once UNIQUE (id),
  constraint at_is_an_instant_or_a_day CHECK ((at ~ '^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$'::text)),
  constraint digests_have_32_bytes CHECK (((digest ~ '^[0-9a-f]{64}$'::text) AND (previous ~ '^[0-9a-f]{64}$'::text) AND (hash ~ '^[0-9a-f]{64}$'::text))),
  constraint journal_has_no_two_entries_at_a_place PRIMARY KEY (seq),
  constraint what_is_witnessed_has_an_instant CHECK ((asserted OR (at ~~ '%Z'::text)))
);
comment on table journal is 'class: office, insert-only — what happened: the hash-linked journal';
CREATE UNIQUE INDEX an_entry_is_corrected_once ON public.journal USING btree (corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX journal_by_office ON public.journal USING btree (office, type, seq);
CREATE INDEX journal_by_subject ON public.journal USING btree (subject, seq);
CREATE INDEX journal_by_type ON public.journal USING btree (type, seq);
CREATE TRIGGER journal_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
CREATE TRIGGER journal_is_linked AFTER INSERT ON public.journal REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION keep_journal_linked();
alter table journal enable row level security;
create policy entries_are_appended on journal for insert to app with check true;
create policy entries_of_own_office on journal for select to app using ((office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) OR (type IN ( SELECT p.type
   FROM public_entry_types p)));
grant insert, select on journal to app;

create table kept_readings (
  request text not null,
  office text not null,
  version text not null,
  packed text not null,
  constraint a_request_is_kept_as_read_once PRIMARY KEY (request),
  constraint what_is_kept_was_read_in_a_request FOREIGN KEY (request) REFERENCES requests(id)
);
comment on table kept_readings is 'class: office — what was read in the masked words of a request, by which reader; made anew from them';
alter table kept_readings enable row level security;
alter table kept_readings force row level security;
create policy kept_readings_of_own_office on kept_readings for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on kept_readings to app;
grant update (packed, version) on kept_readings to app;

create table maslikhat_sessions (
  office text not null,
  unit text not null,
  day date not null,
  constraint a_maslikhat_sits_once_a_day PRIMARY KEY (office, day)
);
comment on table maslikhat_sessions is 'class: public — days on which a maslikhat sits, entered by its secretary';
CREATE INDEX maslikhat_sessions_by_unit ON public.maslikhat_sessions USING btree (unit, day);
grant delete, insert, select on maslikhat_sessions to app;
grant select on maslikhat_sessions to public_read;

create table meeting_guests (
  id text not null,
  meeting text not null,
  office text not null,
  category text not null,
  name text not null,
  invited_at timestamp(3) with time zone not null,
  reply text not null,
  replied_at timestamp(3) with time zone,
  constraint a_reply_has_its_time CHECK (((reply = 'none'::text) = (replied_at IS NULL))),
  constraint meeting_guests_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings(id),
  constraint meeting_guests_pkey PRIMARY KEY (id),
  constraint reply_is_known CHECK ((reply = ANY (ARRAY['none'::text, 'coming'::text, 'declined'::text])))
);
comment on table meeting_guests is 'class: personal — who was invited to a meeting and what they answered';
CREATE INDEX guests_of_a_meeting ON public.meeting_guests USING btree (meeting, invited_at, id);
alter table meeting_guests enable row level security;
alter table meeting_guests force row level security;
create policy guests_of_own_office on meeting_guests for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on meeting_guests to app;
grant update (replied_at, reply) on meeting_guests to app;

create table meeting_notices (
  meeting text not null,
  number integer not null,
  record text not null,
  published_at timestamp(3) with time zone not null,
  standing text not null,
  signed text not null,
  due date,
  due_strict date,
  hash text not null,
  content jsonb not null,
  constraint meeting_notices_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings(id),
  constraint meeting_notices_pkey PRIMARY KEY (meeting, number),
  constraint notice_hash_is_sha256 CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint notice_numbers_start_at_one CHECK ((number >= 1)),
  constraint notice_standing_is_known CHECK ((standing = ANY (ARRAY['in-time'::text, 'boundary'::text, 'late'::text, 'no-term'::text]))),
  constraint way_of_signing_is_known CHECK ((signed = ANY (ARRAY['two-persons'::text, 'signer-above'::text, 'one-person'::text])))
);
comment on table meeting_notices is 'class: public, insert-only — announcements of meetings, word for word, never changed';
CREATE TRIGGER meeting_notices_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.meeting_notices FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on meeting_notices to app;
grant select on meeting_notices to public_read;

create table meetings (
  id text not null,
  office text not null,
  year integer not null,
  number integer not null,
  unit text not null,
  region text not null,
  state text not null,
  day date not null,
  start_time text not null,
  record text not null,
  earlier jsonb not null,
  cancelled jsonb,
  place jsonb,
  outside jsonb,
  details jsonb not null,
  notice jsonb not null,
  signed_by text,
  signed_at timestamp(3) with time zone,
  signed_hash text,
  publish_at timestamp(3) with time zone,
  change jsonb,
  notices integer not null,
  announced text,
  editors text[] not null,
  revision integer not null,
  sequence integer not null,
  constraint a_cancelled_meeting_has_a_reason CHECK (((state = 'cancelled'::text) = (cancelled IS NOT NULL))),
  constraint a_date_has_one_record UNIQUE (record),
  constraint a_meeting_is_written_once PRIMARY KEY (id),
  constraint a_meeting_stands_in_the_calendar_or_says_why_not CHECK (((place IS NULL) <> (outside IS NULL))),
  constraint a_number_is_given_once_in_an_office_and_year UNIQUE (office, year, number),
  constraint a_signature_is_for_one_text CHECK ((signed_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint a_signature_is_whole CHECK ((num_nulls(signed_by, signed_at, signed_hash, publish_at) = ANY (ARRAY[0, 4]))),
  constraint a_signature_lasts_72_hours CHECK ((publish_at <= (signed_at + '72:00:00'::interval))),
  constraint meeting_numbers_start_at_one CHECK ((number >= 1)),
  constraint meeting_region_is_a_kato_code CHECK ((region ~ '^[0-9]{9}$'::text)),
  constraint meeting_start_is_hours_and_minutes CHECK ((start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint meeting_state_is_known CHECK ((state = ANY (ARRAY['drafted'::text, 'planned'::text, 'cancelled'::text])))
);
comment on table meetings is 'class: office — meetings as their offices write them, drafts of notices included';
CREATE INDEX meetings_of_an_office ON public.meetings USING btree (office, day);
alter table meetings enable row level security;
alter table meetings force row level security;
create policy meetings_of_own_office on meetings for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy unsigned_meetings_asked_for on meetings for select to app using ((( SELECT asked_for() AS asked_for) = 'unsigned meetings'::text) AND (state <> 'cancelled'::text) AND (signed_by IS NULL) AND ((change IS NOT NULL) OR (cardinality(editors) > 0)));
grant insert, select, update on meetings to app;

create table migrations (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (number)
);
comment on table migrations is 'class: office — the migrations that were applied, with the hash of their text';

create table office_vocabulary (
  office text not null,
  word text not null,
  latin text generated always as (latin_of(word)) stored,
  constraint a_word_of_an_office_is_kept_once PRIMARY KEY (office, word)
);
comment on table office_vocabulary is 'class: office — words of what an office may read, to put a misspelt one right; for the functions below alone';
CREATE INDEX words_of_an_office_that_look_alike ON public.office_vocabulary USING gin (office, latin gin_trgm_ops);

create table office_wishes (
  region text not null,
  office text not null,
  year integer not null,
  revision integer not null,
  weekdays integer[] not null,
  hours_from text,
  hours_to text,
  seasons jsonb not null,
  away jsonb not null,
  constraint office_wishes_pkey PRIMARY KEY (office, year),
  constraint wished_days_away_are_a_list CHECK ((jsonb_typeof(away) = 'array'::text)),
  constraint wished_hours_are_in_order CHECK ((hours_from < hours_to)),
  constraint wished_hours_have_both_ends CHECK (((hours_from IS NULL) = (hours_to IS NULL))),
  constraint wished_seasons_are_a_list CHECK ((jsonb_typeof(seasons) = 'array'::text)),
  constraint wished_weekdays_are_days_of_a_week CHECK ((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])),
  constraint wishes_region_is_a_kato_code CHECK ((region ~ '^[0-9]{9}$'::text)),
  constraint wishes_revision_starts_at_one CHECK ((revision >= 1)),
  constraint wishes_year_is_four_digits CHECK (((year >= 1000) AND (year <= 9999)))
);
comment on table office_wishes is 'class: office — what an office wishes of its year, for those who draw the calendar up';
CREATE INDEX office_wishes_of_a_region ON public.office_wishes USING btree (region, year);
alter table office_wishes enable row level security;
alter table office_wishes force row level security;
create policy wishes_of_own_office on office_wishes for all to app using (ARRAY[office, ('akim.'::text || region)] && ( SELECT acting_offices() AS acting_offices)) with check (ARRAY[office, ('akim.'::text || region)] && ( SELECT acting_offices() AS acting_offices));
grant insert, select, update on office_wishes to app;

create table office_words (
  seq bigint not null generated as identity,
  kind text not null,
  thing text not null,
  office text not null,
  sphere text not null,
  vector tsvector not null,
  version integer not null,
  constraint an_office_kind_of_thing_is_known CHECK ((kind = ANY (ARRAY['request'::text, 'answer'::text, 'group'::text]))),
  constraint office_lines_come_in_order PRIMARY KEY (seq)
);
comment on table office_words is 'class: office — by which words requests, answers and groups are found';
CREATE UNIQUE INDEX a_thing_of_an_office_is_found_by_one_line ON public.office_words USING btree (thing, ((kind || ''::text)));
CREATE INDEX groups_and_answers_by_words ON public.office_words USING gin (office, vector) WITH (gin_pending_list_limit='256') WHERE (kind <> 'request'::text);
CREATE INDEX office_words_of_an_earlier_version ON public.office_words USING btree (version);
CREATE INDEX requests_by_words ON public.office_words USING gin (office, vector) WITH (gin_pending_list_limit='256') WHERE (kind = 'request'::text);
CREATE TRIGGER office_words_are_learned AFTER INSERT OR UPDATE OF vector ON public.office_words FOR EACH ROW EXECUTE FUNCTION learn_office_words();
alter table office_words enable row level security;
create policy words_of_own_office on office_words for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy words_of_own_request on office_words for insert to app with check ((kind = 'request'::text) AND (EXISTS ( SELECT
   FROM requests r
  WHERE ((r.id = office_words.thing) AND (r.office = office_words.office) AND (r.receipt = ( SELECT acting_person() AS acting_person))))));
grant delete, insert, select on office_words to app;
grant update (sphere, vector, version) on office_words to app;

create table one_time_codes (
  person text not null,
  secret bytea,
  confirmed_at timestamp(3) with time zone,
  last_step bigint not null default 0,
  sealed bytea,
  constraint a_person_has_one_source_of_codes PRIMARY KEY (person),
  constraint a_sealed_secret_has_48_bytes CHECK ((octet_length(sealed) = 48)),
  constraint a_secret_has_20_bytes CHECK ((octet_length(secret) = 20)),
  constraint a_secret_lies_in_one_place CHECK ((num_nonnulls(secret, sealed) = 1)),
  constraint one_time_codes_person_fkey FOREIGN KEY (person) REFERENCES persons(id)
);
comment on table one_time_codes is 'class: personal — what the one-time codes of a person are made of (RFC 6238)';
alter table one_time_codes enable row level security;
alter table one_time_codes force row level security;
create policy one_time_codes_of_the_person_asked_for on one_time_codes for all to app using (person = ( SELECT asked_for() AS asked_for)) with check ((person = ( SELECT asked_for() AS asked_for)) AND (secret IS NULL));
create policy secrets_in_the_open_asked_for_by_the_start on one_time_codes for select to app using ((( SELECT asked_for() AS asked_for) = 'secrets in the open'::text) AND (secret IS NOT NULL));
grant delete, insert, select on one_time_codes to app;
grant update (confirmed_at, last_step, sealed, secret) on one_time_codes to app;

create table outbox_messages (
  id text not null,
  topics text[] not null,
  wish text not null,
  office text,
  payload jsonb not null,
  written_at timestamp(3) with time zone not null,
  spread_at timestamp(3) with time zone,
  constraint a_message_answers_a_wish CHECK ((wish = ANY (ARRAY['changes'::text, 'week'::text, 'day'::text]))),
  constraint a_message_has_topics CHECK (((cardinality(topics) >= 1) AND (cardinality(topics) <= 50))),
  constraint a_message_is_written_once PRIMARY KEY (id),
  constraint what_is_told_is_an_object CHECK ((jsonb_typeof(payload) = 'object'::text))
);
comment on table outbox_messages is 'class: office — what is to be told to subscribers, without who they are';
CREATE INDEX outbox_messages_by_office ON public.outbox_messages USING btree (office, written_at);
CREATE INDEX outbox_messages_unspread ON public.outbox_messages USING btree (written_at) WHERE (spread_at IS NULL);
alter table outbox_messages enable row level security;
alter table outbox_messages force row level security;
create policy messages_are_written on outbox_messages for insert to app with check true;
create policy messages_asked_for_by_the_clock on outbox_messages for all to app using (( SELECT asked_for() AS asked_for) = 'the outbox'::text);
create policy messages_of_own_office on outbox_messages for select to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on outbox_messages to app;
grant update (spread_at) on outbox_messages to app;

create table part_entries (
  id text not null,
  calendar text not null,
  office text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null,
  planned_minutes integer not null,
  form text not null,
  proposed_day date not null,
  move_reason text,
  constraint a_meeting_of_a_part_is_in_the_year_of_its_period CHECK (((("left"(period, 4))::integer)::numeric = EXTRACT(year FROM day))),
  constraint an_akim_of_a_part_is_in_one_place_at_once EXCLUDE USING gist (calendar WITH =, office WITH =, meeting_span(day, start_time, planned_minutes) WITH &&),
  constraint part_entries_calendar_office_fkey FOREIGN KEY (calendar, office) REFERENCES calendar_parts(calendar, office),
  constraint part_entries_pkey PRIMARY KEY (calendar, id),
  constraint part_form_is_known CHECK ((form = ANY (ARRAY['visiting'::text, 'stationary'::text]))),
  constraint part_meeting_lasts_minutes_of_a_day CHECK (((planned_minutes >= 1) AND (planned_minutes <= 1440))),
  constraint part_start_is_hours_and_minutes CHECK ((start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
);
comment on table part_entries is 'class: office — the meetings an office writes for its own part, before the region takes them';
CREATE INDEX part_entries_of_an_office ON public.part_entries USING btree (calendar, office, day);
alter table part_entries enable row level security;
alter table part_entries force row level security;
create policy entries_of_own_part on part_entries for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy entries_that_were_sent_up on part_entries for select to app using (EXISTS ( SELECT 1
   FROM calendar_parts p
  WHERE ((p.calendar = part_entries.calendar) AND (p.office = part_entries.office) AND (p.state = ANY (ARRAY['sent'::text, 'taken'::text])))));
grant delete, insert, select, update on part_entries to app;

create table passkeys (
  id text not null,
  person text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone,
  constraint a_passkey_is_a_persons FOREIGN KEY (person) REFERENCES persons(id),
  constraint a_passkey_is_registered_once PRIMARY KEY (id)
);
comment on table passkeys is 'class: personal — public keys of devices by which people prove that it is they';
CREATE INDEX passkeys_of_a_person ON public.passkeys USING btree (person);
alter table passkeys enable row level security;
alter table passkeys force row level security;
create policy passkeys_of_the_person_asked_for on passkeys for all to app using (person = ( SELECT asked_for() AS asked_for));
grant delete, insert, select on passkeys to app;
grant update (counter, used_at) on passkeys to app;

create table persons (
  id text not null,
  name text not null,
  constraint a_person_is_entered_once PRIMARY KEY (id)
);
comment on table persons is 'class: personal — people who work with the product';
alter table persons enable row level security;
alter table persons force row level security;
create policy the_people_of_resets_of_the_office on persons for select to app using (id IN ( SELECT factor_resets.person
   FROM factor_resets
  WHERE (factor_resets.office = ( SELECT asked_for() AS asked_for))));
create policy the_people_of_the_office_asked_for on persons for select to app using (id IN ( SELECT grants.person
   FROM grants
  WHERE (grants.office = ( SELECT asked_for() AS asked_for))));
create policy the_person_asked_for on persons for all to app using (id = ( SELECT asked_for() AS asked_for));
create policy the_person_of_the_account_asked_for on persons for select to app using (id IN ( SELECT accounts.person
   FROM accounts
  WHERE (accounts.login = ( SELECT asked_for() AS asked_for))));
create policy the_person_of_the_identity_asked_for on persons for select to app using (id IN ( SELECT identities.person
   FROM identities
  WHERE (((identities.issuer || ' '::text) || identities.subject) = ( SELECT asked_for() AS asked_for))));
create policy the_person_of_the_session_asked_for on persons for select to app using (id IN ( SELECT sessions.person
   FROM sessions
  WHERE (sessions.hash = ( SELECT asked_for() AS asked_for))));
grant insert, select on persons to app;

create table poll_decisions (
  poll text not null,
  office text not null,
  option integer,
  reason jsonb not null,
  tally integer[] not null,
  voters integer not null,
  decided_at timestamp(3) with time zone not null,
  signed text not null,
  constraint a_decision_is_about_a_poll FOREIGN KEY (poll) REFERENCES polls(id),
  constraint a_poll_is_decided_once PRIMARY KEY (poll),
  constraint poll_way_of_signing_is_known CHECK ((signed = ANY (ARRAY['two-persons'::text, 'signer-above'::text, 'one-person'::text])))
);
comment on table poll_decisions is 'class: public, insert-only — what offices made of the votes, and why';
CREATE TRIGGER poll_decisions_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.poll_decisions FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table poll_decisions enable row level security;
create policy poll_decisions_are_read on poll_decisions for select to public using true;
create policy poll_decisions_of_own_office on poll_decisions for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on poll_decisions to app;
grant select on poll_decisions to public_read;

create table poll_votes (
  poll text not null,
  code text not null,
  device text not null,
  choice integer[] not null,
  cast_at timestamp(3) with time zone not null,
  constraint a_device_is_known_by_a_hash CHECK ((device ~ '^[0-9a-f]{64}$'::text)),
  constraint a_device_votes_once_in_a_poll UNIQUE (poll, device),
  constraint a_receipt_code_votes_once_in_a_poll PRIMARY KEY (poll, code),
  constraint a_vote_belongs_to_a_poll FOREIGN KEY (poll) REFERENCES polls(id),
  constraint a_vote_chooses_something CHECK (((cardinality(choice) >= 1) AND (cardinality(choice) <= 8))),
  constraint a_vote_is_known_by_a_hash CHECK ((code ~ '^[0-9a-f]{64}$'::text))
);
comment on table poll_votes is 'class: office — votes for dates, under hashes of a code and of a device, no person';
alter table poll_votes enable row level security;
create policy vote_of_own_code on poll_votes for all to app using (code = ( SELECT acting_person() AS acting_person)) with check (code = ( SELECT acting_person() AS acting_person));
grant insert, select on poll_votes to app;
grant update (cast_at, choice) on poll_votes to app;

create table polls (
  id text not null,
  office text not null,
  unit text not null,
  region text not null,
  about jsonb not null,
  meeting text,
  options jsonb not null,
  opened_by text not null,
  opened_at timestamp(3) with time zone not null,
  closes_at timestamp(3) with time zone not null,
  constraint a_poll_is_opened_once PRIMARY KEY (id),
  constraint a_poll_offers_two_to_eight_dates CHECK (((jsonb_array_length(options) >= 2) AND (jsonb_array_length(options) <= 8))),
  constraint a_poll_stays_open_a_while CHECK ((closes_at >= (opened_at + '01:00:00'::interval))),
  constraint poll_region_is_a_kato_code CHECK ((region ~ '^[0-9]{9}$'::text))
);
comment on table polls is 'class: public, insert-only — dates that offices offer to residents';
CREATE INDEX polls_by_unit ON public.polls USING btree (unit, closes_at);
CREATE INDEX polls_of_an_office ON public.polls USING btree (office, closes_at);
CREATE TRIGGER polls_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.polls FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table polls enable row level security;
create policy polls_are_read on polls for select to public using true;
create policy polls_of_own_office on polls for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on polls to app;
grant select (about, closes_at, id, meeting, office, opened_at, options, region, unit) on polls to public_read;

create table pool_drafts (
  meeting text not null,
  office text not null,
  lines jsonb not null,
  editors text[] not null,
  revision integer not null,
  constraint a_meeting_has_one_draft_of_a_pool PRIMARY KEY (meeting),
  constraint lines_of_a_pool_are_a_list CHECK ((jsonb_typeof(lines) = 'array'::text))
);
comment on table pool_drafts is 'class: office — pools of problem issues as commissions draft them';
alter table pool_drafts enable row level security;
alter table pool_drafts force row level security;
create policy pool_drafts_of_own_office on pool_drafts for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy unapproved_pools_asked_for on pool_drafts for select to app using ((( SELECT asked_for() AS asked_for) = 'unapproved pools'::text) AND (cardinality(editors) > 0));
grant delete, insert, select on pool_drafts to app;
grant update (editors, lines, revision) on pool_drafts to app;

create table pools (
  meeting text not null,
  number integer not null,
  office text not null,
  unit text not null,
  content jsonb not null,
  sha256 text not null,
  signed text not null,
  approved_at timestamp(3) with time zone not null,
  constraint a_pool_has_a_hash CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint a_version_of_a_pool_is_fixed_once PRIMARY KEY (meeting, number),
  constraint pool_way_of_signing_is_known CHECK ((signed = ANY (ARRAY['two-persons'::text, 'signer-above'::text, 'one-person'::text]))),
  constraint versions_of_a_pool_are_counted CHECK ((number >= 1))
);
comment on table pools is 'class: public, insert-only — approved pools of problem issues, each version as it was fixed';
CREATE INDEX pools_of_an_office ON public.pools USING btree (office, approved_at);
CREATE TRIGGER pools_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.pools FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table pools enable row level security;
create policy pools_are_read on pools for select to public using true;
create policy pools_of_own_office on pools for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on pools to app;
grant select on pools to public_read;

create table problem_links (
  problem text not null,
  earlier text not null,
  why jsonb not null,
  at timestamp(3) with time zone not null,
  constraint a_link_begins_at_a_problem FOREIGN KEY (problem) REFERENCES problems(id),
  constraint a_link_leads_to_a_problem FOREIGN KEY (earlier) REFERENCES problems(id),
  constraint a_problem_is_linked_once PRIMARY KEY (problem, earlier),
  constraint no_problem_comes_before_itself CHECK ((problem <> earlier))
);
comment on table problem_links is 'class: public, insert-only — which earlier problem a problem repeats, and by which signs';
CREATE INDEX links_to_a_problem ON public.problem_links USING btree (earlier);
CREATE TRIGGER problem_links_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.problem_links FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on problem_links to app;
grant select on problem_links to public_read;

create table problems (
  id text not null,
  office text not null,
  unit text not null,
  region text not null,
  meeting text not null,
  group_id text not null,
  position integer not null,
  title jsonb not null,
  sphere text not null,
  level text not null,
  body text,
  funding boolean not null,
  voices integer not null,
  state text not null,
  opened_at timestamp(3) with time zone not null,
  state_at timestamp(3) with time zone not null,
  revision integer not null,
  constraint a_group_becomes_one_problem UNIQUE (group_id),
  constraint a_problem_arises_once PRIMARY KEY (id),
  constraint a_problem_has_voices CHECK ((voices >= 1)),
  constraint a_problem_is_named_in_both_languages CHECK (((title ? 'kk'::text) AND (title ? 'ru'::text))),
  constraint a_problem_level_is_known CHECK ((level = ANY (ARRAY['okrug'::text, 'district'::text, 'region'::text, 'central'::text]))),
  constraint a_state_of_a_problem_is_known CHECK ((state = ANY (ARRAY['pooled'::text, 'left-out'::text, 'raised'::text, 'explained'::text, 'refused'::text, 'planned'::text, 'passed-on'::text, 'solved'::text, 'confirmed'::text, 'disputed'::text]))),
  constraint problem_region_is_a_kato_code CHECK ((region ~ '^[0-9]{9}$'::text))
);
comment on table problems is 'class: public — problem issues: what a pool became, and how it stands with each';
CREATE INDEX problems_by_day ON public.problems USING btree (opened_at DESC, id DESC);
CREATE INDEX problems_of_a_meeting ON public.problems USING btree (meeting, "position");
CREATE INDEX problems_of_a_region ON public.problems USING btree (region, state, sphere);
CREATE INDEX problems_of_a_unit ON public.problems USING btree (unit, opened_at);
CREATE INDEX problems_of_an_office ON public.problems USING btree (office, opened_at);
alter table problems enable row level security;
create policy problems_are_read on problems for select to public using true;
create policy problems_begun_by_own_office on problems for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy problems_of_own_office on problems for update to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on problems to app;
grant select on problems to public_read;
grant update (body, funding, level, position, region, revision, sphere, state, state_at, title, unit, voices) on problems to app;

create table procedure_drafts (
  only_one boolean not null default true,
  text jsonb not null,
  editors text[] not null,
  revision integer not null,
  constraint one_procedure_is_written_at_a_time CHECK (only_one),
  constraint procedure_drafts_pkey PRIMARY KEY (only_one)
);
comment on table procedure_drafts is 'class: office — the procedure of ministers'' meetings while it is written';
alter table procedure_drafts enable row level security;
alter table procedure_drafts force row level security;
create policy procedure_of_the_authorised_body on procedure_drafts for all to app using ('authorised-body'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check ('authorised-body'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select, update on procedure_drafts to app;

create table procedures (
  number integer not null,
  order_number text not null,
  published_at timestamp(3) with time zone not null,
  text jsonb not null,
  constraint procedures_pkey PRIMARY KEY (number),
  constraint procedures_start_at_one CHECK ((number >= 1))
);
comment on table procedures is 'class: public, insert-only — the procedure of ministers'' meetings as it was published, each version';
CREATE TRIGGER procedures_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.procedures FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on procedures to app;
grant select on procedures to public_read;

create table public_entry_types (
  type text not null,
  constraint a_type_is_opened_once PRIMARY KEY (type)
);
comment on table public_entry_types is 'class: public — types of entries that anyone may read; filled by migrations';
grant select on public_entry_types to app;

create table public_vocabulary (
  word text not null,
  latin text generated always as (latin_of(word)) stored,
  constraint a_public_word_is_kept_once PRIMARY KEY (word)
);
comment on table public_vocabulary is 'class: public — words of what anyone may read, to put a misspelt one right';
CREATE INDEX public_words_that_look_alike ON public.public_vocabulary USING gin (latin gin_trgm_ops);
grant select on public_vocabulary to app;
grant select on public_vocabulary to public_read;

create table public_words (
  seq bigint not null generated as identity,
  kind text not null,
  thing text not null,
  office text not null,
  sphere text,
  vector tsvector not null,
  version integer not null,
  constraint a_public_kind_of_thing_is_known CHECK ((kind = ANY (ARRAY['problem'::text, 'demand'::text]))),
  constraint public_lines_come_in_order PRIMARY KEY (seq)
);
comment on table public_words is 'class: public — by which words problems and demands are found';
CREATE UNIQUE INDEX a_public_thing_is_found_by_one_line ON public.public_words USING btree (thing, ((kind || ''::text)));
CREATE INDEX demands_by_words ON public.public_words USING gin (vector) WITH (gin_pending_list_limit='256') WHERE (kind = 'demand'::text);
CREATE INDEX problems_by_words ON public.public_words USING gin (vector) WITH (gin_pending_list_limit='256') WHERE (kind = 'problem'::text);
CREATE INDEX public_words_of_an_earlier_version ON public.public_words USING btree (version);
CREATE TRIGGER public_words_are_learned AFTER INSERT OR UPDATE OF vector ON public.public_words FOR EACH ROW EXECUTE FUNCTION learn_public_words();
alter table public_words enable row level security;
create policy public_words_are_read on public_words for select to public using true;
create policy public_words_dropped_by_own_office on public_words for delete to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy public_words_of_own_office on public_words for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy public_words_renewed_by_own_office on public_words for update to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant delete, insert, select on public_words to app;
grant select on public_words to public_read;
grant update (sphere, vector, version) on public_words to app;

create table receipts (
  who text not null,
  key text not null,
  route text not null,
  fingerprint text not null,
  status smallint not null,
  location text,
  body text,
  at timestamp(3) with time zone not null default clock_timestamp(),
  constraint a_key_has_8_to_128_url_safe_characters CHECK ((key ~ '^[A-Za-z0-9_.~-]{8,128}$'::text)),
  constraint a_key_is_used_once PRIMARY KEY (who, key),
  constraint a_remembered_body_is_small CHECK ((octet_length(body) <= 65536))
);
comment on table receipts is 'class: personal — what was answered to a key, kept 30 days so that a repeated request does nothing twice';
CREATE INDEX receipts_by_age ON public.receipts USING btree (at);
alter table receipts enable row level security;
alter table receipts force row level security;
create policy old_receipts_forgotten on receipts for delete to app using (at < (now() - '30 days'::interval));
create policy own_receipts_kept on receipts for insert to app with check (who = ( SELECT acting_person() AS acting_person));
create policy own_receipts_read on receipts for select to app using (who = ( SELECT acting_person() AS acting_person));
grant delete, insert, select on receipts to app;

create table recovery_codes (
  person text not null,
  hash text not null,
  constraint a_recovery_code_is_a_persons FOREIGN KEY (person) REFERENCES persons(id),
  constraint a_recovery_code_is_kept_once PRIMARY KEY (person, hash),
  constraint only_the_hash_of_a_code_is_kept CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
comment on table recovery_codes is 'class: personal — codes for the day the second factor is lost; a used one is gone';
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
create policy recovery_codes_of_the_person_asked_for on recovery_codes for all to app using (person = ( SELECT asked_for() AS asked_for));
grant delete, insert, select on recovery_codes to app;

create table register_editions (
  day date not null,
  valid_from date,
  imported_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint an_edition_is_imported_once PRIMARY KEY (day)
);
comment on table register_editions is 'class: public, insert-only — editions of the classifier that were imported';
CREATE TRIGGER register_editions_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.register_editions FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on register_editions to app;
grant select on register_editions to public_read;

create table released_meetings (
  id text not null,
  calendar text not null,
  number integer not null,
  office text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null,
  planned_minutes integer not null,
  form text not null,
  proposed_day date not null,
  move_reason text,
  constraint released_meetings_calendar_number_fkey FOREIGN KEY (calendar, number) REFERENCES calendar_releases(calendar, number),
  constraint released_meetings_pkey PRIMARY KEY (calendar, number, id)
);
comment on table released_meetings is 'class: public, insert-only — the meetings of each release, for look-ups by place, akim and day';
CREATE INDEX released_meetings_by_day ON public.released_meetings USING btree (day, id);
CREATE INDEX released_meetings_by_id ON public.released_meetings USING btree (id);
CREATE INDEX released_meetings_by_office ON public.released_meetings USING btree (office, day);
CREATE INDEX released_meetings_by_unit ON public.released_meetings USING btree (unit, day);
CREATE INDEX released_meetings_in_order ON public.released_meetings USING btree (day, start_time, id);
CREATE INDEX released_meetings_of_a_release_in_order ON public.released_meetings USING btree (calendar, number, day, start_time, id);
CREATE TRIGGER released_meetings_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.released_meetings FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on released_meetings to app;
grant select on released_meetings to public_read;

create table released_visits (
  id text not null,
  schedule text not null,
  number integer not null,
  office text not null,
  region text not null,
  unit text not null,
  norm text not null,
  period text not null,
  day date not null,
  start_time text not null,
  planned_minutes integer not null,
  form text not null,
  proposed_day date not null,
  move_reason text,
  constraint released_visits_pkey PRIMARY KEY (schedule, number, id),
  constraint released_visits_schedule_number_fkey FOREIGN KEY (schedule, number) REFERENCES schedule_releases(schedule, number)
);
comment on table released_visits is 'class: public, insert-only — the meetings of each release of a schedule, for look-ups by place, body and day';
CREATE INDEX released_visits_by_day ON public.released_visits USING btree (day, id);
CREATE INDEX released_visits_by_id ON public.released_visits USING btree (id);
CREATE INDEX released_visits_by_office ON public.released_visits USING btree (office, day);
CREATE INDEX released_visits_by_unit ON public.released_visits USING btree (unit, day);
CREATE TRIGGER released_visits_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.released_visits FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on released_visits to app;
grant select on released_visits to public_read;

create table request_files (
  id text not null,
  request text not null,
  office text not null,
  place smallint not null,
  name text not null,
  type text not null,
  bytes bytea not null,
  sha256 text not null,
  given_at timestamp(3) with time zone not null,
  constraint a_file_comes_with_a_request FOREIGN KEY (request) REFERENCES requests(id),
  constraint a_file_of_a_request_has_a_plain_name CHECK ((name !~ '[/\\[:cntrl:]]'::text)),
  constraint a_file_of_a_request_is_a_picture_or_a_pdf CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'application/pdf'::text]))),
  constraint a_file_of_a_request_is_kept_once PRIMARY KEY (id),
  constraint a_file_of_a_request_is_not_too_large CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 10485760))),
  constraint a_file_of_a_request_is_what_its_hash_says CHECK ((sha256 = encode(sha256(bytes), 'hex'::text))),
  constraint a_request_has_at_most_three_files CHECK (((place >= 1) AND (place <= 3))),
  constraint files_of_a_request_have_places UNIQUE (request, place)
);
comment on table request_files is 'class: personal — photos and papers that came with requests; gone after 400 days or when asked';
CREATE INDEX request_files_by_age ON public.request_files USING btree (given_at);
alter table request_files enable row level security;
alter table request_files force row level security;
create policy old_request_files_forgotten on request_files for delete to app using (given_at < (now() - '400 days'::interval));
create policy request_files_brought_to_own_office on request_files for insert to app with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy request_files_of_own_office on request_files for select to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy request_files_of_own_receipt on request_files for all to app using (request = ( SELECT r.id
   FROM requests r
  WHERE (r.receipt = acting_person()))) with check (EXISTS ( SELECT
   FROM requests r
  WHERE ((r.id = request_files.request) AND (r.office = request_files.office) AND (r.receipt = ( SELECT acting_person() AS acting_person)))));
grant delete, insert, select on request_files to app;

create table request_groups (
  id text not null,
  office text not null,
  unit text not null,
  sphere text not null,
  level text,
  body text,
  funding boolean,
  title jsonb,
  priority jsonb,
  state text not null,
  corrected text[] not null default '{}'::text[],
  opened_at timestamp(3) with time zone not null,
  revision integer not null,
  looked bigint not null default 0,
  constraint a_group_is_opened_once PRIMARY KEY (id),
  constraint a_group_level_is_known CHECK ((level = ANY (ARRAY['okrug'::text, 'district'::text, 'region'::text, 'central'::text]))),
  constraint a_group_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'pooled'::text]))),
  constraint a_title_is_in_both_languages CHECK (((title IS NULL) OR ((title ? 'kk'::text) AND (title ? 'ru'::text)))),
  constraint only_the_centre_has_a_body CHECK (((body IS NULL) OR (level = 'central'::text)))
);
comment on table request_groups is 'class: office — requests on one and the same problem, as the commission keeps them';
comment on column request_groups.looked is 'up to which request, by its number, the commission has looked at the group';
CREATE INDEX groups_of_an_office ON public.request_groups USING btree (office, state);
CREATE TRIGGER words_follow_their_group AFTER UPDATE OF sphere ON public.request_groups FOR EACH ROW WHEN ((old.sphere <> new.sphere)) EXECUTE FUNCTION follow_group();
alter table request_groups enable row level security;
alter table request_groups force row level security;
create policy group_of_own_receipt on request_groups for select to app using (id = ( SELECT r.group_id
   FROM requests r
  WHERE (r.receipt = acting_person())));
create policy groups_of_own_office on request_groups for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on request_groups to app;
grant update (body, corrected, funding, level, looked, priority, revision, sphere, state, title, unit) on request_groups to app;

create table request_imports (
  id text not null,
  office text not null,
  name text not null,
  mark text not null,
  headers jsonb not null,
  reading jsonb not null,
  brought_by text not null,
  brought_at timestamp(3) with time zone not null,
  imported_at timestamp(3) with time zone,
  outcome jsonb,
  sealed bytea,
  revision integer not null,
  constraint a_file_of_requests_is_brought_once PRIMARY KEY (id),
  constraint a_file_taken_in_is_let_go CHECK (((imported_at IS NULL) = (sealed IS NOT NULL))),
  constraint name_of_a_file_of_requests_is_short CHECK ((length(name) <= 200)),
  constraint requests_imported_have_their_outcome CHECK (((imported_at IS NULL) = (outcome IS NULL)))
);
comment on table request_imports is 'class: office — files of requests from other systems: sealed, gone when taken in or after three days';
CREATE INDEX request_imports_of_an_office ON public.request_imports USING btree (office, brought_at DESC);
alter table request_imports enable row level security;
alter table request_imports force row level security;
create policy old_files_of_requests_forgotten on request_imports for delete to app using ((imported_at IS NULL) AND (brought_at < (now() - '3 days'::interval)));
create policy request_imports_of_own_office on request_imports for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant delete, insert, select on request_imports to app;
grant update (imported_at, outcome, reading, revision, sealed) on request_imports to app;

create table request_moves (
  seq bigint not null generated as identity,
  office text not null,
  request text not null,
  from_group text,
  to_group text,
  why text not null,
  deed text not null,
  reasons jsonb not null default '[]'::jsonb,
  by text,
  at timestamp(3) with time zone not null,
  constraint a_move_changes_something CHECK ((from_group IS DISTINCT FROM to_group)),
  constraint a_move_enters_a_group FOREIGN KEY (to_group) REFERENCES request_groups(id),
  constraint a_move_is_of_a_request FOREIGN KEY (request) REFERENCES requests(id),
  constraint a_move_leaves_a_group FOREIGN KEY (from_group) REFERENCES request_groups(id),
  constraint a_reason_to_move_is_known CHECK ((why = ANY (ARRAY['proposal'::text, 'merge'::text, 'split'::text, 'move'::text, 'undo'::text, 'fate'::text]))),
  constraint moves_come_in_order PRIMARY KEY (seq)
);
comment on table request_moves is 'class: office, insert-only — the lineage of groups: which request came where, when and why';
CREATE INDEX moves_into_a_group ON public.request_moves USING btree (to_group, request, seq);
CREATE INDEX moves_of_a_deed ON public.request_moves USING btree (deed);
CREATE INDEX moves_of_a_request ON public.request_moves USING btree (request, seq);
CREATE INDEX moves_of_an_office ON public.request_moves USING btree (office, seq);
CREATE TRIGGER request_moves_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_moves FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table request_moves enable row level security;
alter table request_moves force row level security;
create policy moves_of_own_office on request_moves for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy moves_of_own_receipt on request_moves for select to app using (request = ( SELECT r.id
   FROM requests r
  WHERE (r.receipt = acting_person())));
create policy moves_out_of_own_receipt on request_moves for insert to app with check ((why = 'fate'::text) AND (to_group IS NULL) AND (by IS NULL) AND (EXISTS ( SELECT
   FROM requests r
  WHERE ((r.id = request_moves.request) AND (r.office = request_moves.office) AND (r.receipt = ( SELECT acting_person() AS acting_person))))));
grant insert, select on request_moves to app;

create table request_unsealings (
  id text not null,
  request text not null,
  office text not null,
  purpose text not null,
  basis text,
  asked_by text not null,
  asked_at timestamp(3) with time zone not null,
  allowed_by text,
  allowed_at timestamp(3) with time zone,
  signed text,
  constraint a_basis_is_short CHECK (((char_length(basis) >= 1) AND (char_length(basis) <= 200))),
  constraint a_purpose_of_unsealing_is_known CHECK ((purpose = ANY (ARRAY['call-back'::text, 'find-the-place'::text, 'danger-to-life'::text, 'by-law'::text]))),
  constraint an_allowance_has_a_person_and_an_instant CHECK (((allowed_by IS NULL) = (allowed_at IS NULL))),
  constraint an_allowance_says_how_it_was_given CHECK (((signed IS NULL) = (allowed_by IS NULL))),
  constraint an_unsealing_is_allowed_in_a_known_way CHECK ((signed = ANY (ARRAY['two-persons'::text, 'signer-above'::text]))),
  constraint an_unsealing_is_asked_for_once PRIMARY KEY (id),
  constraint an_unsealing_is_of_a_request FOREIGN KEY (request) REFERENCES requests(id),
  constraint what_is_by_law_names_the_paper CHECK (((purpose <> 'by-law'::text) OR (basis IS NOT NULL))),
  constraint who_asked_does_not_allow CHECK ((allowed_by <> asked_by))
);
comment on table request_unsealings is 'class: office — who asked to see what was sealed of a request, why, and who allowed it';
CREATE INDEX unsealings_allowed ON public.request_unsealings USING btree (office, asked_by, allowed_at) WHERE (allowed_at IS NOT NULL);
CREATE INDEX unsealings_of_a_request ON public.request_unsealings USING btree (request, asked_at);
CREATE INDEX unsealings_that_wait ON public.request_unsealings USING btree (office, asked_at) WHERE (allowed_at IS NULL);
alter table request_unsealings enable row level security;
create policy unsealings_are_allowed_once_by_a_second_person on request_unsealings as restrictive for update to app using (allowed_by IS NULL) with check ((allowed_by = ( SELECT acting_person() AS acting_person)) AND may_allow_unsealing(allowed_by, office, allowed_at, signed));
create policy unsealings_are_asked_first on request_unsealings as restrictive for insert to app with check (allowed_by IS NULL);
create policy unsealings_of_own_office on request_unsealings for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy unsealings_of_own_receipt on request_unsealings for select to app using (request = ( SELECT r.id
   FROM requests r
  WHERE (r.receipt = acting_person())));
create policy unsealings_that_wait_asked_for on request_unsealings for select to app using ((( SELECT asked_for() AS asked_for) = 'unsealings that wait'::text) AND (allowed_at IS NULL));
grant insert, select on request_unsealings to app;
grant update (allowed_at, allowed_by, signed) on request_unsealings to app;

create table requests (
  seq bigint not null generated as identity,
  id text not null,
  office text not null,
  unit text not null,
  meeting text,
  channel text not null,
  received_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  asserted boolean not null,
  entered_by text,
  receipt text not null,
  source text,
  external_id text,
  words text not null,
  proven boolean not null,
  language text not null,
  kind text not null,
  sphere text not null,
  level text,
  reading jsonb not null,
  corrected text[] not null default '{}'::text[],
  group_id text,
  fate text not null default 'waiting'::text,
  fate_words jsonb,
  fate_at timestamp(3) with time zone,
  revision integer not null default 1,
  constraint a_channel_of_requests_is_known CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'desk'::text, 'paper'::text, 'floor'::text, 'hotline-109'::text, 'e-otinish'::text, 'open-data-portal'::text, 'akims-blog'::text, 'ministers-blog'::text, 'social'::text, 'akims-meetings'::text, 'other'::text]))),
  constraint a_fate_is_known CHECK ((fate = ANY (ARRAY['waiting'::text, 'grouped'::text, 'answered'::text, 'set-aside'::text, 'withdrawn'::text]))),
  constraint a_kind_of_request_is_known CHECK ((kind = ANY (ARRAY['complaint'::text, 'request'::text, 'proposal'::text, 'question'::text, 'thanks'::text, 'spam'::text, 'abuse'::text]))),
  constraint a_receipt_opens_one_request UNIQUE (receipt),
  constraint a_request_has_words CHECK (((char_length(words) >= 1) AND (char_length(words) <= 20000))),
  constraint a_request_is_found_by_a_hash CHECK ((receipt ~ '^[0-9a-f]{64}$'::text)),
  constraint a_request_is_received_once PRIMARY KEY (id),
  constraint a_request_level_is_known CHECK ((level = ANY (ARRAY['okrug'::text, 'district'::text, 'region'::text, 'central'::text]))),
  constraint a_request_lies_in_a_group_that_is_there FOREIGN KEY (group_id) REFERENCES request_groups(id),
  constraint a_row_of_another_system_comes_once UNIQUE (office, source, external_id),
  constraint a_row_of_another_system_names_it CHECK (((source IS NULL) = (external_id IS NULL))),
  constraint requests_come_in_order UNIQUE (seq),
  constraint what_is_grouped_has_a_group CHECK (((fate = 'grouped'::text) = (group_id IS NOT NULL)))
);
comment on table requests is 'class: office — requests and proposals of citizens, their words masked of personal data';
CREATE INDEX requests_corrected_by_hand ON public.requests USING btree (office, seq) WHERE (corrected <> '{}'::text[]);
CREATE INDEX requests_of_a_fate ON public.requests USING btree (office, fate, seq);
CREATE INDEX requests_of_a_group ON public.requests USING btree (group_id, seq) WHERE (group_id IS NOT NULL);
CREATE INDEX requests_of_a_meeting ON public.requests USING btree (meeting) WHERE (meeting IS NOT NULL);
CREATE INDEX requests_of_an_office ON public.requests USING btree (office, seq);
CREATE TRIGGER words_follow_their_request AFTER UPDATE OF sphere, fate ON public.requests FOR EACH ROW WHEN (((old.sphere <> new.sphere) OR ((old.fate <> new.fate) AND (new.fate = 'withdrawn'::text)))) EXECUTE FUNCTION follow_request();
alter table requests enable row level security;
create policy request_of_own_receipt on requests for all to app using (receipt = ( SELECT acting_person() AS acting_person)) with check (receipt = ( SELECT acting_person() AS acting_person));
create policy requests_of_own_office on requests for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on requests to app;
grant update (corrected, fate, fate_at, fate_words, group_id, kind, level, meeting, reading, revision, sphere, unit) on requests to app;

create table risks (
  id text not null,
  office text not null,
  unit text not null,
  kind text not null,
  high_tension boolean not null,
  destabilisation boolean not null,
  words text not null,
  registered_at timestamp(3) with time zone not null,
  constraint a_risk_is_registered_once PRIMARY KEY (id),
  constraint a_risk_kind_is_known CHECK ((kind = ANY (ARRAY['necessity'::text, 'sector'::text, 'social-tension'::text])))
);
comment on table risks is 'class: office, insert-only — risks that offices see in a place, and why a meeting is needed there';
CREATE INDEX risks_of_an_office ON public.risks USING btree (office, registered_at);
CREATE TRIGGER risks_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.risks FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table risks enable row level security;
alter table risks force row level security;
create policy risks_of_own_office on risks for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on risks to app;

create table schedule_proposals (
  schedule text not null,
  body text not null,
  state text not null,
  revision integer not null,
  editors text[] not null,
  sent_at timestamp(3) with time zone,
  reason text,
  agreed_at timestamp(3) with time zone,
  constraint a_body_has_one_proposal PRIMARY KEY (schedule, body),
  constraint a_proposal_in_hand_was_sent CHECK (((state = 'asked'::text) OR (sent_at IS NOT NULL))),
  constraint a_returned_proposal_has_its_reason CHECK (((state <> 'returned'::text) OR (reason IS NOT NULL))),
  constraint only_what_is_in_the_draft_is_agreed_to CHECK (((agreed_at IS NULL) OR (state = 'taken'::text))),
  constraint proposal_state_is_known CHECK ((state = ANY (ARRAY['asked'::text, 'sent'::text, 'returned'::text, 'taken'::text]))),
  constraint schedule_proposals_schedule_fkey FOREIGN KEY (schedule) REFERENCES schedules(id)
);
comment on table schedule_proposals is 'class: office — what each central body was asked for, answered and agreed to';
alter table schedule_proposals enable row level security;
alter table schedule_proposals force row level security;
create policy proposals_at_the_government on schedule_proposals for select to app using ('government'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy proposals_of_own_body on schedule_proposals for all to app using (ARRAY[body, 'authorised-body'::text] && ( SELECT acting_offices() AS acting_offices)) with check (ARRAY[body, 'authorised-body'::text] && ( SELECT acting_offices() AS acting_offices));
grant insert, select, update on schedule_proposals to app;

create table schedule_releases (
  schedule text not null,
  number integer not null,
  period text not null,
  published_at timestamp(3) with time zone not null,
  hash text not null,
  content jsonb not null,
  constraint schedule_hash_is_sha256 CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint schedule_releases_pkey PRIMARY KEY (schedule, number),
  constraint schedule_releases_start_at_one CHECK ((number >= 1))
);
comment on table schedule_releases is 'class: public, insert-only — published schedules of ministers'' meetings, word for word, never changed';
CREATE INDEX schedule_releases_by_period ON public.schedule_releases USING btree (period, number);
CREATE TRIGGER schedule_releases_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.schedule_releases FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
grant insert, select on schedule_releases to app;
grant select on schedule_releases to public_read;

create table schedule_visits (
  id text not null,
  schedule text not null,
  office text not null,
  region text not null,
  unit text not null,
  day date not null,
  start_time text not null,
  planned_minutes integer not null,
  sphere text not null,
  venue jsonb not null,
  why jsonb not null,
  grounds text[] not null,
  proposed_day date not null,
  move_reason text,
  akimat jsonb,
  revision integer not null,
  constraint a_minister_is_in_one_place_at_once EXCLUDE USING gist (schedule WITH =, office WITH =, meeting_span(day, start_time, planned_minutes) WITH &&),
  constraint a_visit_lasts_minutes_of_a_day CHECK (((planned_minutes >= 1) AND (planned_minutes <= 1440))),
  constraint schedule_visits_pkey PRIMARY KEY (schedule, id),
  constraint schedule_visits_schedule_office_fkey FOREIGN KEY (schedule, office) REFERENCES schedule_proposals(schedule, body),
  constraint visit_start_is_hours_and_minutes CHECK ((start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint visited_region_is_a_kato_code CHECK ((region ~ '^[0-9]{9}$'::text)),
  constraint visited_unit_is_a_kato_code CHECK ((unit ~ '^[0-9]{9}$'::text))
);
comment on table schedule_visits is 'class: office — planned meetings of ministers as they stand in proposals and in the draft';
CREATE INDEX schedule_visits_by_day ON public.schedule_visits USING btree (schedule, day, start_time, id);
alter table schedule_visits enable row level security;
alter table schedule_visits force row level security;
create policy visits_answered_by_own_region on schedule_visits for update to app using (('akim.'::text || region) = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (('akim.'::text || region) = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy visits_at_the_government on schedule_visits for select to app using (('government'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[])) AND (EXISTS ( SELECT 1
   FROM schedules s
  WHERE ((s.id = schedule_visits.schedule) AND (s.submitted_at IS NOT NULL)))));
create policy visits_of_own_body on schedule_visits for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy visits_that_were_sent on schedule_visits for all to app using (('authorised-body'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[])) AND (EXISTS ( SELECT 1
   FROM schedule_proposals p
  WHERE ((p.schedule = schedule_visits.schedule) AND (p.body = schedule_visits.office) AND (p.state = ANY (ARRAY['sent'::text, 'taken'::text])))))) with check ('authorised-body'::text = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy visits_to_own_region on schedule_visits for select to app using ((('akim.'::text || region) = ANY (( SELECT acting_offices() AS acting_offices)::text[])) AND (EXISTS ( SELECT 1
   FROM schedules s
  WHERE ((s.id = schedule_visits.schedule) AND (s.state <> 'proposed'::text)))));
grant delete, insert, select, update on schedule_visits to app;

create table schedules (
  id text not null,
  period text not null,
  act text not null,
  state text not null,
  revision integer not null,
  editors text[] not null,
  opened_at timestamp(3) with time zone not null,
  answer_by date not null,
  agreed_at timestamp(3) with time zone,
  submitted_at timestamp(3) with time zone,
  approved_at timestamp(3) with time zone,
  approved_number text,
  published_at timestamp(3) with time zone,
  returned text,
  correction text,
  correction_reason text,
  demonstration boolean not null,
  constraint a_published_schedule_changes_by_correction CHECK (((published_at IS NULL) OR (state = 'published'::text) OR (correction IS NOT NULL))),
  constraint a_schedule_correction_has_its_reason CHECK (((correction IS NULL) = (correction_reason IS NULL))),
  constraint a_schedule_is_agreed_before_it_is_submitted CHECK (((submitted_at IS NULL) OR (agreed_at IS NOT NULL))),
  constraint a_schedule_is_approved_before_it_is_published CHECK (((published_at IS NULL) OR (approved_at IS NOT NULL))),
  constraint a_schedule_is_for_a_year_or_a_half CHECK ((period ~ '^[0-9]{4}(-H[12])?$'::text)),
  constraint a_schedule_is_submitted_before_it_is_approved CHECK (((approved_at IS NULL) OR (submitted_at IS NOT NULL))),
  constraint one_schedule_per_period UNIQUE (period),
  constraint schedule_state_is_known CHECK ((state = ANY (ARRAY['proposed'::text, 'drafted'::text, 'agreed'::text, 'submitted'::text, 'approved'::text, 'published'::text]))),
  constraint schedules_pkey PRIMARY KEY (id)
);
comment on table schedules is 'class: office — schedules of ministers'' meetings: how far each of them has come';
alter table schedules enable row level security;
alter table schedules force row level security;
create policy schedules_are_known_to_offices on schedules for select to app using (cardinality(( SELECT acting_offices() AS acting_offices)) > 0);
create policy schedules_of_their_makers on schedules for all to app using (ARRAY['authorised-body'::text, 'government'::text] && ( SELECT acting_offices() AS acting_offices)) with check (ARRAY['authorised-body'::text, 'government'::text] && ( SELECT acting_offices() AS acting_offices));
grant insert, select, update on schedules to app;

create table seal.deliveries (
  message text not null,
  subscription text not null,
  channel text not null,
  tries integer not null default 0,
  next_at timestamp(3) with time zone not null,
  sent_at timestamp(3) with time zone,
  given_up_at timestamp(3) with time zone,
  fault text,
  constraint a_delivery_goes_to_a_subscription FOREIGN KEY (subscription) REFERENCES seal.subscriptions(id) ON DELETE CASCADE,
  constraint a_fault_is_a_code CHECK ((fault ~ '^[A-Za-z0-9_-]{1,60}$'::text)),
  constraint a_message_goes_to_a_subscription_once PRIMARY KEY (message, subscription)
);
comment on table seal.deliveries is 'class: sealed — one message for one subscription: waiting, sent or given up';
CREATE INDEX deliveries_of_a_subscription ON seal.deliveries USING btree (subscription);
CREATE INDEX deliveries_waiting ON seal.deliveries USING btree (next_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));
alter table seal.deliveries enable row level security;
alter table seal.deliveries force row level security;
create policy deliveries_of_what_is_asked_for on seal.deliveries for all to seal using ((message = ( SELECT asked_for() AS asked_for)) OR (EXISTS ( SELECT
   FROM seal.subscriptions s
  WHERE (s.id = deliveries.subscription))));
create policy deliveries_that_wait on seal.deliveries for select to seal using ((sent_at IS NULL) AND (given_up_at IS NULL));
grant insert, select on seal.deliveries to seal;
grant update (fault, given_up_at, next_at, sent_at, tries) on seal.deliveries to seal;

create table seal.request_originals (
  request text not null,
  office text not null,
  sealed bytea not null,
  sealed_at timestamp(3) with time zone not null,
  constraint an_original_is_sealed CHECK (((octet_length(sealed) >= 29) AND (octet_length(sealed) <= 200000))),
  constraint an_original_is_sealed_once PRIMARY KEY (request)
);
comment on table seal.request_originals is 'class: sealed — words before masking, names and contacts; gone after 400 days or when asked';
CREATE INDEX originals_by_age ON seal.request_originals USING btree (sealed_at);
alter table seal.request_originals enable row level security;
alter table seal.request_originals force row level security;
create policy old_originals_forgotten on seal.request_originals for delete to seal using (sealed_at < (now() - '400 days'::interval));
create policy originals_erased_by_their_author on seal.request_originals for delete to migrate using (request = ( SELECT r.id
   FROM requests r
  WHERE (r.receipt = acting_person())));
create policy originals_known_to_be_there on seal.request_originals for select to migrate using ((office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) OR (request = ( SELECT r.id
   FROM requests r
  WHERE (r.receipt = acting_person()))));
create policy originals_looked_at on seal.request_originals for select to seal using (request = ( SELECT looked_at(asked_for()) AS looked_at));
create policy originals_put_in on seal.request_originals for insert to migrate with check (octet_length(sealed) >= 29);
grant delete, select on seal.request_originals to seal;

create table seal.subscriptions (
  id text not null,
  channel text not null,
  blind text not null,
  address bytea not null,
  topic text not null,
  hears text[] not null,
  language text not null,
  wishes text[] not null,
  token text not null,
  asked_at timestamp(3) with time zone not null,
  confirmed_at timestamp(3) with time zone,
  constraint a_channel_is_known CHECK ((channel = ANY (ARRAY['mail'::text, 'text'::text]))),
  constraint a_language_is_ours CHECK ((language = ANY (ARRAY['kk'::text, 'ru'::text, 'en'::text]))),
  constraint a_subscription_is_asked_for_once PRIMARY KEY (id),
  constraint a_token_opens_one_subscription UNIQUE (token),
  constraint a_topic_has_no_spaces CHECK ((topic !~ '\s'::text)),
  constraint an_address_has_a_topic_once UNIQUE (blind, topic),
  constraint an_address_is_found_by_a_keyed_hash CHECK ((blind ~ '^[0-9a-f]{64}$'::text)),
  constraint an_address_is_sealed CHECK (((octet_length(address) >= 29) AND (octet_length(address) <= 400))),
  constraint only_the_hash_of_the_token_is_kept CHECK ((token ~ '^[0-9a-f]{64}$'::text)),
  constraint wishes_are_known CHECK ((wishes <@ ARRAY['changes'::text, 'week'::text, 'day'::text]))
);
comment on table seal.subscriptions is 'class: sealed — who asked to be told of what; deleted when they have had enough';
CREATE INDEX subscriptions_by_what_they_hear ON seal.subscriptions USING gin (hears);
CREATE INDEX subscriptions_unconfirmed ON seal.subscriptions USING btree (asked_at) WHERE (confirmed_at IS NULL);
alter table seal.subscriptions enable row level security;
alter table seal.subscriptions force row level security;
create policy contacts_erased_by_their_author on seal.subscriptions for delete to migrate using (topic = ( SELECT ('request:'::text || r.id)
   FROM requests r
  WHERE (r.receipt = acting_person())));
create policy contacts_known_to_their_author on seal.subscriptions for select to migrate using (topic = ( SELECT ('request:'::text || r.id)
   FROM requests r
  WHERE (r.receipt = acting_person())));
create policy contacts_of_old_requests_forgotten on seal.subscriptions for delete to seal using ((topic ~~ 'request:%'::text) AND (asked_at < (now() - '400 days'::interval)));
create policy subscriptions_asked_for on seal.subscriptions for all to seal using ((((( SELECT asked_for() AS asked_for) = id) OR (( SELECT asked_for() AS asked_for) = token)) OR (( SELECT asked_for() AS asked_for) = blind)) OR (hears && ( SELECT string_to_array(asked_for(), ' '::text) AS string_to_array)));
create policy unconfirmed_subscriptions_forgotten on seal.subscriptions for delete to seal using ((confirmed_at IS NULL) AND (asked_at < (now() - '7 days'::interval)));
grant delete, insert, select on seal.subscriptions to seal;
grant update (confirmed_at, language, wishes) on seal.subscriptions to seal;

create table sessions (
  hash text not null,
  person text not null,
  started_at timestamp(3) with time zone not null,
  seen_at timestamp(3) with time zone not null,
  factor_due boolean not null default false,
  factor_at timestamp(3) with time zone,
  agent text not null default ''::text,
  challenge text,
  constraint a_factor_that_is_due_was_not_shown CHECK ((NOT (factor_due AND (factor_at IS NOT NULL)))),
  constraint a_session_has_its_own_token PRIMARY KEY (hash),
  constraint a_session_is_a_persons FOREIGN KEY (person) REFERENCES persons(id),
  constraint an_agent_is_short CHECK ((length(agent) <= 200)),
  constraint only_the_hash_of_a_token_is_kept CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
comment on table sessions is 'class: personal — who is signed in; a row lives twelve hours at most';
CREATE INDEX sessions_by_age ON public.sessions USING btree (started_at);
CREATE INDEX sessions_of_a_person ON public.sessions USING btree (person);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy old_sessions_forgotten on sessions for delete to app using (started_at < (now() - '12:00:00'::interval));
create policy the_session_asked_for on sessions for all to app using (hash = ( SELECT asked_for() AS asked_for));
create policy the_sessions_of_the_person_asked_for on sessions for select to app using (('sessions of '::text || person) = ( SELECT asked_for() AS asked_for));
create policy the_sessions_of_the_person_end on sessions for delete to app using (('sessions of '::text || person) = ( SELECT asked_for() AS asked_for));
grant delete, insert, select on sessions to app;
grant update (challenge, factor_at, factor_due, seen_at) on sessions to app;

create table shown_meetings (
  id text not null,
  calendar text,
  number integer not null,
  office text not null,
  unit text not null,
  norm text,
  period text,
  day date not null,
  start_time text not null,
  planned_minutes integer not null,
  form text not null,
  proposed_day date,
  move_reason text,
  region text not null,
  year integer not null,
  published_at timestamp(3) with time zone not null,
  record text not null,
  sequence integer not null,
  earlier jsonb not null,
  cancelled jsonb,
  outside jsonb,
  own_number text not null,
  constraint shown_form_is_known CHECK ((form = ANY (ARRAY['visiting'::text, 'stationary'::text, 'online'::text, 'hybrid'::text]))),
  constraint shown_meetings_id_fkey FOREIGN KEY (id) REFERENCES meetings(id),
  constraint shown_meetings_pkey PRIMARY KEY (id)
);
comment on table shown_meetings is 'class: public — what everybody sees of meetings that their offices have written about';
CREATE INDEX shown_meetings_by_day ON public.shown_meetings USING btree (day, id);
CREATE INDEX shown_meetings_by_office ON public.shown_meetings USING btree (office, day);
CREATE INDEX shown_meetings_by_unit ON public.shown_meetings USING btree (unit, day);
CREATE INDEX shown_meetings_by_what_they_answer ON public.shown_meetings USING gin (((outside -> 'answers'::text)));
CREATE INDEX shown_meetings_of_a_calendar ON public.shown_meetings USING btree (region, year, day);
grant insert, select, update on shown_meetings to app;
grant select on shown_meetings to public_read;

create table sign_in_attempts (
  day date not null,
  bucket integer not null,
  failures integer not null,
  known boolean not null,
  last_at timestamp(3) with time zone not null,
  constraint a_day_has_one_counter_of_a_kind PRIMARY KEY (day, bucket)
);
comment on table sign_in_attempts is 'class: office — how often somebody failed to sign in, by login and place under a key of the day';
grant delete, insert, select on sign_in_attempts to app;
grant update (failures, known, last_at) on sign_in_attempts to app;

create table sign_in_secrets (
  day date not null,
  secret bytea not null,
  constraint a_day_has_one_secret PRIMARY KEY (day),
  constraint a_secret_has_32_bytes CHECK ((octet_length(secret) = 32))
);
comment on table sign_in_secrets is 'class: office — the keys of the counters below, kept for two days';
grant delete, insert, select on sign_in_secrets to app;

create table spent_challenges (
  mark text not null,
  form text not null,
  until timestamp(3) with time zone not null,
  constraint a_challenge_is_known_by_its_signature CHECK ((mark ~ '^[0-9a-f]{64}$'::text)),
  constraint a_challenge_is_spent_once PRIMARY KEY (mark)
);
comment on table spent_challenges is 'class: office — challenges that were spent, and on which form; nothing of who sent it';
CREATE INDEX spent_challenges_by_end ON public.spent_challenges USING btree (until);
grant delete, insert, select on spent_challenges to app;

create table triage_deeds (
  seq bigint not null generated as identity,
  id text not null,
  office text not null,
  kind text not null,
  state text not null,
  by text not null,
  at timestamp(3) with time zone not null,
  touched jsonb not null,
  ended_by text,
  constraint a_deed_on_requests_is_done_once PRIMARY KEY (id),
  constraint a_kind_of_deed_is_known CHECK ((kind = ANY (ARRAY['accept'::text, 'merge'::text, 'split'::text, 'move'::text, 'correct-request'::text, 'correct-group'::text, 'answer'::text, 'set-aside'::text, 'take-back'::text, 'undo'::text]))),
  constraint a_state_of_a_deed_is_known CHECK ((state = ANY (ARRAY['done'::text, 'undone'::text, 'proposed'::text, 'confirmed'::text, 'declined'::text]))),
  constraint deeds_come_in_order UNIQUE (seq),
  constraint four_eyes_on_a_large_merge CHECK (((state <> 'confirmed'::text) OR (ended_by <> by)))
);
comment on table triage_deeds is 'class: office — deeds of commissions on requests, and how it was before each';
CREATE INDEX deeds_of_an_office ON public.triage_deeds USING btree (office, seq);
CREATE INDEX deeds_that_wait ON public.triage_deeds USING btree (office) WHERE (state = 'proposed'::text);
alter table triage_deeds enable row level security;
alter table triage_deeds force row level security;
create policy triage_deeds_of_own_office on triage_deeds for all to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) with check (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
grant insert, select on triage_deeds to app;
grant update (ended_by, state) on triage_deeds to app;

create table unit_borders (
  unit text not null,
  outline jsonb not null,
  source text not null,
  imported_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint a_border_has_a_polygon CHECK (((jsonb_typeof(outline) = 'array'::text) AND (jsonb_array_length(outline) > 0))),
  constraint a_border_is_of_a_code CHECK ((unit ~ '^[0-9]{9}$'::text)),
  constraint a_border_is_small_enough_for_a_page CHECK ((octet_length((outline)::text) <= 262144)),
  constraint a_border_names_its_source CHECK ((source <> ''::text)),
  constraint a_unit_has_one_border PRIMARY KEY (unit)
);
comment on table unit_borders is 'class: public — borders of regions and districts for maps, from which source, imported when';
grant delete, insert, select, update on unit_borders to app;
grant select on unit_borders to public_read;

create table unit_points (
  unit text not null,
  latitude double precision not null,
  longitude double precision not null,
  source text not null,
  imported_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint a_point_is_of_a_code CHECK ((unit ~ '^[0-9]{9}$'::text)),
  constraint a_point_lies_in_the_country CHECK ((((latitude >= (40.4)::double precision) AND (latitude <= (55.6)::double precision)) AND ((longitude >= (46.3)::double precision) AND (longitude <= (87.5)::double precision)))),
  constraint a_point_names_its_source CHECK ((source <> ''::text)),
  constraint a_unit_has_one_point PRIMARY KEY (unit)
);
comment on table unit_points is 'class: public — where units lie (WGS 84), from which source, imported when';
grant delete, insert, select, update on unit_points to app;
grant select on unit_points to public_read;

create table unit_words (
  unit bigint not null,
  word text not null,
  constraint a_word_belongs_to_a_version FOREIGN KEY (unit) REFERENCES units(id) ON DELETE CASCADE,
  constraint a_word_is_kept_once PRIMARY KEY (unit, word)
);
comment on table unit_words is 'class: public — what units are found by';
CREATE INDEX unit_words_by_beginning ON public.unit_words USING btree (word text_pattern_ops, unit);
CREATE INDEX unit_words_that_look_alike ON public.unit_words USING gin (word gin_trgm_ops);
grant delete, insert, select on unit_words to app;
grant select on unit_words to public_read;

create table units (
  id bigint not null generated as identity,
  code text not null,
  parent text,
  kind text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  short_kk text not null,
  short_ru text not null,
  short_en text not null,
  has_akim boolean not null,
  valid_from date,
  valid_to date,
  whole_keys text[] not null,
  plain_keys text[] not null,
  constraint a_code_has_nine_digits CHECK ((code ~ '^[0-9]{9}$'::text)),
  constraint a_unit_has_one_version_a_day EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint a_unit_stands_under_another CHECK (((parent ~ '^[0-9]{9}$'::text) AND (parent <> code))),
  constraint a_version_ends_after_it_begins CHECK ((valid_to >= valid_from)),
  constraint a_version_has_its_own_row PRIMARY KEY (id)
);
comment on table units is 'class: public — units of the territorial division, one row a version';
CREATE INDEX units_by_code ON public.units USING btree (code);
CREATE INDEX units_by_parent ON public.units USING btree (parent, code);
CREATE INDEX units_by_whole_key ON public.units USING gin (whole_keys);
grant delete, insert, select, update on units to app;
grant select on units to public_read;

create table unsealing_looks (
  id text not null,
  unsealing text not null,
  request text not null,
  office text not null,
  by text not null,
  at timestamp(3) with time zone not null,
  constraint a_look_is_by_an_unsealing FOREIGN KEY (unsealing) REFERENCES request_unsealings(id),
  constraint a_look_is_written_down_once PRIMARY KEY (id)
);
comment on table unsealing_looks is 'class: office, insert-only — each time that somebody looked at what was sealed';
CREATE INDEX looks_of_an_unsealing ON public.unsealing_looks USING btree (unsealing, at);
CREATE TRIGGER unsealing_looks_is_insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.unsealing_looks FOR EACH STATEMENT EXECUTE FUNCTION keep_insert_only();
alter table unsealing_looks enable row level security;
create policy looks_of_own_office on unsealing_looks for select to app using (office = ANY (( SELECT acting_offices() AS acting_offices)::text[]));
create policy looks_of_own_receipt on unsealing_looks for select to app using (request = ( SELECT r.id
   FROM requests r
  WHERE (r.receipt = acting_person())));
create policy looks_of_those_who_were_allowed on unsealing_looks for insert to app with check ((office = ANY (( SELECT acting_offices() AS acting_offices)::text[])) AND (by = ( SELECT acting_person() AS acting_person)) AND (EXISTS ( SELECT
   FROM request_unsealings u
  WHERE ((u.id = unsealing_looks.unsealing) AND (u.request = unsealing_looks.request) AND (u.office = unsealing_looks.office) AND (u.allowed_at IS NOT NULL) AND ((unsealing_looks.by = u.asked_by) OR ((unsealing_looks.by = u.allowed_by) AND (u.signed = 'two-persons'::text)))))));
grant insert, select on unsealing_looks to app;

create view current_meetings with (security_invoker=true) as
 SELECT m.id,
    m.calendar,
    m.number,
    m.office,
    m.unit,
    m.norm,
    m.period,
    m.day,
    m.start_time,
    m.planned_minutes,
    m.form,
    m.proposed_day,
    m.move_reason,
    r.region,
    r.year,
    r.published_at,
    m.id AS record,
        CASE
            WHEN (m.number = 1) THEN 0
            ELSE ( SELECT (count(*))::integer AS count
               FROM (released_meetings k
                 LEFT JOIN released_meetings b ON (((b.calendar = k.calendar) AND (b.number = (k.number - 1)) AND (b.id = k.id))))
              WHERE ((k.calendar = m.calendar) AND (k.id = m.id) AND ((k.number >= 2) AND (k.number <= m.number)) AND ((((((b.office IS DISTINCT FROM k.office) OR (b.unit IS DISTINCT FROM k.unit)) OR (b.day IS DISTINCT FROM k.day)) OR (b.start_time IS DISTINCT FROM k.start_time)) OR (b.planned_minutes IS DISTINCT FROM k.planned_minutes)) OR (b.form IS DISTINCT FROM k.form))))
        END AS sequence,
    '[]'::jsonb AS earlier,
    NULL::jsonb AS cancelled,
    NULL::jsonb AS outside,
    NULL::text AS own_number
   FROM (released_meetings m
     JOIN calendar_releases r ON (((r.calendar = m.calendar) AND (r.number = m.number))))
  WHERE ((NOT (EXISTS ( SELECT 1
           FROM calendar_releases later
          WHERE ((later.calendar = r.calendar) AND (later.number > r.number))))) AND (NOT (EXISTS ( SELECT 1
           FROM shown_meetings s
          WHERE (s.id = m.id)))))
UNION ALL
 SELECT v.id,
    v.schedule AS calendar,
    v.number,
    v.office,
    v.unit,
    v.norm,
    v.period,
    v.day,
    v.start_time,
    v.planned_minutes,
    v.form,
    v.proposed_day,
    v.move_reason,
    v.region,
    (EXTRACT(year FROM v.day))::integer AS year,
    r.published_at,
    v.id AS record,
        CASE
            WHEN (v.number = 1) THEN 0
            ELSE ( SELECT (count(*))::integer AS count
               FROM (released_visits k
                 LEFT JOIN released_visits b ON (((b.schedule = k.schedule) AND (b.number = (k.number - 1)) AND (b.id = k.id))))
              WHERE ((k.schedule = v.schedule) AND (k.id = v.id) AND ((k.number >= 2) AND (k.number <= v.number)) AND ((((((b.office IS DISTINCT FROM k.office) OR (b.unit IS DISTINCT FROM k.unit)) OR (b.day IS DISTINCT FROM k.day)) OR (b.start_time IS DISTINCT FROM k.start_time)) OR (b.planned_minutes IS DISTINCT FROM k.planned_minutes)) OR (b.form IS DISTINCT FROM k.form))))
        END AS sequence,
    '[]'::jsonb AS earlier,
    NULL::jsonb AS cancelled,
    NULL::jsonb AS outside,
    NULL::text AS own_number
   FROM (released_visits v
     JOIN schedule_releases r ON (((r.schedule = v.schedule) AND (r.number = v.number))))
  WHERE ((NOT (EXISTS ( SELECT 1
           FROM schedule_releases later
          WHERE ((later.schedule = r.schedule) AND (later.number > r.number))))) AND (NOT (EXISTS ( SELECT 1
           FROM shown_meetings s
          WHERE (s.id = v.id)))))
UNION ALL
 SELECT shown_meetings.id,
    shown_meetings.calendar,
    shown_meetings.number,
    shown_meetings.office,
    shown_meetings.unit,
    shown_meetings.norm,
    shown_meetings.period,
    shown_meetings.day,
    shown_meetings.start_time,
    shown_meetings.planned_minutes,
    shown_meetings.form,
    shown_meetings.proposed_day,
    shown_meetings.move_reason,
    shown_meetings.region,
    shown_meetings.year,
    shown_meetings.published_at,
    shown_meetings.record,
    shown_meetings.sequence,
    shown_meetings.earlier,
    shown_meetings.cancelled,
    shown_meetings.outside,
    shown_meetings.own_number
   FROM shown_meetings;
comment on view current_meetings is 'class: public — meetings as everybody sees them now';
grant select on current_meetings to app;
grant select on current_meetings to public_read;

create view demand_counts with (security_barrier=true) as
 SELECT demand,
    (count(*))::integer AS supporters
   FROM demand_supports
  GROUP BY demand;
comment on view demand_counts is 'class: public — how many support each demand';
grant select on demand_counts to app;
grant select on demand_counts to public_read;

create view entries with (security_invoker=true) as
 SELECT seq,
    id,
    type,
    at,
    asserted,
    actor,
    office,
    subject,
    payload,
    corrects,
    salt,
    recorded_at,
    digest,
    previous,
    hash,
    (NOT (EXISTS ( SELECT
           FROM journal_corrections c
          WHERE (c.entry = j.id)))) AS live
   FROM journal j;
comment on view entries is 'class: office — the journal, with whether each entry still stands';
grant select on entries to app;

create view journal_corrections as
 SELECT corrects AS entry
   FROM journal
  WHERE (corrects IS NOT NULL);
comment on view journal_corrections is 'class: public — which entries were corrected, by no word of what they say';
grant select on journal_corrections to app;

create view journal_hashes as
 SELECT seq,
    recorded_at,
    digest,
    previous,
    hash
   FROM journal;
comment on view journal_hashes is 'class: public — what a witness needs to see that nothing was changed';
grant select on journal_hashes to app;
grant select on journal_hashes to witness_read;

create view poll_counts with (security_barrier=true) as
 SELECT v.poll,
    (o.at - 1) AS option,
    (count(*) FILTER (WHERE ((o.at - 1) = ANY (v.choice))))::integer AS votes,
    (count(*))::integer AS voters
   FROM ((poll_votes v
     JOIN polls p ON ((p.id = v.poll)))
     CROSS JOIN LATERAL generate_series(1, jsonb_array_length(p.options)) o(at))
  GROUP BY v.poll, o.at;
comment on view poll_counts is 'class: public — how many chose each date, and how many voted';
grant select on poll_counts to app;
grant select on poll_counts to public_read;

create view public_entries with (security_barrier=true) as
 SELECT seq,
    id,
    type,
    at,
    asserted,
    NULL::text AS actor,
    office,
    subject,
    payload,
    corrects,
    ''::text AS salt,
    recorded_at,
    digest,
    previous,
    hash,
    live
   FROM ( SELECT j_1.seq,
            j_1.id,
            j_1.type,
            j_1.at,
            j_1.asserted,
            j_1.actor,
            j_1.office,
            j_1.subject,
            j_1.payload,
            j_1.corrects,
            j_1.salt,
            j_1.recorded_at,
            j_1.digest,
            j_1.previous,
            j_1.hash,
            (NOT (EXISTS ( SELECT
                   FROM journal c
                  WHERE (c.corrects = j_1.id)))) AS live
           FROM journal j_1) j
  WHERE (type IN ( SELECT p.type
           FROM public_entry_types p));
comment on view public_entries is 'class: public — entries of public types, without who wrote them';
grant select on public_entries to app;
grant select on public_entries to public_read;
