-- Who allows an unsealing: a signer of the office; where the office has no two persons for it, one of an office above, who
-- does not look himself. How it was allowed stands with it for good.

alter table request_unsealings add column signed text
  constraint an_unsealing_is_allowed_in_a_known_way check (signed in ('two-persons', 'signer-above'));
update request_unsealings set signed = 'two-persons' where allowed_by is not null;
alter table request_unsealings add constraint an_allowance_says_how_it_was_given
  check ((signed is null) = (allowed_by is null));
grant update (signed) on request_unsealings to app;

-- Who stands above is told of what waits; whether he may allow it is the rule's to say.
create policy unsealings_that_wait_asked_for on request_unsealings for select to app
  using ((select asked_for()) = 'unsealings that wait' and allowed_at is null);

-- The rule below runs as the owner, whom the walls bind too.
create policy grants_known_to_the_rule_of_unsealing on grants for select to current_user
  using (role in ('author', 'commission-member', 'signer') and revoked_at is null);

-- As `unsealingSignedBy` has it. The day is that of the allowance in the country's one zone.
create function may_allow_unsealing(who text, of_office text, allowed timestamptz, way text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with recursive
      today as (select (allowed at time zone interval '5 hours')::date as day),
      held as (select g.person, g.office, g.role from grants g, today
        where g.revoked_at is null and g.role in ('author', 'commission-member', 'signer')
          and day between g.from_day and coalesce(g.to_day, 'infinity')),
      above (code) as (
        select u.parent from units u, today where 'akim.' || u.code = of_office
          and day between coalesce(u.valid_from, '-infinity') and coalesce(u.valid_to, 'infinity')
        union
        select u.parent from units u join above a on u.code = a.code, today
          where day between coalesce(u.valid_from, '-infinity') and coalesce(u.valid_to, 'infinity'))
    select case way
      when 'two-persons' then exists (select from held where person = who and office = of_office and role = 'signer')
      when 'signer-above' then
        not exists (select from held s join held a on a.office = s.office and a.person <> s.person
          where s.office = of_office and s.role = 'signer' and a.role <> 'signer')
        and exists (select from held where person = who and role = 'signer'
          -- Over regions and bodies stands the Government's office.
          and case when of_office ~ '^akim\.' and of_office !~ '0{7}$'
            then office in (select 'akim.' || code from above) else office = 'government' and of_office <> office end)
      else false end;
  end;
revoke execute on function may_allow_unsealing(text, text, timestamptz, text) from public;
grant execute on function may_allow_unsealing(text, text, timestamptz, text) to app;

create policy unsealings_are_asked_first on request_unsealings as restrictive for insert to app
  with check (allowed_by is null);
create policy unsealings_are_allowed_once_by_a_second_person on request_unsealings as restrictive for update to app
  using (allowed_by is null)
  with check (allowed_by = (select acting_person()) and may_allow_unsealing(allowed_by, office, allowed_at, signed));

-- Who allows from above is a second pair of eyes and no reader.
drop policy looks_of_those_who_were_allowed on unsealing_looks;
create policy looks_of_those_who_were_allowed on unsealing_looks for insert to app
  with check (office = any ((select acting_offices())::text[]) and by = (select acting_person())
    and exists (select from request_unsealings u
      where u.id = unsealing_looks.unsealing and u.request = unsealing_looks.request
        and u.office = unsealing_looks.office and u.allowed_at is not null
        and (unsealing_looks.by = u.asked_by or unsealing_looks.by = u.allowed_by and u.signed = 'two-persons')));
