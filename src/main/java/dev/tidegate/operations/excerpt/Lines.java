package dev.tidegate.operations.excerpt;

import java.util.OptionalInt;

/** Lines of a text; a line break within quotes is a cell's own. */
final class Lines {
    private Lines() {}

    /**
     * @param line from 1
     */
    static OptionalInt start(byte[] bytes, int line) {
        int now = 1;
        boolean quoted = false;
        for (int i = 0; i < bytes.length; i++) {
            if (now == line) {
                return OptionalInt.of(i);
            }
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && !quoted) {
                now++;
            }
        }
        return OptionalInt.empty();
    }
}
