package io.plimsoll.analysis.store;

/// One step of an area's tables. Once released it never changes; a correction is a further step.
///
/// @param area    the package's name
/// @param version counts from 1 in each area
/// @param sql     statements separated by `;` at line ends
public record Migration(String area, int version, String sql) {
    /// The step in the resource file `schema-<version>.sql` beside the class `owner`.
    public static Migration resource(String area, int version, Class<?> owner) {
        return new Migration(area, version, Sql.text(owner, "schema-" + version + ".sql"));
    }
}
