package dev.tidegate.processing.workbook;

import java.util.List;
import java.util.Optional;

/**
 * A row of a sheet.
 *
 * @param number as the spreadsheet shows it
 * @param cells up to the last one with a value; empty ones are empty texts
 * @param flaw of the first cell that says nothing usable
 */
public record SheetRow(long number, List<String> cells, Optional<Flaw> flaw) {

    /**
     * What is wrong with a cell.
     *
     * @param column from 0
     * @param code stable, snake_case
     */
    public record Flaw(int column, String code, String reason, String nextStep) {}
}
