-- Quantities are bigint, in millionths of the unit; amounts numeric. Filtered columns are text, uuid, bigint
-- or timestamptz, so that row-level security costs little. Every state below is a function of the set of
-- events applied, not of the order in which they came: that is why a replay gives the same state.

-- The journal: one row an entry. Its primary key is the address of the bytes, so a redelivery is met here;
-- its dedupe key is claimed once a tenant, in the transaction of the effect.
create table operations.journal (
    lane          smallint    not null,
    partition     smallint    not null,
    log_offset    bigint      not null,
    entry         int         not null,
    entries       int         not null,
    attempt       smallint    not null,
    tenant        text        not null,
    source        text        not null,
    type          text        not null,
    fate          text        not null check (fate in ('applied', 'duplicate', 'stale', 'parked', 'dead')),
    key           text        not null,
    ordering_key  text        not null,
    ref           text        not null,
    dedupe        uuid,                  -- null where the claim is another row's (duplicate, conflict)
    content       uuid        not null,
    version       bigint      not null,
    mapping       text        not null,
    findings      text        not null,  -- of a lenient reading, one a line
    accepted_at   timestamptz not null,
    applied_at    timestamptz not null,
    primary key (log_offset, lane, partition, entry)
);
-- The tenant comes last where a key is asked for exactly: keys differ sooner.
create unique index journal_dedupe on operations.journal (dedupe, tenant) where dedupe is not null;
create index journal_key on operations.journal (key, tenant);
create index journal_time on operations.journal (tenant, applied_at);

-- What is dead or parked, and why; resolved once reprocessed into another fate.
create table operations.dead_letter (
    tenant        text        not null,
    id            bigint      generated always as identity,
    lane          smallint    not null,
    partition     smallint    not null,
    log_offset    bigint      not null,
    entry         int         not null,
    source        text        not null,
    type          text        not null,
    fate          text        not null check (fate in ('parked', 'dead')),
    key           text        not null,
    ordering_key  text        not null,
    ref           text        not null,
    failure_class text        not null,
    code          text        not null,
    place         text        not null,
    reason        text        not null,
    next_step     text        not null,
    attempt       smallint    not null,
    state         text        not null default 'open' check (state in ('open', 'reprocessing', 'resolved', 'discarded')),
    accepted_at   timestamptz not null,
    created_at    timestamptz not null,
    resolved_at   timestamptz,
    primary key (tenant, id)
);
create unique index dead_letter_entry on operations.dead_letter (tenant, log_offset, lane, partition, entry);
create index dead_letter_open on operations.dead_letter (tenant, state, id);
-- The lines behind parked events: later ones of their ordering key wait, by id. Conflicts hold up nobody.
create index dead_letter_line on operations.dead_letter (tenant, ordering_key, id)
    where fate = 'parked' and failure_class = 'fault' and state in ('open', 'reprocessing');

create table operations.orders (
    tenant       text        not null,
    kind         text        not null check (kind in ('sales', 'purchase')),
    number       text        not null,
    version      bigint      not null,
    content      uuid        not null,   -- breaks the tie of equal versions, so that the winner is the same in any order
    source       text        not null,
    status       text        not null check (status in ('open', 'cancelled', 'closed')),
    partner      text        not null,
    partner_name text        not null,
    currency     text        not null,
    ordered_at   timestamptz not null,
    requested_on date,
    lines        jsonb       not null,   -- as told
    applied_at   timestamptz not null,
    primary key (tenant, kind, number)
);
create index orders_time on operations.orders (tenant, ordered_at, number);

-- Per order and item: ordered by the order, shipped by its shipments, moved by the movements that name it. Any of
-- them may come first; all upsert this row, and its lock makes them agree on what is still due. Shipments and
-- movements are matched by order and item alone: where they left from is not always told, or told alike.
-- A row of zeros is deleted, so that the table is the same however the events came.
create table operations.order_item (
    tenant     text   not null,
    kind       text   not null,
    number     text   not null,
    item       text   not null,
    location   text   not null default '',   -- the lowest told for the item; '' while nothing is ordered
    ordered    bigint not null default 0,    -- by the latest version while it is open, else 0
    split      jsonb,                        -- {location: millionths} where one order tells several for an item
    shipped    bigint not null default 0,    -- sales: by outbound shipments; purchase: by inbound ones
    moved      bigint not null default 0,    -- sales: by issues; purchase: by receipts
    ordered_at timestamptz not null default '-infinity',
    due        bigint generated always as (greatest(ordered - greatest(shipped, moved, 0), 0)) stored,
    primary key (number, item, kind, tenant)
);
-- The queue for stock, where there is not enough for all.
create index order_item_queue on operations.order_item (item, location, tenant)
    where kind = 'sales' and due > 0;

