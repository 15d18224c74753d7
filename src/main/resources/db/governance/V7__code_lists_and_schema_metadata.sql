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
