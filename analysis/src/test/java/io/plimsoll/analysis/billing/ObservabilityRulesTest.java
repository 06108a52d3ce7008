package io.plimsoll.analysis.billing;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ObservabilityRulesTest {
    private static final ObservabilityRules RULES = ObservabilityRules.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            AWS | AmazonCloudWatch | USE1-DataProcessing-Bytes | | LOGS | ingestion
                                            AWS | Amazon CloudWatch | Log ingestion GB | | LOGS | ingestion
                                            AWS | AmazonCloudWatch | $0.50 per GB custom log data ingested in Standard log class | | LOGS | ingestion
                                            AWS | AmazonCloudWatch | $0.63 per GB of vended logs ingested in Standard log class | | LOGS | ingestion
                                            AWS | AmazonCloudWatch | $0.03 per GB-mo of log storage - US West (Oregon) | | LOGS | storage
                                            AWS | AmazonCloudWatch | EUC1-CW:MetricMonitorUsage | | METRICS | ingestion
                                            AWS | AmazonCloudWatch | $0.30 per metric-month for the first 10,000 metrics | | METRICS | ingestion
                                            AWS | AmazonCloudWatch | $0.01 per 1,000 metrics requested using GetMetricData API | | METRICS | queries
                                            AWS | AmazonCloudWatch | $0.10 per alarm metric month (standard resolution) | | METRICS | alarms
                                            AWS | AmazonCloudWatch | USE1-DataScanned-Bytes | | LOGS | queries
                                            AWS | AmazonCloudWatch | DashboardsUsageHour | | METRICS | dashboards
                                            AWS | AWSXRay | USE1-XRay-TracesStored | | TRACES | ingestion
                                            AWS | AmazonPrometheus | USE1-AMP:MetricSampleCount | | METRICS | ingestion
                                            AWS | Amazon Kinesis Firehose | USE1-BilledBytes | deliverystream/aws-waf-logs-edge | LOGS | ingestion
                                            Microsoft | Log Analytics | Pay-as-you-go Data Retention | | LOGS | storage
                                            Microsoft | Log Analytics | Pay-as-you-go Data Ingestion | | LOGS | ingestion
                                            Microsoft | Azure Monitor | Alerts Metric Monitored | | METRICS | alarms
                                            Microsoft | Application Insights | Enterprise Overage Data | | TRACES | ingestion
                                            Google Cloud | Cloud Logging | Log Storage cost | | LOGS | ingestion
                                            Google Cloud | Cloud Monitoring | Prometheus Samples Ingested | | METRICS | ingestion
                                            Google Cloud | Cloud Trace | Spans ingested | | TRACES | ingestion
                                            Oracle | Logging | Logging - Storage | | LOGS | storage
                                            Datadog, Inc. | Datadog Pro | Indexed Logs | | LOGS | storage
                                            AWS Marketplace | Datadog Pro | APM Hosts | | TRACES | ingestion
                                            Honeycomb.io | Honeycomb | events | | TRACES | ingestion
                                            """, quoteCharacter = '~')
    void aChargeGoesToItsSignalAndPart(String vendor, String service, String meter, String resource, String signal,
            String part) {
        ObservabilityRule rule = RULES.of(vendor, service, meter, resource == null ? "" : resource).orElseThrow();
        assertThat(rule.signal().name() + " " + rule.part()).isEqualTo(signal + " " + part);
    }

    @ParameterizedTest
    @CsvSource({"AWS,Amazon Elastic Compute Cloud,BoxUsage:m6i.large,",
        "AWS,Amazon Simple Storage Service,TimedStorage-ByteHrs,",
        "AWS,Amazon Kinesis Firehose,BilledBytes,deliverystream/orders", "Microsoft,Virtual Machines,D4s v5,",
        "Google Cloud,BigQuery,Log analysis,", "AWS,AWS CloudTrail,Events,", "AWS,Amazon MQ,mq.m5.large,"})
    void whatIsNoObservabilityHasNoRule(String vendor, String service, String meter, String resource) {
        assertThat(RULES.of(vendor, service, meter, resource == null ? "" : resource)).isEmpty();
    }

    @Test
    void aSliceIsObservabilityOnlyIfItsDimensionsSayIt() {
        assertThat(RULES.ofSlice(Map.of("ServiceName", "Amazon CloudWatch"))).isPresent();
        assertThat(RULES.ofSlice(Map.of("ServiceName", "Amazon CloudWatch", "tag:team", "platform"))).isPresent();
        assertThat(RULES.ofSlice(Map.of("ServiceName", "Amazon Kinesis Firehose"))).isEmpty();
        assertThat(RULES.ofSlice(Map.of("tag:team", "datadog"))).isEmpty();
        assertThat(RULES.ofSlice(Map.of("ServiceName", "x".repeat(1_000_000) + " Amazon CloudWatch")))
                .as("of a name that long only the beginning is looked at").isEmpty();
        assertThat(RULES.ofSlice(Map.of())).isEmpty();
    }

    @Test
    void everyLineHasASourceAndABrokenOneIsRefused() {
        assertThat(RULES.all()).hasSizeGreaterThan(60).allMatch(each -> each.source().startsWith("https://"))
                .allMatch(each -> each.vendor() != null || each.service() != null);
        assertThatThrownBy(() -> new ObservabilityRules("header\n,,x,,logs,ingestion,https://example.org"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Not a rule");
    }
}
