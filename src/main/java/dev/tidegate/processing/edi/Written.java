package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Failure;
import java.util.function.Supplier;

/** What a writer made of documents: bytes, or why there are none. */
public sealed interface Written {
    record Done(byte[] bytes) implements Written {}

    record Refused(Failure failure) implements Written {}

    static Written of(Supplier<byte[]> writing) {
        try {
            return new Done(writing.get());
        } catch (Unwritable e) {
            return new Refused(e.failure());
        }
    }
}
