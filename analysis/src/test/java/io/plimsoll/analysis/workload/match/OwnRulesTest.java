package io.plimsoll.analysis.workload.match;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Evidence;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.Pin;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.source.MeasuredWorkload;
import io.plimsoll.analysis.workload.source.MeasuredWorkloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class OwnRulesTest {
    private static final WorkloadKey BY_GROUPS = new WorkloadKey("", "", "", "", "");

    private static JoinRule rule(Side side, String field, String pattern, WorkloadKey target) {
        return new JoinRule(1, side, field, pattern, target, true);
    }

    private static BilledResource billed(String name, Map<String, String> tags) {
        return new BilledResource("id-" + name, name, "", "EC2", "", new Money(BigDecimal.TEN, "USD"), "", tags);
    }

    private static TelemetrySeries series(String pod, Map<String, String> labels) {
        return new TelemetrySeries(1, "cpu{}", "cpu_cores", Measure.CPU_CORES, Statistic.SAMPLE, "cores", labels, "",
                "",
                pod, "", "", "", 1, Instant.EPOCH, Instant.EPOCH);
    }

    private static OwnRules rules(JoinRule... rules) {
        return OwnRules.of(List.of(rules), Set.of());
    }

    @Test
    void groupsOfThePatternNameTheWorkload() {
        OwnRules rules = rules(
                rule(Side.BILL, "ResourceName", "(?<namespace>[a-z]+)--(?<name>[a-z-]+)-\\d+", BY_GROUPS));
        assertThat(rules.of(billed("shop--web-front-17", Map.of()))).contains(
                new WorkloadKey("", "shop", "", "web-front", ""));
        assertThat(rules.of(billed("shop--web-front", Map.of()))).isEmpty();
    }

    @Test
    void aTemplateMixesTextAndGroupsAndTagKeysAreComparedWithoutCase() {
        OwnRules rules = rules(rule(Side.BILL, "tag:Team", "(?<team>.+)",
                new WorkloadKey("prod", "team-${team}", "Deployment", "${team}-api", "")));
        assertThat(rules.of(billed("x", Map.of("team", "pay$1")))).contains(
                new WorkloadKey("prod", "team-pay$1", "Deployment", "pay$1-api", ""));
    }

    @Test
    void theFirstRuleInOrderHoldsAndOneThatIsOffIsSkipped() {
        JoinRule first = rule(Side.BILL, "ServiceName", "EC2", new WorkloadKey("", "", "", "first", ""));
        JoinRule second = rule(Side.BILL, "ServiceName", "EC2", new WorkloadKey("", "", "", "second", ""));
        JoinRule off = new JoinRule(9, Side.BILL, "ServiceName", "EC2", new WorkloadKey("", "", "", "off", ""), false);
        assertThat(rules(off, first, second).of(billed("x", Map.of()))).get().extracting(WorkloadKey::name)
                .isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "(a)\\1", "(?<name>a)\\k<name>", "(?=a).*", "(?<!a)b", "[z-a]"})
    void aPatternThatIsNoneOrLooksAroundIsRefused(String pattern) {
        assertCode("RULE_PATTERN", rule(Side.BILL, "ResourceName", pattern, new WorkloadKey("", "", "", "n", "")));
    }

    @ParameterizedTest
    @CsvSource({"BILL,pod", "BILL,label:x", "BILL,tag:", "TELEMETRY,ResourceName", "TELEMETRY,tag:x",
        "MANIFEST,label:x"})
    void aFieldOfAnotherSideIsRefused(Side side, String field) {
        assertCode("RULE_FIELD", rule(side, field, ".*", new WorkloadKey("", "", "", "n", "")));
    }

    @Test
    void aRuleThatNamesNoWorkloadOrAGroupThatIsNotThereIsRefused() {
        assertCode("RULE_TARGET", rule(Side.BILL, "ResourceName", "(?<namespace>.*)", BY_GROUPS));
        assertCode("RULE_TARGET", rule(Side.BILL, "ResourceName", "(?<name>.*)",
                new WorkloadKey("", "${team}", "", "", "")));
    }

    private static void assertCode(String code, JoinRule rule) {
        assertThatThrownBy(() -> CompiledRule.of(rule)).isInstanceOfSatisfying(StepFailure.class,
                e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aPatternThatGoesBackAndForthForEverIsRefused() {
        JoinRule slow = rule(Side.BILL, "ResourceName", "(.*a){20}", new WorkloadKey("", "", "", "n", ""));
        assertThatThrownBy(() -> new RuleMatches(List.of(), List.of(), List.of()).of(slow))
                .isInstanceOfSatisfying(StepFailure.class, e -> assertThat(e.code()).isEqualTo("RULE_SLOW"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?:(?:^{30000}){30000}){30000}a", "(?:(?:){99999}){99999,}", "a{99999999999999999999}"})
    void aPatternThatRepeatsNothingForEverIsRefused(String pattern) {
        assertThatThrownBy(() -> CompiledRule
                .of(rule(Side.BILL, "ResourceName", pattern, new WorkloadKey("", "", "", "n", ""))))
                .isInstanceOfSatisfying(StepFailure.class, e -> assertThat(e.code()).isEqualTo("RULE_PATTERN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+", "(([a-z]+-?)+)", "(a|aa)+", "(.*a){20}", "(a*)*(a*)*(a*)*b",
        "((((((((((((((((((((((((((((((((((((((((((((((((((a|b))))))))))))))))))))))))))))))))))))))))))))))))))*"})
    void noPatternRunsForLongOnAnyText(String pattern) {
        OwnRules rules = rules(rule(Side.BILL, "ResourceName", pattern, new WorkloadKey("", "", "", "n", "")));
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> rules.of(billed("a".repeat(900) + "!", Map.of())));
    }

    @Test
    void aRuleBeatsTagsAndGivesWayToAPin() {
        OwnRules rules = rules(rule(Side.BILL, "ResourceName", "node-.*", new WorkloadKey("", "shop", "", "api", "")));
        Matcher matcher = new Matcher(
                List.of(new Pin(Side.BILL, "id-node-2", new WorkloadKey("", "shop", "", "web", ""),
                        Instant.EPOCH)),
                rules);
        matcher.measured(List.of(measured("api"), measured("web")));
        Map<String, String> tags = Map.of("app.kubernetes.io/name", "web", "kubernetes-namespace", "shop");
        matcher.billed(billed("node-1", tags), true);
        matcher.billed(billed("node-2", tags), true);
        matcher.billed(billed("other", tags), true);
        assertThat(named(matcher, "api").billed()).extracting(BilledResource::name).containsExactly("node-1");
        assertThat(named(matcher, "api").evidence()).extracting(Evidence::rule).containsExactly(IdentityRule.OWN_RULE);
        assertThat(named(matcher, "web").billed()).extracting(BilledResource::name).containsExactlyInAnyOrder("node-2",
                "other");
    }

    @Test
    void aRuleOfPlimsollThatIsOffLinksNothing() {
        Matcher matcher = new Matcher(List.of(),
                OwnRules.of(List.of(), Set.of(IdentityRule.TAGS_NAME_AND_NAMESPACE, IdentityRule.SAME_OBJECT)));
        matcher.measured(List.of(measured("api")));
        matcher.declared(List.of(declared("api")));
        matcher.billed(billed("x", Map.of("app.kubernetes.io/name", "api", "kubernetes-namespace", "shop")), true);
        assertThat(matcher.workloads()).hasSize(2).allSatisfy(each -> assertThat(each.billed()).isEmpty());
        assertThat(matcher.unmatched()).hasSize(1);
    }

    @Test
    void aDocumentUnderAnotherNameIsJoinedByItsFile() {
        Matcher matcher = new Matcher(List.of(), rules(rule(Side.MANIFEST, "file", "apps/(?<name>[a-z]+)/.*",
                new WorkloadKey("", "shop", "", "", ""))));
        matcher.measured(List.of(measured("api")));
        matcher.declared(List.of(new DeclaredWorkload("Deployment", "shop", "release-name-api", "", "apps",
                List.of(new ManifestPlace("apps/api/deploy.yaml", 0, "Deployment", ManifestPlace.Role.OBJECT,
                        List.of())),
                "test")));
        assertThat(named(matcher, "api").manifest()).isNotNull();
    }

    @Test
    void seriesAreGroupedByWhatALabelSays() {
        OwnRules rules = rules(rule(Side.TELEMETRY, "label:TargetGroup", "targetgroup/(?<name>[a-z]+)/[0-9a-f]+",
                new WorkloadKey("", "shop", "Deployment", "", "")));
        List<MeasuredWorkload> found = MeasuredWorkloads.of(
                List.of(series("", Map.of("TargetGroup", "targetgroup/api/0af1")), series("web-0", Map.of())),
                rules::of);
        assertThat(found).extracting(MeasuredWorkload::item).containsExactlyInAnyOrder("/shop/Deployment/api",
                "//StatefulSet/web");
    }

    @Test
    void aPreviewSaysWhatIsMatchedAndItsShareOfTheCost() {
        RuleMatch match = new RuleMatches(List.of(billed("node-1", Map.of()), billed("disk", Map.of())), List.of(),
                List.of(declared("api"))).of(rule(Side.BILL, "ResourceName", "(?<name>node)-.*", BY_GROUPS));
        assertThat(match.items()).isEqualTo(1);
        assertThat(match.examples()).containsExactly("node-1 → node");
        assertThat(match.cost()).containsExactly(new Money(BigDecimal.TEN, "USD"));
        assertThat(match.all().getFirst().amount()).isEqualByComparingTo("20");
    }

    private static MeasuredWorkload measured(String name) {
        return new MeasuredWorkload("c", "shop", "Deployment", name, "", List.of(new UseSeries(
                "app", Measure.CPU_CORES, Statistic.SAMPLE, name + "-0", name.hashCode())), "test");
    }

    private static DeclaredWorkload declared(String name) {
        return new DeclaredWorkload("Deployment", "shop", name, "", "apps",
                List.of(new ManifestPlace(name + ".yaml", 0, "Deployment", ManifestPlace.Role.OBJECT, List.of())),
                "test");
    }

    private static Workload named(Matcher matcher, String name) {
        return matcher.workloads().stream().filter(each -> each.key().name().equals(name)).findFirst().orElseThrow();
    }
}