-- Responses, invoices, acknowledgements: kept as told beside the order they speak of.
create table operations.document (
    tenant       text        not null,
    type         text        not null check (type in ('order_response', 'invoice', 'acknowledgement')),
    number       text        not null,
    order_kind   text        not null,
    order_number text        not null,
    version      bigint      not null,
    content      uuid        not null,
    source       text        not null,
    partner      text        not null,
    status       text        not null,
    issued_at    timestamptz not null,
    body         jsonb       not null,
    applied_at   timestamptz not null,
    primary key (tenant, type, number, source)
);
create index document_order on operations.document (tenant, order_number);

create table operations.shipment (
    tenant        text        not null,
    number        text        not null,
    version       bigint      not null,  -- -1 until its own document has come (a milestone came first)
    content       uuid        not null,
    source        text        not null,
    direction     text        not null,
    status        text        not null,
    partner       text        not null,
    partner_name  text        not null,
    carrier       text        not null,
    tracking      text        not null,
    from_location text        not null,
    to_location   text        not null,
    shipped_at    timestamptz,
    expected_at   timestamptz,
    lines         jsonb       not null,
    applied_at    timestamptz not null,
    primary key (tenant, number)
);

-- Per inbound shipment and item: shipped by its latest version, received by the receipts that name it; either may
-- come first. What is due is in transit to its location. A row of zeros is deleted.
create table operations.shipment_item (
    tenant   text   not null,
    number   text   not null,
    item     text   not null,
    location text,                         -- null while nothing is shipped
    shipped  bigint not null default 0,    -- while shipped or delivered; 0 while planned, or cancelled
    received bigint not null default 0,
    due      bigint generated always as (greatest(shipped - greatest(received, 0), 0)) stored,
    primary key (tenant, number, item)
);

create table operations.shipment_milestone (
    tenant      text        not null,
    shipment    text        not null,
    occurred_at timestamptz not null,
    code        text        not null,
    location    text        not null,
    content     uuid        not null,   -- the greater wins where the same milestone is told twice
    note        text        not null,
    source      text        not null,
    primary key (tenant, shipment, occurred_at, code, location)
);

-- The stock ledger, double entry: each row moves a quantity from one account to another, so that all accounts
-- together are always zero. Accounts: stock:LOC, transit:LOC, supplier, customer, adjustment. Append only.
-- Only stock movements write it. A shipment's document may be replaced by a later version and so can't be a leg.
create table operations.stock_ledger (
    lane         smallint    not null,
    partition    smallint    not null,
    log_offset   bigint      not null,
    entry        int         not null,
    tenant       text        not null,
    item         text        not null,
    lot          text        not null,
    debit        text        not null,   -- the account that receives
    credit       text        not null,   -- the account that gives
    quantity     bigint      not null check (quantity > 0),
    kind         text        not null,
    reference    text        not null,   -- the movement's number
    order_number text        not null,
    shipment     text        not null,
    reason       text        not null,
    occurred_at  timestamptz not null,
    primary key (log_offset, lane, partition, entry)
);
create index stock_ledger_item on operations.stock_ledger (tenant, item, occurred_at);

-- Counts as told; only the latest of a place speaks.
create table operations.stock_count (
    tenant     text        not null,
    item       text        not null,
    location   text        not null,
    lot        text        not null,
    counted_at timestamptz not null,
    content    uuid        not null,
    number     text        not null,
    source     text        not null,
    quantity   bigint      not null check (quantity >= 0),
    primary key (tenant, item, location, lot)
);

