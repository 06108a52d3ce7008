package io.plimsoll.analysis.change.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.CommitOrder;
import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.change.UndoOrder;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.unit.Money;

/// Writes a commit message: subject, the user's words, a table of the values, what the guards said, and a block of trailers
/// that `git interpret-trailers` reads.
public final class CommitMessage {
    public static final String CHANGE_ID = "FinOps-Change-Id";
    public static final String UNDOES = "FinOps-Undoes";
    private final Preview preview;
    private final Map<String, String> overrides;
    private final List<String> trailers = new ArrayList<>();

    private CommitMessage(Preview preview, Map<String, String> overrides) {
        this.preview = preview;
        this.overrides = overrides;
    }

    public static String of(Preview preview, CommitOrder order) {
        CommitMessage message = new CommitMessage(preview, order.overrides());
        Evidence evidence = order.evidence();
        message.trailer(CHANGE_ID, message.changeId());
        if (evidence.scenario() != null) {
            message.trailer("FinOps-Scenario", evidence.scenario());
        }
        if (!evidence.dataDigest().isEmpty()) {
            message.trailer("FinOps-Evidence", "sha256:" + evidence.dataDigest()
                    + (evidence.window().isEmpty() ? "" : " window=" + evidence.window()));
        }
        message.paths();
        if (evidence.saving() != null) {
            message.trailer("FinOps-Est-Saving", saving(evidence.saving()));
        }
        message.end(order.signOff() ? order.author() : null);
        String words = order.message() == null ? "" : order.message().strip();
        if (words.isEmpty() || order.split() != null) {
            words = Subject.of(preview.edits(), Subject.saving(evidence.saving())) + "\n\n" + words;
        }
        return message.text(words, evidence.basis());
    }

    /// @param undone id of the commit that is taken back
    public static String ofUndo(Preview preview, UndoOrder order, String undone) {
        CommitMessage message = new CommitMessage(preview, order.overrides());
        message.trailer(CHANGE_ID, message.changeId());
        message.trailer(UNDOES, undone);
        message.paths();
        message.end(order.signOff() ? order.author() : null);
        return message.text(Subject.of(preview.edits(), "undoes " + undone.substring(0, 7)) + "\n\n" + order.reason(),
                "");
    }

    private void trailer(String key, String value) {
        trailers.add(key + ": " + oneLine(value));
    }

    private void paths() {
        preview.edits().forEach(edit -> trailer(PathTrailer.KEY, PathTrailer.write(edit)));
    }

    private void end(@Nullable Person signer) {
        new TreeMap<>(overrides).forEach((rule, reason) -> {
            if (preview.guards().stream().anyMatch(result -> result.rule().equals(rule) && result.blocks())) {
                trailer("FinOps-Override", rule + " reason=" + reason);
            }
        });
        if (signer != null) {
            trailer("Signed-off-by", signer.toString());
        }
    }

    /// The same change against the same commit has the same id.
    private String changeId() {
        StringBuilder content = new StringBuilder(preview.baseCommit());
        preview.edits().stream().map(PathTrailer::write).sorted().forEach(path -> content.append('\n').append(path));
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String saving(Evidence.Saving saving) {
        return amount(saving.perMonth()) + " " + saving.perMonth().currency() + "/month"
                + (saving.low() == null ? "" : " low=" + amount(saving.low()))
                + (saving.high() == null ? "" : " high=" + amount(saving.high()));
    }

    private static String amount(Money money) {
        return money.rounded(2).amount().toPlainString();
    }

    private String text(String words, String basis) {
        String[] split = clean(words).split("\n", 2);
        StringBuilder text = new StringBuilder(oneLine(split[0])).append("\n\n");
        if (split.length > 1 && !split[1].isBlank()) {
            text.append(split[1].strip()).append("\n\n");
        }
        table(text);
        if (!basis.isBlank()) {
            text.append("\nBasis: ").append(oneLine(basis)).append('\n');
        }
        guards(text);
        preview.rollOuts().forEach(effect -> text.append("Roll-out of ").append(oneLine(effect.object())).append(": ")
                .append(oneLine(effect.sentence())).append('\n'));
        return text.append('\n').append(String.join("\n", trailers)).append('\n').toString();
    }

    private void table(StringBuilder text) {
        int width = preview.edits().stream().mapToInt(edit -> edit.path().length()).max().orElse(0);
        String file = "";
        for (EditPreview edit : preview.edits()) {
            if (!edit.intent().file().equals(file)) {
                file = edit.intent().file();
                text.append(oneLine(file)).append('\n');
            }
            String before = edit.before();
            text.append("  ").append(oneLine(edit.path()))
                    .append(" ".repeat(Math.max(0, width - edit.path().length()))).append("  ")
                    .append(before == null ? "(none)" : oneLine(before)).append(" → ")
                    .append(edit.applied().after().isEmpty() ? "(none)" : oneLine(edit.applied().after())).append('\n');
        }
    }

    private void guards(StringBuilder text) {
        long passed = preview.guards().stream().filter(GuardResult::passed).count();
        text.append("\nGuards: ").append(passed).append(" of ").append(preview.guards().size())
                .append(" checks passed\n");
        for (GuardResult result : preview.guards()) {
            if (!result.passed()) {
                text.append("  ").append(result.rule()).append(result.blocks() ? " (overridden): " : ": ")
                        .append(oneLine(result.evidence())).append('\n');
            }
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /// A line of dashes would end the message for `git interpret-trailers`.
    private static String clean(String words) {
        return words.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").replaceAll("(?m)^---", " ---")
                .strip();
    }
}
