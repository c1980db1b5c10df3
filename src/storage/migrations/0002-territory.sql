-- Units of the territorial division by date, what they are found by, editions of the classifier, holders of offices.

create extension if not exists btree_gist;

-- A row is what was true of a unit from one day to another; null: as far as is known.
create table units (
  id         bigint  generated always as identity constraint a_version_has_its_own_row primary key,
  code       text    not null,
  parent     text,
  kind       text    not null,
  name_kk    text    not null,
  name_ru    text    not null,
  name_en    text    not null,
  short_kk   text    not null,
  short_ru   text    not null,
  short_en   text    not null,
  has_akim   boolean not null,
  valid_from date,
  valid_to   date,
  -- Whole names as they are typed: folded and run together; bare ones in small letters.
  whole_keys text[]  not null,
  plain_keys text[]  not null,
  constraint a_code_has_nine_digits check (code ~ '^[0-9]{9}$'),
  constraint a_unit_stands_under_another check (parent ~ '^[0-9]{9}$' and parent <> code),
  constraint a_version_ends_after_it_begins check (valid_to >= valid_from),
  constraint a_unit_has_one_version_a_day
    exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table units is 'class: public — units of the territorial division, one row a version';
create index units_by_parent on units (parent, code);
create index units_by_code on units (code);

-- Folded words of the names; a search asks for those that begin with what was typed.
create table unit_words (
  unit bigint not null constraint a_word_belongs_to_a_version references units (id) on delete cascade,
  word text   not null,
  constraint a_word_is_kept_once primary key (unit, word)
);
comment on table unit_words is 'class: public — what units are found by';
create index unit_words_by_beginning on unit_words (word text_pattern_ops, unit);

create table register_editions (
  day         date           not null constraint an_edition_is_imported_once primary key,
  valid_from  date,
  imported_at timestamptz(3) not null default clock_timestamp()
);
comment on table register_editions is 'class: public, insert-only — editions of the classifier that were imported';
create trigger register_editions_is_insert_only before update or delete or truncate on register_editions
  for each statement execute function keep_insert_only();

create table holders (
  office     text    not null,
  name_kk    text    not null,
  name_ru    text    not null,
  name_en    text    not null,
  acting     boolean not null,
  valid_from date    not null,
  valid_to   date,
  constraint a_holder_leaves_after_coming check (valid_to >= valid_from),
  -- Two akims of one unit at once cannot be; one who acts may stand beside the one who is away.
  constraint an_office_has_one_holder_a_day
    exclude using gist (office with =, daterange(valid_from, valid_to, '[]') with &&) where (not acting)
);
comment on table holders is 'class: public — who holds an office, or acts in it, from which day to which';
create index holders_by_office on holders (office);

grant select, insert, update, delete on units to app;
grant select, insert, delete on unit_words to app;
grant select, insert on register_editions to app;
grant select, insert, update (valid_to) on holders to app;
grant select on units, unit_words, register_editions, holders to public_read;
