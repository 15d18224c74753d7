-- A change of some lines (document order_change) that is later than the whole is laid over it: lines is the outcome.
alter table operations.orders
    add column told    jsonb,    -- the whole's lines as told, where changes are laid over them
    add column changed bigint;   -- version of the last change laid over it
create index document_change on operations.document (tenant, order_number) where type = 'order_change';
