-- Lists that people page through, in the order in which they are shown.
create index shipment_time on operations.shipment (tenant, coalesce(shipped_at, to_timestamp(0)), number);
create index document_time on operations.document (tenant, issued_at, number);
-- Orders that tell several locations for an item stand in the queue of each.
create index order_item_split on operations.order_item (tenant, item)
    where kind = 'sales' and due > 0 and split is not null;
-- Answers are let go of by age.
create index idempotency_age on operations.idempotency (tenant, created_at);
