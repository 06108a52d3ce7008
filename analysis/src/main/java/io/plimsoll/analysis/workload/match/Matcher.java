package io.plimsoll.analysis.workload.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Evidence;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.Pin;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.UnmatchedCost;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.source.MeasuredWorkload;
import io.plimsoll.analysis.workload.source.TagIdentity;

/// Brings the three sources together: measured workloads first, then what Git declares, then the bill. Pure; one use.
public final class Matcher {
    /// Kinds that one object may go by, depending on who tells.
    private static final List<Set<String>> SAME_KINDS = List.of(
            Set.of("Deployment", "ReplicaSet", "Rollout", "DeploymentConfig"),
            Set.of("Job", "CronJob"), Set.of("SparkApplication", "ScheduledSparkApplication"),
            Set.of("FlinkDeployment", "Deployment"), Set.of("RayCluster", "RayJob", "RayService"),
            Set.of("KafkaNodePool", "StrimziPodSet"));

    private final Map<String, WorkloadKey> pins = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<UnmatchedCost> unmatched = new ArrayList<>();
    private final OwnRules rules;
    /// Of the drafts once all of them have their manifests: from then on names stay.
    private @Nullable DraftIndex settled;

    public Matcher(List<Pin> pins) {
        this(pins, OwnRules.NONE);
    }

    public Matcher(List<Pin> pins, OwnRules rules) {
        this.rules = rules;
        pins.forEach(pin -> this.pins.put(pin.side() + " " + pin.item(), pin.target()));
    }

    /// Measured workloads that were pinned to one name become one.
    public void measured(List<MeasuredWorkload> all) {
        settled = null;
        for (MeasuredWorkload each : all) {
            WorkloadKey own = new WorkloadKey(each.cluster(), each.namespace(), each.kind(), each.name(), "");
            WorkloadKey pinned = pinned(Side.TELEMETRY, each.item());
            Draft existing = pinned == null ? null : first(pinned);
            if (existing != null) {
                existing.join(each.use());
            } else {
                drafts.add(Draft.measured(each, pinned == null ? own : pinned));
            }
        }
    }

    /// Two declarations with an equal claim on one measured workload are a tie: neither is linked.
    public void declared(List<DeclaredWorkload> all) {
        settled = null;
        Map<Draft, Map<DeclaredWorkload, IdentityRule>> claims = new LinkedHashMap<>();
        DraftIndex used = new DraftIndex(drafts.stream().filter(Draft::hasUse).toList());
        for (DeclaredWorkload each : all) {
            Said said = said(Side.MANIFEST, each.item(), rules.of(each));
            WorkloadKey pinned = said.key();
            List<Scored> best = Scored.best(candidates(each, said, used));
            if (best.size() == 1) {
                claims.computeIfAbsent(best.getFirst().draft(), draft -> new LinkedHashMap<>()).put(each,
                        best.getFirst().rule());
                continue;
            }
            Draft own = Draft.declared(each, pinned != null ? pinned : key(each));
            best.forEach(other -> own.candidate(new Evidence(Side.TELEMETRY, other.draft().item(), other.rule(), false,
                    "could be " + other.draft().key())));
            drafts.add(own);
        }
        claims.forEach(this::settle);
    }

    private static WorkloadKey key(DeclaredWorkload declared) {
        return new WorkloadKey("", declared.namespace(), declared.kind(), declared.name(), "");
    }

    private void settle(Draft draft, Map<DeclaredWorkload, IdentityRule> claims) {
        double top = claims.values().stream().mapToDouble(IdentityRule::score).max().orElse(0);
        List<DeclaredWorkload> best = claims.keySet().stream()
                .filter(each -> claims.get(each) instanceof IdentityRule rule && rule.score() == top).toList();
        claims.forEach((each, rule) -> {
            boolean taken = best.size() == 1 && best.contains(each);
            Evidence why = new Evidence(Side.MANIFEST, each.item(), rule, taken, rule.title() + ": " + each.how());
            if (taken) {
                draft.link(each, why);
            } else if (best.contains(each)) {
                draft.candidate(why);
            } else if (key(each).agrees(draft.key())) {
                draft.note(why);
            } else {
                drafts.add(Draft.declared(each, key(each)));
            }
        });
    }

    private List<Scored> candidates(DeclaredWorkload declared, Said said, DraftIndex used) {
        WorkloadKey pinned = said.key();
        List<Draft> called = pinned == null
                ? used.named(declared.name(), declared.appName())
                : used.named(pinned.name(), pinned.name());
        List<Scored> found = new ArrayList<>();
        for (Draft draft : called) {
            rule(declared, said, draft).filter(rules::allows).ifPresent(rule -> found.add(new Scored(draft, rule)));
        }
        return found;
    }

