package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.telemetry.LoadedTelemetry;
import io.plimsoll.analysis.telemetry.Repair;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// One imported file, a bill or telemetry, as it is to be read.
///
/// @param what    its format
/// @param file    where it was read from
/// @param days    of its billing periods or samples (UTC); null if nothing is known of them
/// @param count   what `rows` counts
/// @param rows    how many rows or samples went in, with the unit
/// @param billed  in every currency of the file, exact; empty for telemetry
/// @param details everything else that is known of it
record ImportRow(String what, String file, String sha256, Instant imported, @Nullable Days days, long count,
        String rows, String billed, Check check, List<Detail> details) {
    ImportRow {
        details = List.copyOf(details);
    }

    /// What became of a file, in a word.
    record Check(String text, Tone tone) {}

    /// A name and what stands beside it.
    record Detail(String name, String value) {
        private static Detail of(String key, String value) {
            return new Detail(Messages.text("imports." + key), value);
        }
    }

    static ImportRow of(LoadedFile file) {
        String what = what(file.profile(), file.version());
        String billed = String.join(" \u00b7 ", file.totals().entrySet().stream()
                .map(each -> MoneyFormat.exact(new Money(each.getValue().billed(), each.getKey()))).toList());
        return new ImportRow(what, file.file(), file.sha256(), file.imported(), file.days(), file.loaded(),
                Messages.text("imports.rowsOf", Formats.count(file.loaded())), billed, check(file),
                details(what, file));
    }

    static ImportRow of(LoadedTelemetry file) {
        String what = what(file.profile(), "");
        return new ImportRow(what, file.file(), file.sha256(), file.imported(), days(file), file.samples(),
                Messages.text("imports.samplesOf", Formats.compact(file.samples())), "", check(file),
                details(what, file));
    }

    /// A format that the bundle has no name for is called by its id.
    static String what(String profile, String version) {
        String name = Messages.textOr("imports.what." + profile, profile);
        return version.isEmpty() ? name : name + " " + version;
    }

    private static @Nullable Days days(LoadedTelemetry file) {
        Instant first = file.first();
        Instant last = file.last();
        return first == null || last == null
                ? null
                : new Days(LocalDate.ofInstant(first, ZoneOffset.UTC), LocalDate.ofInstant(last, ZoneOffset.UTC));
    }

    private static Check check(LoadedFile file) {
        return left(file.loaded(), file.present(), file.rejected(),
                new Check(Messages.text(file.totals().isEmpty() ? "imports.there" : "imports.verified"), Tone.GOOD));
    }

    private static Check check(LoadedTelemetry file) {
        if (file.samples() == 0 && file.rejected() == 0) {
            return new Check(Messages.text("imports.noSamples"), Tone.WARN);
        }
        return left(file.samples(), file.present(), file.rejected(), new Check(file.series() == 0
                ? Messages.text("imports.there")
                : Messages.text("imports.seriesOf", Formats.count(file.series())), Tone.GOOD));
    }

    private static Check left(long loaded, long present, long rejected, Check whole) {
        if (loaded > 0 && present == 0) {
            return new Check(Messages.text("imports.gone"), Tone.NEUTRAL);
        }
        if (rejected > 0) {
            return new Check(Messages.text("imports.rejects", Formats.count(rejected)), Tone.WARN);
        }
        return present < loaded
                ? new Check(Messages.text("imports.partly", Formats.count(present)), Tone.NEUTRAL)
                : whole;
    }

    private static List<Detail> details(String what, LoadedFile file) {
        List<Detail> lines = start(what, file.imported());
        lines.add(Detail.of("rows", Formats.count(file.loaded())));
        lines.add(Detail.of("present", Formats.count(file.present())));
        lines.add(Detail.of("rejectedRows", Formats.count(file.rejected())));
        file.totals().forEach((currency, totals) -> lines.add(new Detail(Messages.text("imports.totals", currency),
                Messages.text("imports.totalsValue", MoneyFormat.exact(new Money(totals.billed(), currency)),
                        MoneyFormat.exact(new Money(totals.effective(), currency))))));
        file.warnings().forEach(warning -> lines.add(Detail.of("warnings", warning)));
        return lines;
    }

    private static List<Detail> details(String what, LoadedTelemetry file) {
        List<Detail> lines = start(what, file.imported());
        Instant first = file.first();
        Instant last = file.last();
        if (first != null && last != null) {
            lines.add(Detail.of("times", DateFormats.time(first) + " \u2013 " + DateFormats.time(last)));
        }
        if (file.series() > 0) {
            lines.add(Detail.of("series", Formats.count(file.series())));
        }
        lines.add(Detail.of("points", Formats.count(file.read())));
        lines.add(Detail.of("stored", Formats.count(file.samples())));
        lines.add(Detail.of("present", Formats.count(file.present())));
        lines.add(Detail.of("rejectedRows", Formats.count(file.rejected())));
        for (Repair repair : Repair.values()) {
            Long points = file.repairs().get(repair);
            if (points != null) {
                lines.add(Detail.of("repaired",
                        Messages.text("imports.repair", Formats.count(points), repair.explanation())));
            }
        }
        file.notes().forEach(note -> lines.add(Detail.of("warnings", note)));
        return lines;
    }

    private static List<Detail> start(String what, Instant imported) {
        return new ArrayList<>(List.of(Detail.of("what", what), Detail.of("when", DateFormats.time(imported))));
    }

    /// The file's name, which tells more in a narrow column than its folder does.
    String name() {
        return String.valueOf(Path.of(file).getFileName());
    }

    /// The folder and the file.
    String from() {
        return from(file);
    }

    static String from(String file) {
        Path path = Path.of(file);
        int names = path.getNameCount();
        return names < 2 ? file : path.subpath(names - 2, names).toString();
    }

    /// The days, empty if nothing is known of them.
    String period() {
        Days known = days;
        return known == null ? "" : DateFormats.brief(known);
    }
}
