package io.plimsoll.analysis.anomaly.cause;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;

import static org.assertj.core.api.Assertions.assertThat;

class CommitBlameTest {
    private static final CommitBlame.Event EVENT = new CommitBlame.Event(
            List.of("Spark on EKS", "vision", "feature-extraction"), ChangeTime.day(LocalDate.of(2026, 9, 17)), 38,
            CommitBlame.Nature.SIZE, List.of());

    private static CommitFact commit(String id, String time, String file, String field, String before, String after,
            String workload) {
        return new CommitFact(id, Instant.parse(time), "subject of " + id, "someone",
                List.of(new FieldChange(file, "spec.x", field, before, after, workload)), List.of(file));
    }

    @Test
    void theLargeChangeOfTheWorkloadJustBeforeComesFirst() {
        CommitFact guilty = commit("9f31c2a77", "2026-09-16T18:02:00Z", "data-pipelines/vision/values.yaml", "memory",
                "4Gi", "16Gi", "feature-extraction");
        CommitFact early = commit("41b07de00", "2026-09-12T09:40:00Z", "data-pipelines/vision/app.yaml", "image",
                "v1.1",
                "v1.2", "feature-extraction");
        CommitFact foreign = commit("77aa00000", "2026-09-16T20:00:00Z", "web/shop/values.yaml", "replicas", "1", "50",
                "shop");
        CommitFact later = commit("55bb00000", "2026-09-18T01:00:00Z", "data-pipelines/vision/values.yaml", "memory",
                "4Gi", "64Gi", "feature-extraction");
        List<CommitScore> scores = CommitBlame.rank(EVENT, List.of(foreign, later, early, guilty));
        assertThat(scores).extracting(CommitScore::id).containsExactlyInAnyOrder("9f31c2a77", "41b07de00",
                "77aa00000");
        assertThat(scores.get(0).id()).isEqualTo("9f31c2a77");
        assertThat(scores.get(0).score()).isGreaterThan(0.5);
        assertThat(scores.get(0).sentence()).isEqualTo("rose 38 % 5 to 30 hours after 9f31c2a: memory 4Gi to 16Gi");
        assertThat(scores.get(1).score()).isLessThan(0.1);
        assertThat(scores.get(2).score()).isLessThan(0.1);
    }

    @Test
    void allSizesThatACommitSetAtTheObjectAreSaid() {
        List<FieldChange> changes = List.of(new FieldChange("a.yaml", "cpu", "cpu", "2", "4", "feature-extraction"),
                new FieldChange("a.yaml", "replicas", "replicas", "3", "9", "feature-extraction"),
                new FieldChange("a.yaml", "image", "image", "v1", "v2", "feature-extraction"),
                new FieldChange("b.yaml", "replicas", "replicas", "1", "5", "shop"));
        CommitFact commit = new CommitFact("9f31c2a77", Instant.parse("2026-09-16T18:02:00Z"), "scale", "someone",
                changes, List.of("a.yaml", "b.yaml"));
        assertThat(CommitBlame.rank(EVENT, List.of(commit)).getFirst().sentence())
                .isEqualTo("rose 38 % 5 to 30 hours after 9f31c2a: replicas 3 to 9, cpu 2 to 4");
    }

    @Test
    void aChangeInTheWrongDirectionWeighsLittle() {
        CommitFact up = commit("aaa", "2026-09-16T18:00:00Z", "a.yaml", "cpu", "1", "4", "vision");
        CommitFact down = commit("bbb", "2026-09-16T18:00:00Z", "a.yaml", "cpu", "4", "1", "vision");
        List<CommitScore> scores = CommitBlame.rank(EVENT, List.of(down, up));
        assertThat(scores.getFirst().id()).isEqualTo("aaa");
        assertThat(scores.getLast().score()).isLessThan(0.7 * scores.getFirst().score());
    }

    @Test
    void cpuAndReplicasOfOneWorkloadMultiply() {
        FieldChange cpu = new FieldChange("a.yaml", "p", "cpu", "2", "4", "vision");
        FieldChange fewer = new FieldChange("a.yaml", "p", "replicas", "4", "2", "vision");
        Instant time = Instant.parse("2026-09-16T18:00:00Z");
        CommitFact both = new CommitFact("both", time, "resize", "x", List.of(cpu, fewer), List.of("a.yaml"));
        CommitFact one = new CommitFact("one", time, "resize", "x", List.of(cpu), List.of("a.yaml"));
        List<CommitScore> scores = CommitBlame.rank(EVENT, List.of(both, one));
        assertThat(scores.getFirst().id()).isEqualTo("one");
        assertThat(scores.getLast().score()).isLessThan(0.4);
    }

    @Test
    void aCommitOfWhichOnlyFilesAreKnownIsStillRanked() {
        Instant time = Instant.parse("2026-09-16T18:00:00Z");
        CommitFact near = new CommitFact("near", time, "touch", "x", List.of(), List.of("apps/vision/x.txt"));
        CommitFact far = new CommitFact("far", time, "touch", "x", List.of(), List.of("docs/readme.md"));
        assertThat(CommitBlame.rank(EVENT, List.of(far, near))).extracting(CommitScore::id).containsExactly("near",
                "far");
    }

