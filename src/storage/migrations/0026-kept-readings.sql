-- What grouping read in the words of a request, so that a start need not read them again. Nothing rests on it: a line of
-- another version counts for none, and the words say it anew (room `reading`: KeptReading).

create table kept_readings (
  request text not null constraint a_request_is_kept_as_read_once primary key
          constraint what_is_kept_was_read_in_a_request references requests (id),
  office  text not null,
  -- Of the reader and of the names of the office's places.
  version text not null,
  packed  text not null
);
comment on table kept_readings is 'class: office — what was read in the masked words of a request, by which reader; made anew from them';

alter table kept_readings enable row level security;
alter table kept_readings force row level security;
create policy kept_readings_of_own_office on kept_readings for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update (version, packed) on kept_readings to app;
