package io.plimsoll.analysis.manifest.terraform;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Compares a file before with the file after: equal in every name, kind and value except at the targets.
final class HclProof {
    private HclProof() {
    }

    /// @param targets literals of `old`
    /// @param values  what must stand there, one for each target
    static boolean holds(Hcl old, Hcl now, List<Hcl.Literal> targets, List<String> values) {
        return switch (old) {
            case Hcl.Literal was -> {
                int at = IntStream.range(0, targets.size())
                        .filter(i -> targets.get(i).start() == was.start()).findFirst().orElse(-1);
                yield now instanceof Hcl.Literal is && (at < 0
                        ? was.kind() == is.kind() && was.value().equals(is.value())
                        : (was.kind() == is.kind() || was.kind() == Hcl.Kind.NULL)
                                && is.value().equals(values.get(at)));
            }
            case Hcl.Expression was -> now instanceof Hcl.Expression is && was.text().equals(is.text())
                    && was.refusal() == is.refusal();
            case Hcl.Items was -> now instanceof Hcl.Items is && was.items().size() == is.items().size()
                    && IntStream.range(0, was.items().size())
                            .allMatch(i -> holds(was.items().get(i), is.items().get(i), targets, values));
            case Hcl.Fields was -> now instanceof Hcl.Fields is && was.fields().size() == is.fields().size()
                    && IntStream.range(0, was.fields().size())
                            .allMatch(i -> was.fields().get(i).name().equals(is.fields().get(i).name())
                                    && holds(was.fields().get(i).value(), is.fields().get(i).value(), targets, values));
        };
    }

    /// The bytes between the targets are those of the file, one for one.
    static boolean untouchedOutside(String old, String now, List<Hcl.Literal> targets, List<String> written) {
        List<Integer> order = IntStream.range(0, targets.size()).boxed()
                .sorted(Comparator.comparingInt(i -> targets.get(i).start())).toList();
        int oldAt = 0;
        int nowAt = 0;
        for (int i : order) {
            int kept = targets.get(i).start() - oldAt;
            if (kept < 0 || !old.regionMatches(oldAt, now, nowAt, kept)
                    || !now.startsWith(written.get(i), nowAt + kept)) {
                return false;
            }
            oldAt = targets.get(i).end();
            nowAt += kept + written.get(i).length();
        }
        return old.substring(oldAt).equals(now.substring(nowAt));
    }
}
