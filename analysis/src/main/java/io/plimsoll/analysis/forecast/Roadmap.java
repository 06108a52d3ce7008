package io.plimsoll.analysis.forecast;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// What is planned and is in no bill yet.
///
/// Sizes are triangular (Johnson 1997, The triangular distribution as a proxy for the beta distribution), one draw a project and path;
/// projects do not hang together.
public record Roadmap(List<RoadmapProject> projects) {
    public static final Roadmap NONE = new Roadmap(List.of());
    private static final int LONGEST_RAMP = 3650;
    private static final int LAST_YEAR = 9999;

    public Roadmap {
        projects = List.copyOf(projects);
    }

    /// @param file CSV with the columns `project`, `start`, `low`, `likely`, `high`, `driver`, `unit_cost`, and if wanted `modality`, `ramp`
    ///             (days), `end`, `currency`; also packed
    /// @throws StepFailure what opening says; MISSING_COLUMN, TOO_MANY_ROWS, ROW_UNREADABLE, ROW_TWICE
    public static Roadmap read(Path file) {
        List<RoadmapProject> projects = new ArrayList<>();
        Set<RoadmapProject> seen = new HashSet<>();
        for (InputTable.Row row : InputTable.read(file,
                List.of("project", "start", "low", "likely", "high", "driver", "unit_cost"))) {
            String currency = row.currency();
            RoadmapProject project = new RoadmapProject(row.needed("project"), row.text("modality"),
                    Objects.requireNonNull(day(row, row.needed("start"))), ramp(row), day(row, row.text("end")),
                    row.number("low"), row.number("likely"), row.number("high"), row.needed("driver"),
                    row.number("unit_cost"), currency.isEmpty() ? null : currency);
            if (project.low().compareTo(project.likely()) > 0 || project.likely().compareTo(project.high()) > 0) {
                throw row.unreadable("low, likely and high are not in this order");
            }
            LocalDate end = project.end();
            if (end != null && end.isBefore(project.start())) {
                throw row.unreadable("end is before start");
            }
            if (!seen.add(project)) {
                throw StepFailure.badInput("ROW_TWICE", row.place() + ": this line stands above already.",
                        "Leave one of the two out; what starts again later needs its own start.");
            }
            projects.add(project);
        }
        return new Roadmap(projects);
    }

    private static int ramp(InputTable.Row row) {
        String text = row.text("ramp");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > LONGEST_RAMP) {
            throw row.unreadable("ramp is no number of days from 0 to " + LONGEST_RAMP + ": " + text);
        }
        return Integer.parseInt(text);
    }

    private static @Nullable LocalDate day(InputTable.Row row, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            // More digits of a year are a day to Java and none to a table.
            if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw row.unreadable("not a day such as 2026-11-15: " + text);
        }
        throw row.unreadable("not between the years 1 and " + LAST_YEAR + ": " + text);
    }

    /// Those whose cost is in a currency.
    ///
    /// @param only whether it is the only currency of the bill, so that projects without one are meant, too
    Roadmap in(String currency, boolean only) {
        return new Roadmap(projects.stream()
                .filter(each -> each.currency() == null ? only : currency.equals(each.currency())).toList());
    }

    /// What the projects cost, day by day, drawn many times.
    double[][] draw(LocalDate first, int horizon, int count, RandomGenerator random) {
        double[][] drawn = new double[count][horizon];
        for (double[] path : drawn) {
            for (RoadmapProject project : projects) {
                double full = project.drawn(random.nextDouble());
                for (int h = 0; h < horizon; h++) {
                    path[h] += full * project.share(first.plusDays(h));
                }
            }
        }
        return drawn;
    }
}
