-- A new release raises the SEQUENCE of those meetings alone that it changes (RFC 5545 §3.8.7.4).
create or replace view current_meetings with (security_invoker) as
  select m.*, r.region, r.year, r.published_at,
         m.id as record,
         case when m.number = 1 then 0 else (
           select count(*)::int from released_meetings k
             left join released_meetings b on b.calendar = k.calendar and b.number = k.number - 1 and b.id = k.id
            where k.calendar = m.calendar and k.id = m.id and k.number between 2 and m.number
              and (b.office, b.unit, b.day, b.start_time, b.planned_minutes, b.form)
                  is distinct from (k.office, k.unit, k.day, k.start_time, k.planned_minutes, k.form)
         ) end as sequence,
         '[]'::jsonb as earlier, null::jsonb as cancelled, null::jsonb as outside, null::text as own_number
    from released_meetings m
    join calendar_releases r on r.calendar = m.calendar and r.number = m.number
   where not exists (
     select 1 from calendar_releases later where later.calendar = r.calendar and later.number > r.number
   ) and not exists (select 1 from shown_meetings s where s.id = m.id)
  union all
  select v.id, v.schedule, v.number, v.office, v.unit, v.norm, v.period, v.day, v.start_time, v.planned_minutes,
         v.form, v.proposed_day, v.move_reason, v.region, extract(year from v.day)::int, r.published_at,
         v.id,
         case when v.number = 1 then 0 else (
           select count(*)::int from released_visits k
             left join released_visits b on b.schedule = k.schedule and b.number = k.number - 1 and b.id = k.id
            where k.schedule = v.schedule and k.id = v.id and k.number between 2 and v.number
              and (b.office, b.unit, b.day, b.start_time, b.planned_minutes, b.form)
                  is distinct from (k.office, k.unit, k.day, k.start_time, k.planned_minutes, k.form)
         ) end,
         '[]'::jsonb, null::jsonb, null::jsonb, null::text
    from released_visits v
    join schedule_releases r on r.schedule = v.schedule and r.number = v.number
   where not exists (
     select 1 from schedule_releases later where later.schedule = r.schedule and later.number > r.number
   ) and not exists (select 1 from shown_meetings s where s.id = v.id)
  union all
  select id, calendar, number, office, unit, norm, period, day, start_time, planned_minutes, form, proposed_day,
         move_reason, region, year, published_at, record, sequence, earlier, cancelled, outside, own_number
    from shown_meetings;

-- Who stands above many offices asks at once where a reset waits; names are asked for office by office.
create policy open_resets_are_counted on factor_resets for select to app
  using ((select asked_for()) = 'open resets' and signed_at is null);
-- And where a signature does: who stands above an office that has no free signer signs in its place.
create policy unsigned_meetings_asked_for on meetings for select to app
  using ((select asked_for()) = 'unsigned meetings' and state <> 'cancelled' and signed_by is null
         and (change is not null or cardinality(editors) > 0));
