-- What a source has agreed to send, field by field. A version never changes.
create table governance.source_contract (
    tenant      text        not null,
    source      text        not null,
    version     int         not null,
    documents   jsonb       not null,
    note        text        not null default '',
    accepted_by text        not null,
    accepted_at timestamptz not null default now(),
    primary key (tenant, source, version)
);

alter table governance.source add column contract_version int;   -- null: no contract is in force
alter table governance.source add foreign key (tenant, source, contract_version) references governance.source_contract;

-- Where what came departs from its contract: one open row for a field and a kind of departure.
create table governance.finding (
    tenant           text        not null,
    id               bigint      generated always as identity,
    source           text        not null,
    document         text        not null,      -- kind of document, as the contract names it
    path             text        not null,
    kind             text        not null,
    severity         text        not null,      -- note: the document went on; breaking: it is dead
    contract_version int         not null,      -- that was departed from first
    expected         text        not null,
    observed         text        not null,
    count            bigint      not null,      -- documents
    first_seen       timestamptz not null,      -- when the first of their messages was accepted
    last_seen        timestamptz not null,
    examples         jsonb       not null,      -- the first few: address, ref, place, value
    state            text        not null default 'open',
    closed_by        text,
    closed_at        timestamptz,
    closed_why       text,
    closed_fix       text,                      -- contract@3 or a mapping version
    primary key (tenant, id)
);
create unique index on governance.finding (tenant, source, document, path, kind) where state = 'open';
create index on governance.finding (tenant, source, state, id);

-- Which mapping versions have read which field of a source, and what became of its value.
create table governance.field_read (
    tenant       text        not null,
    source       text        not null,
    path         text        not null,
    mapping      text        not null,          -- name@version
    event_type   text        not null,          -- canonical type; empty where only the mapping looked
    field        text        not null,          -- canonical field; empty likewise
    last_read_at timestamptz not null,          -- acceptance of the message in which it was seen
    primary key (tenant, source, path, mapping, event_type, field)
);

-- Who asked which endpoint, and when last.
create table governance.endpoint_read (
    tenant       text        not null,
    client       text        not null,
    endpoint     text        not null,          -- GET /v1/orders/{id}
    last_read_at timestamptz not null,
    primary key (tenant, client, endpoint)
);

do $$
declare t text;
begin
    foreach t in array array['source_contract', 'finding', 'field_read', 'endpoint_read'] loop
        execute format('alter table governance.%I enable row level security', t);
        execute format('alter table governance.%I force row level security', t);
        execute format($p$create policy tenant_only on governance.%I
            using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
            with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))$p$, t);
        execute format('grant select, insert, update on governance.%I to ${app}', t);
    end loop;
end $$;
revoke update on governance.source_contract from ${app};
