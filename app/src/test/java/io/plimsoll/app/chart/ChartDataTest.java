package io.plimsoll.app.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import io.plimsoll.app.chart.ChartSpec.Kind;
import io.plimsoll.app.chart.ChartSpec.Span;

import static org.assertj.core.api.Assertions.assertThat;

class ChartDataTest {
    private static double at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private static List<String> labels(String from, String to, int most) {
        return Ticks.times(at(from), at(to), most).stream().map(Ticks.Tick::label).toList();
    }

    @Test
    void numbersAreTickedAtRoundOnes() {
        assertThat(Ticks.numbers(0, 8200, 5)).containsExactly(0, 2000, 4000, 6000, 8000);
        assertThat(Ticks.numbers(-0.31, 0.42, 5)).containsExactly(new double[]{-0.2, 0, 0.2, 0.4}, within());
        assertThat(Ticks.numbers(5, 5, 5)).containsExactly(5);
        assertThat(Ticks.numbers(0, Double.MAX_VALUE / 4, 5)).hasSizeLessThanOrEqualTo(6);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    @Test
    void bytesAreTickedAtRoundOnesOfTheirBinaryUnit() {
        double gi = 1 << 30;
        assertThat(Arrays.stream(Ticks.along(Axis.bytes(), 0, 64 * gi, 5)).mapToObj(Axis.bytes().label()).toList())
                .containsExactly("0B", "20Gi", "40Gi", "60Gi");
    }

    @Test
    void timesAreTickedInStepsThatPeopleCountIn() {
        assertThat(labels("2026-09-01T00:00:00Z", "2026-09-30T00:00:00Z", 5)).containsExactly("1 Sep", "8 Sep",
                "15 Sep", "22 Sep", "29 Sep");
        assertThat(labels("2026-10-01T00:00:00Z", "2027-10-01T00:00:00Z", 7)).containsExactly("Nov", "2027", "Mar",
                "May", "Jul", "Sep");
        assertThat(labels("2026-09-16T10:00:00Z", "2026-09-17T04:00:00Z", 6)).containsExactly("12:00", "15:00",
                "18:00", "21:00", "17 Sep", "03:00");
        assertThat(labels("2020-01-01T00:00:00Z", "2026-06-01T00:00:00Z", 8)).containsExactly("2020", "2021", "2022",
                "2023", "2024", "2025", "2026");
    }

    @Test
    void thinningKeepsEverySpikeAndAtMostFourPointsAPixel() {
        Random random = new Random(1);
        int length = 200_000;
        double[] x = IntStream.range(0, length).asDoubleStream().toArray();
        double[] y = random.doubles(length).toArray();
        y[123_456] = 1000;
        y[77_777] = -1000;
        Columns.Points points = Columns.thin(x, y, 0, length - 1, 900);
        assertThat(points.length()).isLessThanOrEqualTo(4 * 902);
        assertThat(points.y()).contains(1000, -1000);
        assertThat(points.x()).isSorted();
        assertThat(points.y()[0]).isEqualTo(y[0]);
        assertThat(points.y()[points.length() - 1]).isEqualTo(y[length - 1]);
    }

    @Test
    void aShortLineStaysAsItIsAndOnlyTheStretchShownIsDrawn() {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] y = {0, 1, 2, Double.NaN, 4, 5, 6, 7, 8, 9};
        assertThat(Columns.thin(x, y, 0, 9, 100).y()).isEqualTo(y);
        assertThat(Columns.thin(x, y, 4, 6, 100).x()).containsExactly(3, 4, 5, 6, 7);
        assertThat(Columns.thin(new double[0], new double[0], 0, 1, 10).length()).isZero();
    }

    @Test
    void aGapSurvivesThinning() {
        double[] x = IntStream.range(0, 10_000).asDoubleStream().toArray();
        double[] y = new double[10_000];
        Arrays.fill(y, 4000, 6000, Double.NaN);
        assertThat(Arrays.stream(Columns.thin(x, y, 0, 9_999, 100).y()).filter(Double::isNaN).count()).isPositive();
    }

    @Test
    void barsAlwaysStandOnZeroWhileALineMayStartHigher() {
        double[] x = {0, 1, 2};
        double[] high = {90, 95, 100};
        ChartSpec line = ChartSpec.line("l").add(Series.of("a", x, high, ChartColor.C1)).build();
        assertThat(Domains.y(line, new Span(0, 2)).from()).isBetween(80.0, 90.0);
        ChartSpec bars = ChartSpec.stackedBars("b").add(Series.of("a", x, high, ChartColor.C1),
                Series.of("credit", x, new double[]{0, -20, 0}, ChartColor.C2)).build();
        Span y = Domains.y(bars, new Span(0, 2));
        assertThat(y.from()).isBetween(-35.0, -20.0);
        assertThat(y.to()).isBetween(100.0, 115.0);
        assertThat(Domains.x(bars)).isEqualTo(new Span(-0.5, 2.5));
    }

