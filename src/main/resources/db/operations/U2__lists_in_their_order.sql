drop index operations.idempotency_age;
drop index operations.order_item_split;
drop index operations.document_time;
drop index operations.shipment_time;
