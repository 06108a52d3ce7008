package io.plimsoll.analysis.workload;

/// Why two names are taken for one workload. All rules are tried; the highest score wins, a tie is shown and never broken.
public enum IdentityRule {
    PIN(2, "Pinned", "You said so; a pin beats every rule."),
    OWN_RULE(1.5, "Your rule",
            "A pattern of yours names the workload; it beats every other rule and gives way to a pin."),
    RESOURCE_ID(1, "Same resource id", "The series carries the id that the bill charges."),
    SAME_OBJECT(1, "Same object", "Kind, namespace and name of the pods' owner are those of the document in Git."),
    TAGS_NAME_AND_NAMESPACE(0.95, "Name and namespace tags",
            "The bill's tags app.kubernetes.io/name (or a name of the same meaning) and kubernetes-namespace name the workload."),
    SAME_NAME_AND_NAMESPACE(0.9, "Same name and namespace",
            "Name and namespace agree; one side does not know the kind."),
    NODE_POOL(0.9, "Pool of a Kafka cluster", "Strimzi names a pool's pods after its cluster and itself."),
    WORKLOAD_TAG(0.9, "Workload tag", "A tag such as workload or k8s-workload holds namespace/name or name."),
    SPARK_APP_TAG(0.85, "Spark application tag", "A tag of the Spark operator names the application."),
    APP_LABEL(0.8, "Application label",
            "The label app.kubernetes.io/name in Git is the name that the other side uses."),
    SAME_NAME_ONLY(0.6, "Same name",
            "The names agree and one side does not know the namespace; taken only if no other workload has that name."),
    TAG_NAME_ONLY(0.55, "Name tag alone", "The bill's name tag agrees and the bill does not say the namespace.");

    private final double score;
    private final String title;
    private final String explanation;

    IdentityRule(double score, String title, String explanation) {
        this.score = score;
        this.title = title;
        this.explanation = explanation;
    }

    /// For ranking only; above 1 for what the user decided.
    public double score() {
        return score;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }
}
