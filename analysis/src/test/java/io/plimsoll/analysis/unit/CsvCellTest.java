package io.plimsoll.analysis.unit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvCellTest {
    @Test
    void whatASpreadsheetWouldRunBecomesText() {
        assertThat(CsvCell.of("=cmd|' /C calc'!A0")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(CsvCell.of("@SUM(1,2)")).isEqualTo("\"'@SUM(1,2)\"");
        assertThat(CsvCell.of("-2+3")).isEqualTo("'-2+3");
        assertThat(CsvCell.of("+x")).isEqualTo("'+x");
        assertThat(CsvCell.of("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvCell.of("\r\n=1")).isEqualTo("\"'\r\n=1\"");
        assertThat(CsvCell.of("\uff1d1+1")).isEqualTo("'\uff1d1+1");
    }

    @Test
    void numbersAndOtherWordsStayAsTheyAre() {
        for (String text : new String[]{"-5", "+1.25e-7", "-.5", "", "a=b", "Amazon EC2", "'quoted'", "2026-03-01"}) {
            assertThat(CsvCell.of(text)).isEqualTo(text);
        }
        assertThat(CsvCell.of("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    }
}
