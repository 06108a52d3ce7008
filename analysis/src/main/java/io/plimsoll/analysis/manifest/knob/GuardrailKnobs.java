package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// What bounds others: ResourceQuota, LimitRange, PodDisruptionBudget.
final class GuardrailKnobs implements KnobFinder {
    private static final String[] RANGES = {"default", "defaultRequest", "min", "max", "maxLimitRequestRatio"};

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        switch (object.kind()) {
            case "ResourceQuota" ->
                spec.at("hard").children().forEach(child -> sink.add(child.value(), "", quota(child.key())));
            case "LimitRange" -> spec.at("limits").items().forEach(limit -> {
                for (String range : RANGES) {
                    limit.at(range).children().forEach(
                            child -> sink.add(child.value(), limit.at("type").text(), Field.LIMIT_RANGE));
                }
            });
            case "PodDisruptionBudget" -> {
                sink.add(spec.at("minAvailable"), "", Field.AVAILABILITY);
                sink.add(spec.at("maxUnavailable"), "", Field.AVAILABILITY);
            }
            default -> {
            }
        }
    }

    private static String quota(String key) {
        return switch (key) {
            case "cpu", "requests.cpu", "limits.cpu" -> Field.CPU_CAP;
            case "memory", "requests.memory", "limits.memory" -> Field.MEMORY_CAP;
            default -> Field.QUOTA;
        };
    }
}
