package io.plimsoll.app.screen.drift;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftReport;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// Words for fields.
final class DriftText {
    private static final String RESOURCES = "resources.";

    private DriftText() {
    }

    static String value(@Nullable String value) {
        return Objects.requireNonNullElse(value, Formats.NONE);
    }

    static String state(DriftRow row) {
        return Messages.text("drift.state." + row.state().name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(DriftRow row) {
        return switch (row.state()) {
            case DIFFERS, RESIZED -> Tone.BAD;
            case ONLY_IN_GIT, ONLY_IN_CLUSTER -> row.reason().isEmpty() ? Tone.WARN : Tone.NEUTRAL;
            case EQUAL -> Tone.GOOD;
            case HPA, KEDA, VPA -> Tone.ACCENT;
            case IGNORED, NOT_COMPARABLE -> Tone.NEUTRAL;
        };
    }

    /// Who and when.
    static String owner(DriftRow row) {
        DriftOwner owner = row.owner();
        return owner == null ? "" : owner.time() == null ? owner.manager() : owner.manager() + ", " + time(owner);
    }

    private static String time(DriftOwner owner) {
        return owner.time() == null ? "" : DateFormats.time(owner.time());
    }

    static String place(DriftRow row) {
        DriftOrigin origin = row.origin();
        return origin == null ? "" : origin.place();
    }

    /// `limits.memory` for `resources.limits.memory`.
    static String briefField(DriftRow row) {
        return row.field().startsWith(RESOURCES) ? row.field().substring(RESOURCES.length()) : row.field();
    }

    static String file(DriftRow row) {
        DriftOrigin origin = row.origin();
        return origin == null ? "" : origin.file().substring(origin.file().lastIndexOf('/') + 1);
    }

    /// The rest of the place.
    static String folderAndLine(DriftRow row) {
        DriftOrigin origin = row.origin();
        if (origin == null || origin.file().isEmpty()) {
            return "";
        }
        String folder = origin.file().substring(0, Math.max(0, origin.file().lastIndexOf('/')));
        String line = origin.line() == 0 ? "" : Messages.text("drift.line", origin.line());
        return folder.isEmpty() || line.isEmpty() ? folder + line : line + " · " + folder;
    }

    static String monthly(DriftRow row) {
        Money monthly = row.monthly();
        return monthly == null ? Formats.NONE : MoneyFormat.change(monthly);
    }

    /// Which side left what both had agreed on, in a sentence; empty where there is nothing to say.
    static String cause(DriftRow row) {
        return row.isDifference() ? Messages.text("drift.cause." + row.cause().name().toLowerCase(Locale.ROOT)) : "";
    }

    /// What can be done, in a sentence.
    static String advice(DriftRow row) {
        DriftOrigin origin = row.origin();
        return switch (row.state()) {
            case DIFFERS -> Messages.text(row.isAdoptable()
                    ? switch (row.cause()) {
                        case GIT -> "drift.advice.sync";
                        default -> "drift.advice.adopt";
                    }
                    : origin != null && !origin.editable() ? "drift.advice.notEditable" : "drift.advice.notWritable",
                    origin == null ? "" : origin.reason());
            case RESIZED -> Messages.text("drift.advice.resized");
            case HPA, KEDA, VPA -> Messages.text("drift.advice.owned");
            case ONLY_IN_GIT, ONLY_IN_CLUSTER, EQUAL, IGNORED, NOT_COMPARABLE -> "";
        };
    }

    static String title(DriftReport report) {
        return Messages.text(report.differences() == 1 ? "drift.titleOne" : "drift.title",
                Formats.count(report.differences()), Formats.count(report.rows().size()));
    }

    /// What was compared with what.
    static String summary(DriftReport report, boolean moved) {
        String text = Messages.text("drift.summary", report.dump(), Formats.count(report.objects()),
                report.commit().substring(0, 7), DateFormats.time(report.time()));
        return moved ? text + " " + Messages.text("drift.moved") : text;
    }

    /// The sum of what differences cost, one amount a currency; empty if none has a price.
    static String total(DriftReport report) {
        List<Money> sums = Money.sums(report.rows().stream().filter(DriftRow::isDifference).map(DriftRow::monthly)
                .filter(Objects::nonNull).map(Objects::requireNonNull).toList());
        return String.join(", ", sums.stream().map(each -> Messages.text("drift.perMonth", MoneyFormat.change(each)))
                .toList());
    }
}
