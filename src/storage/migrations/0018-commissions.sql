-- The commission of an office: formed by an order, standing until the next one is. Whom its members stand for and how
-- many they are is everybody's to read; their names are the office's.

create table commissions (
  id           text           not null constraint a_commission_is_formed_once primary key,
  office       text           not null,
  number       int            not null constraint commissions_of_an_office_are_counted check (number >= 1),
  order_number text           not null
    constraint an_order_has_a_number check (char_length(order_number) between 1 and 60),
  order_day    date           not null,
  formed_by    text,
  formed_at    timestamptz(3) not null,
  categories   jsonb          not null
    constraint a_commission_has_members check (jsonb_typeof(categories) = 'array' and jsonb_array_length(categories) > 0),
  absent       text[]         not null,
  constraint one_commission_of_an_office_at_a_time unique (office, number)
);
comment on table commissions is 'class: public, insert-only — commissions of offices: their orders and whom their members stand for';
create trigger commissions_is_insert_only before update or delete or truncate on commissions
  for each statement execute function keep_insert_only();
alter table commissions enable row level security;
create policy commissions_are_read on commissions for select using (true);
create policy commissions_of_own_office on commissions for insert to app
  with check (office = any ((select acting_offices())::text[]));
grant select, insert on commissions to app;
-- Who recorded it stays with the office.
grant select (id, office, number, order_number, order_day, formed_at, categories, absent) on commissions to public_read;

create table commission_members (
  commission text not null constraint a_member_belongs_to_a_commission references commissions (id),
  place      int  not null constraint places_of_members_are_counted check (place >= 0),
  office     text not null,
  name       text not null constraint a_member_has_a_name check (char_length(name) between 1 and 120),
  category   jsonb not null,
  person     text constraint a_members_account_is_a_persons references persons (id),
  constraint a_place_in_a_commission_is_taken_once primary key (commission, place),
  constraint an_account_is_of_one_member unique (commission, person)
);
comment on table commission_members is 'class: personal — the names of members of commissions, and by whose account they work';
alter table commission_members enable row level security;
alter table commission_members force row level security;
create policy members_of_own_office on commission_members for all to app
  using (office = any ((select acting_offices())::text[]))
  with check (office = any ((select acting_offices())::text[]));
grant select, insert, update (person) on commission_members to app;

-- A role that no code knows is a slip of the pen.
alter table grants add constraint a_role_is_known check (role in
  ('author', 'signer', 'commission-member', 'maslikhat-secretary', 'auditor', 'administrator'));
alter table invitations add constraint an_offered_role_is_known check (role in
  ('author', 'signer', 'commission-member', 'maslikhat-secretary', 'auditor', 'administrator'));
