package io.plimsoll.analysis.workload;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JoinRulesTest {
    @TempDir
    Path folder;

    private static JoinRule rule(String field, String pattern, String name) {
        return new JoinRule(0, Side.BILL, field, pattern, new WorkloadKey("", "", "", name, ""), true);
    }

    @Test
    void ofRulesThatAreAddedAtOnceNoneIsLostAndNoneSharesANumber() {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("ws"))) {
            IntStream.range(0, 12).parallel().forEach(i -> workbench.workloads().joinRules()
                    .add(rule("ResourceName", "node-" + i, "api"), 1));
            List<JoinRule> rules = workbench.workloads().joinRules().rules();
            assertThat(rules).hasSize(12);
            assertThat(rules).extracting(JoinRule::id).doesNotHaveDuplicates();
            assertThat(rules).extracting(JoinRule::pattern).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRuleIsAValueAndNeverAPartOfAQuestion() {
        String evil = "x'); DROP TABLE workload_rule; --";
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("ws"))) {
            JoinRules rules = workbench.workloads().joinRules();
            rules.add(rule("tag:" + evil, "a'.*", evil), Integer.MAX_VALUE);
            rules.add(rule("tag:=cmd", ".*", "=1+1"), Integer.MIN_VALUE);
            assertThat(rules.rules()).extracting(each -> each.target().name()).containsExactly("=1+1", evil);
            assertThatThrownBy(() -> rules.add(rule("ResourceName", ".*", "n".repeat(10_000)), 1))
                    .isInstanceOfSatisfying(StepFailure.class, e -> assertThat(e.code()).isEqualTo("RULE_TARGET"));
            assertThatThrownBy(() -> rules.remove(99)).isInstanceOfSatisfying(StepFailure.class,
                    e -> assertThat(e.code()).isEqualTo("RULE_UNKNOWN"));
        }
    }
}
