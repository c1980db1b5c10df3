-- Where units lie and what their borders are, as the operator imported them. Both are of a code, not of a version: a place
-- stays where it is when it is renamed, and a border is only drawn for orientation, never a legal one.

create table unit_points (
  unit        text             not null constraint a_unit_has_one_point primary key,
  latitude    double precision not null,
  longitude   double precision not null,
  source      text             not null,
  imported_at timestamptz(3)   not null default clock_timestamp(),
  constraint a_point_is_of_a_code check (unit ~ '^[0-9]{9}$'),
  constraint a_point_lies_in_the_country
    check (latitude between 40.4 and 55.6 and longitude between 46.3 and 87.5),
  constraint a_point_names_its_source check (source <> '')
);
comment on table unit_points is 'class: public — where units lie (WGS 84), from which source, imported when';

create table unit_borders (
  unit        text           not null constraint a_unit_has_one_border primary key,
  -- Polygons of rings of [longitude, latitude], thinned to what a page can carry.
  outline     jsonb          not null,
  source      text           not null,
  imported_at timestamptz(3) not null default clock_timestamp(),
  constraint a_border_is_of_a_code check (unit ~ '^[0-9]{9}$'),
  constraint a_border_has_a_polygon check (jsonb_typeof(outline) = 'array' and jsonb_array_length(outline) > 0),
  constraint a_border_is_small_enough_for_a_page check (octet_length(outline::text) <= 262144),
  constraint a_border_names_its_source check (source <> '')
);
comment on table unit_borders is 'class: public — borders of regions and districts for maps, from which source, imported when';

-- What was made up for the demonstration goes when something real comes in.
grant select, insert, update, delete on unit_points, unit_borders to app;
grant select on unit_points, unit_borders to public_read;

insert into public_entry_types values ('points-imported'), ('borders-imported');