    private static final Suspect API = new Suspect(new Spans("api", Map.of("base.yaml#0:spec.x", "replicas"),
            Set.of("overlay.yaml#0:spec.x"), Set.of("base.yaml", "overlay.yaml")), 1);

    private static CommitBlame.Event event(ChangeTime time, double percent, CommitBlame.Nature nature) {
        return new CommitBlame.Event(List.of("api"), time, percent, nature, List.of(API));
    }

    @Test
    void aPlaceThatTakesEffectIsFarAboveOneThatLosesAndThatAboveUnrelatedOnes() {
        ChangeTime hour = ChangeTime.hour(Instant.parse("2026-09-16T19:00:00Z"), ChangeTime.Source.BILL);
        List<CommitScore> scores = CommitBlame.rank(event(hour, 200, CommitBlame.Nature.SIZE), List.of(
                commit("owner", "2026-09-16T18:02:00Z", "base.yaml", "replicas", "3", "9", ""),
                commit("loser", "2026-09-16T18:02:00Z", "overlay.yaml", "replicas", "3", "9", ""),
                commit("other", "2026-09-16T18:02:00Z", "web.yaml", "replicas", "3", "9", "web")));
        assertThat(scores).extracting(CommitScore::id).containsExactly("owner", "loser", "other");
        assertThat(scores.get(0).score()).isGreaterThan(0.9);
        assertThat(scores.get(0).sentence()).isEqualTo("rose 200 % within two hours of owner: replicas 3 to 9");
        assertThat(scores.get(1).score()).isLessThan(0.1);
    }

    @Test
    void noCommitIsBlamedForAPriceOrForAServiceThatItDidNotAdd() {
        ChangeTime day = ChangeTime.day(LocalDate.of(2026, 9, 16));
        List<CommitFact> owner = List.of(commit("owner", "2026-09-15T18:02:00Z", "base.yaml", "replicas", "3", "9",
                ""));
        for (CommitBlame.Nature nature : List.of(CommitBlame.Nature.PRICE, CommitBlame.Nature.STARTED)) {
            assertThat(CommitBlame.rank(event(day, 200, nature), owner).getFirst().score()).isLessThan(0.1);
        }
    }

    @Test
    void whatWasNotChargedBeforeDidNotRiseByAnyPercentage() {
        CommitFact owner = commit("owner", "2026-09-15T18:02:00Z", "base.yaml", "replicas", "", "9", "");
        assertThat(CommitBlame.rank(event(ChangeTime.day(LocalDate.of(2026, 9, 16)), 100, CommitBlame.Nature.STARTED),
                List.of(owner)).getFirst().sentence())
                .isEqualTo("first charged 5 to 30 hours after owner: replicas none to 9");
    }

    @Test
    void whatWasSetBackBeforeTheChangeIsNotBehindIt() {
        ChangeTime hour = ChangeTime.hour(Instant.parse("2026-09-16T19:00:00Z"), ChangeTime.Source.TELEMETRY);
        CommitFact tried = commit("tried", "2026-09-16T15:00:00Z", "base.yaml", "replicas", "3", "9", "");
        CommitFact back = commit("back", "2026-09-16T15:30:00Z", "base.yaml", "replicas", "9", "3", "");
        double alone = CommitBlame.rank(event(hour, 200, CommitBlame.Nature.SIZE), List.of(tried)).getFirst().score();
        assertThat(alone).isGreaterThan(0.5);
        assertThat(CommitBlame.rank(event(hour, 200, CommitBlame.Nature.SIZE), List.of(tried, back)))
                .allMatch(each -> each.score() < 0.45);
    }

    @Test
    void anEventWithAnExactTimeIsHeldAgainstCommitsByTimeAndPlace() {
        ChangeTime moment = ChangeTime.moment(Instant.parse("2026-09-16T19:10:00Z"));
        List<CommitScore> scores = CommitBlame.rank(event(moment, Double.NaN, CommitBlame.Nature.SIZE), List.of(
                commit("owner", "2026-09-16T18:30:00Z", "base.yaml", "replicas", "3", "9", ""),
                commit("after", "2026-09-16T19:20:00Z", "base.yaml", "replicas", "9", "3", "")));
        assertThat(scores).singleElement().satisfies(each -> {
            assertThat(each.score()).isGreaterThan(0.8);
            assertThat(each.sentence()).isEqualTo("changed within an hour of owner: replicas 3 to 9");
        });
    }

    @Test
    void allScoresTogetherNeverExceedOne() {
        ChangeTime day = ChangeTime.day(LocalDate.of(2026, 9, 16));
        List<CommitScore> scores = CommitBlame.rank(event(day, 200, CommitBlame.Nature.SIZE), List.of(
                commit("one", "2026-09-16T08:00:00Z", "base.yaml", "replicas", "3", "9", ""),
                commit("two", "2026-09-16T08:10:00Z", "base.yaml", "replicas", "3", "9", "")));
        assertThat(scores.stream().mapToDouble(CommitScore::score).sum()).isLessThanOrEqualTo(1);
        assertThat(scores).allMatch(each -> each.score() > 0.4);
    }
}
