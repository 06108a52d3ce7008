package io.plimsoll.analysis.workload.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.workload.IdentityRule;

/// What a charge's tags say about a workload. Keys are compared without case, punctuation and the prefixes that providers add.
///
/// @param cluster   empty if no tag says it
/// @param namespace empty if no tag says it
/// @param name      empty if no tag names a workload
/// @param rule      by which tag the name was found
public record TagIdentity(String cluster, String namespace, String name, IdentityRule rule) {
    private static final List<String> NAME = List.of("app-kubernetes-io-name", "kubernetes-name", "k8s-app",
            "kubernetes-app");
    private static final List<String> NAMESPACE = List.of("kubernetes-namespace", "k8s-namespace", "eks-namespace",
            "namespace", "aws-eks-namespace");
    private static final List<String> WORKLOAD = List.of("k8s-workload", "kubernetes-workload", "workload",
            "workload-name",
            "eks-workload-name");
    private static final List<String> SPARK = List.of("sparkoperator-k8s-io-app-name", "spark-app-name");
    private static final List<String> CLUSTER = List.of("eks-cluster-name", "kubernetes-cluster", "k8s-cluster",
            "goog-k8s-cluster-name", "cluster-name", "cluster");

    /// A regular expression that is found in keys, each on a line of its own, if one of them can name a workload; in some others, too.
    public static String namingKeys() {
        return Stream.of(NAME, WORKLOAD, SPARK).flatMap(List::stream).map(key -> key.replace("-", "[^a-z0-9]+"))
                .collect(Collectors.joining("|", "(?im)(?:", ")$"));
    }

    /// The tags' keys and values as the bill has them.
    public static TagIdentity of(Map<String, String> tags) {
        Map<String, String> plain = new HashMap<>();
        tags.forEach((key, value) -> plain.merge(plain(key), value, (one, other) -> one));
        String cluster = first(plain, CLUSTER);
        String namespace = first(plain, NAMESPACE);
        String workload = first(plain, WORKLOAD);
        if (!workload.isEmpty()) {
            int slash = workload.indexOf('/');
            return slash > 0
                    ? new TagIdentity(cluster, workload.substring(0, slash),
                            workload.substring(workload.lastIndexOf('/') + 1),
                            IdentityRule.WORKLOAD_TAG)
                    : new TagIdentity(cluster, namespace, workload, IdentityRule.WORKLOAD_TAG);
        }
        String spark = first(plain, SPARK);
        if (!spark.isEmpty()) {
            return new TagIdentity(cluster, namespace, spark, IdentityRule.SPARK_APP_TAG);
        }
        return new TagIdentity(cluster, namespace, first(plain, NAME),
                namespace.isEmpty() ? IdentityRule.TAG_NAME_ONLY : IdentityRule.TAGS_NAME_AND_NAMESPACE);
    }

    private static String plain(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        for (String prefix : List.of("user:", "aws:", "label_", "k8s-label/", "resource_tags_user_")) {
            lower = lower.startsWith(prefix) ? lower.substring(prefix.length()) : lower;
        }
        return lower.replaceAll("[^a-z0-9]+", "-");
    }

    private static String first(Map<String, String> tags, List<String> keys) {
        return keys.stream().map(key -> tags.getOrDefault(key, "")).filter(value -> !value.isBlank()).findFirst()
                .orElse("");
    }
}
