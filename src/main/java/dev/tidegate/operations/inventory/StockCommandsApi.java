package dev.tidegate.operations.inventory;

import dev.tidegate.operations.command.Call;
import dev.tidegate.operations.command.Commands;
import dev.tidegate.operations.command.IdempotencyKey;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Changes stock by hand. */
@RestController
@Tag(name = "Inventory")
class StockCommandsApi {
    private final Commands<Place, StockState, StockCommand> stock;
    private final Commands<Place, CountDesk.Any, StockCount> counts;
    private final Clock clock;

    StockCommandsApi(
            Commands<Place, StockState, StockCommand> stock,
            Commands<Place, CountDesk.Any, StockCount> counts,
            Clock clock) {
        this.stock = stock;
        this.counts = counts;
        this.clock = clock;
    }

    @PostMapping("/v1/inventory/adjustments")
    @Needs("inventory:write")
    @Operation(summary = "Correct what is on hand; never below zero")
    ResponseEntity<String> adjust(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody StockRequests.Adjustment body) {
        var command = body.command(clock.instant());
        var call = Call.of(caller, key, "/v1/inventory/adjustments", body);
        return stock.run(call, command.place(), command);
    }

    @PostMapping("/v1/inventory/transfers")
    @Needs("inventory:write")
    @Operation(summary = "Send goods from one location to another")
    ResponseEntity<String> transfer(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody StockRequests.Transfer body) {
        var command = body.command(clock.instant());
        var call = Call.of(caller, key, "/v1/inventory/transfers", body);
        return stock.run(call, command.place(), command);
    }

    @PostMapping("/v1/inventory/counts")
    @Needs("inventory:write")
    @Operation(summary = "Say what was counted at a location")
    ResponseEntity<String> count(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody StockRequests.Count body) {
        var command = body.command(clock.instant());
        var call = Call.of(caller, key, "/v1/inventory/counts", body);
        return counts.run(call, command.place(), command);
    }
}
