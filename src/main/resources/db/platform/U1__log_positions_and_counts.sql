drop table platform.log_count;
drop table platform.log_position;
drop table platform.member;
