package dev.tidegate.processing.suggestion;

import dev.tidegate.processing.suggestion.Suggestion.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of a draft: an expression that a person reads and goes on with. */
final class Draft {
    private static final String HEAD_INDENT = "      ";
    private static final String LINE_INDENT = "        ";

    private final Choice choice;
    private final Sample sample;

    private Draft(Choice choice, Sample sample) {
        this.choice = choice;
        this.sample = sample;
    }

    static String of(Choice choice, Sample sample) {
        return new Draft(choice, sample).text();
    }

    private String text() {
        var text = new StringBuilder();
        text.append(
                "/* A draft, made of one sample. Each line says how sure it is of its column. */\n");
        text.append("(\n");
        if (!choice.holes().isEmpty()) {
            text.append(guard());
        }
        text.append("  ").append(event()).append("\n)\n");
        return text.toString();
    }

    /** While there is a hole, each document is a dead letter that names it. */
    private String guard() {
        String holes =
                choice.holes().stream()
                        .map(hole -> "\"" + hole.field() + "\"")
                        .collect(Collectors.joining(", "));
        return """
                  /* Write each field where its HOLE stands, then take it off this list. */
                  $holes := [%s];

                  $count($holes) > 0
                  ? $reject("policy_rejection", "unfinished_mapping", $ref,
                      "The mapping is a draft that doesn't tell yet: " & $join($holes, ", ") & ".",
                      "Fill its holes and publish the next version, then reprocess.")
                  :
                """
                .formatted(holes);
    }

    private String event() {
        var members = new ArrayList<String>();
        members.add("    \"type\": \"" + choice.type().label() + "\"");
        field("/version").ifPresent(found -> members.add(member("    ", found)));
        hole("/version").ifPresent(hole -> members.add(commented("    ", hole)));
        members.add("    \"body\": {\n" + body() + "\n    }");
        String event = "{\n" + joined(members) + "\n  }";
        return sample.root().isEmpty() ? event : sample.root() + "." + event;
    }

    private String body() {
        var members = new ArrayList<String>();
        boolean partner = false;
        for (Target target : choice.type().targets()) {
            if (target.isOfLine() || target.kind() == Kind.VERSION) {
                continue;
            }
            if (target.pointer().startsWith("/partner/")) {
                if (!partner) {
                    partner().ifPresent(members::add);
                }
                partner = true;
            } else {
                add(members, HEAD_INDENT, target);
            }
        }
        if (choice.type().hasLines()) {
            members.add(lines());
        }
        return joined(members);
    }

    private String lines() {
        var members = new ArrayList<String>();
        choice.type().targets().stream()
                .filter(Target::isOfLine)
                .forEach(target -> add(members, LINE_INDENT, target));
        return HEAD_INDENT
                + "\"lines\": ["
                + sample.linesPath()
                + ".{\n"
                + joined(members)
                + "\n"
                + HEAD_INDENT
                + "}]";
    }

    private void add(List<String> members, String indent, Target target) {
        field(target.pointer()).ifPresent(found -> members.add(member(indent, found)));
        hole(target.pointer()).ifPresent(hole -> members.add(commented(indent, hole)));
    }

    private Optional<String> partner() {
        var parts =
                List.of("code", "name", "gln", "duns").stream()
                        .map(name -> field("/partner/" + name))
                        .toList();
        if (parts.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        int last = 4;
        while (parts.get(last - 1).isEmpty()) {
            last--;
        }
        String arguments =
                parts.stream()
                        .limit(last)
                        .map(part -> part.map(Found::expression).orElse("\"\""))
                        .collect(Collectors.joining(", "));
        String why =
                parts.stream()
                        .flatMap(Optional::stream)
                        .map(Draft::told)
                        .collect(Collectors.joining(", "));
        return Optional.of(
                HEAD_INDENT + "\"partner\": $partner(" + arguments + ") /* " + why + " */");
    }

    private static String member(String indent, Found found) {
        return "%s\"%s\": %s /* %s */"
                .formatted(indent, found.target().name(), found.expression(), told(found));
    }

    private static String told(Found found) {
        String column = found.column().name().isEmpty() ? "" : comment(found.column().name()) + " ";
        return column + Math.round(found.confidence() * 100) + " %";
    }

    private static String commented(String indent, Hole hole) {
        return "%s/* HOLE \"%s\": %s */"
                .formatted(
                        indent,
                        hole.field().substring(hole.field().lastIndexOf('/') + 1),
                        comment(hole.reason()));
    }

    /** What a sample says must not end the comment that it stands in. */
    private static String comment(String text) {
        return text.replace("*/", "* /");
    }

    /** Members parted by commas; a hole is a comment, and has none. */
    private static String joined(List<String> members) {
        var text = new StringBuilder();
        boolean any = false;
        for (String member : members) {
            boolean hole = member.stripLeading().startsWith("/* HOLE");
            if (!hole && any) {
                text.append(",");
            }
            text.append(text.isEmpty() ? "" : "\n").append(member);
            any |= !hole;
        }
        return text.toString();
    }

    private Optional<Found> field(String pointer) {
        return choice.found().stream()
                .filter(found -> found.target().pointer().equals(pointer))
                .findFirst();
    }

    private Optional<Hole> hole(String pointer) {
        return choice.holes().stream().filter(hole -> hole.field().equals(pointer)).findFirst();
    }
}
