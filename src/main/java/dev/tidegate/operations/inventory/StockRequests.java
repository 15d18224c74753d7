package dev.tidegate.operations.inventory;

import dev.tidegate.operations.command.Checks;
import dev.tidegate.platform.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stock commands as they come in. Quantities are strings of decimals; numbers are read as well. */
final class StockRequests {
    private StockRequests() {}

    /**
     * @param quantity signed, not zero
     * @param lot where lots are kept
     * @param unit UN/ECE Recommendation 20; EA where none is told
     */
    record Adjustment(
            @Nullable String item,
            @Nullable String location,
            @Nullable String lot,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable String reason,
            @Nullable Instant occurredAt) {

        StockCommand.Adjust command(Instant now) {
            var checks = new Checks();
            var command =
                    new StockCommand.Adjust(
                            place(checks, item, "/location", location),
                            checks.text("/lot", lot, ""),
                            checks.notZero("/quantity", quantity),
                            checks.text("/unit", unit, Checks.UNIT),
                            checks.text("/reason", reason),
                            Optional.ofNullable(occurredAt));
            checks.past("/occurred_at", occurredAt, now);
            checks.refuseIfWrong();
            return command;
        }
    }

    /**
     * @param received true when the goods have arrived already; else they are in transit until a
     *     {@code transfer_in} movement tells so
     */
    record Transfer(
            @Nullable String item,
            @Nullable String from,
            @Nullable String to,
            @Nullable String lot,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Boolean received,
            @Nullable Instant occurredAt) {

        StockCommand.Transfer command(Instant now) {
            var checks = new Checks();
            var command =
                    new StockCommand.Transfer(
                            place(checks, item, "/from", from),
                            checks.text("/to", to),
                            checks.text("/lot", lot, ""),
                            checks.positive("/quantity", quantity),
                            checks.text("/unit", unit, Checks.UNIT),
                            Boolean.TRUE.equals(received),
                            Optional.ofNullable(occurredAt));
            if (!command.to().isEmpty() && command.to().equals(command.place().location())) {
                checks.wrong("/to", "is where the goods come from");
            }
            checks.past("/occurred_at", occurredAt, now);
            checks.refuseIfWrong();
            return command;
        }
    }

    /**
     * @param quantity what was there
     */
    record Count(
            @Nullable String item,
            @Nullable String location,
            @Nullable String lot,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Instant countedAt) {

        StockCount command(Instant now) {
            var checks = new Checks();
            Quantity counted = checks.notNegative("/quantity", quantity);
            var command =
                    new StockCount(
                            place(checks, item, "/location", location),
                            checks.text("/lot", lot, ""),
                            counted,
                            checks.text("/unit", unit, Checks.UNIT),
                            Optional.ofNullable(countedAt));
            checks.past("/counted_at", countedAt, now);
            checks.refuseIfWrong();
            return command;
        }
    }

    private static Place place(
            Checks checks, @Nullable String item, String pointer, @Nullable String location) {
        return new Place(checks.text("/item", item), checks.text(pointer, location));
    }
}
