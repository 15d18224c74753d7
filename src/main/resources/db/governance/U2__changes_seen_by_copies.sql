drop table governance.once;
alter table governance.client drop column changed_at;
