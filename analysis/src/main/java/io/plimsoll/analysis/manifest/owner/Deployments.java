package io.plimsoll.analysis.manifest.owner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.argo.Application;
import io.plimsoll.analysis.manifest.owner.argo.ApplicationSet;
import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployer;
import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.flux.FluxKustomization;
import io.plimsoll.analysis.manifest.owner.flux.HelmRelease;
import io.plimsoll.analysis.manifest.owner.kustomize.Kustomize;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// Follows the deployers of a clone: first those that nothing else deploys, then what they bring, which may be deployers again. One use.
final class Deployments {
    private static final int DEEPEST = 12;
    private static final int MOST = 5_000;

    private final Clone clone;
    private final List<Deployer> deployers;
    private final List<Deployed> done = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Origin> visited = new HashSet<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<Value, Deployment> unchanged = new IdentityHashMap<>();

    /// A deployment and where it was declared.
    ///
    /// @param place the folder of the outermost deployer above it: tells clusters apart
    record Deployed(Deployment deployment, String place) {}

    private record Waiting(Value object, String place, Deployer.Beside beside, int depth) {}

    /// A deployer's object as it stands in a file.
    private record Declared(Value object, String file, @Nullable Origin origin) {}

    Deployments(Clone clone, List<String> own) {
        this.clone = clone;
        this.deployers = List.of(new Application(clone, own), new ApplicationSet(clone), new FluxKustomization(clone),
                new HelmRelease(clone));
    }

    /// @param used           what kustomizations take, by file: true for a patch, which is no object of its own
    /// @param kustomizations folders of those that no other one builds upon
    List<Deployed> follow(Map<String, Boolean> used, List<String> kustomizations) {
        List<Declared> declared = declared();
        Set<String> reached = new HashSet<>();
        List<Declared> first = declared.stream().filter(each -> !used.containsKey(each.file())).toList();
        for (Declared each : first) {
            Deployment deployment = alone(each.object());
            deployment.noteFiles();
            deployment.files().stream().filter(file -> !file.equals(each.file())).forEach(reached::add);
        }
        first.stream().filter(each -> !reached.contains(each.file())).forEach(this::start);
        if (declared.stream().anyMatch(each -> each.origin() != null && !visited.contains(each.origin()))) {
            kustomizations.stream().filter(folder -> !deploys(folder)).forEach(this::startIn);
        }
        // Those that only reach each other, and those of kustomizations that can't be built.
        declared.stream().filter(each -> each.origin() != null && !visited.contains(each.origin())
                && !used.getOrDefault(each.file(), false)).forEach(this::start);
        run();
        return done;
    }

    private void startIn(String folder) {
        try {
            List<Value> objects = Kustomize.objects(clone.sources(), folder, clone.cancellation());
            Deployer.Beside beside = beside(objects, Deployments::nothing);
            objects.forEach(object -> waiting.add(new Waiting(object, folder, beside, 0)));
            run();
        } catch (StepFailure unresolved) {
            // Told when the folder is traced as a root.
            return;
        }
    }

    private boolean deploys(String folder) {
        return done.stream().anyMatch(each -> each.deployment().paths().contains(folder));
    }

    private static @Nullable Value nothing(String kind, String namespace, String name) {
        return null;
    }

    private List<Declared> declared() {
        List<Declared> declared = new ArrayList<>();
        for (String file : clone.files()) {
            for (Value.Fields object : clone.objects(file)) {
                if (deployer(object).isPresent()) {
                    declared.add(new Declared(object, file, origin(object)));
                }
            }
        }
        return declared;
    }

    private Optional<Deployer> deployer(Value object) {
        return deployers.stream().filter(each -> each.takes(object)).findFirst();
    }

    /// Where the object itself stands, however it was patched.
    private static @Nullable Origin origin(Value object) {
        return object.at("kind") instanceof Value.Leaf leaf ? leaf.origin() : null;
    }

    private void start(Declared declared) {
        waiting.add(new Waiting(declared.object(), ClonePaths.folder(declared.file()), Deployments::nothing, 0));
        run();
    }

    private void run() {
        while (!waiting.isEmpty()) {
            clone.cancellation().check();
            Waiting next = waiting.removeFirst();
            Optional<Deployer> deployer = deployer(next.object());
            Origin origin = origin(next.object());
            if (deployer.isEmpty() || next.depth() > DEEPEST || done.size() >= MOST
                    || !seen.add(Clone.id(next.object()) + " " + next.place() + " " + origin)) {
                continue;
            }
            if (origin != null) {
                visited.add(origin);
            }
            Deployment deployment = next.depth() == 0 && unchanged.containsKey(next.object())
                    ? alone(next.object())
                    : deployer.get().deploy(next.object(), next.beside());
            done.add(new Deployed(deployment, next.place()));
            Deployer.Beside beside = beside(deployment.rendered().objects(), next.beside());
            deployment.rendered().objects().forEach(
                    object -> waiting.add(new Waiting(object, next.place(), beside, next.depth() + 1)));
        }
    }

    /// What an object brings that nothing was deployed beside; worked out once.
    private Deployment alone(Value object) {
        Deployment known = unchanged.get(object);
        if (known == null) {
            clone.cancellation().check();
            known = deployer(object).orElseThrow().deploy(object, Deployments::nothing);
            unchanged.put(object, known);
        }
        return known;
    }

    /// Looks among objects, also for a generated name.
    private static Deployer.Beside beside(List<Value> objects, Deployer.Beside outer) {
        Map<String, Value> byId = new HashMap<>();
        objects.forEach(object -> byId.putIfAbsent(Clone.id(object), object));
        return (kind, namespace, name) -> {
            Value exact = byId.get(kind + "/" + namespace + "/" + name);
            if (exact == null) {
                exact = byId.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(kind + "/" + namespace + "/" + name + "-")
                                && each.getKey().length() == (kind + "/" + namespace + "/" + name).length() + 11)
                        .map(Map.Entry::getValue).findFirst().orElse(null);
            }
            return exact != null ? exact : outer.object(kind, namespace, name);
        };
    }
}
