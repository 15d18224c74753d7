-- Which documents there are is the canonical schema's to say (DocumentKind in avro/document.avsc).
alter table operations.document drop constraint document_type_check;
