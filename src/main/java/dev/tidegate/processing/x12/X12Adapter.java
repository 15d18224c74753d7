package dev.tidegate.processing.x12;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Reading;
import java.util.function.Consumer;

/** Comes next. */
public final class X12Adapter implements Adapter {
    public X12Adapter() {}

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {}
}
