package io.plimsoll.analysis.telemetry;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.telemetry.read.MetricCatalog;
import io.plimsoll.analysis.telemetry.read.MetricRule;

import static org.assertj.core.api.Assertions.assertThat;

class MetricCatalogTest {
    @ParameterizedTest
    @CsvSource({"container_cpu_usage_seconds_total,CPU_CORES,RATE,SAMPLE,cores,1",
        "container_cpu_usage_seconds_total:rate5m,CPU_CORES,VALUE,SAMPLE,cores,1",
        "container_cpu_usage_seconds_total:sum_rate,CPU_CORES,VALUE,SAMPLE,cores,1",
        "node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate,CPU_CORES,VALUE,SAMPLE,cores,1",
        "container_cpu_usage_cores,CPU_CORES,VALUE,SAMPLE,cores,1", "cpu_cores,CPU_CORES,VALUE,SAMPLE,cores,1",
        "cpu_cores_used_avg,CPU_CORES,VALUE,AVERAGE,cores,1", "cpu_cores_used_max,CPU_CORES,VALUE,MAXIMUM,cores,1",
        "cpu_millicores,CPU_CORES,VALUE,SAMPLE,cores,0.001",
        "container_memory_working_set_bytes,MEMORY_BYTES,VALUE,SAMPLE,bytes,1",
        "node_namespace_pod_container:container_memory_working_set_bytes,MEMORY_BYTES,VALUE,SAMPLE,bytes,1",
        "memory_gib_used,MEMORY_BYTES,VALUE,SAMPLE,bytes,1073741824", "memory_bytes,MEMORY_BYTES,VALUE,SAMPLE,bytes,1",
        "container_memory_rss,RSS_BYTES,VALUE,SAMPLE,bytes,1",
        "kafka_consumergroup_lag,QUEUE_LAG,VALUE,SAMPLE,messages,1",
        "container_memory_usage_bytes,OTHER,VALUE,SAMPLE,bytes,1",
        "container_cpu_cfs_periods_total,OTHER,INCREASE,SAMPLE,periods,1",
        "container_cpu_cfs_throttled_seconds_total,OTHER,RATE,SAMPLE,seconds/s,1",
        "kube_pod_container_status_restarts_total,RESTARTS,INCREASE,SAMPLE,restarts,1",
        "http_requests_total,OTHER,RATE,SAMPLE,1/s,1", "job:http_requests_total:rate5m,OTHER,VALUE,SAMPLE,'',1",
        "container_network_receive_bytes_total,NETWORK_BYTES,RATE,SAMPLE,bytes/s,1",
        "slo:sli_error:ratio_rate5m,ERROR_SHARE,VALUE,SAMPLE,share,1",
        "job:http_requests_errors:ratio_rate5m,ERROR_SHARE,VALUE,SAMPLE,share,1",
        "error_rate_percent,ERROR_SHARE,VALUE,SAMPLE,share,0.01",
        "http_request_errors_total,ERROR_RATE,RATE,SAMPLE,1/s,1",
        "kafka_connect_task_error_metrics_total_record_failures,ERROR_RATE,RATE,SAMPLE,1/s,1",
        "airflow_ti_failures,ERROR_RATE,RATE,SAMPLE,1/s,1",
        "otelcol_exporter_send_failed_spans,ERROR_RATE,RATE,SAMPLE,1/s,1",
        "orders_null_ratio,NULL_SHARE,VALUE,SAMPLE,share,1", "missing_percent,NULL_SHARE,VALUE,SAMPLE,share,0.01",
        "kube_pod_owner,OTHER,VALUE,SAMPLE,'',1"})
    void namesMeanWhatTheirSourcesSay(String metric, Measure measure, MetricRule.Treatment treatment,
            Statistic statistic,
            String unit, double factor) {
        MetricRule rule = MetricCatalog.rule(metric, Map.of());
        assertThat(rule.measure()).isEqualTo(measure);
        assertThat(rule.treatment()).isEqualTo(treatment);
        assertThat(rule.statistic()).isEqualTo(statistic);
        assertThat(rule.unit()).isEqualTo(unit);
        assertThat(rule.factor()).isEqualTo(factor);
    }

    @Test
    void requestsAndLimitsAreToldApartByTheirResource() {
        assertThat(measure("kube_pod_container_resource_requests", "cpu")).isEqualTo(Measure.CPU_REQUEST);
        assertThat(measure("kube_pod_container_resource_requests", "memory")).isEqualTo(Measure.MEMORY_REQUEST);
        assertThat(measure("kube_pod_container_resource_limits", "cpu")).isEqualTo(Measure.CPU_LIMIT);
        assertThat(measure("kube_pod_container_resource_limits", "nvidia_com_gpu")).isEqualTo(Measure.OTHER);
    }

    private static Measure measure(String metric, String resource) {
        return MetricCatalog.rule(metric, Map.of("resource", resource)).measure();
    }
}
