package io.plimsoll.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;

import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.theme.Tone;

/// The made-up tables of the `Gallery`. On the FX thread.
final class GalleryTables {
    private final Tasks tasks;

    GalleryTables(Tasks tasks) {
        this.tasks = tasks;
    }

    private record Unit(String modality, String cost, String assets, String unit, String delta, Tone tone) {}

    Node units() {
        List<Unit> rows = List.of(
                new Unit("Vision", "$81\u202f200", "41.2\u202fM", "$1.97", "\u25b2 11\u202f%", Tone.BAD),
                new Unit("Language", "$62\u202f900", "212\u202fM", "$0.30", "\u25bc 4\u202f%", Tone.GOOD),
                new Unit("Audio", "$21\u202f700", "6.4\u202fM", "$3.39", "0\u202f%", Tone.NEUTRAL),
                new Unit("Shared, split by usage", "$12\u202f111", "\u2013", "\u2013", "\u25b2 2\u202f%",
                        Tone.NEUTRAL));
        PagedTable<Unit> table = new PagedTable<>(tasks, "Cost per unit",
                List.of(Column.text("modality", "Modality", 130, Unit::modality),
                        Column.number("cost", "Cost", 70, Unit::cost),
                        Column.number("assets", "Assets", 62, Unit::assets),
                        Column.number("unit", "Unit cost", 66, Unit::unit),
                        Column.number("delta", "\u0394", 70, Unit::delta)));
        table.show((request, cancellation) -> Page.of(rows, request));
        return table;
    }

    private record Group(String name, double[] days, String cost, String delta, String owner) {}

    Node groups() {
        Random random = new Random(5);
        List<Group> rows = new ArrayList<>();
        String[] names = {"Vision", "   Amazon EKS \u00b7 Spark", "      feature-extraction", "      caption-encoder",
            "   Amazon S3", "   MSK", "Language", "   Azure Virtual Machines", "Audio", "Shared, split by usage"};
        for (int i = 0; i < 1000; i++) {
            rows.add(new Group(names[i % names.length], random.doubles(30, 5, 12).toArray(),
                    "$" + Formats.count(81_200 - 37L * i), "+" + i % 20 + ".4",
                    i % 3 == 0 ? "data-pipelines/vision/values.yaml" : ""));
        }
        PagedTable<Group> table = new PagedTable<>(tasks, "Groups",
                List.of(Column.text("name", "Group", 220, Group::name),
                        Column.node("days", "30 days", 200, row -> "",
                                row -> ChartView.sparkline("30 days", row.days(), ChartColor.C5)),
                        Column.number("cost", "Cost", 100, Group::cost),
                        Column.number("delta", "vs Aug, %", 90, Group::delta),
                        Column.mono("owner", "Owner in Git", 300, Group::owner)));
        table.show((request, cancellation) -> Page.of(rows, request));
        table.select(2);
        return table;
    }

    Node workloads() {
        List<Unit> rows = List.of(
                new Unit("feature-extraction", "3 \u00d7 4 / 16Gi", "3 \u00d7 2 / 8Gi", "$2\u202f140", "0.4\u202f%",
                        Tone.GOOD),
                new Unit("caption-encoder", "6 \u00d7 2 / 8Gi", "4 \u00d7 1500m / 6Gi", "$1\u202f310", "0.9\u202f%",
                        Tone.GOOD),
                new Unit("audio-align", "4 \u00d7 4 / 16Gi", "parallelism 3", "$980", "2.8\u202f%", Tone.WARN),
                new Unit("lineage-sync", "1 / 2Gi", "1 / 3Gi", "\u2212$12", "OOM 3\u00d7", Tone.BAD));
        PagedTable<Unit> table = new PagedTable<>(tasks, "Workloads",
                List.of(Column.text("name", "Workload", 200, Unit::modality),
                        Column.text("now", "Now", 160, Unit::cost),
                        Column.text("proposed", "Proposed", 180, Unit::assets),
                        Column.number("saves", "Saves /mo", 90, Unit::unit),
                        Column.node("risk", "Risk", 120, Unit::delta, row -> new Pill(row.delta(), row.tone()))));
        table.show((request, cancellation) -> Page.of(rows, request));
        return table;
    }
}
