package io.plimsoll.analysis.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Neighbour;
import io.plimsoll.analysis.anomaly.Reading;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainTextTest {
    private static final Instant FROM = Instant.parse("2026-10-20T06:00:00Z");
    private static final Signal SIGNAL = new Signal("a1b2c3", Domain.LATENCY,
            SeriesKey.of("workload", "shop/Deployment/api"), "latency", "seconds", AnomalyKind.SPIKE, FROM,
            FROM.plusSeconds(900), FROM.plusSeconds(7200), false, 1.4, 0.2, Severity.HIGH, 0.9, false,
            new Explanation("Latency of api rose from 200 ms to 1.4 s.", List.of()),
            List.of(new Reading(FROM, 1.4, 0.2, 0.1, Double.NaN, true)));
    private static final SignalDetail DETAIL = new SignalDetail(SIGNAL, "api", List.of(Money.of("12.5", "USD")),
            List.of(Money.of("10.004", "USD")),
            List.of(new Neighbour("api", "", Measure.REPLICAS, 3, 9, FROM.plusSeconds(3600), 1L, 80),
                    new Neighbour("api", "", Measure.QUEUE_LAG, 10, 10.2, null, null, 0.3)),
            "", "SELECT 1");

    private static final List<CommitScore> COMMITS = List.of(
            new CommitScore("1".repeat(40), 0.6, "Half an hour before."),
            new CommitScore("2".repeat(40), 0.01, "A week before."));

    @Test
    void anEventOfTelemetryIsToldWithItsCostItsCommitsAndItsNeighbours() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExplainText.print(new CliContext(new GlobalOptions(), stream, stream, Window.NONE), DETAIL, COMMITS,
                List.of());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Latency of api rose from 200 ms to 1.4 s.",
                "api cost 12.50 USD on these days, usually 10.00 USD.",
                "replicas 3 to 9 (x 3) from 20 Oct 07:00 UTC", "queue lag unchanged", "1111111", "Half an hour before.",
                "plimsoll query \"$(plimsoll explain a1b2c3 --sql)\"", "SELECT 1")
                .doesNotContain("2222222");
    }

    @Test
    void whatDidNotChangeHasNoSign() {
        assertThat(ExplainText.percent(-0.004)).isEqualTo("0.0 %");
        assertThat(ExplainText.percent(-3.14)).isEqualTo("-3.1 %");
        assertThat(ExplainText.percent(484)).isEqualTo("+484 %");
    }

    @Test
    void itsDocumentHasReadingsWhereNothingMeasuredIsNull() {
        ObjectNode document = ExplainJson.of(JsonMapper.shared().createObjectNode(), DETAIL, null, COMMITS);
        assertThat(document.get("domain").asString()).isEqualTo("latency");
        assertThat(document.get("impact").isNull()).isTrue();
        assertThat(document.get("workload").asString()).isEqualTo("api");
        assertThat(document.get("cost").get(0).get("amount").asString()).isEqualTo("12.5");
        assertThat(document.get("neighbours").get(0).get("lagHours").asInt()).isEqualTo(1);
        assertThat(document.get("neighbours").get(1).get("at").isNull()).isTrue();
        assertThat(document.get("readings").get(0).get("value").asDouble()).isEqualTo(1.4);
        assertThat(document.get("commits")).hasSize(2);
        assertThat(document.get("commitSentences").get(1).asString()).isEqualTo("A week before.");
        assertThat(document.get("sql").get("samples").asString()).isEqualTo("SELECT 1");
    }
}
