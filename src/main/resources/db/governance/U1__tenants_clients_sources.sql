drop table governance.audit;
drop table governance.source;
drop table governance.mapping;
drop table governance.signing_key;
drop table governance.client;
drop table governance.tenant;
