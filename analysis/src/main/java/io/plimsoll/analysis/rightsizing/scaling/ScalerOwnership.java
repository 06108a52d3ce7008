package io.plimsoll.analysis.rightsizing.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.declared.VerticalPolicy;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.advice.Sentence;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;

/// What autoscalers leave to decide. One use; the caller runs it.
public final class ScalerOwnership {
    private static final int USUAL_TARGET = 80;
    private static final double WORTH_SAYING = 0.9;

    private final Situation situation;
    private final List<String> kinds;
    private final @Nullable Autoscaler horizontal;
    private final @Nullable Declared vertical;
    private final @Nullable PodCount count;

    public ScalerOwnership(Situation situation, Cancellation cancellation) {
        this.situation = situation;
        DeclaredWorkload manifest = situation.workload().manifest();
        this.kinds = kinds(situation);
        this.horizontal = manifest == null
                ? null
                : Autoscaler.of(manifest).or(() -> ChartScaling.of(situation)).orElse(null);
        this.vertical = manifest == null
                ? null
                : manifest.autoscalers().stream().filter(each -> each.kind().equals(Scaling.VERTICAL)).findFirst()
                        .orElse(null);
        this.count = horizontal == null ? null : new PodCount(situation, horizontal, cancellation);
    }

    /// Whether a vertical autoscaler writes one of the requests of a workload's main container; one that can't be read does.
    public static boolean resized(Situation situation) {
        DeclaredWorkload manifest = situation.workload().manifest();
        return manifest != null && kinds(situation).contains(Scaling.VERTICAL)
                && VerticalPolicy.first(manifest.autoscalers(), situation.workload().key().container())
                        .map(policy -> policy.sets("cpu", false) || policy.sets("memory", false)).orElse(true);
    }

    /// Whether Git declares one that sets the number of pods.
    public static boolean counted(Situation situation) {
        return kinds(situation).stream().anyMatch(kind -> !kind.equals(Scaling.VERTICAL))
                || ChartScaling.of(situation).isPresent();
    }

    private static List<String> kinds(Situation situation) {
        DeclaredWorkload manifest = situation.workload().manifest();
        return manifest == null
                ? List.of()
                : manifest.places().stream().filter(place -> place.role() == ManifestPlace.Role.AUTOSCALER)
                        .map(ManifestPlace::kind).distinct().toList();
    }

    /// What holds before a size is chosen: who owns it, and what must not shrink.
    ///
    /// @param resting whether the horizontal one never leaves its least number, which is all that is proposed then
    public CapacityFinding bounds(boolean resting) {
        boolean unread = kinds.contains(Scaling.VERTICAL) && vertical == null
                || counted(situation) && horizontal == null;
        if (unread) {
            return refused("A " + String.join(" and a ", kinds) + " sets this workload's size.");
        }
        CapacityFinding found = vertical == null ? CapacityFinding.NONE : vertical(vertical);
        return resting || horizontal == null ? found : found.and(horizontal(horizontal));
    }

    private CapacityFinding horizontal(Autoscaler scaler) {
        PodCount pods = count;
        if (pods == null) {
            return CapacityFinding.NONE;
        }
        if (pods.isForeign()) {
            return doubted(Grade.C, "A " + scaler.title() + " scales on " + String.join(", ", scaler.others())
                    + ": its pods follow the load and not the request, but whether smaller ones need more of them can't be"
                    + " replayed.");
        }
        if (!pods.known()) {
            return refused("A " + scaler.title() + " sets the number of pods, and "
                    + (!scaler.lags().isEmpty()
                            ? "the lag of its queue was not measured."
                            : situation.current().cpuRequest() == 0
                                    ? "no CPU request is known, of which its target is a share."
                                    : "what it scales on is not all known."));
        }
        ScalingReplay.Outcome now = pods.now();
        if (!now.reproduces()) {
            return refused(Sentence.of(
                    "A %s sets the number of pods, and its rule does not explain it: replayed, it"
                            + " gives %.1f pods on average where %.1f were measured, and is within one pod %.0f %% of the time.",
                    scaler.title(), now.mean(), now.measuredMean(), 100 * now.withinOne()));
        }
        List<String> facts = new ArrayList<>();
        facts.add(Sentence.of("A %s sets the number of pods, %.1f on average and %d at most; its rule, replayed,"
                + " is within one pod %.0f %% of the time.", scaler.title(), now.measuredMean(), now.peak(),
                100 * now.withinOne()));
        higherTarget(pods).ifPresent(facts::add);
        long memory = scaler.scalesOnMemory() ? situation.current().memoryRequest() : 0;
        if (memory > 0) {
            facts.add("It scales on memory as well, so that the memory request stays.");
        }
        return new CapacityFinding(0, memory, 0, List.of(), facts);
    }

