-- Documents of other kinds stay: they are told by their type, and nobody before this asks for it.
alter table operations.document add constraint document_type_check
    check (type in ('order_response', 'invoice', 'acknowledgement')) not valid;
