package io.plimsoll.analysis.rightsizing.scaling;

import io.plimsoll.analysis.manifest.yaml.Tree;

/// A trigger of KEDA on the lag of a Kafka consumer group: one pod for each `threshold` messages that wait, but no more pods than
/// the topic has partitions, unless idle consumers are allowed (keda.sh, Apache Kafka scaler).
///
/// @param topic     empty for all of the group's
/// @param threshold messages, above 0
public record LagTrigger(String group, String topic, double threshold, boolean idleAllowed) {
    private static final double PRESET = 10;

    static LagTrigger of(Tree trigger) {
        Tree metadata = trigger.at("metadata");
        return new LagTrigger(metadata.at("consumerGroup").text(), metadata.at("topic").text(),
                Math.max(1e-9, ScalingPace.number(metadata.at("lagThreshold"), PRESET)),
                metadata.at("allowIdleConsumers").text().equals("true"));
    }
}
