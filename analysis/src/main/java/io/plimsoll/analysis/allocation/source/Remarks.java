package io.plimsoll.analysis.allocation.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the reader of an allocation should know of the data it was made from.
public final class Remarks {
    private static final int NAMED = 3;

    private final Set<String> blind = new TreeSet<>();
    private final Set<String> unsized = new TreeSet<>();
    private final Set<String> unbilled = new TreeSet<>();
    private final Set<String> overcommitted = new TreeSet<>();
    private final Set<String> unrequested = new TreeSet<>();
    private int overcommittedDays;

    void blind(String machine) {
        blind.add(machine.isEmpty() ? "charges without a resource id" : machine);
    }

    void unsized(String machine) {
        unsized.add(machine);
    }

    void unbilled(String tenant) {
        unbilled.add(tenant);
    }

    void unrequested(String tenant) {
        unrequested.add(tenant);
    }

    void overcommitted(String machine) {
        overcommitted.add(machine);
        overcommittedDays++;
    }

    /// One sentence for each kind that occurred.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        say(sentences, blind, "Nothing was measured of them on a day, which is wholly unallocated then: ");
        say(sentences, unsized, "The bill does not say what they have, so that no idle cost can be told: ");
        say(sentences, overcommitted, "More was claimed than they have, and the claims share all of it (machine days: "
                + overcommittedDays + "): ");
        say(sentences, unrequested,
                "Neither telemetry nor Git says what they request, so they claim what they use and no more: ");
        say(sentences, unbilled, "Measured on nodes that no charge was found for, so without a cost: ");
        return sentences;
    }

    private static void say(List<String> sentences, Collection<String> names, String what) {
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
            sentences.add(what + String.join(", ", names.stream().limit(NAMED).toList()) + more
                    + ".");
        }
    }
}
