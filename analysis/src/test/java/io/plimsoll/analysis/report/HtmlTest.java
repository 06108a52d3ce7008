package io.plimsoll.analysis.report;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTest {
    @Test
    void whateverComesFromABillIsOnlyText() {
        String hostile = "<script>alert('x')</script> & \"tag\"";
        String page = new Html().title(hostile, hostile).section(hostile).paragraph(hostile)
                .table(List.of(hostile), List.of(List.of(new Html.Cell(hostile, Html.Tone.BAD)))).diff("+" + hostile)
                .end()
                .tiles(List.of(new Html.Tile(hostile, hostile, hostile, Html.Tone.PLAIN))).page("", hostile);
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void pageFetchesNothing() {
        assertThat(new Html().page("", "x")).contains("default-src 'none'").doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void chartLeavesGapsAndMarksDays() {
        String svg = new SvgChart(LocalDate.of(2026, 9, 1), new double[]{1, Double.NaN, 3, 4}, new double[0],
                new double[0])
                .svg(List.of(3), "$");
        assertThat(svg).contains("1 Sep").containsOnlyOnce("<circle");
        assertThat(svg.split("M", -1)).as("two strokes, around the gap").hasSize(3);
    }
}
