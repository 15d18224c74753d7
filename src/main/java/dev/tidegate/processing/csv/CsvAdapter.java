package dev.tidegate.processing.csv;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Reading;
import java.util.function.Consumer;

/** Comes next. */
public final class CsvAdapter implements Adapter {
    public CsvAdapter(NormaliserSettings settings) {}

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {}
}
