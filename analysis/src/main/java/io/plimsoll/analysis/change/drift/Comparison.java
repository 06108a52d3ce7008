package io.plimsoll.analysis.change.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.change.DriftCause;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.task.Cancellation;

/// Holds the cost fields of a dump against those that Git wants. Used by one thread, once.
public final class Comparison {
    private static final Comparator<DriftRow> ORDER = Comparator.comparing((DriftRow row) -> !row.isDifference())
            .thenComparing(row -> row.state() == DriftState.EQUAL).thenComparing(DriftRow::object)
            .thenComparing(DriftRow::path);

    private final DesiredSide git;
    private final Snapshot snapshot;
    private final Map<String, List<DesiredObject>> byName = new HashMap<>();
    private final Claims claims = new Claims();
    private final Set<DesiredObject> met = new HashSet<>();
    private final List<DriftRow> rows = new ArrayList<>();

    private Comparison(DesiredSide git, Snapshot snapshot) {
        this.git = git;
        this.snapshot = snapshot;
        git.objects().forEach(each -> byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
        git.applications().forEach(snapshot.ignored()::read);
        git.objects().stream().flatMap(each -> Scaler.of(each).stream()).forEach(snapshot::assume);
        snapshot.objects().forEach(claims::note);
    }

    /// What was found.
    ///
    /// @param rows     differences first, equal fields last
    /// @param problems in sentences
    public record Result(List<DriftRow> rows, List<String> problems) {}

    public static Result of(DesiredSide git, Snapshot snapshot, Cancellation cancellation) {
        Comparison comparison = new Comparison(git, snapshot);
        for (LiveObject object : snapshot.objects()) {
            cancellation.check();
            comparison.live(object);
        }
        List<String> missing = comparison.onlyInGit();
        List<String> problems = Stream.of(snapshot.problems(), missing, git.problems()).flatMap(List::stream).toList();
        return new Result(comparison.rows.stream().sorted(ORDER).toList(), problems);
    }

    private void live(LiveObject object) {
        List<DesiredObject> wanted = wanted(object);
        met.addAll(wanted);
        List<PodSize> pods = snapshot.pods(object);
        Set<String> used = new HashSet<>();
        for (LiveField field : object.fields()) {
            FieldComparison comparison = new FieldComparison(snapshot, object, field);
            if (wanted.isEmpty()) {
                Claims.Made made = claims.maker(object, field);
                rows.add(made == null
                        ? comparison.unmanaged()
                        : Claims.row(made, comparison.against(agreed(wanted(made.set()), made.template()))));
                continue;
            }
            Wanted said = agreed(wanted, field);
            if (said instanceof Wanted.Value value) {
                used.add(value.origin().file() + "#" + value.origin().document() + value.origin().path());
            }
            used.add(field.path().toString());
            rows.add(PodComparison.of(pods, comparison.against(said)));
        }
        wanted.stream().filter(each -> wanted.size() == 1).flatMap(each -> each.settings().stream())
                .filter(each -> !used.contains(each.path().toString())
                        && !used.contains(
                                each.origin().file() + "#" + each.origin().document() + each.origin().path())
                        && !object.fields().isEmpty() && isOfObject(each.path()))
                .forEach(each -> rows.add(missing(object.kind(), object.namespace(), object.name(), each,
                        "The object is in the cluster, this field is not.")));
    }

    /// Values of a chart need not become a field of this object.
    private static boolean isOfObject(ManifestPath path) {
        return path.steps().stream().noneMatch(ManifestPath.Nested.class::isInstance)
                && !path.steps().isEmpty() && path.steps().getFirst().equals(new ManifestPath.Key("spec"))
                && !path.passes("helm") && !path.passes("values");
    }

    /// What Git may mean by a live object: of those with its namespace, else of those without one; and
    /// of those the ones that are deployed.
    private List<DesiredObject> wanted(LiveObject object) {
        List<DesiredObject> named = byName.getOrDefault(object.name(), List.of()).stream()
                .filter(each -> each.kind().isEmpty() || each.kind().equals(object.kind())).toList();
        List<DesiredObject> here = named.stream().filter(each -> each.namespace().equals(object.namespace())).toList();
        List<DesiredObject> found = here.isEmpty()
                ? named.stream().filter(each -> each.namespace().isEmpty()).toList()
                : here;
        List<DesiredObject> deployed = found.stream().filter(DesiredObject::deployed).toList();
        return deployed.isEmpty() ? found : deployed;
    }

    private static Wanted agreed(List<DesiredObject> wanted, LiveField field) {
        if (wanted.isEmpty()) {
            return new Wanted.Unclear("No manifest in the clone declares what made this object.");
        }
        List<Wanted> said = wanted.stream()
                .map(each -> each.wanted(field.path(), field.knob(), field.container())).toList();
        List<Wanted.Value> values = said.stream().filter(Wanted.Value.class::isInstance).map(Wanted.Value.class::cast)
                .toList();
        if (values.isEmpty()) {
            return said.getFirst();
        }
        Wanted.Value first = values.getFirst();
        boolean agree = values.stream()
                .allMatch(each -> Amounts.same(first.unit(), first.text(), each.unit(), each.text()));
        return agree
                ? first
                : new Wanted.Unclear("Git says different things of it: " + values.stream()
                        .map(each -> each.text() + " in " + each.origin().place()).collect(Collectors.joining(", "))
                        + ". Name what deploys this cluster with --root.");
    }

    /// What Git wants and the dump does not have. Kinds that were not exported are no finding.
    private List<String> onlyInGit() {
        Set<String> notExported = new TreeSet<>();
        for (DesiredObject each : git.objects()) {
            if (met.contains(each) || !each.deployed()) {
                continue;
            }
            if (!each.kind().isEmpty() && !snapshot.hasKind(each.kind())) {
                notExported.add(each.kind());
                continue;
            }
            String reason = snapshot.hasNamespace(each.namespace())
                    ? "The object is not in the dump: not deployed, or for another cluster."
                    : "Nothing of its namespace is in the dump: another cluster, or not exported.";
            each.settings().forEach(set -> rows.add(missing(each.kind(), each.namespace(), each.name(), set, reason)));
        }
        return notExported.isEmpty()
                ? List.of()
                : List.of("The dump holds no " + String.join(", ", notExported)
                        + "; those in Git are not compared. Add them to kubectl get.");
    }

    private static DriftRow missing(String kind, String namespace, String name, DesiredObject.Setting set,
            String reason) {
        return new DriftRow(kind, namespace, name, set.container(), set.path().toString(), set.knob(), set.unit(),
                set.text(), null, null, null, DriftState.ONLY_IN_GIT, DriftCause.NONE, reason, set.origin(), null,
                null);
    }
}
