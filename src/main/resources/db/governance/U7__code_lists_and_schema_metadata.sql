alter table governance.mapping drop column code_lists;
drop table governance.code_list_version;
