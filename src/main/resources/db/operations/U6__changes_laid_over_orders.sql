drop index operations.document_change;
update operations.orders set lines = told where told is not null;
alter table operations.orders drop column told, drop column changed;
