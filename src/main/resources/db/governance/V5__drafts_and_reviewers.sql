-- A draft has the number it will be published by, and is nothing that a source could read by.
alter table governance.mapping
    add column note     text not null default '',
    add column reviewer text;                         -- who published a draft of another's or their own; null: published at once
create table governance.mapping_draft (
    tenant     text        not null,
    name       text        not null,
    version    int         not null,
    expression text        not null,
    note       text        not null,
    author     text        not null,                  -- who wrote it last
    changed_at timestamptz not null default now(),
    primary key (tenant, name, version)
);
alter table governance.mapping_draft enable row level security;
alter table governance.mapping_draft force row level security;
create policy tenant_only on governance.mapping_draft
    using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
    with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]));
grant select, insert, update, delete on governance.mapping_draft to ${app};
-- Mappings whose versions another than their author publishes.
create table governance.mapping_review (
    tenant     text        not null,
    name       text        not null,
    changed_by text        not null,
    changed_at timestamptz not null default now(),
    primary key (tenant, name)
);
alter table governance.mapping_review enable row level security;
alter table governance.mapping_review force row level security;
create policy tenant_only on governance.mapping_review
    using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
    with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]));
grant select, insert, update, delete on governance.mapping_review to ${app};
