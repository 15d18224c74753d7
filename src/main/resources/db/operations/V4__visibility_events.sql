-- EPCIS events as told. An error declaration has the id of the event that it declares wrong, and is another telling
-- of it: both are kept, in whatever order they come. Of two contents of one telling the greater stands.
create table operations.visibility_event (
    tenant       text        not null,
    event_id     text        not null,
    telling      text        not null check (telling in ('event', 'error')),
    stamp        bigint      not null,   -- of an error declaration when it was declared, microseconds since 1970; else 0
    content      uuid        not null,
    source       text        not null,
    event_type   text        not null,
    action       text        not null,
    event_time   timestamptz not null,
    biz_step     text        not null,
    disposition  text        not null,
    read_point   text        not null,   -- places and things in their normal form, else as told: two tellings of one
    biz_location text        not null,   -- place are found alike
    event        text        not null,   -- the whole event, EPCIS 2.0 JSON
    recorded_at  timestamptz not null,   -- when the bytes became durable: the standard's record time
    applied_at   timestamptz not null,
    primary key (tenant, event_id, telling)
);
create index visibility_event_time on operations.visibility_event (tenant, event_time, event_id, telling);

-- The things of an event, in their normal form or else as told. A table, not an array: with row-level security an
-- index serves only operators that leak nothing, and those of arrays may.
create table operations.visibility_epc (
    tenant   text not null,
    epc      text not null,
    event_id text not null,
    telling  text not null,
    role     text not null check (role in ('of', 'child', 'input', 'output', 'parent')),
    primary key (tenant, epc, event_id, telling, role)
);
create index visibility_epc_event on operations.visibility_epc (tenant, event_id, telling);

do $$
declare t text;
begin
    foreach t in array array['visibility_event', 'visibility_epc'] loop
        execute format('alter table operations.%I enable row level security', t);
        execute format('alter table operations.%I force row level security', t);
        execute format($p$create policy tenant_only on operations.%I
            using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
            with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))$p$, t);
    end loop;
end $$;

alter table operations.visibility_event alter event set statistics 0;
alter table operations.visibility_event alter content set statistics 0;

grant select, insert, update, delete on operations.visibility_event, operations.visibility_epc to ${app};
