package io.plimsoll.analysis.change;

import java.util.LinkedHashMap;
import java.util.Map;

/// The clone of the tests, with comments, quotes and oddities that an edit must keep.
public final class Manifests {
    public static final String WEB = """
                                     # owner: team web
                                     apiVersion: apps/v1
                                     kind: Deployment
                                     metadata:
                                       name: web
                                       namespace: shop
                                     spec:
                                       replicas: 9   # sized for the sale
                                       template:
                                         spec:
                                           containers:
                                             - name: app
                                               image: "shop/web:1"
                                               resources:
                                                 requests: {cpu: "4", memory: 16Gi}
                                                 limits:
                                                   cpu: "4"
                                                   memory: '16Gi'
                                     """;
    public static final String CPU_REQUEST = "spec.template.spec.containers[name=app].resources.requests.cpu";
    public static final String CPU_LIMIT = "spec.template.spec.containers[name=app].resources.limits.cpu";
    public static final String MEMORY_REQUEST = "spec.template.spec.containers[name=app].resources.requests.memory";
    public static final String MEMORY_LIMIT = "spec.template.spec.containers[name=app].resources.limits.memory";
    private static final String SPARK = """
                                        apiVersion: sparkoperator.k8s.io/v1beta2
                                        kind: SparkApplication
                                        metadata: {name: etl, namespace: data}
                                        spec:
                                          driver: {cores: 1, memory: 2g}
                                          executor:
                                            instances: 10
                                            cores: 4
                                            memory: 16g
                                        """;
    private static final String FLINK = """
                                        apiVersion: flink.apache.org/v1beta1
                                        kind: FlinkDeployment
                                        metadata: {name: stream, namespace: data}
                                        spec:
                                          taskManager: {resource: {cpu: 4, memory: 8g}}
                                          job: {jarURI: local:///x.jar, parallelism: 8, upgradeMode: stateless}
                                        """;
    private static final String CLAIM = """
                                        apiVersion: v1
                                        kind: PersistentVolumeClaim
                                        metadata: {name: lake, namespace: data}
                                        spec:
                                          storageClassName: gp3
                                          resources: {requests: {storage: 500Gi}}
                                        """;
    private static final String API = """
                                      apiVersion: apps/v1
                                      kind: Deployment
                                      metadata: {name: api, namespace: shop}
                                      spec: {replicas: 4}
                                      ---
                                      apiVersion: autoscaling/v2
                                      kind: HorizontalPodAutoscaler
                                      metadata: {name: api, namespace: shop}
                                      spec:
                                        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
                                        minReplicas: 2
                                        maxReplicas: 8
                                      """;

    private Manifests() {
    }

    public static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("apps/web.yaml", WEB);
        files.put("apps/etl.yaml", SPARK);
        files.put("apps/stream.yaml", FLINK);
        files.put("apps/lake.yaml", CLAIM);
        files.put("apps/api.yaml", API);
        return files;
    }

    public static Intent intent(String file, String path, String before, String after) {
        return new Intent(file, 0, path, before, after, file.replaceAll(".*/|\\.yaml", ""));
    }
}
