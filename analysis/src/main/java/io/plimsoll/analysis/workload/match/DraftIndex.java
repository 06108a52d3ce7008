package io.plimsoll.analysis.workload.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the workloads that something could belong to at all by the few texts that can tie them together, so that a hundred thousand
/// resources are not each held against thousands of workloads. Whoever asks still judges what is found. Not safe for several threads.
final class DraftIndex {
    private static final int SHORTEST_ID = 8;

    private final Map<String, List<Placed>> byName = new HashMap<>();
    private final Map<String, List<Placed>> byResource = new HashMap<>();
    private final Map<String, List<Placed>> byEndOfResource = new HashMap<>();
    private int count;

    /// A draft and how many were added before it.
    private record Placed(int at, Draft draft) {}

    /// @param all as they are named now; names don't change afterwards
    DraftIndex(List<Draft> all) {
        all.forEach(this::add);
    }

    void add(Draft draft) {
        Placed placed = new Placed(count++, draft);
        String name = draft.key().name();
        put(byName, name, placed);
        if (!draft.appName().isEmpty() && !draft.appName().equals(name)) {
            put(byName, draft.appName(), placed);
        }
        String resource = draft.resourceId();
        if (!resource.isEmpty()) {
            put(byResource, folded(resource), placed);
            if (resource.length() >= SHORTEST_ID && resource.indexOf('/') < 0) {
                put(byEndOfResource, resource, placed);
            }
        }
    }

    private static void put(Map<String, List<Placed>> all, String text, Placed placed) {
        all.computeIfAbsent(text, each -> new ArrayList<>(1)).add(placed);
    }

    /// Texts that differ in case only become the same, as `equalsIgnoreCase` has it.
    private static String folded(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = Character.toLowerCase(Character.toUpperCase(characters[i]));
        }
        return String.valueOf(characters);
    }

    /// Those that have one of two names, or whose label in Git is one of them, in the order in which they were added.
    List<Draft> named(String one, String other) {
        return inOrder(Stream.concat(at(byName, one), at(byName, other)));
    }

    /// Those that have this name, or whose label in Git it is, and those measured under a resource's id, in any case, or under its last
    /// part.
    ///
    /// @param name empty for none
    List<Draft> of(String name, String resourceId) {
        Stream<Placed> measured = Stream.concat(at(byResource, folded(resourceId)),
                at(byEndOfResource, resourceId.substring(resourceId.lastIndexOf('/') + 1)));
        return inOrder(name.isEmpty() ? measured : Stream.concat(at(byName, name), measured));
    }

    private static Stream<Placed> at(Map<String, List<Placed>> all, String text) {
        return all.getOrDefault(text, List.of()).stream();
    }

    private static List<Draft> inOrder(Stream<Placed> placed) {
        return placed.distinct().sorted(Comparator.comparingInt(Placed::at)).map(Placed::draft).toList();
    }

    /// Azure writes one id in several cases. Monitoring often has only the last part, `i-0abc`, of what the bill calls by its whole path.
    static boolean sameResource(String measured, String billed) {
        return measured.equalsIgnoreCase(billed)
                || measured.indexOf('/') < 0 && measured.length() >= SHORTEST_ID && billed.endsWith("/" + measured);
    }
}
