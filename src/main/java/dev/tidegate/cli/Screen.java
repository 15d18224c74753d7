package dev.tidegate.cli;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data to stdout, in words or as JSON; words to stderr. */
record Screen(PrintStream out, PrintStream err, boolean json) {
    /** One datum: the object as it is for programs, the line for people. */
    void print(JsonNode data, String line) {
        out.println(json ? JsonMapper.shared().writeValueAsString(data) : line);
    }

    void print(Object data, String line) {
        print(JsonMapper.shared().<JsonNode>valueToTree(data), line);
    }

    /** Bytes as they are: a document, whole and nothing beside it. */
    void write(byte[] document) {
        out.write(document, 0, document.length);
        out.flush();
    }

    void say(String words) {
        err.println(words);
    }

    /** Lines of a terminal may be written over; those of a file may not. */
    boolean lively() {
        return "yes".equals(System.getenv("TIDEGATE_STDERR_IS_TERMINAL"));
    }

    boolean colourful() {
        return lively() && System.getenv("NO_COLOR") == null;
    }

    void complain(Failure failure) {
        err.println(
                (colourful() ? "\033[31mtidegate:\033[0m " : "tidegate: ") + failure.getMessage());
        failure.mends().forEach(mend -> err.println("  mend: " + mend));
    }
}
