package io.plimsoll.analysis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Which keys of which kinds are knobs.
class KnobsOfKindsTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(String file, String text) {
        return Knobs.find(file, bytes(text)).stream().map(knob -> knob.path() + " " + knob.container() + " "
                + knob.field() + "=" + knob.value() + " " + knob.unit()).toList();
    }

    static Stream<Arguments> shapes() {
        String resources = "resources: {requests: {cpu: 500m, memory: 1Gi}}";
        String pod = "{containers: [{name: app, " + resources + "}], initContainers: [{name: init, " + resources
                + "}]}";
        String kind = "apiVersion: v1\nkind: %s\nmetadata: {name: n, namespace: s}\n";
        return Stream.of(
                Arguments.of("Deployment", kind + "spec:\n  replicas: 3\n  template: {spec: " + pod + "}\n",
                        List.of("spec.replicas  replicas=3 INTEGER",
                                "spec.template.spec.containers[name=app].resources.requests.cpu app cpu-request=500m KUBERNETES",
                                "spec.template.spec.containers[name=app].resources.requests.memory app memory-request=1Gi KUBERNETES",
                                "spec.template.spec.initContainers[name=init].resources.requests.cpu init cpu-request=500m KUBERNETES",
                                "spec.template.spec.initContainers[name=init].resources.requests.memory init memory-request=1Gi KUBERNETES")),
                Arguments.of("CronJob",
                        kind + "spec:\n  schedule: 0 1 * * *\n  jobTemplate:\n    spec:\n      parallelism: 4\n      template:\n"
                                + "        spec:\n          containers:\n          - resources:\n              limits:\n"
                                + "                nvidia.com/gpu: 1\n",
                        List.of("spec.schedule  schedule=0 1 * * * TEXT",
                                "spec.jobTemplate.spec.parallelism  parallelism=4 INTEGER",
                                "spec.jobTemplate.spec.template.spec.containers[0].resources.limits[\"nvidia.com/gpu\"]  gpu-limit=1 KUBERNETES")),
                Arguments.of("HorizontalPodAutoscaler",
                        kind + "spec:\n  minReplicas: 1\n  maxReplicas: 9\n  metrics:\n  - type: Resource\n    resource:\n"
                                + "      name: cpu\n      target: {averageUtilization: 70}\n",
                        List.of("spec.minReplicas  min-replicas=1 INTEGER", "spec.maxReplicas  max-replicas=9 INTEGER",
                                "spec.metrics[0].resource.target.averageUtilization  target-cpu-utilization=70 INTEGER")),
                Arguments.of("StatefulSet",
                        kind + "spec:\n  replicas: 3\n  volumeClaimTemplates:\n  - metadata: {name: data}\n    spec:\n"
                                + "      storageClassName: gp3\n      resources: {requests: {storage: 10Gi}}\n",
                        List.of("spec.replicas  replicas=3 INTEGER",
                                "spec.volumeClaimTemplates[0].spec.storageClassName data storage-class=gp3 TEXT",
                                "spec.volumeClaimTemplates[0].spec.resources.requests.storage data storage=10Gi KUBERNETES")),
                Arguments.of("SparkApplication",
                        kind + "spec:\n  driver: {cores: 1, coreLimit: 1200m, memory: 512m}\n"
                                + "  executor: {instances: 2, memory: 4g, memoryOverhead: \"512\"}\n"
                                + "  dynamicAllocation: {maxExecutors: 8}\n  sparkConf:\n    spark.executor.memory: 6g\n"
                                + "    spark.ui.port: \"4040\"\n",
                        List.of("spec.driver.cores driver cores=1 INTEGER",
                                "spec.driver.coreLimit driver cpu-limit=1200m KUBERNETES",
                                "spec.driver.memory driver memory=512m JVM",
                                "spec.executor.instances executor instances=2 INTEGER",
                                "spec.executor.memory executor memory=4g JVM",
                                "spec.executor.memoryOverhead executor memory-overhead=512 JVM",
                                "spec.dynamicAllocation.maxExecutors executor max-instances=8 INTEGER",
                                "spec.sparkConf[\"spark.executor.memory\"] executor memory=6g JVM")),
                Arguments.of("FlinkDeployment",
                        kind + "spec:\n  flinkConfiguration: {taskmanager.numberOfTaskSlots: \"2\"}\n"
                                + "  taskManager:\n    resource: {memory: 2048m, cpu: 1.5}\n    resources: {requests: {memory: 2048m}}\n"
                                + "  job: {parallelism: 4}\n",
                        List.of("spec.flinkConfiguration[\"taskmanager.numberOfTaskSlots\"] taskManager task-slots=2 INTEGER",
                                "spec.taskManager.resource.memory taskManager memory=2048m FLINK",
                                "spec.taskManager.resource.cpu taskManager cpu=1.5 DECIMAL",
                                "spec.taskManager.resources.requests.memory taskManager memory-request=2048m FLINK",
                                "spec.job.parallelism  parallelism=4 INTEGER")),
                Arguments.of("ScaledObject", kind + "spec: {minReplicaCount: 0, maxReplicaCount: 20}\n",
                        List.of("spec.minReplicaCount  min-replicas=0 INTEGER",
                                "spec.maxReplicaCount  max-replicas=20 INTEGER")),
                Arguments.of("NodePool",
                        kind + "spec:\n  limits: {cpu: 1000}\n  template:\n    spec:\n      requirements:\n"
                                + "      - key: node.kubernetes.io/instance-type\n        values: [m5.large]\n      - key: x\n        values: [y]\n",
                        List.of("spec.limits.cpu  cpu-cap=1000 KUBERNETES",
                                "spec.template.spec.requirements[key=node.kubernetes.io/instance-type].values[0]  instance-type=m5.large TEXT")),
                Arguments.of("KafkaNodePool",
                        kind + "spec:\n  replicas: 3\n  jvmOptions: {-Xmx: 4096m}\n  storage: {volumes: [{id: 0, size: 100Gi}]}\n",
                        List.of("spec.replicas  replicas=3 INTEGER", "spec.jvmOptions.-Xmx  heap-max=4096m JVM",
                                "spec.storage.volumes[0].size  storage=100Gi KUBERNETES")),
                Arguments.of("RayCluster",
                        kind + "spec:\n  workerGroupSpecs:\n  - groupName: small\n    replicas: 1\n    maxReplicas: 5\n",
                        List.of("spec.workerGroupSpecs[groupName=small].replicas small replicas=1 INTEGER",
                                "spec.workerGroupSpecs[groupName=small].maxReplicas small max-replicas=5 INTEGER")),
                Arguments.of("HelmRelease",
                        kind + "spec:\n  values:\n    web:\n      replicaCount: 2\n      resources: {limits: {memory: 1Gi}}\n"
                                + "      persistence: {size: 8Gi, storageClass: fast}\n",
                        List.of("spec.values.web.replicaCount web replicas=2 INTEGER",
                                "spec.values.web.resources.limits.memory web memory-limit=1Gi KUBERNETES",
                                "spec.values.web.persistence.size web storage=8Gi KUBERNETES",
                                "spec.values.web.persistence.storageClass web storage-class=fast TEXT")),
                Arguments.of("Cluster",
                        kind + "spec:\n  instances: 3\n  replicas: 2\n  resources: {limits: {cpu: 2}}\n",
                        List.of("spec.instances  instances=3 INTEGER", "spec.replicas  replicas=2 INTEGER",
                                "spec.resources.limits.cpu  cpu-limit=2 KUBERNETES")),
                Arguments.of("Application",
                        kind + "spec:\n  sources:\n  - helm:\n      parameters:\n      - {name: web.resources.limits.memory, value: 1Gi}\n"
                                + "      - {name: image.tag, value: \"1\"}\n      valuesObject: {replicas: 2}\n",
                        List.of("spec.sources[0].helm.parameters[name=web.resources.limits.memory].value  memory-limit=1Gi KUBERNETES",
                                "spec.sources[0].helm.valuesObject.replicas  replicas=2 INTEGER")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void eachShapeHasItsKnobs(String kind, String text, List<String> expected) {
        assertThat(lines("f.yaml", text.formatted(kind))).containsExactlyElementsOf(expected);
    }

    @Test
    void sparksOwnKeysAreKnownInAnyValues() {
        assertThat(lines("values.yaml", "conf:\n  spark.executor.memory: 4g\n  spark.executor.cores: 2\n"))
                .containsExactly("conf[\"spark.executor.memory\"] executor memory=4g JVM",
                        "conf[\"spark.executor.cores\"] executor cores=2 INTEGER");
    }
}
