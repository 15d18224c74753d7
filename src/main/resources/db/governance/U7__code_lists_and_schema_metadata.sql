alter table governance.registry_subject drop column semantics;
alter table governance.registry drop column semantics;
alter table governance.registry_schema drop column rule_set, drop column metadata;
alter table governance.mapping drop column code_lists;
drop table governance.code_list_version;
