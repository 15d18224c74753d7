drop table governance.mapping_case;
