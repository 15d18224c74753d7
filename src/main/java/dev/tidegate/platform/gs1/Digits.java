package dev.tidegate.platform.gs1;

/** Digits of GS1 keys, and what may follow them. */
public final class Digits {
    private static final int REFERENCE_LENGTH_MAX = 90;

    private Digits() {}

    static boolean are(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** With its check digit (GS1 General Specifications, 7.9). */
    static String checked(String digits) {
        return digits + check(digits);
    }

    /** Whether it has that many digits, of which the last is the right check digit. */
    public static boolean areChecked(String text, int length) {
        return are(text, length)
                && check(text.substring(0, length - 1)) == text.charAt(length - 1) - '0';
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            boolean triple = (digits.length() - i) % 2 == 1;
            sum += (digits.charAt(i) - '0') * (triple ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /** A serial number, a lot, a reference: printable ASCII without blanks. */
    static boolean isReference(String text) {
        return !text.isEmpty()
                && text.length() <= REFERENCE_LENGTH_MAX
                && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
