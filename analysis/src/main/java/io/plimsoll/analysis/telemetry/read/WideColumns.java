package io.plimsoll.analysis.telemetry.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Measure;

/// Which column of a wide table is what.
final class WideColumns {
    private static final Pattern TIME = Pattern.compile("time|@?timestamp|ts|datetime|timestamp_[a-z]+");
    /// Also the time of a table that has no better one.
    private static final String DATE = "date";
    private static final Pattern LABEL = Pattern.compile(
            "(?:[a-z0-9_.]*[_.])?(?:id|uid|ip|name|host|hostname|namespace|pod|container|node|cluster|instance|job|device|partition)");
    private static final Pattern VALUE = Pattern.compile("value(?: #\\w+)?");
    /// What bills have and telemetry does not.
    private static final Pattern MONEY = Pattern.compile(".*(?:cost|price|amount|currency|charge|billed|invoice).*");

    private WideColumns() {
    }

    /// @throws StepFailure MISSING_COLUMN, REPEATED_COLUMN
    static int time(List<String> header, String file) {
        List<Integer> found = places(header, TIME);
        if (found.isEmpty()) {
            found = places(header, Pattern.compile(DATE));
        }
        if (found.size() != 1) {
            throw StepFailure.badInput(found.isEmpty() ? "MISSING_COLUMN" : "REPEATED_COLUMN",
                    file + (found.isEmpty() ? " has no column that is its time." : " has several columns of times."),
                    "Name the time of each row time or timestamp, once; every other column is a series or a label.");
        }
        return found.getFirst();
    }

    private static List<Integer> places(List<String> header, Pattern wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (wanted.matcher(CsvText.name(header.get(i))).matches()) {
                found.add(i);
            }
        }
        return found;
    }

    /// A name that identifies something makes a label of numbers, too. Else it is what most of the cells are: one that is damaged makes
    /// no label of a column of numbers.
    static boolean isLabel(List<String> header, int column, List<List<String>> rows) {
        String name = CsvText.name(header.get(column));
        if (LABEL.matcher(name).matches()) {
            return true;
        }
        int numbers = 0;
        int others = 0;
        for (List<String> row : rows) {
            String text = row.size() == header.size() ? row.get(column).strip() : "";
            if (!text.isEmpty()) {
                numbers += isNumber(text) ? 1 : 0;
                others += isNumber(text) ? 0 : 1;
            }
        }
        return others > numbers && !VALUE.matcher(name).matches();
    }

    static boolean isNumber(String text) {
        try {
            Amount.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            // Also a NumberFormatException.
            return false;
        }
    }

    /// Whether a header, and the first row if there is one, are those of a wide table. A column `date` alone is not enough, since bills
    /// have one: then a column has to be a metric that the catalogue knows.
    static boolean recognised(List<List<String>> records) {
        if (records.isEmpty()) {
            return false;
        }
        List<String> names = records.getFirst().stream().map(CsvText::name).toList();
        boolean timed = names.stream().filter(TIME.asMatchPredicate()).count() == 1;
        boolean dated = names.contains(DATE) && names.stream()
                .anyMatch(name -> MetricCatalog.rule(name, Map.of()).measure() != Measure.OTHER);
        if (names.size() < 2 || !timed && !dated || names.stream().anyMatch(MONEY.asMatchPredicate())) {
            return false;
        }
        if (records.size() == 1) {
            return true;
        }
        List<String> row = records.get(1).stream().map(String::strip).toList();
        int time = names.indexOf(names.stream().filter((timed ? TIME : Pattern.compile(DATE)).asMatchPredicate())
                .findFirst().orElse(DATE));
        return row.size() == names.size()
                && Arrays.stream(TimeRule.values()).anyMatch(rule -> rule.fits(row.get(time)))
                && row.stream().anyMatch(text -> !text.isEmpty() && isNumber(text));
    }
}
