package dev.tidegate.operations.orders;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.effect.Told;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.platform.sql.Micros;
import java.util.concurrent.TimeUnit;

/** A response, an invoice, an acknowledgement or a document of another kind, as told. */
public record DocumentTold(
        CanonicalEvent event,
        DocumentKey key,
        Stamp stamp,
        String orderKind,
        String orderNumber,
        String status,
        long issuedAt)
        implements Told<DocumentTold.DocumentKey> {

    /** One document of one source. */
    record DocumentKey(String tenant, String type, String number, String source)
            implements Comparable<DocumentKey> {
        @Override
        public int compareTo(DocumentKey other) {
            int by = tenant.compareTo(other.tenant);
            if (by == 0) {
                by = type.compareTo(other.type);
            }
            if (by == 0) {
                by = number.compareTo(other.number);
            }
            return by != 0 ? by : source.compareTo(other.source);
        }
    }

    public static DocumentTold response(CanonicalEvent event) {
        var body = event.body();
        return of(
                event,
                Body.text(body, "order_kind"),
                Body.text(body, "order_number"),
                Body.text(body, "status"),
                Body.micros(body, "responded_at"));
    }

    public static DocumentTold invoice(CanonicalEvent event) {
        var body = event.body();
        return of(
                event,
                Body.text(body, "order_kind"),
                Body.text(body, "order_number"),
                "",
                TimeUnit.DAYS.toMicros((int) body.get("invoiced_on")));
    }

    /** It tells no time of its own: the time it was accepted stands for it. */
    public static DocumentTold acknowledgement(CanonicalEvent event) {
        return of(event, "", "", Body.text(event.body(), "status"), Micros.of(event.acceptedAt()));
    }

    /** A document of any other kind. */
    public static DocumentTold document(CanonicalEvent event) {
        var body = event.body();
        return of(
                event,
                Body.text(body, "order_kind"),
                Body.text(body, "order_number"),
                Body.text(body, "status"),
                Body.micros(body, "issued_at"));
    }

    private static DocumentTold of(
            CanonicalEvent event, String orderKind, String orderNumber, String status, long at) {
        return new DocumentTold(
                event,
                new DocumentKey(
                        event.tenant().value(),
                        DocumentType.label(event),
                        Body.text(event.body(), "number"),
                        event.source().value()),
                new Stamp(event.version(), event.content()),
                orderKind,
                orderNumber,
                status,
                at);
    }

    /** A change of an order's lines. */
    boolean changesOrder() {
        return key.type().equals(OrderChange.TYPE)
                && !orderNumber.isEmpty()
                && OrderId.Kind.of(orderKind).isPresent();
    }

    OrderKey order() {
        return new OrderKey(key.tenant(), orderKind, orderNumber);
    }

    DocumentTold later(DocumentTold other) {
        return stamp.compareTo(other.stamp) < 0 ? other : this;
    }

    String partner() {
        return event.body().hasField("partner") ? Body.partner(event.body()) : "";
    }

    void tell(Facts facts) {
        facts.add(
                FactType.DOCUMENT_RECORDED,
                key.tenant(),
                key.type() + "/" + key.number(),
                Body.address(event) + "/document.recorded",
                fact ->
                        fact.text(key.type())
                                .text(key.number())
                                .text(orderKind)
                                .text(orderNumber)
                                .number(stamp.version())
                                .text(status)
                                .text(key.source())
                                .text(partner())
                                .number(issuedAt));
    }
}
