package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;

/// What expires sooner is deleted, and no undo brings it back: expiration in the lifecycle of a bucket, retention of a topic.
final class Retention implements GuardRule {
    private static final Set<String> EXPIRING = Set.of("expiration", "noncurrentVersionExpiration",
            "noncurrent_version_expiration");
    private static final Set<String> DAYS = Set.of("days", "noncurrentDays", "newerNoncurrentVersions",
            "noncurrent_days", "newer_noncurrent_versions");
    private static final Set<String> TOPIC = Set.of("retention.ms", "retention.bytes", "delete.retention.ms",
            "local.retention.ms", "local.retention.bytes");

    @Override
    public String id() {
        return "retention";
    }

    @Override
    public String explanation() {
        return "Data does not expire sooner by an edit: what is deleted does not come back.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            List<String> keys = Keys.of(edit.applied().edit().path());
            String last = keys.isEmpty() ? "" : keys.getLast();
            boolean lifecycle = DAYS.contains(last) && keys.stream().anyMatch(EXPIRING::contains);
            if (lifecycle || TOPIC.contains(last)) {
                BigDecimal before = number(edit.before());
                BigDecimal after = number(edit.applied().after());
                boolean passed = after == null
                        ? edit.applied().after().isEmpty()
                        : before != null && after.compareTo(before) >= 0;
                results.add(result(edit, Severity.BLOCK, passed, "%s: %s %s".formatted(edit.intent().file(),
                        edit.intent().path(), words(edit, before, passed))));
            }
        }
        return results;
    }

    private static String words(EditPreview edit, @Nullable BigDecimal before, boolean passed) {
        String from = edit.before() == null ? "nothing" : edit.before();
        String change = "goes from " + from + " to "
                + (edit.applied().after().isEmpty() ? "nothing" : edit.applied().after());
        return change + (passed
                ? ", nothing expires sooner"
                : ", data would be deleted "
                        + (before == null ? "that was kept for good" : "sooner"));
    }

    /// -1 stands for no end in the settings of a topic.
    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || !text.strip().matches("-1|[0-9]{1,18}")) {
            return null;
        }
        BigDecimal number = new BigDecimal(text.strip());
        return number.signum() < 0 ? BigDecimal.valueOf(Long.MAX_VALUE) : number;
    }
}