    private static Optional<String> higherTarget(PodCount pods) {
        if (pods.percent() == 0 || pods.percent() >= USUAL_TARGET) {
            return Optional.empty();
        }
        ScalingReplay.Outcome then = pods.at(USUAL_TARGET);
        return then.mean() > WORTH_SAYING * pods.now().mean()
                ? Optional.empty()
                : Optional.of(Sentence.of("With a target of %d %% instead of %d %% and the same request, the load"
                        + " would take %.1f pods on average instead of %.1f.", USUAL_TARGET, pods.percent(),
                        then.mean(), pods.now().mean()));
    }

    /// Whether another CPU request changes the number of pods, so that `with` is worth asking.
    public boolean countsShares() {
        return count != null && count.percent() > 0;
    }

    /// What becomes of the pods with a proposed size; empty where nothing scales on CPU or the request stays.
    public Optional<ScaledSize> with(Size proposed) {
        PodCount pods = count;
        return pods == null || !pods.known() ? Optional.empty() : pods.with(proposed.cpuRequest());
    }

    /// See `PodCount.leastCores`.
    public double leastCores() {
        return count == null ? 0 : count.leastCores();
    }

    /// `HorizontalPodAutoscaler web`, or the kinds of those that can't be read.
    public String title() {
        return horizontal == null ? String.join(" and a ", kinds) : horizontal.title();
    }

    /// The reason to change the target together with the request.
    public Objection together(ScaledSize scaled) {
        return new Objection(Refusal.OWNER_IS_AUTOSCALER, Grade.B,
                "A " + title() + " counts in shares of the CPU request: " + scaled.sentence());
    }

    private CapacityFinding vertical(Declared vpa) {
        VerticalPolicy policy = VerticalPolicy.of(vpa, situation.workload().key().container());
        boolean cores = policy.sets("cpu", false);
        boolean memory = policy.sets("memory", false);
        String who = vpa.kind() + (vpa.name().isEmpty() ? "" : " " + vpa.name());
        if (!cores && !memory) {
            return new CapacityFinding(0, 0, 0, List.of(), List.of("A " + who + " only recommends: its mode is Off,"
                    + " for this container or for all."));
        }
        String what = cores && memory ? "requests" : cores ? "the CPU request" : "the memory request";
        String sentence = "A " + who + " in mode " + policy.mode() + " sets " + what + "; change its "
                + bounds(policy) + " instead.";
        Size current = situation.current();
        return cores && memory
                ? refused(sentence)
                : new CapacityFinding(cores ? current.cpuRequest() : 0, memory ? current.memoryRequest() : 0, 0,
                        List.of(new Objection(Refusal.OWNER_IS_AUTOSCALER, Grade.B, sentence)), List.of());
    }

    private static String bounds(VerticalPolicy policy) {
        return List.of("minAllowed", "maxAllowed").stream().map(which -> {
            String set = List.of("cpu", "memory").stream().filter(each -> !policy.bound(which, each).isEmpty())
                    .map(each -> each + " " + policy.bound(which, each)).collect(Collectors.joining(", "));
            return which + (set.isEmpty() ? "" : " (" + set + ")");
        }).collect(Collectors.joining(" and "));
    }

    private static CapacityFinding refused(String sentence) {
        return doubted(Grade.D, sentence);
    }

    private static CapacityFinding doubted(Grade grade, String sentence) {
        return new CapacityFinding(0, 0, 0, List.of(new Objection(Refusal.OWNER_IS_AUTOSCALER, grade, sentence)),
                List.of());
    }
}
