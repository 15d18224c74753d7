drop table operations.visibility_epc;
drop table operations.visibility_event;
