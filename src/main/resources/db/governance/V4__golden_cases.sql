-- What a mapping has to make of given bytes; checked before a version of it is published.
create table governance.mapping_case (
    tenant       text        not null,
    mapping      text        not null,
    name         text        not null,
    source       text        not null,     -- whose adapter and parameters read the bytes
    content_type text        not null,
    content      bytea       not null,
    expected     jsonb       not null,
    changed_by   text        not null,
    changed_at   timestamptz not null default now(),
    primary key (tenant, mapping, name)
);
alter table governance.mapping_case enable row level security;
alter table governance.mapping_case force row level security;
create policy tenant_only on governance.mapping_case
    using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
    with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]));
grant select, insert, update, delete on governance.mapping_case to ${app};
