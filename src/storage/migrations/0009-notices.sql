-- Telling those who asked: the outbox belongs to the offices, who is told lies sealed.

-- Written with the change that it tells of, before anybody asks who hears it: no name and no address.
create table outbox_messages (
  id         text           not null constraint a_message_is_written_once primary key,
  topics     text[]         not null,
  wish       text           not null constraint a_message_answers_a_wish check (wish in ('changes', 'week', 'day')),
  office     text,
  payload    jsonb          not null constraint what_is_told_is_an_object check (jsonb_typeof(payload) = 'object'),
  written_at timestamptz(3) not null,
  spread_at  timestamptz(3),
  constraint a_message_has_topics check (cardinality(topics) between 1 and 50)
);
comment on table outbox_messages is 'class: office — what is to be told to subscribers, without who they are';
create index outbox_messages_unspread on outbox_messages (written_at) where spread_at is null;
create index outbox_messages_by_office on outbox_messages (office, written_at);
grant select, insert, update (spread_at) on outbox_messages to app;

-- An address is the row of one subscription and goes with it.
create table seal.subscriptions (
  id           text           not null constraint a_subscription_is_asked_for_once primary key,
  channel      text           not null constraint a_channel_is_known check (channel in ('mail', 'text')),
  blind        text           not null constraint an_address_is_found_by_a_keyed_hash check (blind ~ '^[0-9a-f]{64}$'),
  address      bytea          not null constraint an_address_is_sealed check (octet_length(address) between 29 and 400),
  topic        text           not null constraint a_topic_has_no_spaces check (topic !~ '\s'),
  hears        text[]         not null,
  language     text           not null constraint a_language_is_ours check (language in ('kk', 'ru', 'en')),
  wishes       text[]         not null constraint wishes_are_known check (wishes <@ array['changes', 'week', 'day']),
  token        text           not null constraint only_the_hash_of_the_token_is_kept check (token ~ '^[0-9a-f]{64}$'),
  asked_at     timestamptz(3) not null,
  confirmed_at timestamptz(3),
  constraint a_token_opens_one_subscription unique (token),
  constraint an_address_has_a_topic_once unique (blind, topic)
);
comment on table seal.subscriptions is 'class: sealed — who asked to be told of what; deleted when they have had enough';
create index subscriptions_by_what_they_hear on seal.subscriptions using gin (hears);
create index subscriptions_unconfirmed on seal.subscriptions (asked_at) where confirmed_at is null;

create table seal.deliveries (
  message      text           not null,
  subscription text           not null
    constraint a_delivery_goes_to_a_subscription references seal.subscriptions (id) on delete cascade,
  channel      text           not null,
  tries        int            not null default 0,
  next_at      timestamptz(3) not null,
  sent_at      timestamptz(3),
  given_up_at  timestamptz(3),
  fault        text           constraint a_fault_is_a_code check (fault ~ '^[A-Za-z0-9_-]{1,60}$'),
  constraint a_message_goes_to_a_subscription_once primary key (message, subscription)
);
comment on table seal.deliveries is 'class: sealed — one message for one subscription: waiting, sent or given up';
create index deliveries_waiting on seal.deliveries (next_at) where sent_at is null and given_up_at is null;
create index deliveries_of_a_subscription on seal.deliveries (subscription);

-- The key that is asked for is an id, the hash of a token, the keyed hash of an address, or the topics of a message
-- with spaces between.
alter table seal.subscriptions enable row level security;
alter table seal.subscriptions force row level security;
create policy subscriptions_asked_for on seal.subscriptions for all to seal
  using ((select asked_for()) in (id, token, blind) or hears && (select string_to_array(asked_for(), ' ')));
create policy unconfirmed_subscriptions_forgotten on seal.subscriptions for delete to seal
  using (confirmed_at is null and asked_at < now() - interval '7 days');

alter table seal.deliveries enable row level security;
alter table seal.deliveries force row level security;
create policy deliveries_of_what_is_asked_for on seal.deliveries for all to seal
  using (message = (select asked_for())
    or exists (select from seal.subscriptions s where s.id = subscription));
create policy deliveries_that_wait on seal.deliveries for select to seal
  using (sent_at is null and given_up_at is null);

grant select, insert, update (wishes, language, confirmed_at), delete on seal.subscriptions to seal;
grant select, insert, update (tries, next_at, sent_at, given_up_at, fault) on seal.deliveries to seal;

-- The calendar of the country is read by day, start and id, and goes on from such a key.
create index released_meetings_in_order on released_meetings (day, start_time, id);
create index released_meetings_of_a_release_in_order on released_meetings (calendar, number, day, start_time, id);
