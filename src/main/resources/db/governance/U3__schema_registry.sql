drop table governance.registry_reference;
drop table governance.registry_version;
drop table governance.registry_schema;
drop table governance.registry_subject;
drop table governance.registry;
