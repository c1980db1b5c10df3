-- A resident is told which offices of his place sort what they are sent here: those where somebody holds a role for it on the day.
-- Nobody is named. The function runs as the owner, whom the walls bind too.
create policy grants_counted_for_residents on grants for select to current_user
  using (role in ('author', 'commission-member') and revoked_at is null);

create function offices_that_sort(asked text[], on_day date) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select distinct g.office from grants g
    where g.office = any (asked) and g.role in ('author', 'commission-member') and g.revoked_at is null
      and on_day between g.from_day and coalesce(g.to_day, 'infinity');
  end;
revoke execute on function offices_that_sort(text[], date) from public;
grant execute on function offices_that_sort(text[], date) to public_read;
