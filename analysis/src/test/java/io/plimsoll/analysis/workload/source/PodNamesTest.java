package io.plimsoll.analysis.workload.source;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodNamesTest {
    @ParameterizedTest
    @CsvSource({"caption-encoder-9sjrbqdpn4-d6hxb,Deployment,caption-encoder",
        "coredns-5d78c9869d-2nxbc,Deployment,coredns", "web-7f9c6d5b8d-abcde,Pod,web-7f9c6d5b8d-abcde",
        "ocr-workers-0,StatefulSet,ocr-workers", "kafka-broker-112,StatefulSet,kafka-broker",
        "lineage-sync-29861415-4nwwz,CronJob,lineage-sync", "node-exporter-x7k2p,'',node-exporter",
        "multimodal-feature-extraction-148714d15c9d61bf-exec-10,SparkApplication,multimodal-feature-extraction",
        "language-dedup-driver,SparkApplication,language-dedup",
        "pi-962e29fba2a287fd-driver,SparkApplication,pi", "pi-exec-3,SparkApplication,pi",
        "audio-align-taskmanager-1-4,FlinkDeployment,audio-align", "debug,Pod,debug",
        "my-batch-worker,Pod,my-batch-worker", "etl-1762300800-extract-2519386233,CronWorkflow,etl",
        "hello-world-wq6pf-4223406590,Workflow,hello-world", "etl-x7k2p-load-2519386233,Workflow,etl",
        "build-x7k2p-unit-tests-pod,PipelineRun,build", "ingest-load.6d5191b91782409082d46dd3b0ea97f9,Task,ingest-load",
        "ingest-load-7x2kab9q,Task,ingest-load", "gateway-frontend,Pod,gateway-frontend"})
    void namesAreReadAsControllersBuildThem(String pod, String kind, String name) {
        PodOwner owner = PodNames.owner(pod);
        assertThat(owner.kind()).isEqualTo(kind);
        assertThat(owner.name()).isEqualTo(name);
        assertThat(owner.how()).isNotEmpty();
        assertThat(owner.confidence()).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"embedding-api-wzwsmfzcsm-5dxmv,ReplicaSet,embedding-api-wzwsmfzcsm,Deployment,embedding-api",
        "embedding-5dxmv,ReplicaSet,by-hand,ReplicaSet,by-hand",
        "lineage-sync-29861415-4nwwz,Job,lineage-sync-29861415,CronJob,lineage-sync", "load-4nwwz,Job,load,Job,load",
        "a-148714d15c9d61bf-exec-1,Pod,a-driver,SparkApplication,a",
        "audio-align-taskmanager-1-1,Deployment,audio-align,FlinkDeployment,audio-align",
        "etl-1762300800-extract-2519386233,Workflow,etl-1762300800,CronWorkflow,etl",
        "etl-x7k2p-load-2519386233,Workflow,etl-x7k2p,Workflow,etl",
        "build-x7k2p-unit-tests-pod,TaskRun,build-x7k2p-unit-tests,PipelineRun,build",
        "agent-x7k2p,DaemonSet,agent,DaemonSet,agent", "web-0,StrimziPodSet,web,StrimziPodSet,web",
        "log-kafka-0,StrimziPodSet,log-kafka,Kafka,log",
        "log-brokers-3,StrimziPodSet,log-brokers,StrimziPodSet,log-brokers",
        "sink-connect-0,StrimziPodSet,sink-connect,KafkaConnect,sink",
        "dr-mirrormaker2-0,StrimziPodSet,dr-mirrormaker2,KafkaMirrorMaker2,dr",
        "debug,<none>,<none>,Pod,debug"})
    void whatTheClusterReportsBeatsTheName(String pod, String ownerKind, String ownerName, String kind, String name) {
        PodOwner owner = PodNames.owner(pod, ownerKind, ownerName);
        assertThat(owner.kind()).isEqualTo(kind);
        assertThat(owner.name()).isEqualTo(name);
    }

    @Test
    void labelsThatSayItAreTaken() {
        assertThat(PodNames.byLabels(Map.of("workload", "api", "workload_type", "deployment")))
                .satisfies(owner -> assertThat(owner.kind()).isEqualTo("Deployment"));
        assertThat(PodNames.byLabels(Map.of("label_sparkoperator_k8s_io_app_name", "pi")))
                .satisfies(owner -> assertThat(owner.name()).isEqualTo("pi"));
        assertThat(PodNames.byLabels(Map.of("dag_id", "ingest", "task_id", "load")).name()).isEqualTo("ingest.load");
        assertThat(PodNames.byLabels(Map.of("dag_id", "ingest"))).isNull();
        assertThat(PodNames.byLabels(Map.of("label_prefect_io_deployment_name", "nightly")).kind()).isEqualTo("Flow");
        assertThat(PodNames.byLabels(Map.of("label_tekton_dev_pipeline", "build", "label_tekton_dev_pipeline_task",
                "test")).name()).isEqualTo("build.test");
        assertThat(PodNames.byLabels(Map.of("workflows.argoproj.io/cron-workflow", "etl")).kind())
                .isEqualTo("CronWorkflow");
        assertThat(PodNames.byLabels(Map.of("pod", "api-0"))).isNull();
    }
}
