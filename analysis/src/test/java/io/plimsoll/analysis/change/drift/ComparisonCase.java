package io.plimsoll.analysis.change.drift;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

/// One Deployment in Git and its live object.
class ComparisonCase {
    static final String CPU = "resources.requests.cpu";
    @TempDir
    Path folder;

    Scene replicas() {
        return new Scene(folder).git("web.yaml", Scene.DEPLOYMENT)
                .live(Scene.DEPLOYMENT.replace("replicas: 2", "replicas: 6"));
    }

    static String live(String metadata) {
        return with(metadata, Scene.DEPLOYMENT);
    }

    static String with(String metadata, String object) {
        return object.replace("metadata: {name: web, namespace: shop}\n",
                "metadata:\n  name: web\n  namespace: shop\n" + metadata);
    }

    static String managed(String manager, String operation, String subresource) {
        return "  managedFields:\n  - {manager: " + manager + ", operation: " + operation + ", subresource: '"
                + subresource + "', time: '2026-10-31T22:40:00Z', fieldsV1: {'f:spec': {'f:template': {'f:spec': "
                + "{'f:containers': {'k:{\"name\":\"app\"}': {'f:resources': {'f:requests': {'f:cpu': {}}}}}}}}}}\n";
    }
}
