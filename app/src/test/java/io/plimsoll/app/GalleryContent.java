package io.plimsoll.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.Band;
import io.plimsoll.app.chart.BarRow;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Limit;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.chart.Shade;
import io.plimsoll.app.control.DiffLine;

/// The made-up charts and changes of the gallery.
final class GalleryContent {
    static final double DAY = 86_400;
    static final double AUGUST = LocalDate.of(2026, 8, 1).toEpochDay() * DAY;

    private GalleryContent() {
    }

    static ChartSpec daily() {
        Random random = new Random(11);
        double[] x = IntStream.range(0, 61).mapToDouble(i -> AUGUST + i * DAY).toArray();
        double[] y = IntStream.range(0, 61).mapToDouble(i -> base(i) + random.nextDouble() * 420 - 100
                + (i == 47 || i == 48 ? 2600 : 0)).toArray();
        double[] ahead = IntStream.range(60, 92).mapToDouble(i -> AUGUST + i * DAY).toArray();
        return ChartSpec.line("Daily cost, expected band and forecast").y(Axis.money("USD"))
                .add(Band.expected("expected", x, band(0, 61, i -> base(i) - 330), band(0, 61, i -> base(i) + 530)),
                        Band.likely("80 % likely", ahead, band(60, 92, i -> base(i) - (i - 60) * 22 - 200),
                                band(60, 92, i -> base(i) + (i - 60) * 22 + 300), ChartColor.C1))
                .add(Series.of("forecast", ahead, band(60, 92, i -> base(i) + 100), ChartColor.C1).dashed(),
                        Series.of("cost", x, y, ChartColor.C1))
                .add(Limit.upright(x[60], "last complete day"))
                .add(Marker.dot(x[47], y[47], ChartColor.BAD, "spike"),
                        Marker.dot(x[48], y[48], ChartColor.BAD, "spike"),
                        Marker.below(x[46], ChartColor.C6, "9f31c2a"), Marker.below(x[20], ChartColor.INK3, ""))
                .build();
    }

    static ChartSpec moved() {
        return ChartSpec.rows("What moved, September against August").y(Axis.money("USD"))
                .add(BarRow.moved("Vision \u00b7 Spark on EKS", 6200, "+6.2k"),
                        BarRow.moved("Language \u00b7 GPU nodes", 4100, "+4.1k"),
                        BarRow.moved("Audio \u00b7 S3 Standard", 1900, "+1.9k"),
                        BarRow.moved("Vision \u00b7 Kafka", 700, "+0.7k"),
                        BarRow.moved("Rightsized", -3650, "\u22123.6k"),
                        BarRow.moved("Language \u00b7 Azure VM", -1100, "\u22121.1k"),
                        BarRow.of("Other", 620, ChartColor.C8, "+0.6k"))
                .build();
    }

    static ChartSpec replicas() {
        return ChartSpec.step("Replicas").add(Series.ofValues("replicas", new double[]{3, 3, 6, 9, 9, 4, 3, 3, 5, 3},
                ChartColor.C1)).x(Axis.number("")).add(Limit.dashedAt(8, "max", ChartColor.BAD)).build();
    }

    static ChartSpec stacked() {
        Random random = new Random(3);
        String[] names = {"Vision", "Language", "Audio", "Shared"};
        double[] sizes = {2600, 1900, 720, 410};
        ChartColor[] colors = {ChartColor.C1, ChartColor.C2, ChartColor.C3, ChartColor.C8};
        double[] x = IntStream.range(31, 61).mapToDouble(i -> AUGUST + i * DAY).toArray();
        ChartSpec.Builder chart = ChartSpec.stackedBars("Effective cost by modality, daily").y(Axis.money("USD"))
                .fadeFrom(AUGUST + 59 * DAY);
        for (int s = 0; s < names.length; s++) {
            int which = s;
            chart.add(Series.of(names[s], x, IntStream.range(0, 30).mapToDouble(i -> sizes[which] * (1 + i * .006)
                    * (i % 7 > 4 ? .82 : 1) * (.94 + random.nextDouble() * .12)
                    + (which == 0 && i >= 16 && i <= 18 ? 1650 : 0)).toArray(), colors[s]));
        }
        return chart.build();
    }

    static ChartSpec telemetry() {
        Random random = new Random(9);
        double[] x = IntStream.range(0, 4032).mapToDouble(i -> AUGUST + i * 300.0).toArray();
        double[] y = IntStream.range(0, 4032)
                .mapToDouble(i -> .55 + .45 * Math.max(0, Math.sin((i / 12 % 24 - 6) / 24.0 * 6.28))
                        + random.nextDouble() * .16 + (random.nextDouble() > .998 ? .6 : 0))
                .toArray();
        return ChartSpec.line("CPU of feature-extraction").y(Axis.number(" cores"))
                .add(Series.of("used", x, y, ChartColor.C1).withWidth(1.1))
                .add(Limit.at(4, "request", ChartColor.INK3), Limit.at(2, "proposed", ChartColor.GOOD))
                .add(new Shade(AUGUST + 9.8 * DAY, AUGUST + 14 * DAY, ChartColor.ACCENT_BG, 0.5,
                        "held back: proposed size replayed here"))
                .build();
    }

    static ChartSpec tornado() {
        return ChartSpec.rows("What the answer hangs on").y(Axis.money("USD"))
                .add(BarRow.between("Video ingest growth 20\u201360 %", -90, 100),
                        BarRow.between("1-year plan coverage 40\u201380 %", -52, 58),
                        BarRow.between("Rightsizing risk 99\u201399.9 %", -28, 32),
                        BarRow.between("Spot price", -15, 16),
                        BarRow.between("Egress to training region", -8, 9))
                .build();
    }

    static List<DiffLine> diff() {
        return List.of(DiffLine.hunk("@@ spec.source.helm.values \u25b8 sparkJob @@"),
                DiffLine.same(21, 21, "    helm:"),
                DiffLine.same(22, 22, "      values: |"),
                DiffLine.same(23, 23, "        sparkJob:"),
                DiffLine.changed(24, "          replicas: 9 # Optimized for current load",
                        List.of(new DiffLine.Mark(20, 21)),
                        24, "          replicas: 3 # Optimized for current load", List.of(new DiffLine.Mark(20, 21))),
                DiffLine.changed(25, "          memory: 16Gi # AI-driven", List.of(new DiffLine.Mark(18, 22)), 25,
                        "          memory: 8Gi # AI-driven", List.of(new DiffLine.Mark(18, 21))),
                DiffLine.removed(26, "          cpuLimit: 4\r"), DiffLine.added(26, "          parallelism: 3\t# new"),
                DiffLine.same(27, 27, "        dataVolume:"), DiffLine.same(28, 28, "          size: 500Gi"));
    }

    private static double base(int i) {
        return 5200 + i * 18 + (i % 7 > 4 ? -900 : 0);
    }

    private static double[] band(int from, int to, IntToDoubleFunction value) {
        return IntStream.range(from, to).mapToDouble(value).toArray();
    }
}
