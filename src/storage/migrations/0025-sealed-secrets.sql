-- What one-time codes are made of lies under the key of the installation. What lay in the open before is sealed at the next
-- start, for SQL has no key; from now on the role of the product cannot write a secret in the open.
alter table one_time_codes
  add column sealed bytea constraint a_sealed_secret_has_48_bytes check (octet_length(sealed) = 48),
  alter column secret drop not null,
  add constraint a_secret_lies_in_one_place check (num_nonnulls(secret, sealed) = 1);

alter policy one_time_codes_of_the_person_asked_for on one_time_codes
  with check (person = (select asked_for()) and secret is null);
create policy secrets_in_the_open_asked_for_by_the_start on one_time_codes for select to app
  using ((select asked_for()) = 'secrets in the open' and secret is not null);

grant update (sealed) on one_time_codes to app;
