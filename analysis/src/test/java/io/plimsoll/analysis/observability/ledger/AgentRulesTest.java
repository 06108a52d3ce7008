package io.plimsoll.analysis.observability.ledger;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgentRulesTest {
    @ParameterizedTest
    @CsvSource({"quay.io/prometheus/prometheus:v3.1.0,Prometheus", "cr.fluentbit.io/fluent/fluent-bit:4.0,Fluent Bit",
        "grafana/loki@sha256:00,Loki", "gcr.io/datadoghq/datadog-agent:7,Datadog agent",
        "otel/opentelemetry-collector-contrib:0.120.0,OpenTelemetry Collector",
        "registry:5000/thanos:v0.37,Thanos", "docker.io/grafana/grafana:12,Grafana"})
    void anImageTellsForCertain(String image, String program) {
        AgentRules.Agent agent = AgentRules.of("anything", List.of("app"), List.of(image)).orElseThrow();
        assertThat(agent.program()).isEqualTo(program);
        assertThat(agent.certain()).isTrue();
        assertThat(agent.how()).contains(image);
    }

    @Test
    void aNameAloneIsAPerhapsAndAnotherImageOutweighsIt() {
        assertThat(AgentRules.of("loki-write", List.of("app"), List.of()).orElseThrow().certain()).isFalse();
        assertThat(AgentRules.of("loki-write", List.of("loki"), List.of()).orElseThrow().certain()).isTrue();
        assertThat(AgentRules.of("prometheus-tutorial", List.of("web"), List.of("nginx:1"))).isEmpty();
    }

    @Test
    void aStoreIsNamedOnlyWhereItKeepsLogs() {
        assertThat(AgentRules.of("elasticsearch-master", List.of("elasticsearch"), List.of())).isEmpty();
        assertThat(AgentRules.of("logging-elasticsearch", List.of("elasticsearch"), List.of()).orElseThrow().certain())
                .isFalse();
        assertThat(AgentRules.of("vector-search", List.of("api"), List.of())).isEmpty();
        assertThat(AgentRules.of("feature-extraction", List.of("executor"), List.of("spark:4"))).isEmpty();
    }
}
