package dev.tidegate.processing.workbook;

/**
 * A cell by its column and row, as {@code B17} names it (ECMA-376, part 1, 18.18.62).
 *
 * @param column from 0
 * @param row from 1
 */
record CellAddress(int column, int row) {
    static final int ROWS_MAX = 1_048_576;
    private static final int LETTERS = 26;
    private static final int LETTERS_MAX = 3;
    private static final int DIGITS_MAX = 7;
    private static final CellAddress NONE = new CellAddress(-1, -1);

    /** {@link #isNone()} where the text is no address. */
    static CellAddress of(String text) {
        int at = 0;
        int column = 0;
        while (at < text.length() && at < LETTERS_MAX && isLetter(text.charAt(at))) {
            column = column * LETTERS + text.charAt(at++) - 'A' + 1;
        }
        int digits = text.length() - at;
        int row = digits < 1 || digits > DIGITS_MAX ? 0 : number(text, at);
        return column < 1 || row < 1 || row > ROWS_MAX ? NONE : new CellAddress(column - 1, row);
    }

    boolean isNone() {
        return column < 0;
    }

    @Override
    public String toString() {
        return letters(column) + row;
    }

    static String letters(int column) {
        var letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.append((char) ('A' + (left - 1) % LETTERS));
        }
        return letters.reverse().toString();
    }

    /** The number that the digits from {@code at} on are; 0 where there is anything else. */
    private static int number(String text, int at) {
        int number = 0;
        for (int i = at; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
