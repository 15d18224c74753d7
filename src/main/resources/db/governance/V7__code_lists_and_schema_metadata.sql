-- What a tenant's partners' codes mean; a version is never changed.
create table governance.code_list_version (
    tenant       text        not null,
    name         text        not null,
    version      int         not null,
    codes        jsonb       not null,     -- [{"code", "meaning", "note"}], in the order of codes
    valid_from   date,                     -- null: at once
    author       text        not null,     -- tidegate: as the program brought it
    published_at timestamptz not null default now(),
    primary key (tenant, name, version)
);
alter table governance.code_list_version enable row level security;
alter table governance.code_list_version force row level security;
create policy tenant_only on governance.code_list_version
    using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
    with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]));
grant select, insert on governance.code_list_version to ${app};

-- By name of a list the version that the mapping reads it in; null: from before lists had versions.
alter table governance.mapping add column code_lists jsonb;

-- What goes with a schema's text and is in its hash; blank for none.
alter table governance.registry_schema
    add column metadata text not null default '',
    add column rule_set text not null default '';

-- Whether each field of a schema must say what it means; null: as the registry has it, or not.
alter table governance.registry add column semantics boolean;
alter table governance.registry_subject add column semantics boolean;