    private static Optional<IdentityRule> rule(DeclaredWorkload declared, Said said, Draft draft) {
        WorkloadKey key = draft.key();
        WorkloadKey pinned = said.key();
        if (pinned != null) {
            return pinned.agrees(key) ? Optional.of(said.rule()) : Optional.empty();
        }
        if (!draft.resourceId().isEmpty() || !sameKind(declared.kind(), key.kind())
                || !declared.namespace().isEmpty() && !key.namespace().isEmpty()
                        && !declared.namespace().equals(key.namespace())) {
            return Optional.empty();
        }
        boolean namespaces = !declared.namespace().isEmpty() && !key.namespace().isEmpty();
        if (declared.name().equals(key.name())) {
            return Optional.of(!namespaces
                    ? IdentityRule.SAME_NAME_ONLY
                    : declared.kind().isEmpty() || key.kind().isEmpty()
                            ? IdentityRule.SAME_NAME_AND_NAMESPACE
                            : IdentityRule.SAME_OBJECT);
        }
        return namespaces && declared.appName().equals(key.name())
                ? Optional.of(declared.kind().equals("KafkaNodePool") ? IdentityRule.NODE_POOL : IdentityRule.APP_LABEL)
                : Optional.empty();
    }

    private static boolean sameKind(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other)
                || SAME_KINDS.stream().anyMatch(kinds -> kinds.contains(one) && kinds.contains(other));
    }

    /// @param machine whether telemetry could be expected of it
    public void billed(BilledResource resource, boolean machine) {
        DraftIndex index = settled == null ? new DraftIndex(drafts) : settled;
        settled = index;
        TagIdentity tags = TagIdentity.of(resource.tags());
        Said said = said(Side.BILL, resource.resourceId(), rules.of(resource));
        WorkloadKey pinned = said.key();
        List<Scored> best = Scored.best(candidates(resource, tags, said, index));
        if (best.size() == 1) {
            best.getFirst().draft().link(resource, tags.cluster(), evidence(resource, best.getFirst(), true));
        } else if (best.size() > 1) {
            unmatched.add(new UnmatchedCost(resource, machine, LinkState.AMBIGUOUS,
                    best.stream().map(each -> new Evidence(
                            Side.BILL, resource.resourceId(), each.rule(), false, "could be " + each.draft().key()))
                            .toList()));
        } else if (pinned != null || !tags.name().isEmpty() && rules.allows(tags.rule())) {
            WorkloadKey key = pinned != null
                    ? pinned
                    : new WorkloadKey(tags.cluster(), tags.namespace(), "", tags.name(), "");
            Draft own = Draft.billed(key, resource.resourceId());
            drafts.add(own);
            index.add(own);
            own.link(resource, tags.cluster(),
                    evidence(resource, new Scored(own, pinned != null ? said.rule() : tags.rule()), true));
        } else {
            unmatched.add(new UnmatchedCost(resource, machine, LinkState.UNMATCHED, List.of()));
        }
    }

    private static Evidence evidence(BilledResource resource, Scored scored, boolean taken) {
        String name = resource.name().isEmpty() ? resource.resourceId() : resource.name();
        return new Evidence(Side.BILL, resource.resourceId(), scored.rule(), taken,
                scored.rule().title() + ": " + name);
    }

    private List<Scored> candidates(BilledResource resource, TagIdentity tags, Said said, DraftIndex index) {
        WorkloadKey pinned = said.key();
        List<Draft> possible = pinned != null
                ? index.named(pinned.name(), pinned.name())
                : index.of(tags.name(), resource.resourceId());
        List<Scored> found = new ArrayList<>();
        for (Draft draft : possible) {
            if (pinned != null) {
                if (pinned.agrees(draft.key())) {
                    found.add(new Scored(draft, said.rule()));
                }
            } else if (!draft.resourceId().isEmpty()) {
                if (DraftIndex.sameResource(draft.resourceId(), resource.resourceId())
                        && rules.allows(IdentityRule.RESOURCE_ID)) {
                    found.add(new Scored(draft, IdentityRule.RESOURCE_ID));
                }
            } else if (!tags.name().isEmpty() && named(draft, tags) && rules.allows(tags.rule())) {
                found.add(new Scored(draft, tags.rule()));
            }
        }
        return found;
    }

    private static boolean named(Draft draft, TagIdentity tags) {
        WorkloadKey key = draft.key();
        boolean name = key.name().equals(tags.name()) || draft.appName().equals(tags.name());
        return name && agree(key.namespace(), tags.namespace()) && agree(key.cluster(), tags.cluster());
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /// A pin, else what a rule of the user says.
    private Said said(Side side, String item, Optional<WorkloadKey> byRule) {
        WorkloadKey pinned = pinned(side, item);
        return pinned != null
                ? new Said(pinned, IdentityRule.PIN)
                : new Said(byRule.orElse(null), IdentityRule.OWN_RULE);
    }

    private @Nullable WorkloadKey pinned(Side side, String item) {
        return pins.get(side + " " + item);
    }

    private @Nullable Draft first(WorkloadKey key) {
        return drafts.stream().filter(draft -> key.agrees(draft.key())).findFirst().orElse(null);
    }

    public List<Workload> workloads() {
        return drafts.stream().map(Draft::finished).toList();
    }

    public List<UnmatchedCost> unmatched() {
        return List.copyOf(unmatched);
    }

    /// The user's word.
    ///
    /// @param key null if the user said nothing
    private record Said(@Nullable WorkloadKey key, IdentityRule rule) {}
}
