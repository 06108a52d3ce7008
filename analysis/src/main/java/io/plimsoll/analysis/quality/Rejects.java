package io.plimsoll.analysis.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Rows of bills and data points of telemetry that could not be read, file by file. A few are said in numbers only; many are an event.
final class Rejects {
    private static final double MANY = 0.01;
    private static final long FEWEST = 10;
    private static final double MOST_OF_IT = 0.5;

    private final List<QualityEvent> events = new ArrayList<>();
    private long rows;
    private long points;

    private Rejects() {
    }

    static Rejects of(Database database, Cancellation cancellation) {
        Rejects rejects = new Rejects();
        database.each(Sql.resource(Rejects.class, "rejected.sql"), rejects::file, cancellation);
        return rejects;
    }

    DataHealth.Rejected counts() {
        return new DataHealth.Rejected(rows, points);
    }

    List<QualityEvent> events() {
        return events;
    }

    private void file(Row row) {
        boolean bill = row.text(1).equals("bill");
        long rejected = row.whole(3);
        long read = row.whole(4);
        if (bill) {
            rows += rejected;
        } else {
            points += rejected;
        }
        double share = rejected / (double) Math.max(1, read);
        if (share >= MANY && (rejected >= FEWEST || share >= MOST_OF_IT)) {
            events.add(event(row, bill, rejected, read, Math.min(1, share)));
        }
    }

    private static QualityEvent event(Row row, boolean bill, long rejected, long read, double share) {
        String file = row.text(2).substring(1 + Math.max(row.text(2).lastIndexOf('/'), row.text(2).lastIndexOf('\\')));
        Instant from = row.time(6);
        String sentence = rejected + " of " + read + (bill ? " rows" : " points") + " of " + file
                + " could not be read (" + String.format(Locale.ROOT, "%.0f", 100 * share)
                + " %); most often because: " + row.text(5).strip() + ".";
        return new QualityEvent(QualityCheck.REJECTED, Map.of("dataset", row.text(1) + " file " + file),
                bill ? "share of rejected rows" : "share of rejected points", "share", true, from, from, row.time(7),
                true, share, 0, share, 0.9, sentence,
                "plimsoll rejects lists them with line and reason; correct the export and import the file again.",
                List.of());
    }
}
