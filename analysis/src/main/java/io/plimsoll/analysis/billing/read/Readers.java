package io.plimsoll.analysis.billing.read;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// Every billing format that can be read. A new one is a class and a line here.
public final class Readers {
    public static final List<BillingReader> ALL = List.of(new FocusReader(), new CurReader(), new Cur2Reader(),
            new AzureReader(), new GcpReader(), new OciReader(), new OpenCostReader());

    private Readers() {
    }

    /// @param profile what the user asked for, or null to recognise the file
    /// @throws StepFailure UNKNOWN_FORMAT, UNKNOWN_PROFILE
    public static BillingReader choose(Header header, @Nullable String profile, String file) {
        if (profile != null) {
            return byId(profile);
        }
        return ALL.stream().filter(reader -> reader.recognises(header)).findFirst()
                .orElseThrow(() -> StepFailure.badInput("UNKNOWN_FORMAT",
                        file + " is not a billing file that Plimsoll knows; its first columns are: "
                                + String.join(", ", header.names().stream().limit(5).map(Readers::brief).toList())
                                + ".",
                        "Known formats: " + known()
                                + ". Give the provider's export as it came, as CSV, JSON lines or Parquet."));
    }

    /// @throws StepFailure UNKNOWN_PROFILE
    public static BillingReader byId(String profile) {
        return ALL.stream().filter(reader -> reader.id().equals(profile)).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("UNKNOWN_PROFILE",
                        "There is no billing profile " + profile + ".", "Known profiles: " + known() + "."));
    }

    private static String known() {
        return String.join(", ", Stream.concat(ALL.stream().map(BillingReader::id),
                Datasets.ALL.stream().map(Dataset::profile)).toList());
    }

    private static String brief(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 40 ? printable.substring(0, 40) + "..." : printable;
    }
}
