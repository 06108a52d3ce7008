package io.plimsoll.analysis.workload;

/// A user's own rule: what matches a pattern belongs to the workload that a template names. Stronger than every rule of Plimsoll,
/// weaker than a pin; of several that match the first in order holds.
///
/// @param id      stays the same; 0 for one that is not saved
/// @param side    whose things are looked at
/// @param field   of the bill `ResourceName`, `ResourceId`, `ResourceType`, `ServiceName`, `RegionId` or `tag:NAME`; of telemetry `pod`, `namespace`,
///                `container`, `resource_id`, `metric` or `label:NAME`; of manifests `name`, `namespace`, `kind`, `app` or `file`
/// @param pattern a regular expression for the whole text, without look-around and back-references
/// @param target  templates: `${group}` stands for a named group of the pattern; an empty part is the group of its own name if there is
///                one, else unknown. The container is never used
/// @param on      whether it takes part
public record JoinRule(long id, Side side, String field, String pattern, WorkloadKey target, boolean on) {
    JoinRule with(long newId) {
        return new JoinRule(newId, side, field, pattern, target, on);
    }

    JoinRule turned(boolean onNow) {
        return new JoinRule(id, side, field, pattern, target, onNow);
    }
}
