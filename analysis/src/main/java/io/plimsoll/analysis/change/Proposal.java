package io.plimsoll.analysis.change;

import java.util.List;

/// What became of a wanted size. A part that is in neither list is set so already.
///
/// @param workload    names it in the intents
/// @param added       intents that were put into the change set
/// @param notPossible parts that stay as they are, with the reason
/// @param remarks     where the values written differ from those wanted, as sentences: rounded up, or split into heap and overhead
public record Proposal(String workload, List<Intent> added, List<NotPossible> notPossible, List<String> remarks) {
    public Proposal {
        added = List.copyOf(added);
        notPossible = List.copyOf(notPossible);
        remarks = List.copyOf(remarks);
    }
}
