package dev.tidegate.processing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Shows what files become: {@code java dev.tidegate.processing.X12Show FILE...}. */
final class X12Show {
    private X12Show() {}

    public static void main(String[] args) throws Exception {
        for (String file : args) {
            System.out.println("== " + file);
            for (var event : Given.events(Given.x12(), Files.readAllBytes(Path.of(file)))) {
                System.out.println(
                        event.ref()
                                + " "
                                + event.type()
                                + " "
                                + event.key()
                                + " v"
                                + event.version()
                                + " "
                                + event.findings());
                System.out.println("    " + event.body());
            }
        }
    }
}
