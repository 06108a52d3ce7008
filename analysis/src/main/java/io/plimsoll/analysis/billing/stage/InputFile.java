package io.plimsoll.analysis.billing.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.read.Header;

/// A file to load.
///
/// @param path     absolute, links resolved
/// @param columns  what its manifest says it has; none without a manifest that says so
/// @param manifest of the delivery to which it belongs, null for none
public record InputFile(Path path, List<String> columns, @Nullable Path manifest) {
    private static final int SHOWN = 5;

    /// Compares the header with the manifest. Spellings differ between CSV and Parquet, and real manifests name more than the
    /// files have, so a difference is a warning.
    List<String> check(Header header) {
        Set<String> present = header.names().stream().map(InputFile::plain).collect(Collectors.toSet());
        List<String> lacking = columns.stream().filter(name -> !present.contains(plain(name))).toList();
        return lacking.isEmpty()
                ? List.of()
                : List.of("The manifest names " + lacking.size() + " columns that the file lacks: "
                        + String.join(", ", lacking.subList(0, Math.min(SHOWN, lacking.size())))
                        + (lacking.size() > SHOWN ? " ..." : "."));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
