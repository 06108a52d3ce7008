package io.plimsoll.app.screen.repository;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.PlacedKnob;
import io.plimsoll.analysis.workload.RepositoryOverview;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// A file or folder of the clone.
///
/// @param path     from the top of the clone; of a folder with a `/` at its end; empty for the top itself
/// @param knobs    values that cost money, in it or below it
/// @param cost     of the workloads with a document in it or below it, each counted once, one amount a currency
/// @param children folders first; empty for a file
record FileNode(String name, String path, int knobs, List<Money> cost, List<FileNode> children) {
    static final FileNode NONE = new FileNode("", "", 0, List.of(), List.of());

    FileNode {
        cost = List.copyOf(cost);
        children = List.copyOf(children);
    }

    boolean isFolder() {
        return path.isEmpty() || path.endsWith("/");
    }

    /// Whether a file is what the path names, or below it.
    static boolean within(String path, String file) {
        return path.isEmpty() || (path.endsWith("/") ? file.startsWith(path) : file.equals(path));
    }

    static FileNode of(RepositoryOverview overview, WorkloadMap map) {
        Draft top = new Draft("", "");
        overview.files().forEach(file -> top.at(file.path(), draft -> {}));
        for (PlacedKnob placed : overview.knobs()) {
            top.at(placed.knob().file(), draft -> draft.knobs++);
        }
        List<Workload> workloads = map.workloads();
        for (int i = 0; i < workloads.size(); i++) {
            int number = i;
            DeclaredWorkload declared = workloads.get(i).manifest();
            if (declared != null && workloads.get(i).hasBill()) {
                declared.places().forEach(place -> top.at(place.file(), draft -> draft.workloads.set(number)));
            }
        }
        return top.done(workloads);
    }

    /// What is left where only some files are looked for: those whose path has all the words.
    FileNode filtered(String words) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return words.isBlank() ? this : new FileNode(name, path, knobs, cost, below(wanted));
    }

    private List<FileNode> below(List<String> wanted) {
        List<FileNode> left = new ArrayList<>();
        for (FileNode child : children) {
            String text = child.path.toLowerCase(Locale.ROOT);
            if (wanted.stream().allMatch(text::contains)) {
                left.add(child);
            } else if (child.isFolder()) {
                List<FileNode> below = child.below(wanted);
                if (!below.isEmpty()) {
                    left.add(new FileNode(child.name, child.path, child.knobs, child.cost, below));
                }
            }
        }
        return left;
    }

    /// A node while it is filled.
    private static final class Draft {
        private final String name;
        private final String path;
        private final Map<String, Draft> children = new TreeMap<>();
        private final BitSet workloads = new BitSet();
        private int knobs;

        Draft(String name, String path) {
            this.name = name;
            this.path = path;
        }

        /// Does something with every node on the way to a file.
        void at(String file, Consumer<Draft> action) {
            action.accept(this);
            Draft at = this;
            int from = 0;
            while (from < file.length()) {
                int slash = file.indexOf('/', from);
                int end = slash < 0 ? file.length() : slash;
                String part = file.substring(from, end);
                String whole = file.substring(0, slash < 0 ? end : end + 1);
                at = at.children.computeIfAbsent(part, key -> new Draft(part, whole));
                action.accept(at);
                from = end + 1;
            }
        }

        FileNode done(List<Workload> all) {
            Map<String, Money> cost = new TreeMap<>();
            workloads.stream().mapToObj(all::get).flatMap(each -> each.cost().stream())
                    .forEach(money -> cost.merge(money.currency(), money, Money::plus));
            return new FileNode(name, path, knobs, List.copyOf(cost.values()), children.values().stream()
                    .map(child -> child.done(all)).sorted(Comparator.comparing(child -> !child.isFolder())).toList());
        }
    }
}
