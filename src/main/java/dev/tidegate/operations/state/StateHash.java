package dev.tidegate.operations.state;

import java.math.BigInteger;
import java.util.List;

/**
 * A tenant's business state in one number: equal hashes mean equal orders, stock and shipments. The
 * order of rows has no part in it, nor has what a clock or the order of arrival put there.
 *
 * @param hash 128 bits over all tables, lower-case hexadecimal
 */
public record StateHash(String hash, List<Table> tables) {
    /**
     * @param hash 128 bits over the table's rows
     */
    public record Table(String name, long rows, String hash) {}

    /**
     * Sums of the rows' hashes, modulo 2^128: order has no part in a sum, and a row that is there
     * twice counts twice.
     */
    static StateHash of(List<Table> tables) {
        var sum = BigInteger.ZERO;
        for (Table table : tables) {
            sum = sum.multiply(BigInteger.valueOf(31)).add(new BigInteger(table.hash(), 16));
        }
        return new StateHash(hex(sum), tables);
    }

    static String hex(BigInteger sum) {
        return "%032x".formatted(sum.mod(BigInteger.ONE.shiftLeft(128)));
    }
}
