-- A tenant's registry of schemas as a whole. Its row is locked by whoever writes, so ids are dense.
create table governance.registry (
    tenant        text        primary key,
    last_id       int         not null default 0,   -- never given again, even when its schema is gone
    compatibility text,                              -- null: as the installation has it
    mode          text
);

create table governance.registry_subject (
    tenant        text        not null,
    subject       text        not null,
    last_version  int         not null default 0,   -- 0: something was set for it, nothing registered
    compatibility text,                              -- null: as the registry has it
    mode          text,
    primary key (tenant, subject)
);

-- A schema has its id wherever it is registered; the hash is of its type, text and references.
create table governance.registry_schema (
    tenant      text        not null,
    id          int         not null,
    type        text        not null,
    text        text        not null,
    hash        bytea       not null,
    created_by  text        not null,
    created_at  timestamptz not null default now(),
    primary key (tenant, id),
    unique (tenant, hash)
);

create table governance.registry_version (
    tenant        text        not null,
    subject       text        not null,
    version       int         not null,
    id            int         not null,
    registered_by text        not null,
    registered_at timestamptz not null default now(),
    deleted_at    timestamptz,                       -- hidden, yet what was written with it can be read
    primary key (tenant, subject, version),
    foreign key (tenant, subject) references governance.registry_subject,
    foreign key (tenant, id) references governance.registry_schema
);
create index on governance.registry_version (tenant, id);

create table governance.registry_reference (
    tenant      text        not null,
    id          int         not null,               -- of the schema that refers
    place       int         not null,               -- in the order in which it was written
    name        text        not null,
    to_subject  text        not null,
    to_version  int         not null,
    primary key (tenant, id, place),
    foreign key (tenant, id) references governance.registry_schema on delete cascade,
    foreign key (tenant, to_subject, to_version) references governance.registry_version deferrable initially deferred
);
create index on governance.registry_reference (tenant, to_subject, to_version);

do $$
declare t text;
begin
    foreach t in array array['registry', 'registry_subject', 'registry_schema', 'registry_version', 'registry_reference'] loop
        execute format('alter table governance.%I enable row level security', t);
        execute format('alter table governance.%I force row level security', t);
        execute format($p$create policy tenant_only on governance.%I
            using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
            with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))$p$, t);
        execute format('grant select, insert, update, delete on governance.%I to ${app}', t);
    end loop;
end $$;
