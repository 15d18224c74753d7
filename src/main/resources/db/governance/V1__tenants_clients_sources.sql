-- The directory: tenants exist before any transaction is scoped to one, so it names no tenant's business.
create table governance.tenant (
    tenant     text primary key,
    name       text        not null,
    created_at timestamptz not null default now()
);

-- OAuth 2 clients. A generated secret has 256 random bits, so a keyed SHA-256 of it is kept.
create table governance.client (
    client_id   text primary key,
    tenant      text        not null references governance.tenant,
    name        text        not null,
    secret_hash text        not null,
    scopes      text        not null,   -- separated by blanks, as in a token
    created_at  timestamptz not null default now(),
    revoked_at  timestamptz
);

-- Keys that sign tokens (RS256); the newest signs, all unexpired verify.
create table governance.signing_key (
    key_id     text primary key,
    jwk        text        not null,    -- encrypted under the process's own key file
    created_at timestamptz not null default now()
);

create table governance.mapping (
    tenant       text        not null,
    name         text        not null,
    version      int         not null,
    expression   text        not null,
    author       text        not null,
    published_at timestamptz not null default now(),
    primary key (tenant, name, version)
);

create table governance.source (
    tenant              text        not null,
    source              text        not null,
    adapter             text        not null,
    mapping             text        not null,
    mapping_version     int         not null,
    dedupe_key          text,
    ordering_key        text,
    contract            jsonb       not null,
    parameters          jsonb       not null,
    strictness          text        not null,
    freshness_objective interval    not null,
    changed_by          text        not null,
    changed_at          timestamptz not null default now(),
    primary key (tenant, source),
    foreign key (tenant, mapping, mapping_version) references governance.mapping
);

create table governance.audit (
    tenant    text        not null,
    at        timestamptz not null default now(),
    id        bigint      generated always as identity,
    principal text        not null,
    action    text        not null,     -- source.put, dead_letters.reprocess, order.cancel ...
    target    text        not null,
    detail    jsonb       not null default '{}',
    trace     text        not null default '',
    primary key (tenant, id)
);

do $$
declare t text;
begin
    foreach t in array array['mapping', 'source', 'audit'] loop
        execute format('alter table governance.%I enable row level security', t);
        execute format('alter table governance.%I force row level security', t);
        execute format($p$create policy tenant_only on governance.%I
            using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
            with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))$p$, t);
    end loop;
end $$;

grant usage on schema governance to ${app};
grant select, insert, update, delete on all tables in schema governance to ${app};
revoke update, delete on governance.audit from ${app};