    @Test
    void anEmptyChartHasADomainToo() {
        for (Kind kind : Kind.values()) {
            ChartSpec empty = ChartSpec.line("none").build();
            assertThat(Domains.x(empty)).as(kind.name()).isEqualTo(new Span(0, 1));
            assertThat(Domains.y(empty, new Span(0, 1))).isEqualTo(new Span(0, 1));
            assertThat(Painters.of(kind).kind()).isEqualTo(kind);
        }
    }

    @Test
    void theReadOutSnapsToTheNearestValueAndTellsBandsAndMarkers() {
        double[] x = {0, 86_400, 172_800};
        ChartSpec spec = ChartSpec.line("cost").y(Axis.money("USD"))
                .add(Series.of("cost", x, new double[]{1, 2000, 3}, ChartColor.C1))
                .add(Band.expected("expected", x, x, new double[]{1, 100_000, 1}))
                .add(Marker.dot(86_400, 2000, ChartColor.BAD, "spike")).build();
        Readout readout = Readout.at(spec, 100_000);
        assertThat(readout).isNotNull();
        assertThat(readout.heading()).isEqualTo("2 Jan 1970");
        assertThat(readout.lines()).extracting(Readout.Line::name).containsExactly("cost", "expected", "spike");
        assertThat(readout.lines().getFirst().value()).startsWith("$2");
        assertThat(Readout.at(ChartSpec.line("none").build(), 5)).isNull();
    }

    @Test
    void theCsvHoldsEveryNumberUnroundedAndQuotesNames() {
        double[] x = {0, 86_400};
        String csv = ChartCsv.of(ChartSpec.line("cost")
                .add(Series.of("cost, \"net\"", x, new double[]{1.125, Double.NaN},
                        ChartColor.C1), Series.of("late", new double[]{86_400}, new double[]{0.1}, ChartColor.C2))
                .add(Band.expected("band", x, new double[]{1, 2}, new double[]{3, 4})).build());
        assertThat(csv).isEqualTo("""
                                  time,"cost, ""net""\",late,band low,band high
                                  1970-01-01T00:00:00Z,1.125,,1.0,3.0
                                  1970-01-02T00:00:00Z,,0.1,2.0,4.0
                                  """);
        assertThat(ChartCsv.of(ChartSpec.rows("moved").add(BarRow.moved("Kafka", -2, "")).build()))
                .isEqualTo("name,low,high\nKafka,-2.0,0.0\n");
        assertThat(ChartCsv.of(ChartSpec.rows("moved").add(BarRow.moved("=1+1", -2, "")).build()))
                .isEqualTo("name,low,high\n'=1+1,-2.0,0.0\n");
    }

    @Test
    void theArrowKeysWalkFromEndToEnd() {
        ChartSpec spec = ChartSpec.line("l")
                .add(Series.of("a", new double[]{1, 5, 9}, new double[]{0, 0, 0}, ChartColor.C1)).build();
        assertThat(Steps.next(spec, Double.NaN, 1)).isEqualTo(1);
        assertThat(Steps.next(spec, 1, 1)).isEqualTo(5);
        assertThat(Steps.next(spec, 9, 1)).isEqualTo(9);
        assertThat(Steps.next(spec, 1, -1)).isEqualTo(1);
    }

    @Test
    void aScatterChartReadsOutTheNearestPointAndKeepsItsEdgeOutOfTheDomain() {
        ChartSpec spec = ChartSpec.scatter("s").x(Axis.roots(" h")).y(Axis.money("USD"))
                .add(Series.of("best", new double[]{0, 4}, new double[]{30, 20}, ChartColor.C1))
                .add(Marker.point(0, 30, ChartColor.C1, "safe"), Marker.named(4, 20, ChartColor.C2, "VPA", "VPA: 1"),
                        Marker.atEdge(9, 900, ChartColor.INK2, "now", "now: 9"))
                .build();
        assertThat(Domains.x(spec).to()).isBetween(4.0, 5.0);
        assertThat(Domains.y(spec, Domains.x(spec)).to()).isLessThan(40);
        Readout readout = Readout.at(spec, 1);
        assertThat(readout).isNotNull();
        assertThat(readout.heading()).isEqualTo("VPA: 1");
        assertThat(readout.lines().getFirst().value()).isEqualTo("4.00 h");
        assertThat(Readout.at(spec, -1)).isNull();
        assertThat(Steps.next(spec, 1, 1)).isEqualTo(2);
        assertThat(ChartCsv.of(spec)).isEqualTo("name,x,y\nsafe,0.0,30.0\nVPA: 1,4.0,20.0\nnow: 9,9.0,900.0\n");
    }

    @Test
    void aRootScaleSpreadsSmallValuesAndGoesBothWays() {
        Scale scale = new Scale(0, 100, 0, 10, true);
        assertThat(scale.pixel(25)).isEqualTo(5);
        assertThat(scale.value(5)).isEqualTo(25);
    }
}
