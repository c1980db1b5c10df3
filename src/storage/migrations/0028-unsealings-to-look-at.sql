-- Today asks at each visit which originals somebody was allowed to look at and has not: a handful of the newest.
create index unsealings_allowed on request_unsealings (office, asked_by, allowed_at) where allowed_at is not null;
