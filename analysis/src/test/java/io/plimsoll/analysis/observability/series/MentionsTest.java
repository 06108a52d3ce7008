package io.plimsoll.analysis.observability.series;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.observability.Mention;

import static org.assertj.core.api.Assertions.assertThat;

class MentionsTest {
    private static final String RULES = """
                                        apiVersion: monitoring.coreos.com/v1
                                        kind: PrometheusRule
                                        spec:
                                          groups:
                                            - name: made
                                              rules:
                                                # http_commented_total is named in a comment only
                                                - record: job:http_requests:rate5m
                                                  expr: sum by (job) (rate(http_requests_total[5m]))
                                                - record: job:queue_depth:max
                                                  expr: max by (job) (queue_depth)
                                                - alert: Slow
                                                  expr: histogram_quantile(0.99, rate(http_latency_seconds_bucket[5m])) > 1
                                        ---
                                        apiVersion: v1
                                        kind: ConfigMap
                                        data: {note: queue_in_a_note}
                                        """;
    private static final String SCALER = """
                                         kind: ScaledObject
                                         spec:
                                           triggers:
                                             - type: prometheus
                                               metadata: {query: "sum(job:http_requests:rate5m{job=\\"web\\"})"}
                                         """;
    private static final String BOARD = """
                                        {"panels": [{"targets": [{"expr": "queue_depth{ns=\\"a\\"}"}]}]}
                                        """;
    private final Mentions mentions = Mentions.of(Map.of("rules.yaml", bytes(RULES), "scaler.yaml", bytes(SCALER),
            "board.json", bytes(BOARD)));

    @Test
    void rulesDashboardsAndTriggersAreToldApart() {
        assertThat(mentions.of("http_latency_seconds_bucket"))
                .containsExactly(new Mention(Mention.Kind.ALERT_RULE, "rules.yaml"));
        assertThat(mentions.of("queue_depth")).containsExactly(new Mention(Mention.Kind.ALERT_RULE, "rules.yaml"),
                new Mention(Mention.Kind.DASHBOARD, "board.json"));
    }

    @Test
    void aMetricCountsAsNamedWhereItsRecordingRuleIs() {
        assertThat(mentions.of("http_requests_total")).containsExactly(
                new Mention(Mention.Kind.ALERT_RULE, "rules.yaml"),
                new Mention(Mention.Kind.AUTOSCALER, "scaler.yaml"));
    }

    @Test
    void commentsOtherDocumentsAndPartsOfNamesAreNoMention() {
        assertThat(mentions.of("http_commented_total")).isEmpty();
        assertThat(mentions.of("queue_in_a_note")).isEmpty();
        assertThat(mentions.of("http_latency_seconds")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
