-- Who reads which partition (short leases with a fencing epoch), how far the effect of reading has been
-- committed, and counts that move in the same transaction as the position they belong to.
-- These tables hold no tenant's data but counts by tenant and source; they are the platform's own.

create table platform.member (
    role       text        not null,
    process    uuid        not null,
    expires_at timestamptz not null,
    primary key (role, process)
);

create table platform.log_position (
    consumer     text        not null,   -- processing, operations, tally ...
    topic        text        not null,
    partition    int         not null,
    next_offset  bigint      not null default 0,
    owner        uuid,
    epoch        bigint      not null default 0,   -- one more with each owner: a zombie's writes match no row
    expires_at   timestamptz not null default '-infinity',
    primary key (consumer, topic, partition)
) with (fillfactor = 50);

create table platform.log_count (
    consumer  text   not null,
    topic     text   not null,
    partition int    not null,
    tenant    text   not null,
    source    text   not null,
    measure   text   not null,   -- messages, bytes, entries, applied, duplicate, stale, parked, dead
    value     bigint not null,
    last_at   timestamptz not null,
    primary key (tenant, source, consumer, topic, partition, measure)
) with (fillfactor = 50);

alter table platform.log_count enable row level security;
alter table platform.log_count force row level security;
create policy tenant_only on platform.log_count
    using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
    with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]));

grant usage on schema platform to ${app};
grant select, insert, update, delete on all tables in schema platform to ${app};
