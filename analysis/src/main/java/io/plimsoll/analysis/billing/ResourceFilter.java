package io.plimsoll.analysis.billing;

import java.util.List;

/// Which resources are worth reading when only those are looked for that something could tie to a workload. A resource passes if any of
/// the three holds, and also if its id is not plain ASCII: more may pass than is asked for, never less.
///
/// @param tagKeys a regular expression, found in the keys of the tags with each on a line of its own
/// @param ids     whole ids, in lower case
/// @param ends    what follows an id's last `/`
public record ResourceFilter(String tagKeys, List<String> ids, List<String> ends) {
    public ResourceFilter {
        ids = List.copyOf(ids);
        ends = List.copyOf(ends);
    }
}
