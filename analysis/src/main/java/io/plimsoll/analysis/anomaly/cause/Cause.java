package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A part of the bill that explains a change.
///
/// @param element dimension to value, in the order of the dimensions
/// @param score   0..1, how purely the element holds what is unusual
/// @param excess  cost minus expectation of its cells, exactly summed
/// @param share   of the whole change; may lie outside 0..1 where parts move against each other
public record Cause(Map<String, String> element, double score, BigDecimal excess, double share) {
    public Cause {
        element = Collections.unmodifiableMap(new LinkedHashMap<>(element));
    }

    /// `a=a1&b=b2`.
    public String text() {
        return element.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }
}
