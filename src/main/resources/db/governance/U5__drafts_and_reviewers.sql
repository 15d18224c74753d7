drop table governance.mapping_review;
drop table governance.mapping_draft;
alter table governance.mapping drop column reviewer, drop column note;
