-- Copies of the directory kept in memory are refreshed by what changed since.
alter table governance.client add column changed_at timestamptz not null default now();

-- What is done once in the life of this installation, such as sending the demo's data.
create table governance.once (
    name    text primary key,
    done_at timestamptz not null default now()
);
grant select, insert, update, delete on governance.once to ${app};
