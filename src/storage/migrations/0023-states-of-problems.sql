-- The states of a problem issue are those of its table (src/problems/states.ts), and no problem stands outside it.

alter table problems add constraint a_state_of_a_problem_is_known check (state in
  ('pooled', 'left-out', 'raised', 'explained', 'refused', 'planned', 'passed-on', 'solved', 'confirmed', 'disputed'));
create index problems_by_day on problems (opened_at desc, id desc);
-- A new version of a pool may say more exactly where it is.
grant update (unit, region) on problems to app;

-- Who stands above is told of drafts that wait for an approval; what is in them he reads as somebody of that office.
create policy unapproved_pools_asked_for on pool_drafts for select to app
  using ((select asked_for()) = 'unapproved pools' and cardinality(editors) > 0);
