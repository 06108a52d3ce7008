package io.plimsoll.analysis.change;

/// Where Git sets a field.
///
/// @param file     from the top of the clone
/// @param document of the file, counted from 0
/// @param path     as `ManifestPath` reads it
/// @param line     from 1; 0 if unknown
/// @param text     as the author wrote it
/// @param editable whether the editor would take an edit of it
/// @param reason   why it would not, or empty
public record DriftOrigin(String file, int document, String path, int line, String text, boolean editable,
        String reason) {
    /// `file:line`, or the file alone.
    public String place() {
        return line > 0 ? file + ":" + line : file;
    }
}
