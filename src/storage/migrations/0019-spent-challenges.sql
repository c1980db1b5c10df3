-- Proofs of work that were spent: each counts for one form, until its challenge is over.
create table spent_challenges (
  mark  text           not null
    constraint a_challenge_is_spent_once primary key
    constraint a_challenge_is_known_by_its_signature check (mark ~ '^[0-9a-f]{64}$'),
  form  text           not null,
  until timestamptz(3) not null
);
comment on table spent_challenges is 'class: office — challenges that were spent, and on which form; nothing of who sent it';
create index spent_challenges_by_end on spent_challenges (until);
grant select, insert, delete on spent_challenges to app;