-- Balances, derived from the ledger and the latest count in the transaction that writes them.
--   moved    = sum of the ledger: debits minus credits of stock:LOC
--   variance = counted - moved up to the count (the balance of the inventory variance account); 0 without a count
--   on hand  = what the books explain: never below zero. A physical fact is not refused for lack of it on the books:
--              what they can't explain is shown as shortage, pending reconciliation.
--   demand   = due to sales orders (order_item); on the row without a lot, orders name none
--   transit  = due from inbound shipments (shipment_item) plus transit:LOC of the ledger; on the row without a lot
--   reserved = what sales orders still want, as far as it is there.
-- A row that nothing speaks of any more is deleted; its version is a clock, and so does not start again.
create table operations.stock (
    tenant     text        not null,
    item       text        not null,
    location   text        not null,
    lot        text        not null,
    moved      bigint      not null default 0,
    variance   bigint      not null default 0,
    counted_at timestamptz not null default '-infinity',
    demand     bigint      not null default 0,
    transit    bigint      not null default 0,
    version    bigint      not null,     -- microseconds since 1970, or one more than it was where that is more
    changed_at timestamptz not null,     -- a clock column
    event_at   timestamptz not null default '-infinity',   -- of its latest movement or count
    on_hand    bigint generated always as (greatest(moved + variance, 0)) stored,
    shortage   bigint generated always as (greatest(-(moved + variance), 0)) stored,
    reserved   bigint generated always as (least(greatest(moved + variance, 0), demand)) stored,
    available  bigint generated always as (greatest(moved + variance, 0) - least(greatest(moved + variance, 0), demand)) stored,
    in_transit bigint generated always as (greatest(transit, 0)) stored,
    primary key (tenant, item, location, lot),
    -- A change of demand is checked as a row of its own before it meets the one it changes: the program refuses
    -- a demand below zero.
    check (on_hand >= 0), check (available >= 0), check (on_hand - reserved = available)
) with (fillfactor = 70);

-- Records on their way to the log: all of one tenant and batch in one row, in order; deleted once the log has them.
-- Inserted after every row lock is held, so ids follow the order of changes of any one key.
create table operations.outbox (
    id     bigint generated always as identity primary key,
    tenant text   not null,
    facts  bytea  not null
);
alter table operations.outbox alter column facts set storage external;   -- soon gone: not worth compressing

-- Idempotency-Key: the answer of a command, kept in the transaction of its effect.
create table operations.idempotency (
    tenant     text        not null,
    key        text        not null,
    request    uuid        not null,     -- hash of method, path and body
    status     int,                      -- null while the first is still running
    location   text,
    body       text,
    created_at timestamptz not null,
    primary key (tenant, key)
);

do $$
declare t text;
begin
    foreach t in array array['journal', 'dead_letter', 'orders', 'order_item', 'document', 'shipment', 'shipment_item',
                             'shipment_milestone', 'stock_ledger', 'stock_count', 'stock', 'outbox', 'idempotency'] loop
        execute format('alter table operations.%I enable row level security', t);
        execute format('alter table operations.%I force row level security', t);
        execute format($p$create policy tenant_only on operations.%I
            using (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))
            with check (tenant = any ((select string_to_array(nullif(current_setting('tidegate.tenants', true), ''), ','))::text[]))$p$, t);
    end loop;
end $$;

-- Nobody asks by these columns, so ANALYZE need not unpack and sort them: it runs often where tables grow fast.
do $$
declare c record;
begin
    for c in select t, unnest(columns) as column from (values
        ('journal', array['entry', 'entries', 'attempt', 'ref', 'content', 'version', 'mapping', 'findings', 'accepted_at']),
        ('dead_letter', array['reason', 'next_step', 'place', 'ref']),
        ('orders', array['version', 'content', 'partner_name', 'currency', 'lines', 'applied_at']),
        ('order_item', array['split', 'shipped', 'moved']),
        ('document', array['version', 'content', 'body', 'applied_at']),
        ('shipment', array['version', 'content', 'partner_name', 'lines', 'applied_at']),
        ('shipment_milestone', array['content', 'note']),
        ('stock_ledger', array['entry', 'lot', 'quantity', 'reference', 'reason']),
        ('outbox', array['facts'])) as unasked(t, columns)
    loop
        execute format('alter table operations.%I alter %I set statistics 0', c.t, c.column);
    end loop;
end $$;

grant usage on schema operations to ${app};
grant select, insert, update, delete on all tables in schema operations to ${app};
revoke update, delete on operations.stock_ledger from ${app};
