package io.plimsoll.analysis.change.drift;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/// What Git wants of a cluster.
///
/// @param objects      with cost fields
/// @param applications of Argo CD, for what they are told to ignore
/// @param problems     what could not be read, in sentences
public record DesiredSide(List<DesiredObject> objects, List<ObjectNode> applications, List<String> problems) {
    public DesiredSide {
        objects = List.copyOf(objects);
        applications = List.copyOf(applications);
        problems = List.copyOf(problems);
    }
}
