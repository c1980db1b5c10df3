-- Files that offices show to everybody: proofs that a notice was carried. Made harmless before they come here.

create table files (
  id       text           not null constraint a_file_is_kept_once primary key,
  office   text           not null,
  subject  text           not null,
  name     text           not null constraint a_file_has_a_plain_name check (name !~ '[/\\[:cntrl:]]'),
  type     text           not null
    constraint a_file_is_a_picture_or_a_pdf
      check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes    bytea          not null
    constraint a_file_is_not_too_large check (octet_length(bytes) between 1 and 10485760),
  sha256   text           not null
    constraint a_file_is_what_its_hash_says check (sha256 = encode(sha256(bytes), 'hex')),
  given_at timestamptz(3) not null
);
comment on table files is 'class: public, insert-only — files that offices show to everybody, made harmless';
-- Pictures and PDFs are packed already: to pack them again costs time and gains nothing.
alter table files alter column bytes set storage external;
create index files_of_a_subject on files (subject, given_at);
create trigger files_is_insert_only before update or delete or truncate on files
  for each statement execute function keep_insert_only();
alter table files enable row level security;
create policy files_are_read on files for select using (true);
create policy files_of_own_office on files for insert to app
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on files to app;
grant select on files to public_read;
