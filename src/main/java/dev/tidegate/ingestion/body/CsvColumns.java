package dev.tidegate.ingestion.body;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which columns of a file tell what belongs together, as processing's CSV adapter reads it: rows of
 * one order stand together ({@code group_by}), rows with a key of their own stand alone ({@code
 * row_key}).
 *
 * @param delimiter the one that the header has most of, outside of quotes
 * @param roles by column: {@link #PLAIN}, {@link #ROW_KEY}, or the rank in {@code group_by} from 0
 */
record CsvColumns(byte delimiter, int[] roles, int groups) {
    static final int PLAIN = -1;
    static final int ROW_KEY = -2;
    private static final String GROUP_BY = "shipment_number,order_number";
    private static final String ROW_KEYS = "movement_id,count_id,milestone";
    private static final String DELIMITERS = ",;\t|";
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^_|_$");

    static CsvColumns of(byte[] header, SourceDefinition source) {
        var parameters = source.parameters();
        var text = new String(header, charset(parameters)).replace("\uFEFF", "").stripTrailing();
        char delimiter = source.adapter() == Adapter.TSV ? '\t' : delimiter(text);
        var groupBy = names(parameters.getOrDefault("group_by", GROUP_BY));
        var rowKeys = names(parameters.getOrDefault("row_key", ROW_KEYS));
        var roles = new ArrayList<Integer>();
        for (String told : split(text, delimiter)) {
            var name = name(told);
            int rank = groupBy.indexOf(name);
            roles.add(rank >= 0 ? rank : rowKeys.contains(name) ? ROW_KEY : PLAIN);
        }
        return new CsvColumns(
                (byte) delimiter,
                roles.stream().mapToInt(Integer::intValue).toArray(),
                groupBy.size());
    }

    int role(int column) {
        return column < roles.length ? roles[column] : PLAIN;
    }

    private static List<String> names(String parameter) {
        return Arrays.asList(parameter.strip().split("\\s*,\\s*"));
    }

    private static String name(String told) {
        var parted = OTHER.matcher(told.toLowerCase(Locale.ROOT)).replaceAll("_");
        return EDGES.matcher(parted).replaceAll("");
    }

    /** An encoding that nobody knows makes each message a dead letter, and no refusal here. */
    static Charset charset(Map<String, String> parameters) {
        try {
            return Charset.forName(parameters.getOrDefault("encoding", "UTF-8").strip());
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static char delimiter(String header) {
        var counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (char c : header.toCharArray()) {
            quoted ^= c == '"';
            int which = DELIMITERS.indexOf(c);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }

    private static List<String> split(String header, char delimiter) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char c : header.toCharArray()) {
            quoted ^= c == '"';
            if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
