drop table governance.endpoint_read;
drop table governance.field_read;
drop table governance.finding;
alter table governance.source drop column contract_version;
drop table governance.source_contract;
