-- The states of a problem issue are those of its table (src/problems/states.ts), and no problem stands outside it.

alter table problems add constraint a_state_of_a_problem_is_known check (state in
  ('pooled', 'left-out', 'raised', 'explained', 'refused', 'planned', 'passed-on', 'solved', 'confirmed', 'disputed'));
create index problems_by_day on problems (opened_at desc, id desc);
-- A new version of a pool may say more exactly where it is.
grant update (unit, region) on problems to app;
