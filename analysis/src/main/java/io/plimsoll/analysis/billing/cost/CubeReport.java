package io.plimsoll.analysis.billing.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.CubeState;
import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Says what the cube has and what it might have.
public final class CubeReport {
    private final Database database;

    public CubeReport(Database database) {
        this.database = database;
    }

    /// As `Billing.cube`.
    public CubeState state(Cancellation cancellation) {
        List<String> chosen = database.query(CubeColumns.CHOSEN, row -> row.text(1));
        List<CubeState.Candidate> candidates = new ArrayList<>(columns(chosen, cancellation));
        candidates.addAll(tags(chosen, cancellation));
        candidates.sort(Comparator.comparing(CubeState.Candidate::chosen).reversed()
                .thenComparing(CubeState.Candidate::charges, Comparator.reverseOrder())
                .thenComparing(CubeState.Candidate::name));
        return database.single(Sql.of("SELECT (SELECT bool_and(automatic) FROM cube_choice), "
                + "(SELECT count(*) FROM cube_daily), (SELECT coalesce(sum(row_count), 0) FROM cube_daily)"),
                row -> new CubeState(row.flag(1), chosen, CubeColumns.SLOTS, row.whole(2), row.whole(3), candidates));
    }

    private List<CubeState.Candidate> columns(List<String> chosen, Cancellation cancellation) {
        String counts = CubeColumns.OPTIONAL.stream().map(column -> Sql.quoted(column.focusName()))
                .map(name -> "count(DISTINCT " + name + "), count(" + name + ")").collect(Collectors.joining(", "));
        List<CubeState.Candidate> found = new ArrayList<>();
        database.each(Sql.of("SELECT " + counts + " FROM charge"), row -> {
            for (int i = 0; i < CubeColumns.OPTIONAL.size(); i++) {
                FocusColumn column = CubeColumns.OPTIONAL.get(i);
                boolean has = chosen.contains(column.focusName());
                if (has || row.whole(2 * i + 2) > 0) {
                    found.add(new CubeState.Candidate(column.focusName(), row.whole(2 * i + 1), row.whole(2 * i + 2),
                            has));
                }
            }
        }, cancellation);
        return found;
    }

    private List<CubeState.Candidate> tags(List<String> chosen, Cancellation cancellation) {
        List<CubeState.Candidate> found = new ArrayList<>();
        database.each(Sql.resource(CubeReport.class, "cube-tags.sql"), row -> {
            String name = CubeColumns.TAG + row.text(1);
            found.add(new CubeState.Candidate(name, row.whole(2), row.whole(3), chosen.contains(name)));
        }, cancellation);
        List<String> seen = found.stream().map(CubeState.Candidate::name).toList();
        chosen.stream().filter(name -> name.startsWith(CubeColumns.TAG) && !seen.contains(name))
                .forEach(name -> found.add(new CubeState.Candidate(name, 0, 0, true)));
        return found;
    }
}
